import DialARide

/// What a route of one vehicle can be in the relaxation that bounds are proven by: numbers only, read from the
/// draft and the problem's windows and eligibilities.
///
/// Requests that the vehicle may serve are numbered anew, `0 ..< count`. The first stop of request r is `2 * r`,
/// its delivery `2 * r + 1`; a request with one stop alone has only the first. Times are loosened by more
/// than the exact checker forgives (see `BoundProof`), so that no route it passes is missed.
struct PricingView: Sendable {
  let vehicle: Int
  /// Index in the problem of each request.
  let requests: [Int]
  var count: Int { requests.count }
  var stopCount: Int { 2 * requests.count }
  /// What serving the request saves: its multiplier less the vehicle's preference cost.
  let prize: [Double]
  let isRide: [Bool]
  /// Window of the start of service at each stop: the hull of its windows, loosened.
  private(set) var open: [Double] = []
  private(set) var close: [Double] = []
  /// Longest time from the start of service at the pickup to that at the delivery; infinite: no limit.
  private(set) var longestStay: [Double] = []
  /// Set-up that may come on top of that where the vehicle was empty.
  private(set) var longestSetup: [Double] = []
  /// From the start of service at one stop to the earliest arrival at another: row-major.
  private(set) var duration: [Double] = []
  private(set) var cost: [Double] = []
  /// The same where the vehicle leaves empty and may pass its base on the way.
  private(set) var emptyDuration: [Double] = []
  private(set) var emptyCost: [Double] = []
  /// Earliest arrival at each stop where the route begins there, and what the way to it costs.
  private(set) var firstArrival: [Double] = []
  private(set) var firstCost: [Double] = []
  /// Latest start of service at each stop where the route ends there, and what the way home costs.
  private(set) var lastStart: [Double] = []
  private(set) var lastCost: [Double] = []
  /// From the start of service at each stop to the base, and from there to it; the way from the base costs as much
  /// as that of a route which begins so.
  private(set) var baseDuration: [Double] = []
  private(set) var baseCost: [Double] = []
  private(set) var baseLeave: [Double] = []
  /// Time from the start of service at each stop until the vehicle is at its end.
  private(set) var lastLength: [Double] = []
  /// Service at each stop, set-ups aside.
  private(set) var service: [Double] = []
  let fixedCost: Double
  /// Waiting, tour by tour.
  let duty: Duty
  let rules: RouteRules
  /// Set-up class of each request.
  let setupClass: [Int]
  /// Distances, row-major, and the longest one on board; empty where neither request nor vehicle has a limit.
  private(set) var metres: [Double] = []
  /// Distances from the start, to the end and to the base by stop; empty where the vehicle has no limit.
  private(set) var firstMetres: [Double] = []
  private(set) var lastMetres: [Double] = []
  private(set) var baseMetres: [Double] = []
  private(set) var longestWay: [Double] = []
  /// `mayShare[a * count + b]`: both may be on board at once.
  private(set) var mayShare: [Bool] = []
  private let dimensions: Int
  /// `loads[r * dimensions + k]`.
  private let loads: [Int]
  /// Each with an entry for every dimension.
  private let layouts: [[Int]]

  init(_ problem: Problem, vehicle: Int, serving mine: [Int], duals: [Double]) {
    let draft = problem.draft
    self.vehicle = vehicle
    requests = mine
    prize = mine.map { request in
      let preferences = draft.requests[request].vehicleCosts.filter { $0.vehicle == vehicle }
      return duals[request] - preferences.reduce(0) { $0 + $1.cost }
    }
    isRide = mine.map { Self.isRide(draft.requests[$0]) }
    fixedCost = draft.vehicles[vehicle].fixedCost
    let isPlain = mine.allSatisfy { Self.isRide(draft.requests[$0]) }
    duty = Duty(draft.vehicles[vehicle], stops: 2 * mine.count, isPlain: isPlain)
    rules = RouteRules(draft.vehicles[vehicle], stops: 2 * mine.count, isPlain: isPlain)
    setupClass = mine.map { draft.requests[$0].setupClass }
    let dimensions = problem.dimensions
    func padded(_ list: [Int]) -> [Int] {
      list + Array(repeating: 0, count: dimensions - list.count)
    }
    self.dimensions = dimensions
    // A vehicle without a layout carries nothing.
    let layouts = draft.vehicles[vehicle].layouts
    self.layouts = (layouts.isEmpty ? [[]] : layouts).map(padded)
    loads = mine.flatMap { padded(draft.requests[$0].load) }
    fillTravel(problem)
    fillWays(draft)
    fillWindows(problem)
    fillCompany(draft)
  }
}

