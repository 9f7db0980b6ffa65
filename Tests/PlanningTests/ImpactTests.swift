import Planning
import Testing

/// Indicators counted on the fingers.
@Suite("R62: indicators of a plan")
struct ImpactTests {
  private func factors(_ id: String = "ademe-2025") throws -> EmissionFactors {
    try #require(try ShippedFactors.all().first { $0.id == id })
  }

  /// Rider 1 from post 10 to 50 and rider 2 from 20 to 40 with the volunteer of post 0; rider 3 stays at home; rider 4
  /// alone with the TAD from 5 to 15.
  private func day() throws -> (Plan, Day) {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 50, by: "09:00")
    line.addOutward(2, from: 20, to: 40, by: "09:00")
    line.addOutward(3, from: 20, to: 40, by: "17:00") { $0.insured = true }
    line.addOutward(4, from: 5, to: 15, by: "09:00")
    line.addVolunteer("v1", home: 0)
    line.addVolunteer("v2", home: 60)
    line.addVehicle("t1", .tad, depot: 0, [("07:00", "12:00")])
    var made = HandPlan(line)
    made.run(
      .volunteer, "v1", cost: 32, [("b1-1", 10), ("b2-1", 20), ("b2-1", 40), ("b1-1", 50)])
    made.run(.tad, "t1", at: "08:10", cost: 60, [("b4-1", 5), ("b4-1", 15)])
    made.refuse("b3-1", .noResourceInTime)
    return (made.plan, try line.day())
  }

  @Test("R62: kilometres, the empty ones with the volunteer's way from and to home, and occupancy")
  func kilometres() throws {
    let (plan, day) = try day()
    let impact = Impact(ImpactTotals(of: plan, on: day), factors: try factors())
    let volunteers = impact.totals[.volunteer]
    #expect(volunteers.metres == 100_000 && volunteers.loadedMetres == 40_000)
    // 10 km to the first rider, 50 km back from the last one.
    #expect(volunteers.homeMetres == 60_000 && volunteers.emptyMetres == 60_000)
    #expect(volunteers.riderMetres == 60_000 && volunteers.directMetres == 60_000)
    #expect(impact.occupancy(.volunteer) == 1.5 && impact.occupancy(.tad) == 1)
    #expect(impact.emptyShare(.volunteer) == 0.6)
    #expect(impact.emptyShare(.tad) == 20.0 / 30)
    #expect(impact.emptyShare() == 80.0 / 130)
    #expect(impact.occupancy() == 70.0 / 50)
    #expect(impact.occupancy(.vsl) == nil && impact.emptyShare(.taxi) == nil)
    #expect(impact.totals[.tad].homeMetres == 0)
    #expect(impact.sharedShare == 2.0 / 3)
  }

  @Test("R62: asked, served and unserved by reason and by the offer that would take them")
  func demand() throws {
    let (plan, day) = try day()
    let totals = ImpactTotals(of: plan, on: day)
    #expect(totals.legs == 4 && totals.servedLegs == 3 && totals.unservedLegs == 1)
    #expect(totals.bookings == 4 && totals.servedBookings == 3)
    #expect(totals.unservedByReason == ["no_resource_in_time": 1])
    #expect(totals.unserved == [.patients: 1])
    // The TAD runs everywhere until noon, so it would take the three others today.
    #expect(totals.asked == [.tad: 3, .patients: 1])
    var silent = plan
    silent.unserved = []
    #expect(ImpactTotals(of: silent, on: day).unservedByReason == ["": 1])
  }

  @Test("R33, R62: what is given outside is neither served nor unserved, its price apart")
  func outside() throws {
    var (plan, day) = try day()
    plan.unserved = []
    plan.outside = [
      OutsideRide(fallback: "taxi", leg: "b3-1", booking: "b3", rider: "r3", price: 40)
    ]
    let totals = ImpactTotals(of: plan, on: day)
    #expect(totals.outsideLegs == 1 && totals.unservedLegs == 0 && totals.servedLegs == 3)
    #expect(totals.outsideCost == 40 && totals.all.cost == 92)
    #expect((totals + totals).outsideCost == 80 && (totals + totals).outsideLegs == 2)
    day = try HandPlan(LineTerritory()).line.day()
    #expect(ImpactTotals(of: HandPlan(LineTerritory()).plan, on: day).outsideLegs == 0)
  }

  @Test("R62: cost by trip and passenger-km, by mode")
  func costs() throws {
    let (plan, day) = try day()
    let impact = Impact(ImpactTotals(of: plan, on: day), factors: try factors())
    #expect(impact.costPerTrip(.volunteer) == 16)
    #expect(impact.costPerTrip(.tad) == 60 && impact.costPerTrip(.vsl) == nil)
    #expect(impact.costPerPassengerKilometre(.tad) == 6)
    #expect(impact.costPerPassengerKilometre(.volunteer) == 32.0 / 60)
    #expect(impact.costPerTrip() == 92.0 / 3)
  }

  @Test("R62: detours, ride ratios and waits by leg")
  func quality() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 30, by: "09:00")
    line.addOutward(2, from: 5, to: 30, by: "09:00")
    line.add(
      3, home: 30,
      legs: [
        Leg(
          id: "b3-1", from: "k30", to: "k10", anchor: .release(LineTerritory.at("08:00"), spread: 0)
        )
      ])
    line.addVolunteer("v1", home: 0)
    var made = HandPlan(line)
    // Rider 1 goes back to post 5 first: 30 km instead of 20, and both arrive at 08:40.
    made.run(
      .volunteer, "v1",
      [
        ("b1-1", 10), ("b2-1", 5), ("b1-1", 30), ("b2-1", 30), ("b3-1", 30), ("b3-1", 10),
      ])
    let impact = Impact(
      ImpactTotals(of: made.plan, on: try line.day()), factors: try factors())
    #expect(impact.rideRatio.values == [1, 1, 1.5] && impact.rideRatio.median == 1)
    #expect(impact.detour.values == [0, 0, 10_000] && impact.detour.percentile95 == 10_000)
    #expect(impact.waitBefore.values == [1200, 1200] && impact.waitAfter.values == [2400])
  }

  @Test("R62: CO2 by factor file and baseline, each named")
  func emissions() throws {
    let (plan, day) = try day()
    let totals = ImpactTotals(of: plan, on: day)
    // 100 km by car and 30 km by minibus; 70 km of direct ways.
    let new = Impact(totals, factors: try factors())
    #expect(abs(new.emissions() - (100 * 0.1423 + 30 * 0.199)) < 1e-9)
    #expect(abs(new.emissions(of: .ownCar) - 70 * 0.1423) < 1e-9)
    #expect(abs(new.emissions(of: .relative) - 140 * 0.1423) < 1e-9)
    #expect(new.emissions(of: .noTrip) == 0 && new.saving(against: .noTrip) == -new.emissions())
    let old = Impact(totals, factors: try factors("ademe-base-carbone"))
    #expect(abs(old.emissions(.volunteer) - 100 * 0.2176) < 1e-9)
    #expect(abs(old.saving(against: .relative) - (140 * 0.2176 - old.emissions())) < 1e-9)
  }

  @Test("R62: the minibus is told to be assumed; every mode and baseline has a factor")
  func shippedFactors() throws {
    for factors in try ShippedFactors.all() {
      #expect(factors.unconfirmed == ["minibus"] && factors.unit == EmissionFactors.unit)
      for mode in Mode.allCases { #expect((factors[mode]?.total ?? 0) > 0) }
      #expect((factors.baselineFactor?.total ?? 0) > 0)
      for (_, factor) in factors.vehicles { #expect(!factor.source.isEmpty) }
    }
    #expect(try ShippedFactors.all().contains { $0.id == ShippedFactors.standard })
  }

  @Test("R62: kilometres reimbursed and how they are spread, those who stayed at home included")
  func volunteers() throws {
    let (plan, day) = try day()
    let impact = Impact(ImpactTotals(of: plan, on: day), factors: try factors())
    #expect(impact.driversKilometres.values == [100])
    #expect(impact.volunteersKilometres.values == [0, 100])
    #expect(impact.volunteersKilometres.gini == 0.5 && impact.volunteersKilometres.mean == 50)
  }

  @Test("R62: a day without runs has no ratio, and nothing is divided by nothing")
  func nothing() throws {
    var line = LineTerritory()
    line.addOutward(1, from: 10, to: 50, by: "09:00")
    let impact = Impact(
      ImpactTotals(of: HandPlan(line).plan, on: try line.day()), factors: try factors())
    #expect(impact.totals.unservedLegs == 1 && impact.emissions() == 0)
    #expect(impact.emptyShare() == nil && impact.occupancy() == nil && impact.sharedShare == nil)
    #expect(impact.costPerTrip() == nil && impact.rideRatio.median == nil)
    #expect(impact.rideRatio.percentile95 == nil && impact.volunteersKilometres.gini == nil)
  }

  @Test(
    "R62: the median of an even number, and the nearest rank", arguments: [1, 2, 19, 20, 21, 100])
  func distribution(count: Int) {
    let values = (1...count).map(Double.init).reversed()
    let distribution = Distribution(values)
    #expect(distribution.median == Double(count + 1) / 2)
    let rank = distribution.percentile95 ?? 0
    let below = values.count { $0 <= rank }
    #expect(Double(below) >= 0.95 * Double(count))
    #expect(Double(values.count { $0 < rank }) < 0.95 * Double(count))
    #expect(Distribution([Double](repeating: 7, count: count)).gini.map { abs($0) < 1e-9 } == true)
  }

  @Test("R62: kilometres that the stops do not come to are found, and runs of unknown people")
  func misstatements() throws {
    let (plan, day) = try day()
    #expect(ImpactTotals.misstatements(of: plan, on: day).isEmpty)
    var wrong = plan
    wrong.runs[0].metres -= 1
    wrong.runs[1].stops[1].metres += 5
    #expect(ImpactTotals.misstatements(of: wrong, on: day).map(\.index) == [0, 1])
    var unknown = plan
    unknown.runs[1].resource = "nobody"
    #expect(ImpactTotals.misstatements(of: unknown, on: day).map(\.run) == ["t1#1"])
  }
}
