import DialARide

/// The problem as the lower bound sees it: every window and limit at least as wide as the true one.
///
/// A demand that can take several forms is a row of the master, covered by whichever form a route serves; each form is a
/// request with windows and a worth of its own. That no route serves two forms is not kept where routes are priced.
///
/// What is kept: windows (several of them as their hull), travel, service, ride times, detours, capacity,
/// who may ride with whom, admissible vehicles, shifts, costs of driving, use, preference, waiting and of
/// those left unserved, requests served together or not at all, numbers of vehicles, and who is in one vehicle
/// with somebody, as far as classes tell (`TieRow`). Where routes are priced by
/// fragments also: limits on distance, on trips and on waits on board, and set-up times (trips and set-ups in
/// vehicles that serve rides alone), and the break of vehicles that have one, serve rides alone, and pay for waiting
/// or do not pass their base (`BoundRest`). What is dropped only restricts: other breaks (their time counts as if it
/// cost nothing), limits on idling where windows do not force it, on driving, requests and stops, loads during
/// breaks and what is taken in exchange, what vehicles add to services, crews, other links between routes, orders,
/// lateness (it costs at least zero), and, where there are tolls, limits on distance.
///
/// **Tolerance.** The exact checker accepts times that break a constraint by 1e-6. Along a route such errors
/// add up, so every window and ride limit is widened by `tolerance`, 1e-6 for each of a hundred stops.
///
/// Not made from `SearchProblem`, whose windows are narrowed in ways that lose solutions.
final class BoundProblem: Sendable {
  static let tolerance = 1e-4

  let problem: Problem
  let classes: [BoundClass]
  /// Hull of the windows of each request stop, tightened by what every route must obey.
  let earliest: [Double]
  let latest: [Double]
  /// Longest ride, infinite where there is none.
  let longestRide: [Double]
  let travel: [BoundTravel]
  /// Set-up time that a pickup may take at most, seconds.
  let longestSetup: Double
  /// Requests that no rule of the relaxation keeps a class from serving: `serves[r]`, a bit a class.
  let serves: [BitMask]
  /// Requests that may not be on board together: `conflicts[r * requestCount + q]`; empty: all may.
  let conflicts: [Bool]
  /// Requests that are in one route or in none.
  let ties: [BoundTie]
  /// Forms of each demand, and the demand of each request.
  let demands: [[Int]]
  let demandOf: [Int]
  /// Demands served together or not at all, and the penalty of leaving each group out; infinite where one of them must
  /// be served.
  let groups: [[Int]]
  let penalties: [Double]

  /// `nil` where the relaxation cannot express the problem, so that no more than a trivial bound holds.
  init?(_ problem: Problem) {
    // The stops of a frozen route may break the rules, and rules broken are cheaper than rules kept.
    for case .frozen in problem.draft.locks { return nil }
    guard Self.mayShortenServices(of: problem), Self.mayPriceTolls(of: problem) else {
      return nil
    }
    guard problem.requestCount > 0, problem.vehicleClassCount <= BitMask.capacity else {
      return nil
    }
    self.problem = problem
    let setup = problem.vehicles.flatMap(\.setupTimes).flatMap { $0 }.max() ?? 0
    longestSetup = setup
    let horizon = Self.horizon(problem)
    var ways = problem.draft.matrices.map { BoundTravel($0) }
    classes = Self.readClasses(problem, horizon: horizon).map { kind in
      guard let tolls = problem.draft.matrices[kind.matrix].tolls else { return kind }
      return kind.paying(tolls, &ways)
    }
    travel = ways
    longestRide = problem.longestRide.map { $0 + Self.tolerance }
    var windows = Self.hulls(problem, horizon: horizon)
    Self.tighten(&windows, problem, travel, setup: setup)
    earliest = windows.map { $0.start - Self.tolerance }
    latest = windows.map { $0.end + Self.tolerance }
    ties = BoundTie.all(problem)
    serves = Self.serves(problem, classes, ties)
    conflicts = Self.conflicts(problem)
    demands = problem.demands
    demandOf = problem.demandOf.map(Int.init)
    groups = problem.groups.indices.map { problem.demands(ofGroup: $0) }
    penalties = problem.groups.indices.map { problem.unservedPenalty(ofGroup: $0) }
  }

