import DialARide
internal import LinearProgramming

/// The linear program over the columns known so far: cover each demand at least once, in any of its forms, use no more
/// vehicles of a class than there are, or leave a group out and pay its penalty.
///
/// Rows: one a demand, one a class, then those for ties as they are added (`TieRow`). Columns: one slack a group, one a
/// demand that must be served (dear, there only to keep the program feasible), then the routes.
struct RestrictedMaster {
  let p: BoundProblem
  private let firstRoute: Int
  private(set) var columns: [RouteColumn] = []
  private(set) var ties: [TieRow] = []
  /// The least cost known: by way of the base or not, the same stops cost differently.
  private var known: [Key: Double] = [:]

  private struct Key: Hashable {
    var classIndex: Int
    var stops: [Int32]
  }

  /// - Parameter dear: what it costs, in the program only, to leave out a request that must be served.
  static func model(_ p: BoundProblem, dear: Double) -> Model {
    var rows = Array(repeating: Row.atLeast(1), count: p.demands.count)
    rows += p.classes.map { .atMost(Double($0.count)) }
    var slacks = ColumnBatch()
    for (group, members) in p.groups.enumerated() {
      if p.penalties[group] < .infinity {
        slacks.append(Column(cost: p.penalties[group]), onesAt: members)
      } else {
        for demand in members { slacks.append(Column(cost: dear), onesAt: [demand]) }
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
      var coefficients = covers(route)
      coefficients.append(Coefficient(firstClass + route.classIndex, 1))
      for (at, row) in ties.enumerated() {
        let excess = row.excess(of: route)
        if excess != 0 { coefficients.append(Coefficient(firstTie + at, Double(excess))) }
      }
      batch.append(Column(cost: route.cost), coefficients)
      columns.append(route)
    }
    if !batch.isEmpty { try session.addColumns(batch) }
    return batch.count
  }

  /// How often a route covers each row of a demand that it serves.
  private func covers(_ route: RouteColumn) -> [Coefficient] {
    guard p.problem.hasChoices else {
      return route.visits.map { Coefficient(p.demandOf[$0.request], Double($0.times)) }
    }
    var times: [Int: Int] = [:]
    for visit in route.visits { times[p.demandOf[visit.request], default: 0] += visit.times }
    return times.sorted { $0.key < $1.key }.map { Coefficient($0.key, Double($0.value)) }
  }

  private var firstClass: Int { p.demands.count }

  private var firstTie: Int { firstClass + p.classes.count }

  /// The program's duals by what they price.
  func duals(_ program: [Double]) -> BoundDuals {
    BoundDuals(
      requests: p.requestDuals(ofRows: program),
      ties: ties.indices.map { (ties[$0], program[firstTie + $0]) })
  }

  func reducedCost(_ route: RouteColumn, _ program: [Double]) -> Double {
    let cost = route.visits.reduce(route.cost - program[firstClass + route.classIndex]) {
      $0 - Double($1.times) * program[p.demandOf[$1.request]]
    }
    return ties.enumerated().reduce(cost) {
      $0 - Double($1.element.excess(of: route)) * program[firstTie + $1.offset]
    }
  }

  /// Ties that a solution of the program breaks and that have no row yet, those it breaks most first.
  func brokenTies(_ values: [Double], most: Int) -> [TieRow] {
    var members: [Int: [Int]] = [:]
    for (at, tie) in p.ties.enumerated() {
      members[tie.first, default: []].append(at)
      members[tie.second, default: []].append(at)
    }
    var excess: [TieRow: Double] = [:]
    for (at, route) in columns.enumerated() where values[firstRoute + at] > 1e-9 {
      var touched: Set<Int> = []
      for visit in route.visits { touched.formUnion(members[visit.request] ?? []) }
      for tie in touched {
        let row = TieRow(classIndex: route.classIndex, tie: p.ties[tie])
        excess[row, default: 0] += Double(row.excess(of: route)) * values[firstRoute + at]
      }
    }
    let known = Set(ties)
    return excess.filter { abs($0.value) > 1e-4 && !known.contains($0.key) }.sorted {
      (-abs($0.value), $0.key.classIndex, $0.key.tie.first, $0.key.tie.second)
        < (-abs($1.value), $1.key.classIndex, $1.key.tie.first, $1.key.tie.second)
    }.prefix(most).map(\.key)
  }

  mutating func add(_ rows: [TieRow], to session: inout Session) throws {
    guard !rows.isEmpty else { return }
    var batch = RowBatch()
    for row in rows {
      let coefficients = columns.enumerated().compactMap { at, route -> Coefficient? in
        let excess = row.excess(of: route)
        return excess == 0 ? nil : Coefficient(firstRoute + at, Double(excess))
      }
      batch.append(.equal(to: 0), coefficients)
    }
    _ = try session.addRows(batch)
    ties += rows
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
