/// Everything that is wrong, or only odd, with a scenario.
public struct ScenarioFindings: Sendable {
  /// What forbids planning.
  public var faults: [Fault]
  /// What the coordinator should look at; planning goes on.
  public var warnings: [Fault]
}

/// Checks what a scenario means: names that lead nowhere, numbers out of range, times that contradict
/// each other (R52). How it is written is the readers' affair.
public struct ScenarioCheck {
  let scenario: Scenario
  /// `nil` where the rules themselves are at fault.
  let rules: RuleBook?
  let clock: PlanClock?
  let places: [String: Int]
  let riders: [String: Int]
  let resources: Set<String>
  let legs: Set<String>
  var faults: FaultCollector
  var warnings: FaultCollector

  /// - Parameters:
  ///   - rules: the rules in force; `nil` skips what depends on them.
  ///   - lookup: where each object stands in the input.
  public init(
    _ scenario: Scenario, rules: RuleBook?,
    at lookup: @escaping FaultLookup = FaultPlace.inScenario
  ) {
    self.scenario = scenario
    self.rules = rules
    let territory = scenario.territory
    clock = PlanClock(date: territory.date, timeZone: territory.timeZone)
    places = Self.firstIndices(scenario.places.map(\.id))
    riders = Self.firstIndices(scenario.riders.map(\.id))
    resources = Set(scenario.volunteers.map(\.id) + scenario.vehicles.map(\.id))
    legs = Set(scenario.bookings.flatMap(\.legs).map(\.id))
    faults = FaultCollector(lookup)
    warnings = FaultCollector(lookup)
  }

  /// Runs all checks.
  public func findings() -> ScenarioFindings {
    var check = self
    check.checkTerritory()
    check.checkFallbacks()
    check.checkRota()
    check.checkPlaces()
    check.checkRiders()
    check.checkBookings()
    check.checkStanding()
    check.checkResources()
    check.checkAvailability()
    check.checkLocks()
    check.checkLines()
    return ScenarioFindings(faults: check.faults.faults, warnings: check.warnings.faults)
  }

  static func firstIndices(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func checkTerritory() {
    let territory = scenario.territory
    if territory.version != 1 {
      faults.add(
        "unknown-version", at: ObjectKey(.territory, id: territory.id, field: "version"),
        value: "\(territory.version)",
        cause: Bilingual(
          fr: "Ce scénario est de la version \(territory.version).",
          en: "This scenario is of version \(territory.version)."),
        remedy: Bilingual(
          fr: "Cette version de Camin lit la version 1.", en: "This Camin reads version 1."))
    }
    if clock == nil {
      faults.add(
        "unknown-time-zone", at: ObjectKey(.territory, id: territory.id, field: "timeZone"),
        value: territory.timeZone,
        cause: Bilingual(
          fr: "Le fuseau horaire « \(territory.timeZone) » est inconnu.",
          en: "Time zone “\(territory.timeZone)” is unknown."),
        remedy: Bilingual(
          fr: "Écrivez un nom IANA, par exemple Europe/Paris.",
          en: "Write an IANA name such as Europe/Paris."))
    }
    for (name, weight) in territory.priorities.sorted(by: { $0.key < $1.key })
    where !(weight > 0 && weight.isFinite) {
      faults.add(
        "bad-priority", at: ObjectKey(.territory, id: territory.id, field: "priorities"),
        value: "\(name): \(weight)",
        cause: Bilingual(
          fr: "Le poids de la priorité « \(name) » n’est pas positif.",
          en: "The weight of priority “\(name)” is not positive."),
        remedy: Bilingual(
          fr: "Donnez un nombre positif ; 1 est l’ordinaire.",
          en: "Give a positive number; 1 is ordinary."))
    }
  }
}
