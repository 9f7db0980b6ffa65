public import OpenData
public import Planning
public import TravelTimes

/// Feeds that stay open until a file of theirs changes, by the paths that name them.
public typealias KeptFeeds = KeptOpen<[String], [FeedReading]>

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
  ///   - date: the day looked at; feeds that do not hold on it are told.
  ///   - kept: where feeds stay open for the next day; `nil`: they are read anew.
  /// - Throws: `Faults` where a feed cannot be used, or a profile in force lacks a figure.
  public init(
    _ paths: [String], rules: RuleBook, travel: DayTravel?, date: PlanDate? = nil,
    kept: KeptFeeds? = nil
  ) throws(Faults) {
    let readings = try Self.readings(paths, kept)
    let unusable = readings.filter { !$0.isUsable }.flatMap { reading in
      reading.notices.sorted.filter { $0.severity == .error }.map(\.fault)
    }
    guard unusable.isEmpty else { throw Faults(unusable) }
    feeds = readings.map(\.feed)
    warnings =
      readings.flatMap { $0.notices.sorted.filter { $0.severity == .error }.map(\.fault) }
      + readings.compactMap { reading in
        guard let date, let holds = reading.feed.validity, !holds.contains(date) else { return nil }
        return .feedOfOtherDays(reading.feed.id, holds, date)
      }
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

  private static func readings(_ paths: [String], _ kept: KeptFeeds?) throws(Faults)
    -> [FeedReading]
  {
    guard let kept else { return try FeedCatalog.read(paths) }
    do {
      return try kept.value(paths, from: paths) { try FeedCatalog.read(paths) }
    } catch let faults as Faults {
      throw faults
    } catch {
      throw Faults([.internalFault("\(error)")])
    }
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
  fileprivate static func feedOfOtherDays(
    _ id: String, _ holds: ClosedRange<PlanDate>, _ date: PlanDate
  ) -> Fault {
    let days = holds.lowerBound.text + " – " + holds.upperBound.text
    return Fault(
      code: "feed-of-other-days", place: FaultPlace(file: id), field: "calendar", value: days,
      cause: Bilingual(
        fr: "Ces horaires ne valent pas le \(date.text) : rien n’y circule ce jour-là.",
        en: "These timetables do not hold on \(date.text): nothing runs on that day."),
      remedy: Bilingual(
        fr: "Prenez ceux de cette période (camin data update).",
        en: "Take those of that period (camin data update)."))
  }

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
