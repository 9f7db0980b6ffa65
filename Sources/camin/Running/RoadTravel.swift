internal import Interchange
internal import Planning
internal import TravelTimes

/// Road times between the places of a scenario, from a road graph or a matrix.
struct RoadTravel {
  let path: String
  let rules: RuleBook

  /// - Throws: `Faults` naming the file's faults, or every place that cannot be reached by road.
  func matrix(of places: [Place]) throws(Faults) -> TravelMatrix {
    let roads = try table(of: places)
    let seconds = roads.wholeSeconds
    guard let seconds, let metres = roads.wholeMetres,
      let travel = TravelMatrix(
        size: places.count, seconds: seconds, metres: metres, approximate: false)
    else { throw Faults(unreachable(in: roads)) }
    return travel
  }

  /// Every trip between different places takes the terminal time of the rules besides (R22), which is what a
  /// trip of no length is estimated at.
  static func access(_ rules: RuleBook) -> AccessRule {
    AccessRule(terminalTime: Double(FallbackTravel(rules).estimate(crowMetres: 0).seconds))
  }

  private func table(of places: [Place]) throws(Faults) -> RoadMatrix {
    let file: RoadFile
    do throws(RoadError) {
      file = try RoadFile(contentsOf: path)
    } catch {
      throw Faults(error.faults)
    }
    switch file {
    case .graph(let graph):
      return graph.matrix(of: places.map(\.onRoad), access: Self.access(rules))
    case .matrix(let matrix):
      let (part, missing) = matrix.between(places.map(\.id))
      guard let part else { throw Faults(missing.map { .notInMatrix(path, place: $0) }) }
      return part
    }
  }

  /// A place without any way is named alone; other pairs are named as such.
  private func unreachable(in roads: RoadMatrix) -> [Fault] {
    let pairs = roads.unreachable
    let lost = pairs.filter { $0.origin == $0.destination }.map(\.origin)
    let alone = Set(lost)
    return lost.map { .offRoad(path, place: $0) }
      + pairs.filter { !alone.contains($0.origin) && !alone.contains($0.destination) }
      .map { .noWay(path, from: $0.origin, to: $0.destination) }
  }
}

extension Place {
  /// The place by its id.
  var onRoad: RoadPlace {
    RoadPlace(id, at: Coordinate(latitude: latitude, longitude: longitude))
  }
}

extension Fault {
  fileprivate static func offRoad(_ path: String, place: String) -> Fault {
    let reach = Int(AccessRule().reach / 1000)
    return Fault(
      code: "off-road", place: FaultPlace(file: path), field: "place", value: place,
      cause: Bilingual(
        fr: "Ce lieu n’est relié à aucune route, ou en est à plus de \(reach) km.",
        en: "This place is joined to no road, or lies more than \(reach) km from all of them."),
      remedy: Bilingual(
        fr: "Vérifiez ses coordonnées, ou prenez un graphe ou une matrice qui couvre ce lieu.",
        en: "Check its coordinates, or take a graph or a matrix that covers it."))
  }

  fileprivate static func noWay(_ path: String, from: String, to: String) -> Fault {
    Fault(
      code: "no-way", place: FaultPlace(file: path), field: "from, to", value: "\(from), \(to)",
      cause: Bilingual(
        fr: "Il n’y a pas de route entre ces lieux.", en: "There is no road between these places."),
      remedy: Bilingual(
        fr: "Complétez la matrice.", en: "Complete the matrix."))
  }

  fileprivate static func notInMatrix(_ path: String, place: String) -> Fault {
    Fault(
      code: "not-in-matrix", place: FaultPlace(file: path), field: "place", value: place,
      cause: Bilingual(
        fr: "La matrice ne connaît pas ce lieu.", en: "The matrix does not know this place."),
      remedy: Bilingual(
        fr: "Refaites-la pour ce scénario : camin roads matrix.",
        en: "Make it anew for this scenario: camin roads matrix."))
  }
}
