import DialARide

/// What one island needs to change solutions: the walker, the insertion cache and the scratch buffers. Owned by
/// one thread.
final class Workbench {
  let p: SearchProblem
  let walker: RouteWalker
  let scan: InsertionScan
  private let draft: FlatTable<Int32>
  private let cache: FlatTable<CachedInsertion>
  /// Insertions into empty vehicles, by request and vehicle class: they never change.
  private let emptyCache: FlatTable<CachedInsertion>
  private(set) var emptyRoutes: [SearchRoute] = []
  private var stamps: UInt64
  private let marked: FlatTable<Bool>

  /// - Parameter island: gives the stamps of different benches different ranges, since routes wander between
  ///   islands.
  init(_ problem: SearchProblem, island: Int) {
    p = problem
    walker = RouteWalker(problem)
    draft = FlatTable(repeating: 0, count: walker.capacity)
    scan = InsertionScan(walker, draft: draft.base)
    cache = FlatTable(zeroed: problem.requestCount * problem.vehicleCount)
    emptyCache = FlatTable(zeroed: problem.requestCount * problem.problem.vehicleClassCount)
    marked = FlatTable(repeating: false, count: problem.requestCount)
    stamps = UInt64(island + 1) << 48
    emptyRoutes = (0..<problem.vehicleCount).map { vehicle in
      _ = walker.judge(UnsafePointer(draft.base), 0, vehicle: vehicle)
      stamps += 1
      return SearchRoute(
        walker, vehicle: vehicle, stops: UnsafePointer(draft.base), length: 0, stamp: stamps)
    }
  }

  /// Nobody served.
  func emptySolution() -> SearchSolution {
    SearchSolution(p, empty: emptyRoutes)
  }

  /// The route that drives these stops, or `nil` if it is not feasible.
  func makeRoute(_ stops: UnsafePointer<Int32>, _ length: Int, vehicle: Int) -> SearchRoute? {
    if length == 0 { return emptyRoutes[vehicle] }
    guard walker.judge(stops, length, vehicle: vehicle).isFinite else { return nil }
    stamps += 1
    return SearchRoute(walker, vehicle: vehicle, stops: stops, length: length, stamp: stamps)
  }

  /// Cheapest insertion of request r into the route of a vehicle, from the cache where that route is known.
  func insertion(_ r: Int, vehicle: Int, in solution: SearchSolution) -> InsertionPoint {
    let route = solution.routes[vehicle]
    let crew = p.vehicles[vehicle].crew
    if crew < 0 && route.count == 0 {
      let slot =
        emptyCache.base
        + (r * p.problem.vehicleClassCount
          + Int(p.vehicles[vehicle].vehicleClass))
      if slot.pointee.stamp == 0 {
        slot.pointee = CachedInsertion(stamp: 1, point: scan.cheapest(r, into: route))
      }
      return slot.pointee.point
    }
    let stamp = solution.stamps[vehicle]
    let slot = cache.base + (r * p.vehicleCount + vehicle)
    if slot.pointee.stamp != stamp {
      var point = scan.cheapest(r, into: route)
      if crew >= 0 && point.delta.isFinite && !keepsCrewLimits(r, point, route, solution) {
        point = .nowhere
      }
      slot.pointee = CachedInsertion(stamp: stamp, point: point)
    }
    return slot.pointee.point
  }

  /// Puts a request where `point` says. Only for points that `insertion` gave for the present routes.
  func apply(_ r: Int, _ point: InsertionPoint, vehicle: Int, to solution: inout SearchSolution) {
    let old = solution.routes[vehicle]
    let length = scan.write(r, into: old, at: point)
    guard let route = makeRoute(scan.stops, length, vehicle: vehicle) else { return }
    solution.setRoute(route, of: vehicle, p)
    solution.vehicleOf[r] = Int32(vehicle)
    solution.cost += route.cost - old.cost - p.penalty[r]
  }