extension PricingView {
  private static func isRide(_ request: RequestDraft) -> Bool {
    request.pickup != nil && request.delivery != nil
  }

  /// The stop number in the problem of a stop of this view.
  private func problemStop(_ stop: Int, _ draft: ProblemDraft) -> Int {
    let request = requests[stop >> 1]
    let isSecond = stop & 1 == 1 || draft.requests[request].pickup == nil
    return 2 * request + (isSecond ? 1 : 0)
  }

  private func place(_ stop: Int, _ draft: ProblemDraft) -> (location: Int, service: Double) {
    let request = draft.requests[requests[stop >> 1]]
    let visit = stop & 1 == 1 ? request.delivery : request.pickup ?? request.delivery
    return (visit?.location ?? -1, visit?.serviceTime ?? 0)
  }

  private mutating func fillTravel(_ problem: Problem) {
    let draft = problem.draft
    let vehicle = draft.vehicles[self.vehicle]
    let matrix =
      draft.matrices.indices.contains(vehicle.matrix) ? draft.matrices[vehicle.matrix] : nil
    func leg(_ from: Int?, _ to: Int?) -> (time: Double, cost: Double) {
      guard let from, let to, from >= 0, to >= 0, let matrix else { return (0, 0) }
      let cell = from * matrix.size + to
      let time = matrix.times[cell]
      let distance = matrix.distances.isEmpty ? time : matrix.distances[cell]
      let toll = matrix.tolls?[cell] ?? 0
      return (
        time, distance * vehicle.costPerMetre + time * vehicle.costPerSecondDriven + toll
      )
    }
    func loosened(_ time: Double) -> Double { max(0, time - Looseness.perLeg) }
    let places = (0..<stopCount).map { place($0, draft) }
    service = places.map { loosened($0.service) }
    let passesBase = vehicle.mayReturnToBase && vehicle.start != nil
    for from in places {
      for to in places {
        let direct = leg(from.location, to.location)
        duration.append(loosened(from.service + direct.time))
        cost.append(direct.cost)
        guard passesBase else { continue }
        let (out, back) = (leg(from.location, vehicle.start), leg(vehicle.start, to.location))
        emptyDuration.append(loosened(from.service + min(direct.time, out.time + back.time)))
        emptyCost.append(min(direct.cost, out.cost + back.cost))
      }
      let (first, last) = (leg(vehicle.start, from.location), leg(from.location, vehicle.end))
      firstArrival.append(vehicle.shift.start + loosened(first.time))
      firstCost.append(first.cost)
      lastStart.append(vehicle.shift.end - loosened(from.service + last.time))
      lastCost.append(last.cost)
      lastLength.append(loosened(from.service + last.time))
      baseDuration.append(loosened(from.service + leg(from.location, vehicle.start).time))
      baseCost.append(leg(from.location, vehicle.start).cost)
      baseLeave.append(loosened(first.time))
    }
    if !passesBase { (emptyDuration, emptyCost) = (duration, cost) }
  }

