import Foundation
import Testing

/// R17: `camin scenario expand`.
@Suite struct StandingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The small day with its first two bookings as standing orders, on Mondays and Wednesdays, and on Tuesdays.
  private func week() throws -> String {
    var day = try DayDocument()
    day.makeStanding(2, days: [["monday", "wednesday"], ["tuesday"]])
    try day.write(scratch.path("week.json"))
    return scratch.path("week.json")
  }

  private func ids(_ path: String) throws -> [String] {
    let root = try object(scratch.text(path))
    return (root["bookings"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  @Test func makesTheBookingsOfADayOnce() throws {
    let week = try week()
    let run = try Camin.run("scenario", "expand", week, "--out", scratch.path("day.json"))
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("Demandes créées"))
    let made = try ids("day.json")
    #expect(made.count == 21 && made.last == "b001:2026-11-25")
    let again = try Camin.run(
      "scenario", "expand", scratch.path("day.json"), "--out", scratch.path("again.json"), "--json")
    #expect(again.status == 0, "\(again.everything)")
    #expect(try object(again.output)["kept"] as? [String] == ["b001:2026-11-25"])
    #expect(try scratch.data("again.json") == scratch.data("day.json"))
    let plan = try Camin.run(
      "plan", scratch.path("day.json"), "--iterations", "20", "--out", scratch.path("out"))
    #expect(plan.status == 0, "\(plan.everything)")
    #expect(!plan.errors.contains("commande permanente"))
  }

  @Test func anotherDayLeavesTheSingleBookingsBehind() throws {
    let run = try Camin.run(
      "scenario", "expand", week(), "--date", "2026-12-01", "--out", scratch.path("tuesday"),
      "--json"
    )
    #expect(run.status == 0, "\(run.everything)")
    let told = try object(run.output)
    #expect(told["added"] as? [String] == ["b002:2026-12-01"])
    #expect((told["left"] as? [String])?.count == 20)
    #expect(try scratch.names("tuesday").contains("standing.csv"))
    let plan = try Camin.run(
      "plan", scratch.path("tuesday"), "--iterations", "20", "--out", scratch.path("out"), "--json")
    #expect(plan.status == 0, "\(plan.everything)")
    let legs = (try object(plan.output)["indicators"] as? [String: Any])?["legs"] as? Int
    #expect(legs == 2)
  }

  /// R52, R54: on the last Sunday of March the clock does not show half past two.
  @Test func anHourThatTheClockDoesNotShowCostsOneBooking() throws {
    var day = try DayDocument()
    day.makeStanding(2, days: [["sunday"], ["sunday"]])
    day.changeStanding(0) { order in
      var legs = Array((order["legs"] as? [[String: Any]] ?? []).prefix(1))
      legs[0]["anchor"] = ["depart_after": "02:30"]
      order["legs"] = legs
    }
    let store = try StoreAtHand(of: day)
    let out = store.scratch.path("sunday")
    let refused = try store.run("plan", "--iterations", "10", "--out", out, on: "2027-03-28")
    #expect(refused.status == 65, "\(refused.everything)")
    #expect(refused.errors.contains("b001:2027-03-28") && refused.errors.contains("02:30"))
    let run = try store.run(
      "plan", "--iterations", "10", "--leave-out-faulty", "--out", out, on: "2027-03-28")
    #expect(run.status == 3, "\(run.everything)")
    #expect(run.errors.contains("Demande laissée de côté") && run.errors.contains("02:30"))
    let plan = try PlanFile(out + "/plan.json")
    let legs = plan.drivers.keys + plan.unserved.flatMap { $0["legs"] as? [String] ?? [] }
    #expect(!legs.isEmpty && legs.allSatisfy { $0.hasPrefix("b002") }, "\(legs)")
    // The other Sundays are planned as ever.
    let later = try store.run("plan", "--iterations", "10", "--out", out, on: "2027-04-04")
    #expect(later.status == 0, "\(later.everything)")
    let expanded = try Camin.run(
      "scenario", "expand", store.scratch.path("day.json"), "--date", "2027-03-28", "--out",
      store.scratch.path("expanded.json"))
    #expect(expanded.status == 65 && expanded.errors.contains("/bookings/b001:2027-03-28"))
  }

  @Test func aDayWithoutItsOrdersIsTold() throws {
    let run = try Camin.run("validate", week())
    #expect(run.status == 0)
    #expect(run.errors.contains("camin scenario expand") && run.errors.contains("b001"))
  }

  @Test func roadsAreNamedFromTheNewFolder() throws {
    let day = try scratch.scenario()
    let run = try Camin.run(
      "scenario", "expand", day.path, "--out", scratch.path("deep/er"))
    #expect(run.status == 73, "the folder above is not there: \(run.everything)")
    let beside = try Camin.run("scenario", "expand", day.path, "--out", scratch.path("er.json"))
    #expect(beside.status == 0, "\(beside.everything)")
    let territory = try object(scratch.text("er.json"))["territory"] as? [String: Any]
    // The territory is a link here, which the way may follow.
    let roads = try #require(territory?["roads"] as? String)
    #expect(roads.hasSuffix("territories/lot/roads") && !roads.hasPrefix("/"))
    let valid = try Camin.run("validate", scratch.path("er.json"))
    #expect(valid.status == 0, "\(valid.everything)")
  }

  @Test func wrongInputIsToldAndNothingWritten() throws {
    let out = scratch.path("out.json")
    #expect(
      try Camin.run("scenario", "expand", week(), "--date", "soon", "--out", out).status == 64)
    #expect(try Camin.run("scenario", "expand", scratch.path("none"), "--out", out).status == 66)
    var day = try DayDocument()
    day.makeStanding(2, days: [["moonday"], []])
    try day.write(scratch.path("bad.json"))
    let run = try Camin.run("scenario", "expand", scratch.path("bad.json"), "--out", out, "--json")
    #expect(run.status == 65, "\(run.everything)")
    #expect(run.errors.contains("/standing/0/days/0") && run.errors.contains("/standing/1/days"))
    #expect(!FileManager.default.fileExists(atPath: out))
  }
}
