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
  public let ways: Ways
  public let rule: SteeringRule

  /// Reads feeds for a day.
  ///
  /// - Parameters:
  ///   - paths: folders of feeds, feeds, or archives.
  ///   - travel: drives of booked services are by its roads, unless they come from a server.
  ///   - kept: where feeds stay open for the next day; `nil`: they are read anew.
  /// - Throws: `Faults` where a feed cannot be used, or a profile in force lacks a figure.
  public init(
    _ paths: [String], rules: RuleBook, travel: DayTravel?, kept: KeptFeeds? = nil
  ) throws(Faults) {
    let readings = try Self.readings(paths, kept)
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
    let fallback = FallbackTravel(rules)
    let roads = travel?.roads.flatMap { RoadSource($0.roads.name).isServer ? nil : $0.roads }
    ways = Ways(walk, driveRoads: roads) { fallback.estimate(crowMetres: $0) }
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
