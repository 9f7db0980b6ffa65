import Planning

extension SmallDay {
  static let plan = Plan(
    territory: "essai", territoryName: "Vallée d’essai", date: date, timeZone: "Europe/Paris",
    approximate: true, runs: [tadRun, volunteerRun], unserved: [unserved],
    tiers: [Tier(id: "unserved", value: 1, unit: "")], indicators: indicators,
    profiles: ["tap-2025", "tus-2019"],
    provenance: PlanProvenance(
      engine: "camin 0.1", seed: 7, iterations: 2000, timeLimit: nil, scenarioHash: "abc123"))

  static func at(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Int {
    hour * 3600 + minute * 60 + second
  }

  /// Out, back home for two hours; the rider's return is the TAD's.
  static let volunteerRun = Run(
    id: "v07#1", resource: "v07", mode: .volunteer, carrier: "", start: "home-v07", end: "home-v07",
    departure: at(8, 0), arrival: at(9, 15),
    stops: [
      RunStop(
        kind: .pickup, place: "home-r1", leg: "b1-1", booking: "b1", rider: "R1",
        needs: ["wheelchair"], companions: 1, arrival: at(8, 5), start: at(8, 15),
        departure: at(8, 20), onBoard: 2, metres: 2_345),
      RunStop(
        kind: .delivery, place: "hospital", leg: "b1-1", booking: "b1", rider: "R1",
        needs: ["wheelchair"], companions: 1, arrival: at(8, 52, 30), start: at(8, 52, 30),
        departure: at(8, 57), onBoard: 0, metres: 11_000),
    ], metres: 24_000, emptyMetres: 13_000, driving: 3_450, waiting: 600, cost: 7.68, layout: 0)

  static let tadRun = Run(
    id: "tad-1#1", resource: "tad-1", mode: .tad, carrier: "Régie", start: "depot", end: "depot",
    departure: at(11, 20), arrival: at(24, 25),
    stops: [
      RunStop(
        kind: .pickup, place: "hospital", leg: "b1-2", booking: "b1", rider: "R1",
        needs: ["wheelchair"], companions: 1, arrival: at(11, 40), start: at(11, 40),
        departure: at(11, 46), onBoard: 2, metres: 1_000),
      RunStop(
        kind: .delivery, place: "home-r1", leg: "b1-2", booking: "b1", rider: "R1",
        needs: ["wheelchair"], companions: 1, arrival: at(12, 10), start: at(12, 10),
        departure: at(12, 15), onBoard: 0, metres: 11_000),
      RunStop(
        kind: .rest, place: "home-r1", arrival: at(12, 15), start: at(12, 20),
        departure: at(12, 50), onBoard: 0, metres: 0),
      RunStop(
        kind: .base, place: "depot", arrival: at(13, 10), start: at(13, 10),
        departure: at(23, 10), onBoard: 0, metres: 11_500),
      RunStop(
        kind: .pickup, place: "home-r2", leg: "b2-1", booking: "b2", rider: "R2",
        arrival: at(23, 30), start: at(23, 45), departure: at(23, 47), onBoard: 1, metres: 10_000),
      RunStop(
        kind: .delivery, place: "hospital", leg: "b2-1", booking: "b2", rider: "R2",
        arrival: at(24, 10), start: at(24, 10), departure: at(24, 12), onBoard: 0, metres: 10_400),
    ], metres: 45_123, emptyMetres: 23_723, driving: 7_000, waiting: 1200, cost: 61.5, layout: 1)

  static let unserved = UnservedBooking(
    booking: "b3", rider: "R3", legs: ["b3-1"],
    reasons: [
      Reason(
        code: .noResourceInTime, leg: "b3-1", resources: 2, ofResources: 2, proven: true,
        text: Bilingual(
          fr: "Les 2 conducteurs sont pris à cette heure.", en: "Both drivers are busy then."),
        leastChange: LeastChange(
          kind: "later_pickup", amount: 20, unit: "min", resource: "v07",
          text: Bilingual(
            fr: "Arriver 20 min plus tard, avec v07.", en: "Arriving 20 min later, with v07.")))
    ])

  static let linkedLeg = Reason(
    code: .linkedLeg, leg: "b3-1", resources: 0, ofResources: 0, proven: false,
    text: Bilingual(
      fr: "Le trajet b3-2 dépend du trajet b3-1.", en: "Leg b3-2 depends on leg b3-1."),
    leastChange: nil)

  static var indicators: Indicators {
    var figures = Indicators()
    figures.legs = 4
    figures.servedLegs = 3
    figures.bookings = 3
    figures.servedBookings = 2
    figures.runs = 2
    figures.kilometres = 69.123
    figures.emptyKilometres = 36.723
    figures.occupancy = 1.6
    figures.cost = 69.18
    figures.costUnshared = 90
    figures.servedLegsByMode = ["volunteer": 1, "tad": 2]
    figures.unservedByReason = ["no_resource_in_time": 1]
    return figures
  }

  static func plan(_ change: (inout Plan) -> Void) -> Plan {
    var plan = self.plan
    change(&plan)
    return plan
  }
}