  /// Takes requests out of the solution. Where the rest of a route is not feasible without them (a wait grows
  /// too long, say), the whole route is cleared: those requests are appended to `requests`.
  func remove(_ requests: inout [Int], from solution: inout SearchSolution) {
    for r in requests { marked.base[r] = true }
    var next = 0
    while next < requests.count {
      let vehicle = Int(solution.vehicleOf[requests[next]])
      next += 1
      guard vehicle >= 0 else { continue }
      let old = solution.routes[vehicle]
      var length = 0
      for x in stride(from: 1, through: old.count, by: 1)
      where !marked.base[Int(old.nodes[x].stop) >> 1] {
        draft.base[length] = old.nodes[x].stop
        length += 1
      }
      var route = makeRoute(UnsafePointer(draft.base), length, vehicle: vehicle)
      // Without the request the vehicle can run empty in between, which makes one trip into two.
      if let rest = route, !keepsCrewLimits(CrewUse(rest), vehicle, solution) { route = nil }
      for r in old.requests where route == nil && !marked.base[Int(r)] {
        marked.base[Int(r)] = true
        requests.append(Int(r))
      }
      for r in old.requests where marked.base[Int(r)] {
        solution.vehicleOf[Int(r)] = -1
        solution.cost += p.penalty[Int(r)]
      }
      let rest = route ?? emptyRoutes[vehicle]
      solution.setRoute(rest, of: vehicle, p)
      solution.cost += rest.cost - old.cost
    }
    for r in requests { marked.base[r] = false }
  }
}

extension Workbench {
  /// Takes requests out with all who fall with them; returns them all.
  func takeOut(
    _ requests: [Int], _ groups: Groups, from solution: inout SearchSolution
  ) -> [Int] {
    var fallen = groups.closure(of: requests)
    // A route that is not feasible without a request is cleared, which may break further groups.
    var known = 0
    while known < fallen.count {
      known = fallen.count
      remove(&fallen, from: &solution)
      fallen = groups.closure(of: fallen)
    }
    return fallen
  }
}

/// An insertion that holds as long as the route has this stamp; 0: none yet.
struct CachedInsertion: BitwiseCopyable {
  var stamp: UInt64
  var point: InsertionPoint
}

// MARK: - Crews

extension Workbench {
  /// Whether the crew's joint limits hold with this route in place of the vehicle's.
  func mayAdd(_ route: SearchRoute, to solution: SearchSolution) -> Bool {
    keepsCrewLimits(CrewUse(route), route.vehicle, solution)
  }

  /// Whether the crew's joint limits hold with the insertion made.
  private func keepsCrewLimits(
    _ r: Int, _ point: InsertionPoint, _ route: SearchRoute, _ solution: SearchSolution
  ) -> Bool {
    let length = scan.write(r, into: route, at: point)
    guard walker.judge(scan.stops, length, vehicle: route.vehicle).isFinite else { return false }
    return keepsCrewLimits(CrewUse(walker), route.vehicle, solution)
  }

  /// Whether the limits hold if a vehicle of the crew uses this much and the others what they use now.
  private func keepsCrewLimits(_ use: CrewUse, _ vehicle: Int, _ solution: SearchSolution) -> Bool {
    let crew = p.vehicles[vehicle].crew
    guard crew >= 0 else { return true }
    let limits = p.crewLimits[Int(crew)]
    var sum = use
    for other in limits.vehicles where other != vehicle && solution.routes[other].count > 0 {
      sum.add(CrewUse(solution.routes[other]))
    }
    return sum.distance <= (limits.longestDistance ?? .infinity) + 1e-6
      && sum.duration <= (limits.longestDuration ?? .infinity) + SearchProblem.tolerance
      && sum.trips <= (limits.mostTrips ?? .max)
  }
}

/// What counts against the joint limits of a crew.
private struct CrewUse {
  var distance: Double
  var duration: Double
  var trips: Int

  init(_ walker: RouteWalker) {
    (distance, duration, trips) = (walker.distance, walker.duration, walker.trips)
  }

  init(_ route: SearchRoute) {
    let used = route.count > 0
    distance = used ? route.distance : 0
    duration = used ? route.duration : 0
    trips = used ? route.trips : 0
  }

  mutating func add(_ other: CrewUse) {
    distance += other.distance
    duration += other.duration
    trips += other.trips
  }
}
