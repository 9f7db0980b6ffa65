import Foundation
import Testing

/// `camin replay`, and `camin check` on what a solution states.
@Suite struct ReplayTests {
  private let scratch: Scratch
  private let instance = Shipped.instance("darp_ab/a2-16.txt")

  init() throws { scratch = try Scratch() }

  private func solve(_ limits: String...) throws -> String {
    let path = scratch.path("s.json")
    let run = try Camin.run(["solve", instance, "--quiet", "--seed", "3", "--out", path] + limits)
    #expect(run.status == 0, "\(run.everything)")
    return path
  }

  private func change(_ path: String, _ edit: (inout [String: Any]) throws -> Void) throws {
    var members = try object(String(contentsOfFile: path, encoding: .utf8))
    try edit(&members)
    try JSONSerialization.data(withJSONObject: members).write(to: URL(filePath: path))
  }

  @Test func aRunOfIterationsIsRepeatedExactly() throws {
    let file = try solve("--iterations", "300")
    let run = try Camin.run("replay", file, instance)
    #expect(run.status == 0 && run.output.contains("même empreinte"), "\(run.everything)")
    let json = try object(Camin.run("replay", file, instance, "--json").output)
    #expect(json["same"] as? Bool == true && json["exactly_repeatable"] as? Bool == true)
    #expect(json["file_unchanged"] as? Bool == true)
    #expect(json["iterations"] as? Int == 300 && json["seed"] as? Int == 3)
  }

  @Test func anotherResultIsTold() throws {
    let file = try solve("--iterations", "300")
    try change(file) { members in
      var routes = try #require(members["routes"] as? [[Int]])
      routes[0].swapAt(0, 1)
      members["routes"] = routes
      members["solutionHash"] = String(repeating: "1", count: 64)
    }
    let run = try Camin.run("replay", file, instance)
    #expect(run.status == 2 && run.output.contains("Autre résultat"), "\(run.everything)")
    #expect(run.output.contains("a été modifié"))
  }

  @Test func aRunEndedByTimeIsToldToBeInexact() throws {
    let file = try solve("--time-limit", "0.5")
    let run = try Camin.run("replay", file, instance, "--lang", "en")
    #expect(run.status == 0 || run.status == 2, "\(run.everything)")
    #expect(run.output.contains("cannot be repeated exactly"), "\(run.everything)")
    #expect(run.output.contains("0.5"))
  }

  @Test func otherDataAreRefused() throws {
    let file = try solve("--iterations", "40")
    let run = try Camin.run("replay", file, Shipped.instance("darp_ab/a2-20.txt"))
    #expect(run.status == 65 && run.errors.contains("other-input"), "\(run.everything)")
    try change(file) { $0["seed"] = nil }
    let untold = try Camin.run("replay", file, instance)
    #expect(untold.status == 65 && untold.errors.contains("not-replayable"))
  }

  @Test func aPlanIsRepeatedFromItsScenario() throws {
    let plan = try Camin.run(
      "plan", Shipped.small, "--iterations", "60", "--quiet", "--out", scratch.path("out"))
    #expect(plan.status == 0, "\(plan.everything)")
    let file = scratch.path("out/plan.json")
    let made = try #require(try PlanFile(file).root["provenance"] as? [String: Any])
    #expect((made["plan_hash"] as? String)?.count == 64)
    let run = try Camin.run("replay", file, Shipped.small)
    #expect(run.status == 0 && run.output.contains("même empreinte"), "\(run.everything)")
    let scenario = try scratch.scenario()
    try scenario.change("territory.json", "\"name\"", to: "\"provenance\": \"other\", \"name\"")
    let other = try Camin.run("replay", file, scenario.path)
    #expect(other.status == 65, "\(other.everything)")
  }

