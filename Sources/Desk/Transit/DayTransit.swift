public import OpenData
public import Planning
public import TravelTimes

/// The published timetables that a day looks at, read and ready.
public struct DayTransit: Sendable {
  public let feeds: [Feed]
  /// What is wrong or odd with them, the gravest first; nothing that forbids looking at them.
  public let warnings: [Fault]
  public private(set) var ways: Ways
  public let rule: SteeringRule
  /// `nil` where a profile in force lacks a figure of it.
  public let feederRule: FeederRule?
  private let walk: WalkRule
  private let fallback: FallbackTravel

  /// Reads feeds for a day.
  ///
  /// - Parameters:
  ///   - paths: folders of feeds, feeds, or archives.
  ///   - travel: drives of booked services are by its roads, unless they come from a server.
  /// - Throws: `Faults` where a feed cannot be used, or a profile in force lacks a figure.
  public init(_ paths: [String], rules: RuleBook, travel: DayTravel?) throws(Faults) {
    let readings = try FeedCatalog.read(paths)
    let unusable = readings.filter { !$0.isUsable }.flatMap { reading in
      reading.notices.sorted.filter { $0.severity == .error }.map(\.fault)
    }
    guard unusable.isEmpty else { throw Faults(unusable) }
    feeds = readings.map(\.feed)
    warnings = readings.flatMap { $0.notices.sorted.filter { $0.severity == .error }.map(\.fault) }
    guard let walk = WalkRule(rules), let rule = SteeringRule(rules) else {
      let missing = (WalkRule.figures + SteeringRule.figures).filter { rules.figure($0) == nil }
      throw Faults(missing.map { .missingFigure(rules.citation($0)) })
    }
    self.rule = rule
    feederRule = FeederRule(rules)
    self.walk = walk
    fallback = FallbackTravel(rules)
    ways = Self.ways(walk, fallback, travel)
  }

  private static func ways(_ walk: WalkRule, _ fallback: FallbackTravel, _ travel: DayTravel?)
    -> Ways
  {
    let roads = travel?.roads.flatMap { RoadSource($0.roads.name).isServer ? nil : $0.roads }
    return Ways(walk, driveRoads: roads) { fallback.estimate(crowMetres: $0) }
  }

  /// The same timetables with the drives of booked services by a day's roads.
  public func driving(by travel: DayTravel) -> DayTransit {
    var transit = self
    transit.ways = Self.ways(walk, fallback, travel)
    return transit
  }

  /// Stops that rides of a day could lead to; `nil` where the rules offer no feeder trips (R12).
  func feederStops(_ scenario: Scenario) throws(Faults) -> FeederStops? {
    guard let feederRule, feederRule.isOn else { return nil }
    guard let stops = FeederStops(scenario, feeds: feeds, ways: ways) else {
      throw Faults([.internalFault("time zone \(scenario.territory.timeZone)")])
    }
    return stops
  }

  /// The day with the feeder trips that its legs could be.
  func offering(_ stops: FeederStops, on day: Day) throws(Faults) -> Day {
    guard let feederRule else { return day }
    guard
      let finder = FeederFinder(
        day, stops: stops, feeds: feeds, ways: ways, rule: feederRule, limits: rule)
    else { throw Faults([.internalFault("time zone \(day.scenario.territory.timeZone)")]) }
    return day.offering(finder.connections())
  }

  /// What scheduled transport would do for each leg of a day.
  public func alternatives(_ day: Day) throws(Faults) -> DayAlternatives {
    guard let found = DayAlternatives(day, feeds: feeds, ways: ways, rule: rule) else {
      throw Faults([.internalFault("time zone \(day.scenario.territory.timeZone)")])
    }
    return found
  }
}

extension Fault {
  fileprivate static func missingFigure(_ name: String) -> Fault {
    Fault(
      code: "missing-figure", place: FaultPlace(file: name), field: "figures", value: name,
      cause: Bilingual(
        fr: "Il manque un chiffre sans lequel les horaires publiés ne peuvent être comparés.",
        en: "A figure is missing without which published timetables cannot be compared."),
      remedy: Bilingual(
        fr: "Ajoutez-le au profil ; « camin rules show » montre celui qui est livré.",
        en: "Add it to the profile; “camin rules show” shows the one shipped."))
  }
}
