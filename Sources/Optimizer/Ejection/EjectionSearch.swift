/// Finds places for requests by ejection chains (Nagata and Kobayashi 2010; for pickups and deliveries also Curtois et al.
/// 2018, Sartori and Buriol 2020).
///
/// Those without a place wait on a stack; the topmost goes to a row where it fits, or else to one where up to three
/// others have to leave, those with the least sum of penalties, a request's penalty being the number of times it
/// found no place. Random moves between routes follow every ejection.
final class EjectionSearch {
  let p: SearchProblem
  let rules: FleetRules
  let routes: FleetRoutes
  let scan: FleetScan
  /// How often each request has found no place in the present attempt, plus one.
  let penalty: FlatTable<Int32>
  /// Rows that take requests, in an order that is shuffled before each insertion.
  private(set) var order: [Int] = []
  /// Requests of the row looked at that may leave it, least penalty first.
  let members: FlatTable<Int32>
  /// Requests without a row, the next one last.
  private var waiting: [Int32] = []

  init(_ p: SearchProblem, rules: FleetRules, routes: FleetRoutes) {
    self.p = p
    self.rules = rules
    self.routes = routes
    scan = FleetScan(p, rules: rules)
    penalty = FlatTable(repeating: 1, count: p.requestCount)
    members = FlatTable(repeating: 0, count: p.requestCount)
  }

  /// Moves every request of a row to the other rows; false if the effort ended before, with some of them in no
  /// row.
  ///
  /// - Parameter goOn: asked before each request is taken from the stack.
  func dissolve(_ target: Int, _ random: inout RandomSource, goOn: () -> Bool) -> Bool {
    order = (0..<routes.rowCount).filter { index in
      index != target && routes.row(index).count > 0 && !rules.isApart[routes.row(index).vehicle]
    }
    var leaving: [Int32] = []
    for stop in routes.stops(of: target) where routes.rowOf[Int(stop) >> 1] >= 0 {
      leaving.append(stop >> 1)
      routes.rowOf[Int(stop) >> 1] = -1
    }
    routes.empty(target)
    random.shuffle(&leaving)
    return place(leaving, &random, goOn)
  }

  /// Finds places for requests that are in no row, without leaving out anybody else; false if the effort ended before.
  ///
  /// - Parameter goOn: asked before each request is taken from the stack.
  func add(_ requests: [Int], _ random: inout RandomSource, goOn: () -> Bool) -> Bool {
    order = (0..<routes.rowCount).filter { !rules.isApart[routes.row($0).vehicle] }
    return place(requests.map(Int32.init), &random, goOn)
  }

  private func place(_ requests: [Int32], _ random: inout RandomSource, _ goOn: () -> Bool) -> Bool
  {
    guard !order.isEmpty else { return false }
    for r in 0..<p.requestCount { penalty.base[r] = 1 }
    waiting = requests
    while let r = waiting.last {
      guard goOn() else { return false }
      waiting.removeLast()
      random.shuffle(&order)
      if insert(Int(r)) { continue }
      penalty.base[Int(r)] += 1
      if let ejection = lightestEjection(for: Int(r), &random) {
        make(ejection, for: Int(r))
      } else {
        // Nobody can make room for it as things are: others first.
        waiting.insert(r, at: 0)
      }
      perturb(&random)
    }
    return true
  }

  /// Puts a request into the first row that has a place for it.
  private func insert(_ r: Int) -> Bool {
    for index in order {
      if let point = scan.place(r, into: index, of: routes) {
        routes.insert(r, at: point, into: index)
        return true
      }
    }
    return false
  }

  private func make(_ ejection: Ejection, for r: Int) {
    let scratch = routes.scratch(0)
    // The same row was written when the ejection was found.
    guard routes.write(ejection.row, without: ejection.leaving, into: scratch) else { return }
    routes.insert(r, at: ejection.point, into: scratch)
    routes.commit(scratch, to: ejection.row)
    let (a, b, c) = ejection.leaving
    for out in [a, b, c] where out >= 0 {
      routes.rowOf[Int(out)] = -1
      waiting.append(out)
    }
  }
}
