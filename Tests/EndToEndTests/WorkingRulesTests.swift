import Foundation
import Testing

/// R31 by the built command: the evening before, a plan made without it, and wrong input.
@Suite struct WorkingRulesTests {
  private func plan(_ day: String, _ scratch: Scratch) throws -> PlanFile {
    let run = try Camin.run(
      "plan", day, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
    return try PlanFile(scratch.path("out/plan.json"))
  }

  private func minutes(_ instant: Any?) throws -> Int {
    let text = try #require(instant as? String)
    let parts = text.dropFirst(11).prefix(5).split(separator: ":").compactMap { Int($0) }
    return parts[0] * 60 + parts[1]
  }

  @Test("R31: a driver who ended at 23:30 starts at 10:30, and an earlier plan is named")
  func dailyRest() throws {
    let scratch = try Scratch()
    var day = try EditedDay()
    let before = try plan(day.write(in: scratch), scratch)
    let early = try #require(
      try before.runs.first { run in
        try run["mode"] as? String != "volunteer" && minutes(run["departure"]) < 630
      })
    let resource = try #require(early["resource"] as? String)
    try day.changeEach("availability") { row in
      if row["resource"] as? String == resource { row["last_end"] = "23:30" }
    }
    let tired = try day.write(in: scratch, as: "tired.json")
    let check = try Camin.run("check", tired, scratch.path("out/plan.json"), "--json")
    #expect(check.status == 1)
    let verdict = try #require(
      JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
    let violations = try #require(verdict["violations"] as? [[String: Any]])
    let named = try #require(violations.first { $0["rule"] as? String == "daily-rest" })
    #expect(named["limit"] as? Double == 39_600)
    #expect((named["figure"] as? String)?.hasSuffix(".daily_rest") == true)
    #expect((named["source"] as? String)?.isEmpty == false)
    let after = try plan(tired, scratch)
    for run in after.runs where run["resource"] as? String == resource {
      #expect(try minutes(run["departure"]) >= 630)
    }
    let again = try Camin.run("check", tired, scratch.path("out/plan.json"), "--quiet")
    #expect(again.status == 0, "\(again.everything)")
  }

  @Test("R34: the plan tells the minutes that riders wait on board")
  func parkedMinutes() throws {
    let scratch = try Scratch()
    let plan = try plan(Shipped.small, scratch)
    let indicators = try #require(plan.root["indicators"] as? [String: Any])
    #expect(indicators["parked_minutes"] is Double || indicators["parked_minutes"] is Int)
  }

  @Test("R31: a last end that is no time, and one of somebody absent, are told at once")
  func badInput() throws {
    let scratch = try Scratch()
    var day = try EditedDay()
    var rows = try day.list("availability")
    rows[0]["last_end"] = "25:99"
    rows[1]["start"] = nil
    rows[1]["end"] = nil
    rows[1]["absent"] = true
    rows[1]["last_end"] = "21:00"
    day.set("availability", rows)
    let run = try Camin.run("validate", day.write(in: scratch))
    #expect(run.status == 65, "\(run.everything)")
    let told = run.output + run.errors
    #expect(told.contains("25:99") && told.contains("/availability/0/last_end"))
    #expect(told.contains("/availability/1"))
  }
}
