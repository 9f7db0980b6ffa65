import Foundation
import Testing

/// Published timetables by the built command.
@Suite struct TransitTests {
  private static let feed = Shipped.territory + "/transit"
  private static let day = Shipped.root.appending(path: "Scenarios/lot-small").path

  private func json(_ run: Camin.Run) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      "\(run.everything)")
  }

  @Test func theShippedFeedIsSound() throws {
    let run = try Camin.run("data", "check", Self.feed, "--lang", "en")
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("Errors: 0, warnings: 0, remarks: 0."))
    let list = try Camin.run("data", "list", Self.feed)
    #expect(list.output.contains("lot-synthetic"))
  }

  @Test func aJourney() throws {
    let arguments = [
      "journey", Self.feed, "--from", "Gare de Gourdon", "--to", "Gare de Cahors", "--date",
      "2026-11-25", "--depart", "7:00", "--window", "180",
    ]
    let words = try Camin.run(arguments)
    #expect(words.status == 0, "\(words.everything)")
    #expect(words.output.contains("train TER1 direction Gare de Toulouse-Matabiau"))
    let found = try json(try Camin.run(arguments + ["--json"]))
    let journeys = try #require(found["journeys"] as? [[String: Any]])
    #expect(!journeys.isEmpty)
    let legs = try #require(journeys[0]["legs"] as? [[String: Any]])
    #expect(legs.contains { $0["kind"] as? String == "ride" })
    let map = try json(try Camin.run(arguments + ["--geojson"]))
    #expect(map["type"] as? String == "FeatureCollection")
    let wrong = try Camin.run(
      "journey", Self.feed, "--from", "Gourdn", "--to", "x", "--date", "nie")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("--date"))
    #expect(wrong.errors.contains("--depart, --arrive"))
    let lost = try Camin.run(
      "journey", Self.feed, "--from", "Gare de Gourdo", "--to", "Cahors", "--date", "2026-11-25",
      "--arrive", "9:00")
    #expect(lost.status == 65)
    #expect(lost.errors.contains("Gare de Gourdon"))
  }

  @Test func alternativesOfADay() throws {
    let run = try Camin.run("alternatives", Self.day, "--feeds", Self.feed, "--json")
    #expect(run.status == 0, "\(run.everything)")
    let found = try json(run)
    let legs = try #require(found["legs"] as? [[String: Any]])
    let totals = try #require(found["totals"] as? [String: Any])
    #expect(legs.count == totals["legs"] as? Int)
    #expect(legs.contains { ($0["obstacles"] as? [String]) == ["nothing_runs"] })
    #expect(legs.allSatisfy { !($0["steered"] as? Bool ?? true) })
    let words = try Camin.run("alternatives", Self.day, "--feeds", Self.feed)
    #expect(words.output.contains("rien ne circule près de là à cette heure"))
    // The day names none of its own.
    #expect(try Camin.run("alternatives", Self.day).status == 64)
  }

  /// What a territory's rule keeps from volunteers is refused with that reason.
  @Test func steering() throws {
    let scratch = try Scratch()
    var day = try DayDocument()
    day.setTerritory("transit", to: Self.feed)
    try day.takeProfile("volunteer-default", ["steer": 1, "steer_walk": 3000, "steer_ratio": 9])
    try day.write(scratch.path("day.json"))
    let told = try json(try Camin.run("alternatives", scratch.path("day.json"), "--json"))
    let steered = (told["legs"] as? [[String: Any]] ?? []).filter { $0["steered"] as? Bool == true }
    let plan = try Camin.run(
      "plan", scratch.path("day.json"), "--iterations", "200", "--seed", "1", "--out",
      scratch.path("out"))
    #expect(plan.status == 0, "\(plan.everything)")
    let text = String(decoding: try scratch.data("out/plan.json"), as: UTF8.self)
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let runs = try #require(root["runs"] as? [[String: Any]])
    let legs = Set(steered.compactMap { $0["leg"] as? String })
    for run in runs where run["mode"] as? String == "volunteer" {
      let own = (run["stops"] as? [[String: Any]] ?? []).compactMap { $0["leg"] as? String }
      #expect(legs.isDisjoint(with: own))
    }
    let check = try Camin.run("check", scratch.path("day.json"), scratch.path("out/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
  }

  @Test func offers() throws {
    let run = try Camin.run(
      "offers", Self.day, "--feeds", Self.feed, "--from", "44.4493,1.4333", "--to",
      "44.7375,1.3822",
      "--at", "7:00", "--json")
    #expect(run.status == 0, "\(run.everything)")
    let offers = try #require(try json(run)["offers"] as? [[String: Any]])
    let kinds = offers.compactMap { $0["kind"] as? String }
    #expect(kinds.first == "scheduled")
    #expect(kinds.contains("taxi"))
    // Too far for the volunteers, which is said; nearer by they are there.
    let near = try Camin.run(
      "offers", Self.day, "--feeds", Self.feed, "--from", "44.7,1.95", "--to", "44.7,2.09", "--at",
      "9:00", "--json")
    let nearby = try #require(try json(near)["offers"] as? [[String: Any]])
    #expect(nearby.contains { $0["kind"] as? String == "volunteer" }, "\(near.everything)")
    let words = try Camin.run(
      "offers", Self.day, "--feeds", Self.feed, "--from", "44.4493,1.4333", "--to",
      "44.7375,1.3822",
      "--at", "7:00")
    #expect(words.output.contains("Conducteur bénévole"))
    #expect(words.output.contains("Sans réservation."))
  }

  @Test func publishing() throws {
    let scratch = try Scratch()
    let run = try Camin.run(
      "data", "publish", Self.day, "--zones", Shipped.territory + "/tad_zones.geojson", "--from",
      "2026-09-01", "--until", "2027-08-31", "--url", "https://example.org", "--out",
      scratch.path("tad"))
    #expect(run.status == 0, "\(run.everything)")
    // The outlines of neighbouring zones overlap at their borders, which the check tells; it finds nothing else.
    let check = try Camin.run("data", "check", scratch.path("tad"))
    let codes = Set(check.everything.matches(of: /\[([a-z_]+)\]/).map { String($0.1) })
    #expect(codes == ["overlapping_zone_and_pickup_drop_off_window"], "\(check.everything)")
    let without = try Camin.run(
      "data", "publish", Self.day, "--from", "2026-09-01", "--until", "2027-08-31", "--url",
      "https://example.org", "--out", scratch.path("none"))
    #expect(without.status == 65)
    #expect(without.errors.contains("46-"))
  }

  @Test func addCheckAndUpdate() throws {
    let scratch = try Scratch()
    let folder = scratch.path("transit")
    let add = try Camin.run(
      "data", "add", folder, Self.feed + "/lot-synthetic", "--id", "bus", "--source", "essai",
      "--licence", "ODbL")
    #expect(add.status == 0, "\(add.everything)")
    let twice = try Camin.run("data", "add", folder, Self.feed + "/lot-synthetic", "--id", "bus")
    #expect(twice.status == 65)
    let list = try Camin.run("data", "list", folder)
    #expect(list.output.contains("ODbL"))
    let update = try Camin.run("data", "update", folder, "bus", Self.feed + "/lot-synthetic")
    #expect(update.status == 0, "\(update.everything)")
    #expect(update.output.contains("→"))
    // A broken feed takes nobody's place.
    let broken = scratch.path("broken")
    try FileManager.default.createDirectory(atPath: broken, withIntermediateDirectories: true)
    try Data("stop_id\n".utf8).write(to: URL(filePath: broken + "/stops.txt"))
    let refused = try Camin.run("data", "update", folder, "bus", broken)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("missing_required_file"))
    #expect(try Camin.run("data", "check", folder).status == 0)
    let check = try Camin.run("data", "check", broken, "--json")
    #expect(check.status == 65)
    #expect(check.output.contains("missing_required_file"))
  }
}
