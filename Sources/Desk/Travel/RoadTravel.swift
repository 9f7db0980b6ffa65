public import Planning
public import TravelTimes

/// Road times between the places of a scenario.
public struct RoadTravel: Sendable {
  /// Where they come from, open, for the lines of roads and the fingerprint.
  public let roads: Roads
  public let access: AccessRule
  public let matrix: TravelMatrix
  /// Oddities that forbid nothing.
  public let warnings: [Fault]
  /// The server is of no use; all times are earlier answers of it.
  public let isFromCache: Bool

  /// - Parameter cache: what earlier answers of servers are kept in.
  /// - Throws: `Faults` naming what is wrong with the source, or every place that cannot be reached by road.
  public init(_ source: RoadSource, places: [Place], rules: RuleBook, cache: RoadCache?)
    throws(Faults)
  {
    access = Self.access(rules)
    let answer: RoadAnswer
    do throws(RoadError) {
      roads = try source.open(cache: cache)
      answer = try roads.matrix(of: places.map(\.onRoad), access: access)
    } catch {
      throw Faults(error.faults)
    }
    guard let seconds = answer.matrix.wholeSeconds, let metres = answer.matrix.wholeMetres,
      let travel = TravelMatrix(
        size: places.count, seconds: seconds, metres: metres, approximate: false)
    else {
      let lost = answer.matrix.lost
      throw Faults(
        lost.places.map { .offRoad(source.name, place: $0) }
          + lost.pairs.map { .noWay(source.name, from: $0.origin, to: $0.destination) })
    }
    matrix = travel
    warnings = answer.notes.map(Fault.init)
    isFromCache = answer.isFromCache
  }

  /// Every trip between different places takes the terminal time of the rules besides (R22), which is what a
  /// trip of no length is estimated at.
  public static func access(_ rules: RuleBook) -> AccessRule {
    AccessRule(terminalTime: Double(FallbackTravel(rules).estimate(crowMetres: 0).seconds))
  }
}

extension Place {
  /// The place by its id.
  public var onRoad: RoadPlace {
    RoadPlace(id, at: Coordinate(latitude: latitude, longitude: longitude))
  }
}

extension Fault {
  fileprivate static func offRoad(_ source: String, place: String) -> Fault {
    let reach = Int(AccessRule().reach / 1000)
    return Fault(
      code: "off-road", place: FaultPlace(file: source), field: "place", value: place,
      cause: Bilingual(
        fr: "Ce lieu n’est relié à aucune route, ou en est à plus de \(reach) km.",
        en: "This place is joined to no road, or lies more than \(reach) km from all of them."),
      remedy: Bilingual(
        fr: "Vérifiez ses coordonnées, ou prenez un graphe ou une matrice qui couvre ce lieu.",
        en: "Check its coordinates, or take a graph or a matrix that covers it."))
  }

  fileprivate static func noWay(_ source: String, from: String, to: String) -> Fault {
    Fault(
      code: "no-way", place: FaultPlace(file: source), field: "from, to", value: "\(from), \(to)",
      cause: Bilingual(
        fr: "Aucune route utilisable n’est connue entre ces lieux.",
        en: "No road that can be used is known between these places."),
      remedy: Bilingual(
        fr: "Complétez la matrice, ou vérifiez les coordonnées des lieux et la carte du serveur.",
        en: "Complete the matrix, or check the places' coordinates and the server's map."))
  }
}
