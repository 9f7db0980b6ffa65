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
    let run = try Camin.run("data", "check", Self.feed, "--on", "2026-11-25", "--lang", "en")
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

  /// What is not there ends alike wherever it is asked for; what is there and is no feed is wrong data.
  @Test func anAbsentFeedIsAnInputThatIsMissing() throws {
    let scratch = try Scratch()
    let none = scratch.path("none.zip")
    let no = scratch.path("no.zip")
    try Data("no archive".utf8).write(to: URL(filePath: no))
    let journey = [
      "--from", "Cahors", "--to", "Gourdon", "--date", "2026-11-25", "--depart", "9:00",
    ]
    for (path, status) in [(none, Int32(66)), (no, 65)] {
      for arguments in [
        ["data", "check", path], ["data", "check", path, "--json"],
        ["alternatives", Shipped.small, "--feeds", path], ["journey", path] + journey,
        ["data", "add", scratch.path("list"), path],
      ] {
        let run = try Camin.run(arguments)
        #expect(run.status == status, "\(arguments)\n\(run.everything)")
      }
    }
    let both = try Camin.run("data", "check", none, no)
    #expect(both.status == 65, "\(both.everything)")
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
    let check = try Camin.run("data", "check", scratch.path("tad"), "--on", "2026-11-25")
    #expect(check.status == 0, "\(check.everything)")
    #expect(check.output.contains("Erreurs\u{A0}: 0, avertissements\u{A0}: 0, remarques\u{A0}: 0."))
    let without = try Camin.run(
      "data", "publish", Self.day, "--from", "2026-09-01", "--until", "2027-08-31", "--url",
      "https://example.org", "--out", scratch.path("none"))
    #expect(without.status == 65)
    #expect(without.errors.contains("46-"))
  }

  /// Outlines that overlap are refused before anything is written, with the zones and a place.
  @Test func overlappingZonesAreNotPublished() throws {
    let scratch = try Scratch()
    let outlines = try Data(contentsOf: URL(filePath: Shipped.territory + "/tad_zones.geojson"))
    var root = try #require(JSONSerialization.jsonObject(with: outlines) as? [String: Any])
    let features = try #require(root["features"] as? [[String: Any]])
    root["features"] = features.map { feature in
      // Every zone is drawn over the whole territory.
      var feature = feature
      feature["geometry"] = [
        "type": "Polygon",
        "coordinates": [[[1.0, 44.0], [2.5, 44.0], [2.5, 45.1], [1.0, 45.1], [1.0, 44.0]]],
      ]
      return feature
    }
    let drawn = scratch.path("zones.geojson")
    try JSONSerialization.data(withJSONObject: root).write(to: URL(filePath: drawn))
    let run = try Camin.run(
      "data", "publish", Self.day, "--zones", drawn, "--from", "2026-09-01", "--until",
      "2027-08-31", "--url", "https://example.org", "--out", scratch.path("tad"))
    #expect(run.status == 65, "\(run.everything)")
    #expect(run.errors.contains("[zones-overlap]"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("tad")))
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
    // One that is whole but carries nobody neither.
    let empty = scratch.path("empty")
    try FileManager.default.copyItem(atPath: Self.feed + "/lot-synthetic", toPath: empty)
    try Data("route_id,service_id,trip_id\n".utf8).write(to: URL(filePath: empty + "/trips.txt"))
    let idle = try Camin.run("data", "update", folder, "bus", empty)
    #expect(idle.status == 65)
    #expect(idle.errors.contains("camin_nothing_runs"))
    #expect(try Camin.run("data", "check", folder, "--on", "2026-11-25").status == 0)
    // The list names one feed, and the folder holds no other.
    let held = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0 != "feeds.json" }
    #expect(held.count == 1, "\(held)")
  }

  @Test func stopsOfTwoFeedsAreMatched() throws {
    let scratch = try Scratch()
    let folder = scratch.path("transit")
    for id in ["bus", "autre"] {
      #expect(
        try Camin.run("data", "add", folder, Self.feed + "/lot-synthetic", "--id", id).status == 0)
    }
    let list = try json(try Camin.run("data", "list", folder, "--json"))
    let shared = try #require(list["shared_stops"] as? [[String: Any]])
    #expect(!shared.isEmpty)
    #expect(shared.contains { $0["metres"] as? Int == 0 })
    let words = try Camin.run("data", "list", folder)
    #expect(words.output.contains("Arrêts communs à plusieurs jeux\u{A0}:"))
  }

  /// A feed of another year is taken, and told wherever it says nothing of the day.
  @Test func aFeedOfAnotherYear() throws {
    let scratch = try Scratch()
    let old = scratch.path("old")
    try FileManager.default.copyItem(atPath: Self.feed + "/lot-synthetic", toPath: old)
    for name in ["calendar.txt", "calendar_dates.txt"] {
      let url = URL(filePath: old + "/" + name)
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      try Data(
        text.replacingOccurrences(of: ",2027", with: ",2021")
          .replacingOccurrences(of: ",2026", with: ",2020").utf8
      ).write(to: url)
    }
    let add = try Camin.run("data", "add", scratch.path("transit"), old)
    #expect(add.status == 0, "\(add.everything)")
    #expect(add.output.contains("2020-08-31 – 2021-08-29"))
    let check = try Camin.run("data", "check", scratch.path("transit"))
    #expect(check.status == 0)
    #expect(check.everything.contains("expired_calendar"))
    let run = try Camin.run("alternatives", Self.day, "--feeds", old)
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.errors.contains("[feed-of-other-days]"), "\(run.errors)")
    #expect(run.output.contains("rien ne circule près de là à cette heure"))
  }
}
