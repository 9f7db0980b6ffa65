import Planning
import Testing

@Suite("R61: accounts of volunteers, and the year's report")
struct AccountsTests {
  private func account(_ accounts: VolunteerAccounts) throws -> VolunteerAccount {
    try #require(accounts.accounts.first { $0.volunteer == "v1" })
  }

  @Test("R61: from home back to home at the rate; the year's kilometres go on from day to day")
  func reimbursed() throws {
    let (first, second) = (try ActualsDay(), try ActualsDay(date: "2026-11-26"))
    // In whatever order the days come.
    let accounts = VolunteerAccounts([
      try second.read(Actual(run: "v1#1")),
      try first.read(Actual(run: "v1#1", kilometres: 84), Actual(leg: "b1-2", status: .noShow)),
    ])
    let account = try account(accounts)
    #expect(account.days == 2 && account.runs == 2 && account.legs == 3)
    #expect(account.metres == 164_000 && account.measuredMetres == 84_000)
    #expect(account.reimbursedCents == 2688 + 2560)
    #expect(account.yearBefore == 1000 && account.yearAfter == 1164)
    #expect(account.isBeyondOffer)
    // Riders give 0.32 a loaded kilometre: 30 on the first day, 60 on the second.
    #expect(account.sharesCents == 960 + 1920)
    #expect(accounts.rates == [0.32] && accounts.mostKilometres == nil)
    #expect(accounts.unreportedRuns == 0)
  }

  @Test("R61: nothing is reimbursed beyond the yearly cap of the profile, nor of what nobody noted")
  func cap() throws {
    var day = try ActualsDay()
    day.line = try day.line.with(.volunteer, "reimbursed_most", 1050, "km")
    let capped = try account(VolunteerAccounts([try day.read(Actual(run: "v1#1"))]))
    #expect(capped.metres == 80_000 && capped.reimbursedMetres == 50_000)
    #expect(capped.reimbursedCents == 1600 && capped.yearAfter == 1080)
    let unknown = VolunteerAccounts([try day.read()])
    #expect(try account(unknown).reimbursedCents == 0 && account(unknown).yearAfter == 1000)
    #expect(unknown.unreportedRuns == 1)
  }

  @Test("R38, R61: what was driven goes into the history by which the next days are shared out")
  func history() throws {
    var day = try ActualsDay()
    let accounts = VolunteerAccounts([try day.read(Actual(run: "v1#1", kilometres: 85.25))])
    day.line.addVolunteer("v2", home: 0) { $0.kilometresThisYear = 1050 }
    let next = day.line.scenario.adding(accounts)
    #expect(next.volunteers.map(\.kilometresThisYear) == [1085.25, 1050])
    // Before, v1 was the one with fewer kilometres; now v2 is.
    func driver(_ scenario: Scenario) throws -> [String] {
      var line = day.line
      line.scenario = scenario
      line.scenario.bookings.removeAll { $0.id == "b2" }
      for v in line.scenario.volunteers.indices {
        line.scenario.volunteers[v].mostKilometresAYear = nil
      }
      line.scenario.vehicles = []
      line.scenario.availability.removeAll { $0.resource == "t1" }
      return try line.planned().runs.map(\.resource)
    }
    #expect(try driver(day.line.scenario) == ["v1"])
    #expect(try driver(next) == ["v2"])
  }

  @Test("R61: the year's report counts trips, riders by ground, cars, distance and participation")
  func year() throws {
    var day = try ActualsDay()
    day.line.scenario.bookings[0].companions = 1
    day.line.scenario.riders[0].socialCriterion = .resources
    let actuals = try day.read(
      Actual(run: "v1#1"), Actual(run: "t1#1"), Actual(leg: "b1-2", kilometres: 33))
    let other = try ActualsDay(date: "2025-11-25").read(Actual(run: "v1#1"))
    let year = SocialTransportYear(2026, of: [actuals, other])
    #expect(year.days == 1 && year.drivers == 1 && year.vehicles == 1)
    #expect(year.meanSeats == 3)
    // The minibus is no social transport.
    #expect(year.trips == 2 && year.companions == 2)
    #expect(year.beneficiaries == 1 && year.beneficiariesByResources == 1)
    #expect(year.beneficiariesByPlace == 0 && year.beneficiariesOfNone == 0)
    #expect(year.kilometres == 63 && year.meanKilometres == 31.5)
    #expect(year.sharesCents == 1920 && year.meanShareCents == 960)
    #expect(year.shareRates == [0.32] && year.shareCaps == [0.32])
    #expect(year.tripsTooLong == 0 && year.unreportedLegs == 0)
    let open = SocialTransportYear(2026, of: [try day.read(Actual(leg: "b1-1", status: .noShow))])
    #expect(open.trips == 0 && open.unreportedLegs == 1 && open.meanKilometres == nil)
    #expect(open.days == 1 && open.drivers == 0 && open.meanSeats == nil)
  }
}
