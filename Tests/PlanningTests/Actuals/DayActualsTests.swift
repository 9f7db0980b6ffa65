import Planning
import Testing

@Suite("R61: what was done")
struct DayActualsTests {
  private func status(_ actuals: DayActuals, _ leg: String) throws -> Actual.Status? {
    try #require(actuals.rides.first { actuals.day.legs[$0.leg].leg.id == leg }).status
  }

  @Test("R61: a row of the sheet speaks for its legs, one of a leg for itself; the rest is unknown")
  func bySheetOrLeg() throws {
    let day = try ActualsDay()
    let none = try day.read()
    #expect(none.unreported.count == 3)
    #expect(none.sheets.map(\.basis) == [.unreported, .unreported])
    let sheet = try day.read(Actual(run: "v1#1"))
    #expect(try status(sheet, "b1-1") == .done && status(sheet, "b1-2") == .done)
    #expect(try status(sheet, "b2-1") == nil)
    #expect(sheet.sheets.map(\.basis) == [.derived, .unreported])
    #expect(sheet.sheets[0].metres == 80_000)
    // Whichever row comes first.
    let leg = Actual(leg: "b1-2", status: .noShow)
    for rows in [[Actual(run: "v1#1"), leg], [leg, Actual(run: "v1#1")]] {
      let read = try day.read(rows)
      #expect(try status(read, "b1-1") == .done && status(read, "b1-2") == .noShow)
    }
  }

  @Test("R61: kilometres noted count; otherwise the planned way over the stops made")
  func kilometres() throws {
    let day = try ActualsDay()
    let noted = try day.read(Actual(run: "v1#1", kilometres: 93.4))
    #expect(noted.sheets[0].basis == .measured && noted.sheets[0].metres == 93_400)
    func derived(_ first: Actual.Status, _ second: Actual.Status) throws -> DayActuals.Sheet {
      try day.read(
        Actual(leg: "b1-1", status: first), Actual(leg: "b1-2", status: second)
      ).sheets[0]
    }
    #expect(try derived(.done, .done).metres == 80_000)
    // To the door at k10 and home again.
    #expect(try derived(.noShow, .lateCancel).metres == 20_000)
    #expect(try derived(.cancelledOnSpot, .unmet).metres == 20_000)
    // There with the rider, and home without.
    #expect(try derived(.done, .lateCancel).metres == 80_000)
    #expect(try derived(.lateCancel, .lateCancel).basis == .notDriven)
    #expect(try derived(.unmet, .unmet).metres == 0)
  }

  @Test("R61: the plan as it was driven has those on board who rode, and what the kilometres cost")
  func driven() throws {
    let day = try ActualsDay()
    let actuals = try day.read(
      Actual(
        run: "v1#1", departure: ActualsDay.at("08:55"), arrival: ActualsDay.at("12:10"),
        kilometres: 90),
      Actual(leg: "b1-1", pickup: ActualsDay.at("09:14"), setdown: ActualsDay.at("09:50")),
      Actual(leg: "b1-2", status: .cancelledOnSpot))
    let driven = actuals.driven
    #expect(driven.runs.map(\.id) == ["v1#1"])
    let run = driven.runs[0]
    #expect(run.metres == 90_000 && run.departure == 8 * 3600 + 55 * 60)
    #expect(run.stops.map(\.leg) == ["b1-1", "b1-1", ""])
    #expect(run.stops[0].start == 9 * 3600 + 14 * 60)
    #expect(abs(run.cost - (day.plan.runs[0].cost + 10 * 0.32)) < 1e-9)
    // 30 km with the rider of the 80 planned, 10 more of which nothing is known.
    #expect(run.emptyMetres == 60_000)
    #expect(Set(driven.unserved.flatMap(\.legs)) == ["b1-2", "b2-1"])
    let tariff = try DayTariff(of: driven, on: day.line.day())
    #expect(tariff.shares.map(\.leg) == ["b1-1"])
    #expect(tariff.volunteers.map(\.reimbursedCents) == [2880])
  }

