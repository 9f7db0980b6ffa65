import Foundation
import Testing

/// `camin plan --previous`: what people were told changes little, and the changes are told.
@Suite struct StabilityTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "60", "--quiet", "--out", scratch.path("told"))
    #expect(run.status == 0, "\(run.everything)")
  }

  private var told: String { scratch.path("told/plan.json") }

  private func again(_ day: String = Shipped.small, _ more: String...) throws -> Camin.Run {
    try Camin.run(
      ["plan", day, "--iterations", "60", "--out", scratch.path("new"), "--previous", told] + more)
  }

  /// Driver of each leg served.
  private func drivers(_ plan: PlanFile) -> [String: String] {
    var drivers: [String: String] = [:]
    for run in plan.runs.indices {
      for stop in plan.stops(run) where stop["kind"] as? String == "pickup" {
        drivers[stop["leg"] as? String ?? ""] = plan.runs[run]["resource"] as? String
      }
    }
    return drivers
  }

  @Test("R43: every rider who gets another driver is among the changes, and nobody else")
  func tellsEveryChange() throws {
    let (day, before) = (try scratch.scenario(), try PlanFile(told))
    let (run, leg) = try before.anyServed()
    let driver = try #require(before.runs[run]["resource"] as? String)
    // The driver of one leg declines it.
    var locks = try day.lines("locks.csv")
    locks.append("\(leg);\(driver);interdire;")
    try day.write("locks.csv", Data((locks.joined(separator: "\n") + "\n").utf8))
    let made = try again(day.path)
    #expect(made.status == 0, "\(made.everything)")
    #expect(made.output.contains("À annoncer"))
    let after = try PlanFile(scratch.path("new/plan.json"))
    let (old, new) = (drivers(before), drivers(after))
    let expected = old.keys.filter { new[$0] != nil && new[$0] != old[$0] }.sorted()
    let lost = old.keys.filter { new[$0] == nil }.sorted()
    let told = try #require(after.root["changes"] as? [String: Any])
    #expect(
      told["previous"] as? String == (before.root["provenance"] as? [String: Any])?["plan_hash"]
        as? String)
    let changes = try #require(told["changes"] as? [[String: Any]])
    func legs(_ kind: String) -> [String] {
      changes.filter { $0["kind"] as? String == kind }.flatMap { $0["legs"] as? [String] ?? [] }
        .sorted()
    }
    #expect(legs("other_driver") == expected)
    #expect(legs("lost") == lost)
    #expect(new[leg] != driver)
    let tiers = try #require(after.root["tiers"] as? [[String: Any]])
    let stability = try #require(tiers.first { $0["id"] as? String == "stability" })
    let sum = changes.reduce(0) { $0 + ($1["price"] as? Double ?? 0) }
    #expect(abs((stability["value"] as? Double ?? -1) - sum) < 0.005)
    #expect(try scratch.text("new/plan.html").contains("Changements à annoncer"))
    let english = try again(day.path, "--lang", "en")
    #expect(english.output.contains("To be told"), "\(english.everything)")
    // The checker passes the new plan by itself.
    let check = try Camin.run("check", day.path, scratch.path("new/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
  }

  @Test("R43, R46: such a plan is made again from the same plan told, and refused without it")
  func replays() throws {
    #expect(try again(Shipped.small, "--quiet").status == 0)
    let file = scratch.path("new/plan.json")
    let without = try Camin.run("replay", file, Shipped.small)
    #expect(
      without.status == 65 && without.errors.contains("needs-previous"), "\(without.everything)")
    let with = try Camin.run("replay", file, Shipped.small, "--previous", told)
    #expect(with.status == 0, "\(with.everything)")
  }

  @Test("R43: a plan told that cannot be read, or of another day, is a fault; nothing is written")
  func badPrevious() throws {
    let cases: [(edit: (inout [String: Any]) -> Void, code: String)] = [
      ({ $0["date"] = "2026-11-26" }, "other-day"), ({ $0["runs"] = 3 }, "wrong-type"),
    ]
    for (edit, code) in cases {
      var root = try PlanFile(told).root
      edit(&root)
      let path = scratch.path("bad.json")
      try JSONSerialization.data(withJSONObject: root).write(to: URL(filePath: path))
      let run = try Camin.run(
        "plan", Shipped.small, "--previous", path, "--out", scratch.path("none"), "--json")
      #expect(run.status == 65 && run.errors.contains(code), "\(run.everything)")
    }
    let absent = try Camin.run(
      "plan", Shipped.small, "--previous", scratch.path("absent.json"), "--out",
      scratch.path("none"))
    #expect(absent.status == 66, "\(absent.everything)")
    let alone = try Camin.run("plan", Shipped.small, "--keep-times", "--out", scratch.path("none"))
    #expect(alone.status == 64 && alone.errors.contains("--previous"), "\(alone.everything)")
    #expect(try !scratch.names().contains("none"))
  }

  @Test("R41: a frozen run stays as it was told; without a plan told it is a fault")
  func frozen() throws {
    let (day, before) = (try scratch.scenario(), try PlanFile(told))
    let (run, _) = try before.anyServed()
    let driver = try #require(before.runs[run]["resource"] as? String)
    try day.write("locks.csv", Data("trajet;ressource;verrou;heure\n;\(driver);figer;\n".utf8))
    let alone = try Camin.run("plan", day.path, "--out", scratch.path("none"), "--json")
    #expect(
      alone.status == 65 && alone.errors.contains("frozen-without-plan"), "\(alone.everything)")
    let made = try again(day.path, "--quiet")
    #expect(made.status == 0, "\(made.everything)")
    let after = try PlanFile(scratch.path("new/plan.json"))
    func legs(_ plan: PlanFile) -> [[String]] {
      plan.runs.indices.filter { plan.runs[$0]["resource"] as? String == driver }
        .map { plan.stops($0).compactMap { $0["leg"] as? String } }
    }
    #expect(legs(after) == legs(before))
  }
}
