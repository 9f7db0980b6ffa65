import Foundation
import Testing

/// `camin rehearse` and `camin plan --robust` on the small scenario.
@Suite struct RehearseTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
  }

  private func rehearse(_ arguments: String...) throws -> Camin.Run {
    try Camin.run(["rehearse", Shipped.small, scratch.path("out/plan.json")] + arguments)
  }

  @Test func tellsTheChanceOfEachStop() throws {
    let run = try rehearse("--json", "--days", "300")
    #expect(run.status == 0, "\(run.everything)")
    let found = try object(run.output)
    let stops = try #require(found["stops"] as? [[String: Any]])
    let plan = try PlanFile(scratch.path("out/plan.json"))
    let visits = plan.runs.indices.flatMap(plan.stops).filter {
      ["pickup", "delivery"].contains($0["kind"] as? String ?? "")
    }
    #expect(stops.count == visits.count)
    #expect(stops.allSatisfy { (0...1).contains($0["on_time"] as? Double ?? -1) })
    #expect(found["days"] as? Int == 300)
    // Assumptions are told as such.
    let figures = try #require(found["figures"] as? [[String: Any]])
    #expect(figures.count > 20)
    #expect(
      figures.allSatisfy { ($0["figure"] as? [String: Any])?["status"] as? String == "assumed" })
    // The times told are the plan's own, with the zone's offset.
    let told = Set(stops.compactMap { $0["told"] as? String })
    #expect(told == Set(visits.compactMap { $0["start"] as? String }))
  }

  @Test func speaksBothLanguagesAndWritesATable() throws {
    let french = try rehearse("--days", "100")
    #expect(
      french.status == 0 && french.output.contains("Le plan tiendra-t-il"), "\(french.everything)")
    #expect(french.output.contains("supposés") && french.output.contains("Hypothèses"))
    let english = try rehearse("--days", "100", "--lang", "en")
    #expect(english.output.contains("Will the plan hold?") && english.output.contains("assumed"))
    let table = try rehearse("--days", "100", "--csv")
    let lines = table.output.split(separator: "\r\n")
    #expect(lines[0].contains("tournée;arrêt;type;trajet"))
    #expect(
      Set(lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).count }) == [15])
  }

  @Test func equalSeedsGiveEqualBytesOnAnyNumberOfThreads() throws {
    let one = try rehearse("--json", "--days", "200", "--threads", "1").output
    #expect(try rehearse("--json", "--days", "200", "--threads", "4").output == one)
    #expect(try rehearse("--json", "--days", "200", "--seed", "2").output != one)
  }

  @Test func takesTheFiguresOfTheDaysOwnProfile() throws {
    let day = try scratch.scenario()
    try FileManager.default.createDirectory(
      atPath: day.path + "/rules", withIntermediateDirectories: true)
    let source = Shipped.root.appending(
      path: "Sources/Planning/Rules/Profiles/rehearsal-default.json")
    var profile = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: source)) as? [String: Any])
    var figures = try #require(profile["figures"] as? [String: [String: Any]])
    for key in figures.keys
    where key.hasPrefix("travel.") || key.hasSuffix(".chance") || key.hasSuffix(".spread")
      || key == "service"
    {
      figures[key]?["value"] = 0
    }
    profile["figures"] = figures
    try day.write("rules/calm.json", JSONSerialization.data(withJSONObject: profile))
    let run = try Camin.run(
      "rehearse", day.path, scratch.path("out/plan.json"), "--json", "--days", "20")
    #expect(run.status == 0, "\(run.everything)")
    let found = try object(run.output)
    #expect(found["holds"] as? Double == 1 && found["late_riders"] as? Double == 0)
    #expect((found["connections"] as? [Any])?.isEmpty == true)
    figures["no_show.chance"]?["value"] = 2
    profile["figures"] = figures
    try day.write("rules/calm.json", JSONSerialization.data(withJSONObject: profile))
    let bad = try Camin.run("rehearse", day.path, scratch.path("out/plan.json"))
    #expect(bad.status == 65 && bad.errors.contains("no_show.chance"), "\(bad.everything)")
  }

  @Test func refusesWhatMakesNoSense() throws {
    #expect(try rehearse("--days", "0").status == 64)
    #expect(try rehearse("--threads", "0").status == 64)
    #expect(try rehearse("--csv", "--json").status == 64)
    #expect(try Camin.run("rehearse", Shipped.small, scratch.path("none.json")).status == 66)
    var plan = try PlanFile(scratch.path("out/plan.json"))
    plan.runs[0]["resource"] = "nobody"
    try plan.write(scratch.path("wrong.json"))
    let wrong = try Camin.run("rehearse", Shipped.small, scratch.path("wrong.json"))
    #expect(wrong.status == 65 && wrong.errors.contains("/runs/0/resource"), "\(wrong.everything)")
    let both = try Camin.run(
      "plan", Shipped.small, "--robust", "--previous", scratch.path("out/plan.json"))
    #expect(both.status == 64 && both.errors.contains("--robust"), "\(both.everything)")
  }

  @Test func aRobustPlanKeepsTheRulesAndTellsWhatItCosts() throws {
    let run = try Camin.run(
      "plan", Shipped.small, "--robust", "--iterations", "400", "--json", "--out",
      scratch.path("robust"))
    #expect(run.status == 0, "\(run.everything)")
    let robust = try #require(try object(run.output)["robust"] as? [String: Any])
    let before = try #require(robust["before"] as? [String: Double])
    let after = try #require(robust["after"] as? [String: Double])
    let price = try #require(robust["price"] as? Double)
    let fewer = try #require(before["late_riders"]) - (try #require(after["late_riders"]))
    #expect((robust["kept"] as? Int ?? 0) == 0 ? fewer == 0 : fewer > 0 && price > 0)
    #expect((after["served_legs"] ?? 0) >= (before["served_legs"] ?? 0))
    let check = try Camin.run("check", Shipped.small, scratch.path("robust/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
    // Rehearsed again, the plan written is the one told.
    let again = try Camin.run(
      "rehearse", Shipped.small, scratch.path("robust/plan.json"), "--json")
    let late = try #require(try object(again.output)["late_riders"] as? Double)
    #expect(abs(late - (after["late_riders"] ?? -1)) < 1e-9)
    // Several searches have made it, and make it again.
    let plan = try PlanFile(scratch.path("robust/plan.json"))
    let provenance = try #require(plan.root["provenance"] as? [String: Any])
    #expect(provenance["method"] as? String == "robust")
    let replay = try Camin.run("replay", scratch.path("robust/plan.json"), Shipped.small)
    #expect(replay.status == 0 && replay.output.contains("même empreinte"), "\(replay.everything)")
    let text = try Camin.run(
      "plan", Shipped.small, "--robust", "--iterations", "60", "--out", scratch.path("robust"))
    #expect(text.status == 0 && text.output.contains("esserr"), "\(text.everything)")
  }
}
