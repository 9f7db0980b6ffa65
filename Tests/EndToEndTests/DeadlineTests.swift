import Foundation
import Testing

/// R58: what becomes of late requests, in the built command.
@Suite struct DeadlineTests {
  private let scratch: Scratch
  private var day: DayDocument

  init() throws {
    scratch = try Scratch()
    day = try DayDocument()
  }

  /// Bookings that ask for the TAD alone, all made after the deadline.
  private func late() -> (day: DayDocument, ids: [String]) {
    var day = day
    var ids: [String] = []
    for (index, booking) in day.bookings.enumerated()
    where (booking["modes"] as? [String])?.contains("tad") == true {
      day.set("modes", of: index, to: ["tad"])
      day.set("booked_at", of: index, to: "2026-11-24T17:30")
      ids.append(booking["id"] as? String ?? "")
    }
    return (day, ids)
  }

  private func plan(_ day: DayDocument, _ more: String...) throws -> (Camin.Run, PlanFile) {
    try day.write(scratch.path("day.json"))
    let run = try Camin.run(
      [
        "plan", scratch.path("day.json"), "--iterations", "60", "--out", scratch.path("out"),
      ] + more)
    #expect(run.status == 0, "\(run.everything)")
    let check = try Camin.run("check", scratch.path("day.json"), scratch.path("out/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
    return (run, try PlanFile(scratch.path("out/plan.json")))
  }

  @Test func lateRequestsAreRefusedWithBothMoments() throws {
    let (day, ids) = late()
    #expect(ids.count > 3)
    let (run, plan) = try plan(day)
    let refused = plan.unserved.filter { booking in
      let reasons = booking["reasons"] as? [[String: Any]]
      return reasons?.first?["code"] as? String == "after_deadline"
    }
    #expect(Set(refused.compactMap { $0["booking"] as? String }).isSubset(of: ids))
    #expect(!refused.isEmpty && plan.root["standby"] == nil)
    #expect(run.output.contains("Demandé le mardi 24/11/2026 à 17:30"))
    #expect(run.output.contains("jusqu’au mardi 24/11/2026 à 16:00"))
  }

  @Test func aTerritoryMayKeepThemOnStandby() throws {
    let (late, ids) = late()
    var day = late
    try day.takeProfile("tad-local", ["cutoff_standby": 1])
    let (run, plan) = try plan(day, "--lang", "en")
    let standby = try #require(plan.root["standby"] as? [String])
    #expect(!standby.isEmpty && Set(standby).isSubset(of: ids))
    #expect(run.output.contains("on standby") && run.output.contains("booked after the deadline"))
    #expect(try scratch.text("out/plan.html").contains("standby: booked after the deadline"))
    let unserved = try scratch.text("out/unserved.csv")
    #expect(unserved.contains(";standby"))
  }

  @Test func aMomentThatCannotBeIsTold() throws {
    var day = day
    day.set("booked_at", of: 0, to: "yesterday")
    day.set("booked_at", of: 1, to: "2026-11-26T08:00")
    try day.write(scratch.path("day.json"))
    let run = try Camin.run("validate", scratch.path("day.json"), "--json")
    #expect(run.status == 65)
    let faults = try #require(object(run.output)["faults"] as? [[String: Any]])
    #expect(Set(faults.compactMap { $0["code"] as? String }) == ["bad-moment", "booked-after-day"])
    #expect(
      Set(faults.compactMap { $0["pointer"] as? String }) == [
        "/bookings/0/booked_at", "/bookings/1/booked_at",
      ])
  }
}
