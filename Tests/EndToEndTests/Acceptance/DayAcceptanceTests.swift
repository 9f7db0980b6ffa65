import Foundation
import Testing

/// Scenarios of the coordinator's day: waiting, returns, promises, refusals, calendar and fairness.
@Suite("Acceptance: the coordinator's day") struct DayAcceptanceTests {
  private static let waiting = ["pickup", "delivery", "pickup", "delivery"]

  @Test("H2: waiting 75 minutes against driving home, both priced; accompanying forces the wait")
  func waitOrHome() throws {
    var day = try AcceptanceDay("h02-wait-or-home")
    let waits = try day.planned()
    #expect(waits.kinds(0) == Self.waiting)
    #expect(cents(waits) == 1152)
    let wait = try waits.pickup("b1-2").minutes - waits.delivery("b1-1").minutes
    #expect(wait == 77, "75 minutes and two to get out")
    // At 15 € an hour, the wait is dearer than 36 km.
    try day.set("volunteer-default", "wait_value", 15)
    let home = try day.planned()
    #expect(home.kinds(0) == ["pickup", "delivery", "base", "pickup", "delivery"])
    #expect(cents(home) == 2304)
    try day.change("bookings", "b1") { $0["accompany"] = true }
    #expect(try day.planned().kinds(0) == Self.waiting)
    #expect(try day.broken(home) == ["accompany"])
  }

  private func cents(_ plan: PlanFile) -> Int { Int((plan.indicator("cost") * 100).rounded()) }

  @Test("H3: the outward trip fits, the return does not: refused whole, and the return is named")
  func returnImpossible() throws {
    var day = try AcceptanceDay("h03-return-impossible")
    let plan = try day.planned()
    #expect(plan.runs.isEmpty)
    #expect(plan.unserved.first?["legs"] as? [String] == ["b1-1", "b1-2"])
    let reasons = try plan.reasons("b1")
    #expect(
      reasons.map { $0["code"] as? String } == ["no_resource_in_time", "linked_leg"])
    #expect(reasons.map { $0["leg"] as? String } == ["b1-2", "b1-2"])
    #expect(try day.explained(plan, "b1-1").contains("b1-2"))
    try day.change("bookings", "b1") { $0["link_policy"] = "independent" }
    #expect(try day.planned().unserved.first?["legs"] as? [String] == ["b1-2"])
  }

  @Test("H7: a promised pick-up does not move beyond ten minutes for a new booking")
  func promise() throws {
    var day = try AcceptanceDay("h07-promise")
    let plan = try day.planned()
    let told = 9 * 60 + 40
    #expect(try abs(plan.pickup("b1-1").minutes - told) <= 10)
    #expect(plan.drivers["b2-1"] == "v1" || plan.unserved.count == 1)
    #expect(try day.broken(plan) == [])
    var other = try AcceptanceDay("h07-promise")
    other.addLock(["trip": "b2-1", "kind": "promise", "time": "08:00"])
    let found = try other.broken(plan)
    #expect(found.contains { $0.hasPrefix("lock-time volunteer-default.promise ") }, "\(found)")
    // The rider was told 09:40 sharp before the new booking came, and need be told nothing new.
    var before = try AcceptanceDay("h07-promise")
    try before.remove("bookings", "b2")
    try before.set("volunteer-default", "promise", 0)
    let known = try before.planned()
    let after = try day.planned(after: known)
    #expect(after.unserved.isEmpty)
    #expect(try abs(after.pickup("b1-1").minutes - told) <= 10)
    #expect(after.peopleToTell.filter { $0 == "r1" }.isEmpty, "\(after.peopleToTell)")
    try day.set("volunteer-default", "promise", 5)
    let narrow = try day.planned()
    #expect(try abs(narrow.pickup("b1-1").minutes - told) <= 5)
  }

  @Test("H8: a volunteer declines: the others' trips stay with whom they were")
  func decline() throws {
    var day = try AcceptanceDay("h08-decline")
    let before = try day.planned()
    #expect(before.unserved.isEmpty)
    #expect(before.drivers == ["b1-1": "v1", "b2-1": "v2", "b3-1": "v3", "b4-1": "v4"])
    day.addLock(["trip": "b1-1", "resource": "v1", "kind": "forbid"])
    let after = try day.planned(after: before)
    #expect(after.unserved.isEmpty)
    let other = try #require(after.drivers["b1-1"])
    #expect(other != "v1")
    let moved = before.drivers.filter { $0.key != "b1-1" && after.drivers[$0.key] != $0.value }
    #expect(moved.isEmpty)
    #expect(after.peopleToTell.contains("r1"))
    #expect(Set(after.peopleToTell).isSubset(of: ["r1", "v1", other]), "\(after.peopleToTell)")
    #expect(try day.broken(before) == ["not-eligible lock-forbid"])
  }

  @Test("H10: on the Sunday of the change of clocks, and past midnight")
  func clockChange() throws {
    var day = try AcceptanceDay("h10-clock-change")
    let plan = try day.planned()
    #expect(plan.unserved.isEmpty)
    #expect(try day.broken(plan) == [])
    let arrival = try #require(try plan.delivery("b1-1").stop["start"] as? String)
    #expect(arrival.hasPrefix("2026-03-29T07:") && arrival.hasSuffix("+02:00"))
    let night = try plan.pickup("b2-1").stop["start"] as? String
    #expect(night == "2026-03-30T00:15:00+02:00")
    try day.changeLeg("b1-1") { $0["anchor"] = ["arrive_by": "02:30"] }
    let skipped = try day.validated()
    #expect(skipped.status == 65 && skipped.errors.contains("02:30"), "\(skipped.everything)")
  }

  @Test("H10: on a holiday Monday the service is closed, and the reason says so")
  func holiday() throws {
    var day = try AcceptanceDay("h10-holiday-monday")
    let plan = try day.planned()
    #expect(plan.drivers == ["b2-1": "v1"])
    let reasons = try plan.reasons("b1")
    #expect(reasons.contains { $0["rule"] as? String == "closed-on-holidays" }, "\(reasons)")
    try day.changeTerritory { $0["holidays"] = [String]() }
    #expect(try day.planned().unserved.isEmpty)
  }

  @Test("H10: around a holiday Monday, Tuesday's rides are booked until Friday 16:00")
  func cutoff() throws {
    var day = try AcceptanceDay("h10-holiday-monday")
    try day.changeTerritory { $0["date"] = "2026-04-07" }
    try day.change("bookings", "b1") { $0["booked_at"] = "2026-04-03T16:00" }
    #expect(try day.planned().unserved.isEmpty)
    try day.change("bookings", "b1") { $0["booked_at"] = "2026-04-03T16:01" }
    let reasons = try day.planned().reasons("b1")
    let late = try #require(reasons.first { $0["code"] as? String == "after_deadline" })
    #expect(late["rule"] as? String == "tad-local.cutoff_time")
    #expect(late.french("text").contains("vendredi 03/04/2026"), "\(late)")
    // Counted in plain days, the day before is the holiday itself.
    try day.set("tad-local", "cutoff_working_days", 0)
    #expect(try day.planned().unserved.isEmpty)
  }

  @Test("H12: of two volunteers equally near, the one with fewer kilometres this year drives")
  func fairness() throws {
    var day = try AcceptanceDay("h12-fairness")
    #expect(try day.planned().drivers == ["b1-1": "v2"])
    try day.change("volunteers", "v1") { $0["km_this_year"] = 0 }
    try day.change("volunteers", "v2") { $0["km_this_year"] = 9000 }
    #expect(try day.planned().drivers == ["b1-1": "v1"])
  }
}