  /// What vehicles and ways add to a service is dropped. That only relaxes as long as nobody minds waiting in its
  /// place: a ride begins when the service at its pickup is over.
  private static func mayShortenServices(of problem: Problem) -> Bool {
    guard problem.hasVaryingService else { return true }
    return problem.longestRide.allSatisfy { $0 == .infinity }
      && problem.vehicles.allSatisfy {
        $0.costPerSecondWaiting == 0 && $0.longestIdle == nil && $0.longestIdleOnBoard == nil
      }
  }

  /// Where there are tolls, ways stand for what they cost (`BoundClass.paying`), so that detours cannot be told.
  private static func mayPriceTolls(of problem: Problem) -> Bool {
    problem.draft.matrices.allSatisfy { $0.tolls == nil }
      || problem.longestDetour.allSatisfy { $0 == .infinity }
  }

  /// More than any single route or penalty costs in the relaxation.
  var scale: Double {
    let n = Double(2 * requestCount + 2)
    let penalty = penalties.filter(\.isFinite).max() ?? 0
    let preference = problem.preferenceCost.max() ?? 0
    return classes.reduce(penalty) { most, kind in
      let way = travel[kind.matrix]
      let legs =
        kind.perMetre * (way.distances.max() ?? 0) + kind.perSecond * (way.times.max() ?? 0)
      let waiting = kind.perSecondWaiting * (kind.closes - kind.opens)
      return max(most, kind.fixedCost + waiting + n * (legs + preference))
    }
  }

  var requestCount: Int { problem.requestCount }

  /// What a solution at least earns by serving a demand: the least that multipliers grant any of its forms.
  func worth(ofDemand demand: Int, _ duals: [Double]) -> Double {
    demands[demand].reduce(.infinity) { min($0, duals[$1]) }
  }

  func worth(ofGroup group: Int, _ duals: [Double]) -> Double {
    groups[group].reduce(0) { $0 + worth(ofDemand: $1, duals) }
  }

  /// Multipliers of requests from those of the rows of their demands.
  func requestDuals(ofRows rows: [Double]) -> [Double] { demandOf.map { rows[$0] } }

  /// Rows that a set of requests covers.
  func rows(of requests: BitMask) -> [Int] { requests.members.map { demandOf[$0] } }

  /// Whether bit masks can hold the requests; otherwise routes may visit a request twice.
  var isMaskable: Bool { problem.requestCount <= BitMask.capacity }

  /// First stop of the request: the pickup, or the only one.
  func firstStop(_ r: Int) -> Int { problem.hasPickup[r] ? 2 * r : 2 * r + 1 }

  /// No schedule need go on beyond this: whatever it waits for has opened, and all ways and services follow.
  /// Where windows never close this keeps times small enough for exact sums.
  private static func horizon(_ problem: Problem) -> Double {
    let opens =
      problem.vehicles.map(\.shift.start) + problem.windows.map(\.start).filter(\.isFinite)
    let farthest = problem.draft.matrices.flatMap(\.times).max() ?? 0
    let setup = problem.vehicles.flatMap(\.setupTimes).flatMap { $0 }.max() ?? 0
    let services = problem.serviceTime.reduce(0, +)
    let ways = Double(4 * problem.requestCount + 3) * (farthest + setup)
    return (opens.max() ?? 0) + services + ways + 1
  }

  private static func readClasses(_ problem: Problem, horizon: Double) -> [BoundClass] {
    (0..<problem.vehicleClassCount).compactMap { k in
      let members = (0..<problem.vehicleCount).filter { Int(problem.vehicleClass[$0]) == k }
      guard let vehicle = members.first else { return nil }
      let draft = problem.vehicles[vehicle]
      let setup = draft.setupTimes.flatMap { $0 }.max() ?? 0
      let returns = draft.mayReturnToBase && draft.start != nil
      // What is on board without a ride is not followed, nor is when the vehicle is empty then.
      let isPlain = !(0..<problem.requestCount).contains {
        problem.admissible[$0 * problem.vehicleCount + vehicle] && !problem.isRide($0)
      }
      let paysWaiting = draft.costPerSecondWaiting > 0
      let rest = isPlain && (paysWaiting || !returns) ? rest(draft.breaks) : nil
      return BoundClass(
        index: k, vehicle: vehicle, count: members.count, start: draft.start ?? -1,
        end: draft.end ?? -1, opens: draft.shift.start - tolerance,
        closes: min(draft.shift.end, horizon) + tolerance, fixedCost: draft.fixedCost,
        perMetre: draft.costPerMetre, perSecond: draft.costPerSecondDriven,
        perSecondWaiting: draft.costPerSecondWaiting,
        freeWaiting: rest == nil ? draft.breaks.reduce(tolerance) { $0 + $1.duration } : tolerance,
        freePerFragment: isPlain ? 0 : setup, mayReturnToBase: returns,
        longestDistance: (draft.longestDistance ?? .infinity) + tolerance,
        mostTrips: isPlain ? Int32(clamping: draft.mostTrips ?? .max) : .max,
        longestIdle: isPlain && draft.breaks.isEmpty
          ? (draft.longestIdle ?? .infinity) + tolerance : .infinity,
        longestIdleOnBoard: longestWait(draft),
        setupTimes: isPlain ? draft.setupTimes : [], rest: rest,
        longestDuration: returns ? .infinity : (draft.longestDuration ?? .infinity) + tolerance,
        matrix: draft.matrix)
    }
  }

