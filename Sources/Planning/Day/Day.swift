/// A scenario known to be sound, with names resolved and the day's availability worked out.
///
/// What compiling, judging and explaining a plan all stand on.
public struct Day: Sendable {
  public let scenario: Scenario
  public let rules: RuleBook
  public let travel: TravelMatrix
  public let clock: PlanClock
  /// Legs of all bookings, in order.
  public let legs: [DayLeg]
  /// Legs of each booking, as indices into `legs`.
  public let legsOfBooking: [Range<Int>]
  /// Volunteers, then vehicles.
  public let resources: [DayResource]
  /// Where each of them meets riders (R24).
  public internal(set) var meeting: MeetingPoints
  public let legIndex: [String: Int]
  public let resourceIndex: [String: Int]
  public let placeIndex: [String: Int]
  /// Legs that scheduled transport serves well enough for volunteers to stay at home (R12), by id.
  public private(set) var steered: [String: SteeredLeg] = [:]
  /// Feeder trips that legs may take in place of through rides, by leg id, the best first (R12).
  public internal(set) var connections: [String: [Connection]] = [:]

  /// - Parameter travel: between all places of the scenario, in their order.
  /// - Throws: `Faults` with every fault of the scenario, or one where the matrix is of another size.
  public init(
    _ scenario: Scenario, rules: RuleBook, travel: TravelMatrix,
    at lookup: @escaping FaultLookup = FaultPlace.inScenario
  ) throws(Faults) {
    let faults = ScenarioCheck(scenario, rules: rules, at: lookup).findings().faults
    let territory = scenario.territory
    guard faults.isEmpty,
      let clock = PlanClock(date: territory.date, timeZone: territory.timeZone)
    else { throw Faults(faults) }
    guard travel.size == scenario.places.count else {
      throw Faults([Self.wrongSize(travel, scenario, lookup)])
    }
    self.scenario = scenario
    self.rules = rules
    self.travel = travel
    self.clock = clock
    let placeIndex = ScenarioCheck.firstIndices(scenario.places.map(\.id))
    self.placeIndex = placeIndex
    let builder = DayBuilder(
      scenario: scenario, rules: rules, travel: travel, clock: clock, places: placeIndex)
    resources = scenario.volunteers.map(builder.resource) + scenario.vehicles.map(builder.resource)
    (legs, legsOfBooking) = builder.legs(Set(resources.flatMap(\.shifts).map(\.pace)))
    meeting = MeetingPoints(scenario, rules: rules, resources: resources, legs: legs)
    legIndex = ScenarioCheck.firstIndices(legs.map(\.leg.id))
    resourceIndex = ScenarioCheck.firstIndices(resources.map(\.id))
  }

  /// The same day, with legs for which volunteers are not to be used.
  public func steering(_ legs: [String: SteeredLeg]) -> Day {
    var day = self
    day.steered = legs
    return day
  }

  private static func wrongSize(
    _ travel: TravelMatrix, _ scenario: Scenario, _ lookup: FaultLookup
  ) -> Fault {
    Fault(
      code: "wrong-matrix-size", place: lookup(ObjectKey(.place)), field: "",
      value: "\(travel.size)",
      cause: Bilingual(
        fr: "La matrice des trajets compte \(travel.size) lieux, le scénario "
          + "\(scenario.places.count).",
        en: "The travel matrix has \(travel.size) places, the scenario "
          + "\(scenario.places.count)."),
      remedy: Bilingual(
        fr: "Recalculez la matrice pour ce scénario.", en: "Compute the matrix anew."))
  }

  /// Weight of a leg among the unserved; 1 is ordinary: by the priority of its booking (R15), and more for a rider who was
  /// refused lately (R39).
  public func weight(of leg: DayLeg) -> Double {
    (scenario.territory.priorities[leg.booking.priority] ?? 1)
      * rules.weight(ofRefusals: leg.rider.refusedLately)
  }

  /// Elapsed seconds of a clock time that `ScenarioCheck` has found to exist.
  func elapsed(_ time: ClockTime) -> Int { clock.elapsed(time) ?? time.seconds }
}
