/// Road times and lines of a routing server.
struct ServerRoads: Sendable {
  private let server: any RoutingServer
  private let cache: RoadCache?

  init(_ address: ServerAddress, _ rules: ServerRules, _ cache: RoadCache?) {
    let client = HttpClient(address, rules)
    server =
      switch address.kind {
      case .osrm: OsrmServer(client: client)
      case .valhalla: ValhallaServer(client: client)
      }
    self.cache = cache
  }

  /// Ways between places and road, and the terminal time, are added to the server's figures as to a graph's.
  func matrix(of places: [RoadPlace], access: AccessRule) throws(RoadError) -> RoadAnswer {
    var points: [ServerPoint] = []
    var numbers: [ServerPoint: Int] = [:]
    let pointOf = places.map { place in
      let point = ServerPoint(place.at)
      if let number = numbers[point] { return number }
      numbers[point] = points.count
      points.append(point)
      return points.count - 1
    }
    var matrix = ServerMatrix(server, cache, reach: access.reach, points: points)
    let gathered = try matrix.gather()
    let names = places.map(\.name)
    var costs: [TravelCost] = []
    costs.reserveCapacity(places.count * places.count)
    for (i, from) in pointOf.enumerated() {
      for (j, to) in pointOf.enumerated() {
        let cost = gathered.costs[from * points.count + to]
        costs.append(
          i == j && gathered.metresOff[from] <= access.reach
            ? .zero
            : access.trip(
              cost, from: (points[from].coordinate, gathered.metresOff[from]),
              to: (points[to].coordinate, gathered.metresOff[to])))
      }
    }
    return RoadAnswer(
      matrix: RoadMatrix(origins: names, destinations: names, costs: costs),
      pairsAsked: gathered.asked, pairsFromCache: gathered.known, notes: gathered.notes)
  }

  func lines(
    of legs: [(from: Coordinate, to: Coordinate)]
  ) throws(RoadError) -> [[Coordinate]?] {
    var lines: [[Coordinate]?] = []
    for leg in legs {
      do throws(ServerError) {
        lines.append(try server.way(from: ServerPoint(leg.from), to: ServerPoint(leg.to))?.line)
      } catch { throw .server(error) }
    }
    return lines
  }
}

extension AccessRule {
  /// A trip between two places: on the road, with the ways to it, or straight where the places lie nearer to each
  /// other than to the road; the terminal time in any case.
  ///
  /// - Parameters:
  ///   - road: cost between the points on the road.
  ///   - from: the place, and its metres from the road.
  func trip(
    _ road: TravelCost, from: (at: Coordinate, off: Double), to: (at: Coordinate, off: Double)
  ) -> TravelCost {
    guard max(from.off, to.off) <= reach else { return .unreachable }
    let terminal = TravelCost(seconds: terminalTime, metres: 0)
    if from.at == to.at { return terminal }
    let crow = from.at.crowMetres(to: to.at)
    let straight =
      detour > 0 && crow <= from.off + to.off
      ? cost(crowMetres: crow) + terminal : TravelCost.unreachable
    guard road != .unreachable else { return straight }
    return min(
      straight, road + cost(crowMetres: from.off) + cost(crowMetres: to.off) + terminal)
  }
}
