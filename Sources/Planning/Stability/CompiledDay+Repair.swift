public import DialARide
public import Optimizer

extension CompiledDay {
  /// The plan that people were told as a search mends it (R43): what can still be driven of it, who has lost the place, what
  /// is settled; `nil` where nothing was told.
  public var repairStart: RepairStart? {
    guard let published else { return nil }
    let reading = ToldRoutes(self, published)
    let solution = reading.solution
    let served = Set(
      solution.routes.flatMap(\.stops).filter(problem.isRequestStop).map { $0 >> 1 })
    let refused = Set(published.plan.unserved.flatMap(\.legs) + published.plan.outside.map(\.leg))
    let displaced = problem.draft.requests.indices.filter { request in
      guard !served.contains(request), case .leg(let leg) = requests[request] else { return false }
      return !refused.contains(day.legs[leg].leg.id)
    }
    return RepairStart(
      solution: solution, displaced: displaced, promised: promised(published.plan),
      priceOfLosing: priceOfLosing, pinned: pinned(in: solution),
      mustTell: reading.mustTell, priceOfTelling: day.told(.runChanged))
  }

  /// Requests of legs that a plan told serves.
  private func promised(_ plan: Plan) -> Set<Int> {
    let legs = Set(plan.runs.flatMap(\.stops).map(\.leg))
    return Set(
      requests.indices.filter { request in
        guard case .leg(let leg) = requests[request] else { return false }
        return legs.contains(day.legs[leg].leg.id)
      })
  }

  /// The least penalty outweighs any way of serving a leg (`PenaltyScale`), so that of two legs that weigh the same the one
  /// told goes first, whatever it costs.
  private var priceOfLosing: Double {
    problem.unservedPenalty.filter { $0 > 0 && $0.isFinite }.min() ?? 0
  }

  /// Whether a leg can no longer be picked up in time, now that part of the day is over (R50).
  func isOver(_ leg: Int) -> Bool {
    guard published?.past != nil, let request = requestOfLeg[leg] else { return false }
    return Array(problem.windows(of: 2 * request)) == [PastLocks.never]
  }

  /// By vehicle, the request stops at the beginning of its route that have been made already (R50).
  public func pinned(in solution: Solution) -> [Int] {
    var pinned = [Int](repeating: 0, count: problem.vehicleCount)
    guard let past = published?.past else { return pinned }
    var settled: Set<Int> = []
    for visit in past.visits.values.joined() {
      guard let request = day.legIndex[visit.leg].flatMap({ requestOfLeg[$0] }) else { continue }
      settled.insert(2 * request + (visit.isPickup ? 0 : 1))
    }
    for route in solution.routes {
      let stops = route.stops.filter(problem.isRequestStop)
      if let last = stops.lastIndex(where: settled.contains) { pinned[route.vehicle] = last + 1 }
    }
    return pinned
  }

  /// Resources of which a solution leaves out something that has been driven.
  func lostPast(in solution: Solution) -> [String] {
    guard let past = published?.past else { return [] }
    let made = Set(solution.routes.flatMap(\.stops))
    return past.visits.filter { _, visits in
      visits.contains { visit in
        guard let request = day.legIndex[visit.leg].flatMap({ requestOfLeg[$0] }) else {
          return false
        }
        return !made.contains(2 * request + (visit.isPickup ? 0 : 1))
      }
    }.map(\.key).sorted()
  }

  /// Legs that the driver would have to leave for before now, though nobody has told him or her, with the earliest
  /// pick-up that leaves time to: elapsed seconds.
  ///
  /// The search knows where a vehicle is by its last stop alone, and may send it off in the past where it would wait at
  /// the rider's door meanwhile.
  func leftTooEarly(in solution: Solution) -> [String: Int] {
    guard let past = published?.past else { return [:] }
    let pinned = pinned(in: solution)
    var found: [String: Int] = [:]
    for route in solution.scheduled(in: problem).routes {
      guard let schedule = route.schedule else { continue }
      var seen = 0
      var last: Int?
      for (index, stop) in route.stops.enumerated() where problem.isRequestStop(stop) {
        defer {
          seen += 1
          last = index
        }
        guard seen == pinned[route.vehicle], problem.isPickup(stop),
          case .leg(let leg) = requests[stop >> 1]
        else { continue }
        // Who has made no stop yet has a shift that begins now.
        guard let last else { break }
        let isFromBase = problem.isBaseVisit(route.stops[index - 1])
        let origin = route.stops[isFromBase ? index - 1 : last]
        let way = problem.travelTime(
          Int(problem.location[origin]), Int(problem.location[stop]), vehicle: route.vehicle)
        let earliest = Double(past.now) + way
        if schedule.starts[index] + 1e-6 < earliest, schedule.ends[last] < Double(past.now) {
          found[day.legs[leg].leg.id] = Int(earliest.rounded(.up))
        }
        break
      }
    }
    return found
  }
}

/// Reads who drives whom in a plan told, as far as the day still lets them.
private struct ToldRoutes {
  private(set) var solution = Solution(routes: [], unserved: [])
  /// Vehicles that lose somebody.
  private(set) var mustTell: Set<Int> = []
  private let compiled: CompiledDay

  init(_ compiled: CompiledDay, _ published: PublishedPlan) {
    self.compiled = compiled
    let problem = compiled.problem
    let told = Told(compiled.day, published.plan)
    var stops: [Int: [Int]] = [:]
    let runs = published.plan.runs.sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }
    for run in runs {
      guard let resource = compiled.day.resourceIndex[run.resource] else { continue }
      var vehicles: [String: Int] = [:]
      for stop in run.stops where !stop.leg.isEmpty {
        let isPickup = stop.kind == .pickup
        let vehicle =
          isPickup
          ? self.vehicle(for: stop, in: run, of: resource, told, published)
          : vehicles[stop.leg]
        guard let vehicle, let leg = compiled.day.legIndex[stop.leg],
          let request = compiled.requestOfLeg[leg]
        else {
          if isPickup { mustTell.formUnion(compiled.vehicles(of: resource)) }
          continue
        }
        vehicles[stop.leg] = vehicle
        stops[vehicle, default: []] += compiled.withStay(2 * request + (isPickup ? 0 : 1))
      }
    }
    solution.routes = stops.sorted { $0.key < $1.key }
      .map { Route(vehicle: $0.key, stops: $0.value) }
    let served = Set(solution.routes.flatMap(\.stops).map { $0 >> 1 })
    solution.unserved = (0..<problem.requestCount).filter { !served.contains($0) }
  }

  /// The shift in which the resource can still serve a leg as it was told, or has begun to; `nil`: in none.
  private func vehicle(
    for pickup: RunStop, in run: Run, of resource: Int, _ told: Told, _ published: PublishedPlan
  ) -> Int? {
    guard let leg = compiled.day.legIndex[pickup.leg], let request = compiled.requestOfLeg[leg],
      told.rides[leg]?.resource == resource,
      !published.voided.contains(pickup.leg)
        || published.past?.started[pickup.leg] == run.resource,
      let delivery = run.stops.first(where: { $0.kind == .delivery && $0.leg == pickup.leg })
    else { return nil }
    return compiled.vehicles(of: resource).first { vehicle in
      let role = compiled.vehicles[vehicle]
      let shift = compiled.day.resources[role.resource].shifts[role.shift]
      return shift.start <= pickup.start && delivery.departure <= shift.end
        && compiled.problem.admits(vehicle, for: request)
    }
  }
}
