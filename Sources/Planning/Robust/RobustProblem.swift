public import DialARide

/// A day's problem with slack asked for, and the way back to times of the day as it is.
///
/// *Before a pick-up* the slack is part of the service there, which begins and ends by so much earlier: every route that
/// holds so holds in the day too, with a wait before the pick-up in place of the slack, the rider's time on board being the
/// same. So that this wait is never too long, waits are held shorter by the longest slack, and slack is no longer than a
/// rider on board may wait. *Before an appointment* it is soft: to be set down within it has a price, and nobody is refused
/// for it. Both are restrictions, or costs, in terms that search and checker know; the plan is judged by the day's own rules.
public struct RobustProblem: Sendable {
  public let problem: Problem
  /// Seconds by pick-up stop of the problem.
  private let slack: [Int: Double]

  /// - Throws: `Faults` where the problem built is unsound, which a sound day rules out.
  public init(_ compiled: CompiledDay, _ wanted: RobustSlack) throws(Faults) {
    var draft = compiled.problem.draft
    let longest = draft.vehicles.compactMap(\.longestIdleOnBoard).min() ?? 0
    var slack: [Int: Double] = [:]
    for (r, role) in compiled.requests.enumerated() {
      guard case .leg(let leg) = role else { continue }
      if let seconds = wanted.pickups[leg] {
        let given = min(Double(seconds), longest)
        if given > 0, Self.open(&draft.requests[r], given, draft.vehicles) { slack[2 * r] = given }
      }
      if let wish = wanted.appointments[leg] { Self.price(&draft.requests[r], wish) }
    }
    let most = slack.values.max() ?? 0
    for v in draft.vehicles.indices where most > 0 {
      draft.vehicles[v].longestIdle = draft.vehicles[v].longestIdle.map { max(0, $0 - most) }
      draft.vehicles[v].longestIdleOnBoard =
        draft.vehicles[v].longestIdleOnBoard.map { max(0, $0 - most) }
    }
    draft.locks = draft.locks.map { Self.moved($0, slack) }
    draft.links = draft.links.map { Self.moved($0, slack) }
    self.slack = slack
    problem = try CompiledDay.problem(draft)
  }

  /// Legs with slack before their pick-ups on routes that cannot hold it; `nil`: every route can.
  public func overstretched(_ routes: [Route], in compiled: CompiledDay) -> Set<Int>? {
    let broken = routes.filter {
      Scheduler.schedule(problem, vehicle: $0.vehicle, stops: $0.stops).schedule == nil
    }
    guard !broken.isEmpty else { return nil }
    let stops = broken.flatMap(\.stops).filter { slack[$0] != nil && problem.isPickup($0) }
    return Set(
      stops.compactMap { stop in
        if case .leg(let leg) = compiled.requests[stop >> 1] { leg } else { nil }
      })
  }

  /// The routes with their times as the day has them: the slack is a wait before the pick-up.
  public func solution(_ solution: Solution) -> Solution {
    var solution = solution.scheduled(in: problem)
    for r in solution.routes.indices {
      let stops = solution.routes[r].stops
      guard var schedule = solution.routes[r].schedule else { continue }
      for i in stops.indices where problem.isRequestStop(stops[i]) {
        schedule.starts[i] += slack[stops[i]] ?? 0
      }
      solution.routes[r].schedule = schedule
    }
    return solution
  }

  /// - Returns: whether there is room for it before the earliest times.
  private static func open(
    _ request: inout RequestDraft, _ seconds: Double, _ vehicles: [VehicleDraft]
  ) -> Bool {
    guard var stop = request.pickup, stop.windows.allSatisfy({ $0.end >= seconds }) else {
      return false
    }
    stop.serviceTime += seconds
    stop.windows = stop.windows.map { TimeWindow(max(0, $0.start - seconds), $0.end - seconds) }
    stop.dueTime = stop.dueTime.map { max(0, $0 - seconds) }
    request.pickup = stop
    var costs = Dictionary(
      request.vehicleCosts.map { ($0.vehicle, $0.cost) }, uniquingKeysWith: +)
    for v in request.allowedVehicles ?? [] {
      costs[v, default: 0] += seconds * vehicles[v].costPerSecondWaiting
    }
    request.vehicleCosts = costs.sorted { $0.key < $1.key }.filter { $0.value > 0 }
      .map { VehicleCost(vehicle: $0.key, cost: $0.value) }
    return true
  }

  private static func price(_ request: inout RequestDraft, _ wish: RobustSlack.Appointment) {
    guard var stop = request.delivery, let window = stop.windows.last, wish.seconds > 0 else {
      return
    }
    let due = max(window.start, window.end - Double(wish.seconds))
    guard due < window.end else { return }
    stop.dueTime = due
    request.delivery = stop
    request.latenessCost = max(request.latenessCost, wish.worth / (window.end - due))
  }

  /// Gaps are between times of the day as it is.
  private static func moved(_ link: Link, _ slack: [Int: Double]) -> Link {
    guard case .ordered(let first, let second, let least, let greatest) = link,
      let seconds = slack[2 * second]
    else { return link }
    let shortest = max(0, least - seconds)
    return .ordered(
      first: first, second: second, leastGap: shortest,
      greatestGap: greatest.map { max(shortest, $0 - seconds) })
  }

  /// A lock on a pick-up's time speaks of the time told.
  private static func moved(_ lock: Lock, _ slack: [Int: Double]) -> Lock {
    guard case .time(let stop, let window) = lock, stop.side == .pickup,
      let seconds = slack[2 * stop.request]
    else { return lock }
    return .time(
      stop: stop,
      window: TimeWindow(max(0, window.start - seconds), max(0, window.end - seconds)))
  }
}