  private mutating func fillWays(_ draft: ProblemDraft) {
    longestWay = requests.map { draft.requests[$0].longestDetour ?? .infinity }
    let index = draft.vehicles[vehicle].matrix
    guard longestWay.contains(where: \.isFinite) || rules.limitsDistance,
      draft.matrices.indices.contains(index)
    else { return }
    let matrix = draft.matrices[index]
    let ways = matrix.distances.isEmpty ? matrix.times : matrix.distances
    let places = (0..<stopCount).map { place($0, draft).location }
    metres = places.flatMap { from in
      places.map { to in from < 0 || to < 0 ? 0 : ways[from * matrix.size + to] }
    }
    if rules.limitsDistance {
      func way(_ from: Int?, _ to: Int?) -> Double {
        guard let from, let to, from >= 0, to >= 0 else { return 0 }
        return ways[from * matrix.size + to]
      }
      let (start, end) = (draft.vehicles[vehicle].start, draft.vehicles[vehicle].end)
      firstMetres = places.map { way(start, $0) }
      lastMetres = places.map { way($0, end) }
      baseMetres = places.map { way($0, start) }
    }
    for request in longestWay.indices where isRide[request] {
      // Sums of distances in another order err by less than the tolerance of the checker.
      longestWay[request] +=
        metres[2 * request * stopCount + 2 * request + 1] + 2 * Verifier.tolerance
    }
  }

  private mutating func fillWindows(_ problem: Problem) {
    let draft = problem.draft
    let slack = Looseness.perWindow(duration, stops: stopCount)
    for stop in 0..<stopCount {
      let windows =
        isRide[stop >> 1] || stop & 1 == 0
        ? Array(problem.windows(of: problemStop(stop, draft))) : []
      open.append((windows.first?.start ?? 0) - slack)
      close.append((windows.last?.end ?? 0) + slack)
      firstArrival[stop] -= slack
      lastStart[stop] += slack
    }
    let setups = draft.vehicles[vehicle].setupTimes
    for (r, request) in requests.enumerated() {
      let draft = draft.requests[request]
      // A set-up lengthens the service that a ride is counted from.
      let setup = setups.isEmpty ? 0 : setups.reduce(0) { max($0, $1[draft.setupClass]) }
      let longest = draft.longestRide ?? .infinity
      longestSetup.append(setup)
      longestStay.append(place(2 * r, problem.draft).service + longest + slack)
    }
  }

  private mutating func fillCompany(_ draft: ProblemDraft) {
    var apart: Set<[Int]> = []
    for case .apart(let a, let b) in draft.links { apart.formUnion([[a, b], [b, a]]) }
    for a in requests {
      for b in requests {
        let (first, second) = (draft.requests[a], draft.requests[b])
        let mixes = draft.mixing.isEmpty || draft.mixing[first.mixingClass][second.mixingClass]
        let agree = mixes && !first.ridesAlone && !second.ridesAlone && !apart.contains([a, b])
        // Who has one stop alone is not on board in this relaxation.
        mayShare.append(agree || !Self.isRide(first) || !Self.isRide(second))
      }
    }
  }

  /// Of the layouts given, those that hold the request together with those on board: a bit each. One layout must
  /// hold everybody from an empty vehicle to an empty vehicle.
  func layouts(_ layouts: UInt64, holding request: Int, with aboard: [PartialPiece.Deadline] = [])
    -> UInt64
  {
    var held: UInt64 = 0
    for (index, layout) in self.layouts.enumerated() {
      let bit = Self.bit(ofLayout: index)
      guard layouts & bit != 0, held & bit == 0 else { continue }
      let holds = layout.indices.allSatisfy { k in
        var load = loads[request * dimensions + k]
        for other in aboard { load += loads[other.request * dimensions + k] }
        return load <= layout[k]
      }
      if holds { held |= bit }
    }
    return held
  }

  /// Layouts beyond the last bit share it.
  private static func bit(ofLayout index: Int) -> UInt64 { 1 << UInt64(min(index, 63)) }

  /// A bound on the cost of any part of a route, fixed cost aside: all prizes that are worth taking.
  var leastCost: Double { prize.reduce(0) { $0 - max(0, $1) } }
}

/// By how much times are loosened so that every solution which the exact checker passes keeps them.
enum Looseness {
  /// Arrival, start and end of service may each be off by the checker's tolerance.
  static let perLeg = 4 * Verifier.tolerance

  /// Windows, shifts and ride times: the checker's tolerance once, and for each leg that has no length of its
  /// own to be taken from.
  static func perWindow(_ duration: [Double], stops: Int) -> Double {
    let most =
      (0..<stops).map { from in
        (0..<stops).count { $0 != from && duration[from * stops + $0] == 0 }
      }.max() ?? 0
    return 2 * Verifier.tolerance + perLeg * Double(most)
  }
}
