import Planning
import Testing

@Suite("R17: standing orders")
struct StandingTests {
  private static func date(_ text: String) -> PlanDate {
    PlanDate(text) ?? PlanDate(year: 1970, month: 1, day: 1)
  }

  /// Dialysis there and back on Mondays, Wednesdays and Fridays.
  private func line(_ change: (inout StandingOrder) -> Void = { _ in }) -> LineTerritory {
    var line = LineTerritory()
    line.addReturn(
      7, from: 10, to: 40, by: "10:00", back: .release(LineTerritory.at("14:00"), spread: 900))
    var order = StandingOrder(
      booking: line.scenario.bookings.removeLast(),
      days: [.weekday(.monday), .weekday(.wednesday), .weekday(.friday)])
    change(&order)
    line.scenario.standing = [order]
    line.addVolunteer("v1", home: 0)
    line.addVolunteer("v2", home: 10)
    return line
  }

  private func runs(_ order: StandingOrder, _ date: String, holidays: [String] = []) -> Bool {
    order.runs(on: Self.date(date), holidays: holidays.map(Self.date))
  }

  @Test("R17: days of the week, first and last day, exceptions, holidays and single dates")
  func pattern() {
    var order = line().scenario.standing[0]
    #expect(runs(order, "2026-11-25") && runs(order, "2026-11-27") && runs(order, "2026-11-30"))
    #expect(!runs(order, "2026-11-24") && !runs(order, "2026-11-28"))
    #expect(!runs(order, "2026-11-11", holidays: ["2026-11-11"]))
    order.onHolidays = true
    #expect(runs(order, "2026-11-11", holidays: ["2026-11-11"]))
    (order.firstDay, order.lastDay) = (Self.date("2026-11-25"), Self.date("2026-11-30"))
    #expect(!runs(order, "2026-11-23") && runs(order, "2026-11-25"))
    #expect(runs(order, "2026-11-30") && !runs(order, "2026-12-02"))
    order.except = [Self.date("2026-11-27"), Self.date("2026-12-05")]
    #expect(!runs(order, "2026-11-27"))
    // The Friday is made up for on a Saturday after the last day; the other Saturday is cancelled again.
    order.days += [.date(Self.date("2026-12-04")), .date(Self.date("2026-12-05"))]
    #expect(runs(order, "2026-12-04", holidays: ["2026-12-04"]) && !runs(order, "2026-12-05"))
  }

  @Test("R17: every second week is counted by weeks from Monday, over the turn of the year")
  func fortnight() {
    var order = line().scenario.standing[0]
    order.everyWeeks = 2
    // A Friday: the Monday of its week counts as the same week, but lies before the first day.
    order.firstDay = Self.date("2026-12-18")
    let dates = [
      "2026-12-14", "2026-12-18", "2026-12-21", "2026-12-28", "2027-01-01", "2027-01-04",
    ]
    #expect(dates.map { runs(order, $0) } == [false, true, false, true, true, false])
  }

  @Test("R17: the bookings of a date have ids of their own, and doing it twice changes nothing")
  func expanded() throws {
    let base = line().scenario
    let once = StandingExpansion(base, on: base.territory.date)
    #expect(once.added == ["b7:2026-11-25"] && once.kept == [] && once.left == [])
    let booking = try #require(once.scenario.bookings.first)
    #expect(booking.legs.map(\.id) == ["b7-1:2026-11-25", "b7-2:2026-11-25"])
    #expect(booking.rider == "r7" && booking.legs[0].anchor == .arriveBy(LineTerritory.at("10:00")))
    let twice = StandingExpansion(once.scenario, on: base.territory.date)
    #expect(twice.scenario == once.scenario)
    #expect(twice.added == [] && twice.kept == ["b7:2026-11-25"])
    // What the coordinator has changed for the day stays.
    var changed = once.scenario
    changed.bookings[0].companions = 1
    #expect(StandingExpansion(changed, on: base.territory.date).scenario == changed)
  }

  @Test(
    "R17: on another date single bookings and those of other days stay behind, with their locks")
  func anotherDate() {
    var base = line().scenario
    var single = base.standing[0].booking
    single.id = "x"
    base.bookings = [single]
    let wednesday = StandingExpansion(base, on: base.territory.date)
    #expect(wednesday.left == [] && wednesday.scenario.bookings.count == 2)
    var locked = wednesday.scenario
    locked.locks = [
      PlanLock(trip: "b7-1:2026-11-25", resource: "v1", kind: .assign),
      PlanLock(trip: "x", resource: "v1", kind: .assign),
    ]
    let friday = StandingExpansion(locked, on: Self.date("2026-11-27"))
    #expect(friday.scenario.bookings.map(\.id) == ["b7:2026-11-27"])
    #expect(friday.left == ["x", "b7:2026-11-25"] && friday.scenario.locks == [])
    #expect(friday.scenario.territory.date == Self.date("2026-11-27"))
    let saturday = StandingExpansion(locked, on: Self.date("2026-11-28"))
    #expect(saturday.scenario.bookings == [] && saturday.resting == ["b7"])
    // An exception made later takes the booking away again.
    locked.standing[0].except = [locked.territory.date]
    #expect(
      StandingExpansion(locked, on: locked.territory.date).scenario.bookings.map(\.id) == ["x"])
  }

  @Test("R17: the usual driver is preferred where it costs little, once only")
  func usualDriver() throws {
    var line = line { $0.usualDriver = "v1" }
    line.scenario = StandingExpansion(line.scenario, on: line.scenario.territory.date).scenario
    line.scenario = StandingExpansion(line.scenario, on: line.scenario.territory.date).scenario
    #expect(line.scenario.volunteers.map(\.ridersPreferred) == [["r7"], []])
    #expect(try line.planned().unserved.isEmpty)
  }

  @Test("R17: a day whose orders were not made into bookings is told")
  func forgotten() throws {
    var line = line()
    var found = try ScenarioCheck(line.scenario, rules: line.rules).findings()
    #expect(found.faults == [])
    #expect(found.warnings.map(\.code) == ["standing-not-expanded"])
    line.scenario = StandingExpansion(line.scenario, on: line.scenario.territory.date).scenario
    found = try ScenarioCheck(line.scenario, rules: line.rules).findings()
    #expect(found.warnings == [])
  }

  @Test("R17, R52: faults of orders are told at once, each at the order or its leg")
  func faults() throws {
    var line = line {
      $0.days = []
      ($0.firstDay, $0.lastDay) = (Self.date("2026-12-01"), Self.date("2026-11-01"))
      $0.usualDriver = "v9"
      $0.booking.rider = "r9"
      $0.booking.legs[1].to = "k40"
    }
    line.scenario.standing.append(line.scenario.standing[0])
    line.scenario.standing[1].firstDay = nil
    line.scenario.standing[1].everyWeeks = 2
    line.scenario.standing[1].booking.legs = []
    let found = try ScenarioCheck(line.scenario, rules: line.rules).findings().faults
    #expect(
      Set(found.map { "\($0.code) \($0.place.pointer ?? "")" }) == [
        "duplicate-id /standing/1/id", "unknown-rider /standing/0/rider",
        "same-place /standingLegs/1/to", "no-days /standing/0/days",
        "empty-window /standing/0/lastDay", "unknown-volunteer /standing/0/usualDriver",
        "unknown-rider /standing/1/rider", "no-legs /standing/1/legs", "no-days /standing/1/days",
        "bad-weeks /standing/1/everyWeeks", "unknown-volunteer /standing/1/usualDriver",
      ])
  }
}