  @Test("R52, R61: all that does not fit the plan is told at once, each at its row")
  func faults() throws {
    let day = try ActualsDay()
    let at = ActualsDay.at
    let found = try day.faults(
      Actual(run: "v9#1"), Actual(leg: "b9-1", status: .done), Actual(),
      Actual(date: PlanDate("2026-11-26"), run: "v1#1"),
      Actual(run: "t1#1", status: .noShow), Actual(run: "t1#1"),
      Actual(run: "v1#1", pickup: at("09:00")), Actual(leg: "b1-1"),
      Actual(run: "t1#1", leg: "b1-2", status: .done), Actual(leg: "b1-2", status: .done),
      Actual(leg: "b2-1", status: .noShow, setdown: at("09:00")))
    #expect(
      found == [
        "2 unknown-run run", "3 unknown-leg leg", "4 row-of-nothing leg", "5 other-day date",
        "6 status-of-legs status", "7 duplicate-id run", "8 wrong-row pickup",
        "9 missing-value status", "10 other-run run", "11 duplicate-id leg",
        "12 contradiction status",
      ])
    let times = try day.faults(
      Actual(run: "v1#1", departure: at("09:00"), arrival: at("08:00")),
      Actual(leg: "b1-1", departure: at("09:00"), pickup: at("09:30"), setdown: at("09:10")))
    #expect(
      times == [
        "2 times-backwards arrival", "3 wrong-row departure", "3 times-backwards setdown",
      ])
    var unserved = day
    unserved.plan.runs.removeLast()
    #expect(try unserved.faults(Actual(leg: "b2-1", status: .done)) == ["2 leg-not-planned leg"])
  }

  @Test("R61: a counter's reading in place of kilometres is looked at, not refused")
  func counter() throws {
    let day = try ActualsDay()
    #expect(try day.read(Actual(run: "v1#1", kilometres: 95)).warnings == [])
    let odd = try day.read(Actual(run: "v1#1", kilometres: 1400)).warnings
    #expect(odd.map(\.code) == ["far-from-planned"])
    #expect(odd[0].cause.en.contains("80 km"))
  }

  @Test("R54, R61: noted times are those of the clock, past midnight and on the day of the change")
  func clock() throws {
    let spring = try ActualsDay(date: "2026-03-29")
    let read = try spring.read(
      Actual(leg: "b1-1", pickup: ActualsDay.at("10:11"), setdown: ActualsDay.at("10:50")))
    // One hour of the night is missing.
    #expect(read.rides[0].pickup == 9 * 3600 + 11 * 60)
    #expect(
      try spring.faults(Actual(leg: "b1-1", pickup: ActualsDay.at("02:30"))) == [
        "2 no-such-time pickup"
      ])
    let autumn = try ActualsDay(date: "2026-10-25")
    #expect(
      try autumn.read(Actual(leg: "b1-1", pickup: ActualsDay.at("09:11"))).rides[0].pickup
        == 10 * 3600 + 11 * 60)
    let night = try ActualsDay().read(
      Actual(run: "v1#1", departure: ActualsDay.at("23:50"), arrival: ActualsDay.at("24:40")))
    #expect(night.sheets[0].arrival == 24 * 3600 + 40 * 60)
    #expect(
      try ActualsDay().faults(
        Actual(run: "v1#1", departure: ActualsDay.at("23:50"), arrival: ActualsDay.at("00:40")))
        == ["2 times-backwards arrival"])
  }

  @Test("R61: trips by status, punctuality as noted, kilometres; sums of several days")
  func totals() throws {
    let day = try ActualsDay()
    let first = ActualsTotals(
      try day.read(
        Actual(run: "v1#1", kilometres: 85), Actual(run: "t1#1", status: .unmet),
        Actual(leg: "b1-1", pickup: ActualsDay.at("09:25"), setdown: ActualsDay.at("10:05")),
        Actual(leg: "b1-2", pickup: ActualsDay.at("11:05"))))
    #expect(first.plannedLegs == 3 && first.reportedLegs == 3)
    #expect(first.byStatus == ["done": 2, "unmet": 1])
    // 09:10 was told for b1-1, and ten minutes promised; 11:00 for b1-2.
    #expect(first.timedPickups == 2 && first.promptPickups == 1)
    #expect(first.timedAppointments == 1 && first.keptAppointments == 0)
    #expect(first.drivenRuns == 1 && first.reportedRuns == 2)
    #expect(first.drivenMetres == 85_000 && first.measuredMetres == 85_000)
    #expect(first.metresByMode == ["volunteer": 85_000])
    let second = ActualsTotals(try day.read(Actual(run: "t1#1")))
    let sum = first + second
    #expect(sum.days == 2 && sum.plannedLegs == 6 && sum.reportedLegs == 4)
    #expect(sum.byStatus == ["done": 3, "unmet": 1])
    #expect(sum.metresByMode == ["volunteer": 85_000, "tad": 40_000])
  }
}
