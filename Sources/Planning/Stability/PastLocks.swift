internal import DialARide

/// Holds what has been driven, in terms that search and checker know (R50): settled stops have their vehicle and, to the
/// second, their time; nobody else gets in before now; who has not left home leaves no earlier.
///
/// That nothing comes between settled stops is not said here: `CompiledDay.pinned` tells how many there are, for searches
/// that can leave the beginning of a route alone.
struct PastLocks {
  private let day: Day
  private let past: DrivenPast
  private let vehicles: [VehicleRole]

  /// A start of service that no shift reaches.
  static let never = TimeWindow(4 * 86_400, 4 * 86_400)

  init(_ day: Day, _ past: DrivenPast, _ vehicles: [VehicleRole]) {
    self.day = day
    self.past = past
    self.vehicles = vehicles
  }

  func apply(to draft: inout ProblemDraft, _ result: Compiler.Result) {
    var settled: Set<StopReference> = []
    var used: Set<Int> = []
    for (resource, visits) in past.visits.sorted(by: { $0.key < $1.key }) {
      guard let resource = day.resourceIndex[resource] else { continue }
      var stops: [Int: [StopReference]] = [:]
      // A leg that began in one shift ends in it, also where the hours have been cut close behind it.
      var vehicleOfLeg: [Int: Int] = [:]
      for visit in visits {
        guard let leg = day.legIndex[visit.leg], let request = result.requestOfLeg[leg],
          let vehicle = vehicleOfLeg[leg] ?? vehicle(of: resource, at: visit.start)
        else { continue }
        vehicleOfLeg[leg] = vehicle
        used.insert(vehicle)
        let stop = StopReference(request, visit.isPickup ? .pickup : .delivery)
        if visit.isPickup { stops[vehicle, default: []] += stay(before: leg, request, result) }
        stops[vehicle, default: []].append(stop)
        settled.insert(stop)
        draft.locks.removeAll { $0.isTime(of: stop) }
        if visit.isExact {
          draft.locks.append(
            .time(stop: stop, window: Self.second(visit.start, stop, draft.requests[request])))
        }
      }
      settle(stops, resource, in: &draft)
    }
    holdBack(&draft, result, settled, used)
  }

  /// Plans tell whole seconds, true times may lie between them; no later than the stop's own windows, nor earlier.
  private static func second(
    _ start: Int, _ stop: StopReference, _ request: RequestDraft
  ) -> TimeWindow {
    let told = TimeWindow(max(0, Double(start) - 0.5), Double(start) + 0.49)
    let own = stop.side == .pickup ? request.pickup?.windows : request.delivery?.windows
    let within = (own ?? []).map {
      TimeWindow(max(told.start, $0.start), min(told.end, $0.end))
    }.first { $0.start <= $0.end }
    if let within { return within }
    return own?.isEmpty ?? true ? told : TimeWindow(Double(start), Double(start))
  }

  /// Settled legs ride where they ride; who drives nothing further takes nobody on, in no shift.
  private func settle(
    _ stops: [Int: [StopReference]], _ resource: Int, in draft: inout ProblemDraft
  ) {
    if past.stopped.contains(day.resources[resource].id) {
      for vehicle in vehicles.indices where vehicles[vehicle].resource == resource {
        draft.locks.removeAll { $0.isSequence(of: vehicle) }
        draft.locks.append(.frozen(vehicle: vehicle, stops: stops[vehicle] ?? []))
      }
      return
    }
    for (vehicle, list) in stops.sorted(by: { $0.key < $1.key }) {
      for request in Set(list.map(\.request)).sorted() {
        draft.locks.append(.vehicle(request: request, vehicle: vehicle))
      }
    }
  }

  /// Nobody is picked up before now, and no vehicle leaves its base before.
  private func holdBack(
    _ draft: inout ProblemDraft, _ result: Compiler.Result, _ settled: Set<StopReference>,
    _ used: Set<Int>
  ) {
    for (request, role) in result.requests.enumerated() {
      let stop = StopReference(request, .pickup)
      guard case .leg(let leg) = role, !settled.contains(stop) else { continue }
      let earliest = Double(
        max(past.now, past.notBefore[day.legs[leg].leg.id] ?? past.now))
      Self.holdBack(&draft.requests[request], until: earliest)
      draft.locks = draft.locks.map { lock in
        guard lock.isTime(of: stop), case .time(_, let window) = lock else { return lock }
        return .time(stop: stop, window: Self.cut([window], from: earliest)[0])
      }
    }
    untie(&draft)
    for vehicle in draft.vehicles.indices where !used.contains(vehicle) {
      let shift = draft.vehicles[vehicle].shift
      draft.vehicles[vehicle].shift = TimeWindow(
        min(shift.end, max(shift.start, Double(past.now))), shift.end)
    }
  }

  /// What can no longer be served binds nothing else to its time: searches narrow the windows of one leg by those of the
  /// other, and would leave out the way there, which has been driven, for a way back whose time is over.
  private func untie(_ draft: inout ProblemDraft) {
    let over = Set(
      draft.requests.indices.filter { draft.requests[$0].pickup?.windows == [Self.never] })
    draft.links.removeAll { link in
      guard case .ordered(let first, let second, _, _) = link else { return false }
      return over.contains(first) || over.contains(second)
    }
  }

  /// The rider of a request is not picked up before a time.
  static func holdBack(_ request: inout RequestDraft, until earliest: Double) {
    guard var pickup = request.pickup else { return }
    pickup.windows = cut(pickup.windows.isEmpty ? [.always] : pickup.windows, from: earliest)
    if pickup.windows == [never] {
      pickup.dueTime = nil
      request.latenessCost = 0
    }
    request.pickup = pickup
  }

  private static func cut(_ windows: [TimeWindow], from earliest: Double) -> [TimeWindow] {
    let left = windows.filter { $0.end >= earliest }
      .map { TimeWindow(max($0.start, earliest), $0.end) }
    return left.isEmpty ? [never] : left
  }

  /// The shift of a resource that a time lies in, or is nearest to.
  private func vehicle(of resource: Int, at time: Int) -> Int? {
    vehicles.indices.filter { vehicles[$0].resource == resource }.min { a, b in
      (distance(a, time), a) < (distance(b, time), b)
    }
  }

  private func distance(_ vehicle: Int, _ time: Int) -> Int {
    let role = vehicles[vehicle]
    let shift = day.resources[role.resource].shifts[role.shift]
    return max(shift.start - time, time - shift.end, 0)
  }

  /// The driver's stay that ends with a pick-up (R28).
  private func stay(
    before leg: Int, _ request: Int, _ result: Compiler.Result
  ) -> [StopReference] {
    guard request > 0, result.requests[request - 1] == .stay(before: leg) else { return [] }
    return [StopReference(request - 1, .pickup), StopReference(request - 1, .delivery)]
  }
}

extension Lock {
  fileprivate func isTime(of stop: StopReference) -> Bool {
    if case .time(stop, _) = self { true } else { false }
  }

  fileprivate func isSequence(of vehicle: Int) -> Bool {
    switch self {
    case .order(vehicle, _), .frozen(vehicle, _): true
    default: false
    }
  }
}
