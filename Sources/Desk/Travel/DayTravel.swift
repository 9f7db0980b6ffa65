internal import Interchange
public import Planning
public import TravelTimes

/// Travel between the places of a day, and where it comes from.
public struct DayTravel: Sendable {
  public let matrix: TravelMatrix
  public let provenance: TravelProvenance
  /// What road times come from; `nil` where travel is estimated.
  public let roads: RoadTravel?

  /// - Parameters:
  ///   - source: `nil`: estimates from straight lines.
  ///   - cache: what earlier answers of servers are kept in.
  public init(
    _ scenario: Scenario, _ rules: RuleBook, _ source: RoadSource?, cache: RoadCache?
  ) throws(Faults) {
    guard let source else {
      matrix = FallbackTravel(rules).matrix(of: scenario.places)
      provenance = TravelProvenance(kind: .estimate, timesHash: Self.hash(matrix))
      roads = nil
      return
    }
    let travel = try RoadTravel(
      source, places: scenario.places, rules: rules, cache: cache)
    matrix = travel.matrix
    provenance = TravelProvenance(
      kind: .roads, source: Self.shown(source), fingerprint: travel.roads.fingerprint,
      attribution: travel.roads.attribution, timesHash: Self.hash(matrix),
      fromCache: travel.isFromCache)
    roads = travel
  }

  /// What `--roads` names, or else what the day names, by paths that start from its own folder.
  public static func source(option: String?, of territory: Territory, in day: String) -> RoadSource?
  {
    if let option { return option == RoadsEntry.none ? nil : RoadSource(option) }
    guard let entry = territory.roads, entry != RoadsEntry.none else { return nil }
    return RoadSource(entry, in: RoadsEntry.folder(of: day))
  }

  /// A source as a plan names it: no password, and of a path what tells one territory from another, not where on the
  /// machine it lies.
  private static func shown(_ source: RoadSource) -> String {
    guard !source.isServer else { return source.name }
    let parts = source.name.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.suffix(source.name.hasPrefix("/") ? 1 : 3).joined(separator: "/")
  }

  /// SHA-256 of the size, the seconds and the metres, as 32-bit words, the least byte first.
  private static func hash(_ matrix: TravelMatrix) -> String {
    let words = ([Int32(clamping: matrix.size)] + matrix.seconds + matrix.metres)
      .map(\.littleEndian)
    return words.withUnsafeBytes { SHA256.hex($0) }
  }
}