  @Test("R43, R46: a plan that was mended is mended again from what its folder keeps")
  func aMendedPlanIsRepeated() throws {
    let day = try scratch.scenario()
    let told = scratch.path("told/plan.json")
    let plan = try Camin.run(
      "plan", day.path, "--iterations", "60", "--quiet", "--out", scratch.path("told"))
    #expect(plan.status == 0, "\(plan.everything)")
    let (run, leg) = try PlanFile(told).anyServed()
    let driver = try #require(try PlanFile(told).runs[run]["resource"] as? String)
    let mended = try Camin.run(
      "replan", day.path, told, "--now", "07:10", "--unavailable", driver + "@10:00",
      "--iterations", "60", "--quiet", "--out", scratch.path("new"))
    #expect(mended.status == 0, "\(mended.everything)")
    let file = scratch.path("new/plan.json")
    let provenance = try PlanFile(file).root["provenance"] as? [String: Any]
    #expect(provenance?["method"] as? String == "repair")
    let before = [file, day.path, "--previous", told]
    let again = try Camin.run(
      ["replay"] + before + ["--events", scratch.path("new/events.json"), "--json"])
    let verdict = try object(again.output)
    #expect(again.status == 0 && verdict["same"] as? Bool == true, "\(again.everything)")
    #expect(verdict["exactly_repeatable"] as? Bool == true)
    // What is missing, or another than it was, is named.
    let without = try Camin.run(["replay"] + before)
    #expect(without.status == 65 && without.errors.contains("needs-events"))
    let other = try Camin.run(["replay"] + before + ["--cancelled", leg])
    #expect(other.status == 65 && other.errors.contains("other-input"), "\(other.everything)")
    let plain = try Camin.run("replay", told, day.path, "--cancelled", leg)
    #expect(plain.status == 64, "\(plain.everything)")
  }

  @Test func aPlanOfOffersPlannedApartIsNoSingleRun() throws {
    let run = try Camin.run(
      "compare", Shipped.small, "--iterations", "40", "--quiet", "--out", scratch.path("both"))
    #expect(run.status == 0, "\(run.everything)")
    let replay = try Camin.run("replay", scratch.path("both/apart.json"), Shipped.small)
    #expect(replay.status == 65 && replay.errors.contains("camin compare"), "\(replay.everything)")
  }

  @Test func theCheckRecountsWhatASolutionStates() throws {
    let file = try solve("--iterations", "300")
    let sound = try Camin.run("check", instance, file)
    #expect(sound.status == 0, "\(sound.everything)")
    try change(file) { members in
      let objective = try #require(members["objective"] as? Double)
      members["lowerBound"] = objective * 0.9
      members["gap"] = 0.1
      members["proof"] = "column_generation"
      members["optimal"] = false
    }
    #expect(try Camin.run("check", instance, file).status == 0)
    try change(file) { $0["gap"] = 0.01 }
    try expectUntrue(file, "gap")
    try change(file) {
      $0["gap"] = 0.1
      $0["optimal"] = true
    }
    try expectUntrue(file, "optimal")
    try change(file) {
      $0["lowerBound"] = 1000
      $0["gap"] = 0
      $0["optimal"] = false
    }
    try expectUntrue(file, "lowerBound")
    try change(file) {
      $0["lowerBound"] = nil
      $0["gap"] = nil
      $0["cost"] = 3
    }
    try expectUntrue(file, "cost")
  }

  private func expectUntrue(_ file: String, _ field: String) throws {
    let run = try Camin.run("check", instance, file, "--json")
    let untrue = try #require(try object(run.output)["untrue"] as? [[String: Any]])
    #expect(run.status == 1)
    #expect(untrue.map { $0["field"] as? String } == [field], "\(run.everything)")
    #expect(try Camin.run("check", instance, file).output.contains("[\(field)]"))
  }

  @Test func theCheckFindsBrokenRulesInASolution() throws {
    let file = try solve("--iterations", "40")
    try change(file) { members in
      var routes = try #require(members["routes"] as? [[Int]])
      routes[0].reverse()
      members["routes"] = routes
      members["schedules"] = nil
    }
    let run = try Camin.run("check", instance, file)
    #expect(run.status == 1 && run.output.contains("[pickup-after-delivery]"), "\(run.everything)")
  }

  @Test func theCheckJudgesThePlansProof() throws {
    let plan = try Camin.run(
      "plan", Shipped.small, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(plan.status == 0, "\(plan.everything)")
    let file = scratch.path("out/plan.json")
    try change(file) {
      $0["proof"] = [
        "objective": 100, "lower_bound": 90, "gap": 0.1, "kind": "relaxation", "optimal": false,
      ]
    }
    #expect(try Camin.run("check", Shipped.small, file).status == 0)
    try change(file) {
      $0["proof"] = ["objective": 100, "lower_bound": 190, "gap": 0, "kind": "relaxation"]
    }
    let run = try Camin.run("check", Shipped.small, file)
    #expect(run.status == 1 && run.output.contains("[proof]"), "\(run.everything)")
  }
}
