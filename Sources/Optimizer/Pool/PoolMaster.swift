internal import LinearProgramming

/// The linear relaxation of set partitioning over the pool: its routes are priced in as the duals ask for them.
struct PoolMaster {
  private let routes: [KeptRoute]
  private let columns: [[Coefficient]]
  private let deadline: ContinuousClock.Instant?
  private let stop: SearchStop
  private let clock = ContinuousClock()
  /// Columns before the routes.
  private let first: Int
  /// Routes in the program, by column.
  private var inside: [Int]
  private var isInside: [Bool]

  /// - Parameters:
  ///   - started: the first so many routes are in the program from the beginning.
  ///   - first: columns of the program before those of routes.
  init(
    routes: [KeptRoute], columns: [[Coefficient]], started: Int, first: Int,
    deadline: ContinuousClock.Instant?, stop: SearchStop
  ) {
    self.routes = routes
    self.columns = columns
    self.first = first
    self.deadline = deadline
    self.stop = stop
    inside = Array(0..<started)
    isInside = routes.indices.map { $0 < started }
  }

  private var left: Duration? { deadline.map { max(.milliseconds(10), $0 - clock.now) } }

  private var isLate: Bool { stop.isRaised || deadline.map { clock.now >= $0 } ?? false }

  /// Solves the relaxation over all routes; `nil` if there is no time for it.
  mutating func relax(_ session: inout Session) throws -> SetPartitioning.Relaxation? {
    while true {
      guard let bound = try solve(&session, .primal) else { return nil }
      var reduced = [Double](repeating: 0, count: routes.count)
      let negative = try price(session, among: routes.indices, &reduced)
      if negative.isEmpty {
        return SetPartitioning.Relaxation(bound: bound, reducedCosts: reduced)
      }
      try add(negative.prefix(400), &session)
    }
  }

  /// Routes outside the program that would improve it, best first.
  private func price(
    _ session: borrowing Session, among candidates: some Sequence<Int>, _ reduced: inout [Double]
  ) throws -> [Int] {
    let duals = try session.duals()
    var negative: [(reduced: Double, route: Int)] = []
    for i in candidates {
      reduced[i] = columns[i].reduce(routes[i].cost) { $0 - $1.value * duals[$1.index] }
      if reduced[i] < -1e-7 && !isInside[i] { negative.append((reduced[i], i)) }
    }
    negative.sort { ($0.reduced, $0.route) < ($1.reduced, $1.route) }
    return negative.map(\.route)
  }

  private mutating func add(_ chosen: some Sequence<Int>, _ session: inout Session) throws {
    var batch = ColumnBatch()
    for i in chosen {
      isInside[i] = true
      inside.append(i)
      batch.append(Column(cost: routes[i].cost), columns[i])
    }
    _ = try session.addColumns(batch)
  }

  /// Routes that the relaxation uses.
  func basic(_ session: borrowing Session) throws -> [KeptRoute] {
    let values = try session.values()
    return inside.indices.filter { values[first + $0] > 1e-6 }.map { routes[inside[$0]] }
  }

  // MARK: Diving

  /// Goes from the relaxation towards disjoint routes: fixes the routes it uses most, solves and prices again,
  /// until nothing is left to choose from. Where time runs out, the last values choose the rest.
  ///
  /// - Parameter demandOf: by request; routes are disjoint where they serve no form of the same demand.
  mutating func dive(_ session: inout Session, demandOf: [Int]) throws -> [KeptRoute] {
    var chosen: [KeptRoute] = []
    var isCovered = [Bool](repeating: false, count: demandOf.count)
    var reduced = [Double](repeating: 0, count: routes.count)
    var open = Array(routes.indices)
    var values = try session.values()
    while true {
      let next = choose(values) { isCovered[demandOf[Int($0)]] }
      guard !next.isEmpty else { break }
      for column in next {
        let route = routes[inside[column]]
        chosen.append(route)
        for r in route.requests { isCovered[demandOf[Int(r)]] = true }
      }
      if isLate { continue }
      let ones = next.map { _ in 1.0 }
      try session.setBounds(ofColumns: next.map { first + $0 }, lower: ones, upper: ones)
      open.removeAll { i in routes[i].requests.contains { isCovered[demandOf[Int($0)]] } }
      guard try solve(&session, .dual) != nil else { continue }
      let better = try price(session, among: open, &reduced)
      if !better.isEmpty {
        try add(better.prefix(100), &session)
        guard try solve(&session, .primal) != nil else { continue }
      }
      values = try session.values()
    }
    return chosen
  }

  /// The optimal value; `nil` if time ran out.
  private func solve(_ session: inout Session, _ method: SimplexOptions.Method) throws -> Double? {
    let result = try session.solve(
      SimplexOptions(method: method, timeLimit: left, stop: stop.flag))
    return result.status == .optimal ? result.objective : nil
  }

  /// Columns to fix next: all that are all but whole, or else the one used most.
  private func choose(_ values: [Double], _ isCovered: (Int32) -> Bool) -> [Int] {
    let free = (0..<(values.count - first)).filter { column in
      values[first + column] > 0.05 && !routes[inside[column]].requests.contains(where: isCovered)
    }
    let whole = free.filter { values[first + $0] > 0.95 }
    if !whole.isEmpty { return whole }
    return free.max { values[first + $0] < values[first + $1] }.map { [$0] } ?? []
  }
}