  private static func rest(_ breaks: [BreakDraft]) -> BoundRest? {
    guard breaks.count == 1, let only = breaks.first, !only.allowedOnBoard,
      let first = only.windows.first, let last = only.windows.last
    else { return nil }
    return BoundRest(
      earliest: first.start - tolerance, latest: last.end + tolerance, duration: only.duration,
      dueAfter: only.dueAfter + tolerance)
  }

  /// Longest time that waiting at one stop with somebody on board, and breaks taken there, can take: a break cuts
  /// a wait in two.
  private static func longestWait(_ draft: VehicleDraft) -> Double {
    guard let limit = draft.longestIdleOnBoard else { return .infinity }
    return draft.breaks.filter(\.allowedOnBoard)
      .reduce(limit + tolerance) { $0 + $1.duration + limit }
  }

  private static func hulls(_ problem: Problem, horizon: Double) -> [TimeWindow] {
    let opens = problem.vehicles.map(\.shift.start).min() ?? 0
    let closes = min(problem.vehicles.map(\.shift.end).max() ?? 0, horizon)
    return (0..<(2 * problem.requestCount)).map { stop in
      let windows = problem.windows(of: stop)
      guard let first = windows.first, let last = windows.last else {
        return TimeWindow(opens, closes)
      }
      return TimeWindow(max(first.start, opens), min(last.end, closes))
    }
  }

  private static func tighten(
    _ windows: inout [TimeWindow], _ problem: Problem, _ travel: [BoundTravel], setup: Double
  ) {
    for r in 0..<problem.requestCount where problem.isRide(r) {
      let (p, d) = (2 * r, 2 * r + 1)
      let (from, to) = (Int(problem.location[p]), Int(problem.location[d]))
      let direct = travel.map { $0.shortest(from, to) }.min() ?? 0
      let board = problem.serviceTime[p]
      let longest = problem.longestRide[r] + board + setup
      for _ in 0..<2 {
        windows[p].start = max(windows[p].start, windows[d].start - longest)
        windows[p].end = min(windows[p].end, windows[d].end - board - direct)
        windows[d].start = max(windows[d].start, windows[p].start + board + direct)
        windows[d].end = min(windows[d].end, windows[p].end + longest)
      }
    }
  }

  private static func serves(_ problem: Problem, _ classes: [BoundClass], _ ties: [BoundTie])
    -> [BitMask]
  {
    var serves = (0..<problem.requestCount).map { r in
      var mask = BitMask()
      for (k, kind) in classes.enumerated()
      where problem.admissible[r * problem.vehicleCount + kind.vehicle] { mask.insert(k) }
      return mask
    }
    // Who is in one route with somebody needs a vehicle that serves both; ties can form chains.
    var changes = true
    while changes {
      changes = false
      for tie in ties where serves[tie.first] != serves[tie.second] {
        let both = serves[tie.first] & serves[tie.second]
        (serves[tie.first], serves[tie.second]) = (both, both)
        changes = true
      }
    }
    return serves
  }

  private static func conflicts(_ problem: Problem) -> [Bool] {
    let n = problem.requestCount
    let isNeeded =
      problem.ridesAlone.contains(true) || problem.mayMix.contains(false)
      || problem.apartFrom.contains { !$0.isEmpty }
    guard isNeeded else { return [] }
    var table = [Bool](repeating: false, count: n * n)
    for r in 0..<n {
      for q in 0..<n where q != r {
        let mix = Int(problem.mixingClass[r]) * problem.mixingClasses + Int(problem.mixingClass[q])
        table[r * n + q] =
          problem.ridesAlone[r] || problem.ridesAlone[q] || !problem.mayMix[mix]
      }
      for q in problem.apartFrom[r] { table[r * n + q] = true }
    }
    return table
  }
}
