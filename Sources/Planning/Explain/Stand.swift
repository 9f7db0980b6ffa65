internal import DialARide
internal import Optimizer

/// How things stand in a solution, looked up by vehicle and by request.
struct Stand: Sendable {
  let ground: InsertionGround
  /// By vehicle; `nil` where it is not used.
  let routes: [Route?]
  /// Vehicle of each request, -1 where it is unserved.
  let vehicleOf: [Int]
  /// By vehicle, the stops at the beginning of its route between which nothing comes any more (R50).
  let pinned: [Int]
  private let orders: [Link]
  /// Indices into `orders`.
  private let ordersOf: [[Int]]
  private let promisesOf: [Int: [Lock]]
  private let crews: [[Int]]
  private let crewOf: [Int32]
  private let requestCount: Int
  private let sameVehicleAs: [[Int]]

  /// - Parameters:
  ///   - pinned: by vehicle, the stops at the beginning of its route that have been made; empty: none.
  ///   - ground: of a problem with the same vehicles and matrices; `nil`: it is laid out anew.
  init(
    _ problem: Problem, _ solution: Solution, pinned: [Int] = [],
    like ground: InsertionGround? = nil
  ) {
    self.ground = ground.map { InsertionGround(problem, like: $0) } ?? InsertionGround(problem)
    self.pinned = pinned
    requestCount = problem.requestCount
    var routes = [Route?](repeating: nil, count: problem.vehicleCount)
    var vehicleOf = [Int](repeating: -1, count: problem.requestCount)
    for route in solution.routes {
      routes[route.vehicle] = route
      for stop in route.stops where problem.isRequestStop(stop) {
        vehicleOf[stop >> 1] = route.vehicle
      }
    }
    let orders = problem.draft.links.filter { !$0.ordered.isEmpty }
    var ordersOf = [[Int]](repeating: [], count: problem.requestCount)
    for (index, link) in orders.enumerated() {
      for request in link.ordered { ordersOf[request].append(index) }
    }
    self.routes = routes
    self.vehicleOf = vehicleOf
    self.orders = orders
    self.ordersOf = ordersOf
    promisesOf = Dictionary(
      grouping: problem.draft.locks.filter { if case .time = $0 { true } else { false } },
      by: { if case .time(let stop, _) = $0 { stop.request } else { -1 } })
    crews = problem.draft.crews.map(\.vehicles)
    crewOf = problem.crewOf
    sameVehicleAs = problem.sameVehicleAs
  }

  /// Requests that a vehicle serves, ascending.
  func requests(of vehicle: Int) -> [Int] {
    Set((routes[vehicle]?.stops ?? []).filter { $0 < 2 * requestCount }.map { $0 >> 1 }).sorted()
  }

  /// Requests whose times or vehicle hang on those of these, directly or by way of others, without these.
  func tied(to requests: [Int]) -> [Int] {
    var known = Set(requests)
    var found = requests
    var next = 0
    while next < found.count {
      let r = found[next]
      next += 1
      let others = ordersOf[r].flatMap { orders[$0].ordered } + sameVehicleAs[r]
      for q in others where known.insert(q).inserted { found.append(q) }
    }
    return Array(found.dropFirst(requests.count))
  }

  /// Vehicles that may serve one of the requests or serve their company now, with whole crews, ascending.
  func vehicles(for requests: [Int], _ company: [Int], in problem: Problem) -> [Int] {
    var isIn = [Bool](repeating: false, count: routes.count)
    for r in requests {
      for v in isIn.indices where problem.admits(v, for: r) { isIn[v] = true }
    }
    for r in requests + company where vehicleOf[r] >= 0 { isIn[vehicleOf[r]] = true }
    for crew in crews where crew.contains(where: { isIn[$0] }) {
      for member in crew { isIn[member] = true }
    }
    return isIn.indices.filter { isIn[$0] }
  }

  /// Orders in time that concern the requests, as the problem lists them.
  func orders(of requests: [Int]) -> [Link] {
    Set(requests.flatMap { ordersOf[$0] }).sorted().map { orders[$0] }
  }

  /// Times promised for the requests.
  func promises(of requests: [Int]) -> [Lock] { requests.flatMap { promisesOf[$0] ?? [] } }
}

extension Link {
  /// The two requests of an order in time; nobody for other links.
  fileprivate var ordered: [Int] {
    if case .ordered(let first, let second, _, _) = self { [first, second] } else { [] }
  }
}
