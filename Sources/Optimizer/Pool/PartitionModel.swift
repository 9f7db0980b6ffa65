import DialARide
internal import LinearProgramming

/// Set partitioning over routes: each group of requests is in routes that serve it whole, or is left out and its
/// penalty paid; no more routes of a vehicle class than vehicles; crews within their joint limits.
///
/// Row layout: one cover row a demand, covered by whichever of its forms a route serves, one row a vehicle class, then the
/// rows that links and crews ask for.
struct PartitionModel {
  let p: SearchProblem
  let groups: Groups
  let demandOf: [Int]
  private(set) var rows: [Row] = []
  /// One column a group: 1 if it is left unserved. They come before the routes.
  private(set) var unserved = ColumnBatch()
  private var crewRows: [[(row: Int, measure: CrewMeasure)]] = []
  private var tieRows: [(row: Int, a: Int, b: Int)] = []

  private enum CrewMeasure { case distance, duration, trips }

  init(_ p: SearchProblem, _ groups: Groups) {
    self.p = p
    self.groups = groups
    demandOf = p.problem.demandOf.map(Int.init)
    rows = Array(repeating: .equal(to: 1), count: p.problem.demands.count)
    var sizes = [Int](repeating: 0, count: p.problem.vehicleClassCount)
    for v in 0..<p.vehicleCount { sizes[Int(p.vehicles[v].vehicleClass)] += 1 }
    rows += sizes.map { .atMost(Double($0)) }
    addCrews()
    addTies()
    addUnserved()
  }

  private mutating func addCrews() {
    for limits in p.crewLimits {
      var list: [(row: Int, measure: CrewMeasure)] = []
      func add(_ limit: Double?, _ measure: CrewMeasure) {
        guard let limit else { return }
        list.append((rows.count, measure))
        rows.append(.atMost(limit))
      }
      add(limits.longestDistance, .distance)
      add(limits.longestDuration, .duration)
      add(limits.mostTrips.map(Double.init), .trips)
      crewRows.append(list)
    }
  }

  /// Where two requests must share a vehicle, at most one route may hold just one of them.
  private mutating func addTies() {
    for a in 0..<p.requestCount {
      for b in groups.sameVehicleAs[a] where a < b {
        tieRows.append((rows.count, a, b))
        rows.append(.atMost(1))
      }
    }
  }

  private mutating func addUnserved() {
    var coefficients = groups.demands.map { $0.map { Coefficient(demandOf[$0[0]], 1) } }
    for (g, needed) in groups.required.enumerated() {
      for h in needed {
        // Left out if what it requires is left out.
        coefficients[g].append(Coefficient(rows.count, 1))
        coefficients[h].append(Coefficient(rows.count, -1))
        rows.append(.atLeast(0))
      }
    }
    for (g, list) in coefficients.enumerated() {
      unserved.append(Column(cost: groups.penalty[g], lower: 0, upper: 1), list)
    }
  }

  /// The non-zeros of a route's column.
  func coefficients(_ route: KeptRoute) -> [Coefficient] {
    var list = route.requests.map { Coefficient(demandOf[Int($0)], 1) }
    let view = p.vehicles[Int(route.vehicle)]
    list.append(Coefficient(p.problem.demands.count + Int(view.vehicleClass), 1))
    if view.crew >= 0 {
      for (row, measure) in crewRows[Int(view.crew)] {
        switch measure {
        case .distance: list.append(Coefficient(row, route.distance))
        case .duration: list.append(Coefficient(row, route.duration))
        case .trips: list.append(Coefficient(row, Double(route.trips)))
        }
      }
    }
    for (row, a, b) in tieRows {
      let holds = route.requests.reduce(0) { $0 + (Int($1) == a || Int($1) == b ? 1 : 0) }
      if holds == 1 { list.append(Coefficient(row, 1)) }
    }
    return list
  }
}
