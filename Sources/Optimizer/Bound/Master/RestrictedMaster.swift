internal import LinearProgramming

/// The linear program over the columns known so far: cover each request at least once, use no more vehicles of a
/// class than there are, or leave a group out and pay its penalty.
///
/// Rows: one a request, then one a class. Columns: one slack a group, one a request that must be served (dear,
/// there only to keep the program feasible), then the routes.
struct RestrictedMaster {
  let p: BoundProblem
  private let firstRoute: Int
  private(set) var columns: [RouteColumn] = []
  /// The least cost known: by way of the base or not, the same stops cost differently.
  private var known: [Key: Double] = [:]

  private struct Key: Hashable {
    var classIndex: Int
    var stops: [Int32]
  }

  /// - Parameter dear: what it costs, in the program only, to leave out a request that must be served.
  static func model(_ p: BoundProblem, dear: Double) -> Model {
    var rows = Array(repeating: Row.atLeast(1), count: p.requestCount)
    rows += p.classes.map { .atMost(Double($0.count)) }
    var slacks = ColumnBatch()
    for (group, members) in p.groups.enumerated() {
      if p.penalties[group] < .infinity {
        slacks.append(Column(cost: p.penalties[group]), onesAt: members)
      } else {
        for r in members { slacks.append(Column(cost: dear), onesAt: [r]) }
      }
    }
    return Model(rows: rows, columns: slacks)
  }

  init(_ p: BoundProblem) {
    self.p = p
    firstRoute = zip(p.groups, p.penalties).reduce(0) { $0 + ($1.1 < .infinity ? 1 : $1.0.count) }
  }

  /// Adds the columns that are new; returns their number.
  mutating func add(_ routes: [RouteColumn], to session: inout Session) throws -> Int {
    var batch = ColumnBatch()
    for route in routes {
      let key = Key(classIndex: route.classIndex, stops: route.stops)
      guard route.cost < (known[key] ?? .infinity) - 1e-7 * max(1, abs(route.cost)) else {
        continue
      }
      known[key] = route.cost
      var coefficients = route.visits.map { Coefficient($0.request, Double($0.times)) }
      coefficients.append(Coefficient(p.requestCount + route.classIndex, 1))
      batch.append(Column(cost: route.cost), coefficients)
      columns.append(route)
    }
    if !batch.isEmpty { try session.addColumns(batch) }
    return batch.count
  }

  /// Cost of the dear slacks in use: zero once the columns cover what must be served.
  func isCovered(_ values: [Double]) -> Bool {
    var at = 0
    for (group, members) in p.groups.enumerated() {
      if p.penalties[group] < .infinity {
        at += 1
        continue
      }
      for _ in members {
        if values[at] > 1e-7 { return false }
        at += 1
      }
    }
    return true
  }
}
