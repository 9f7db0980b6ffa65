import DialARide

/// One entry of a route, read from the draft.
struct Visit: Sendable {
  enum Kind: Sendable {
    case pickup(Int)
    case delivery(Int)
    /// Index among the vehicle's breaks.
    case rest(Int)
    case base
  }

  var kind: Kind
  /// Index into the route's stops.
  var index: Int
  /// Where the vehicle is, `nil` before it appears at its first located stop.
  var place: Int?
  /// Travel time from the entry before, seconds.
  var travel: Double
  /// Distance from the entry before, metres.
  var distance: Double
  var windows: [TimeWindow]
  /// Service time without set-up, seconds.
  var service: Double
  var setup = 0.0
  /// Requests on board on arrival, in the order they boarded.
  var aboard: [Int] = []

  /// The request picked up or set down here.
  var request: Int? {
    switch kind {
    case .pickup(let request), .delivery(let request): request
    case .rest, .base: nil
    }
  }
}

/// A route of sound structure, followed from its start to its end.
struct RouteView: Sendable {
  let problem: Problem
  let route: Route
  let vehicle: VehicleDraft
  private(set) var visits: [Visit] = []
  /// Travel time to the end location, seconds.
  private(set) var lastTravel = 0.0
  /// Distance to the end location, metres.
  private(set) var lastDistance = 0.0
  /// Sum of the tolls of all ways.
  private(set) var tolls = 0.0
  /// Requests still on board at the end of the route.
  private(set) var aboardAtEnd: [Int] = []
  /// What can be said of the times where there is no schedule.
  private(set) var sequence: SequenceTimes?

  var draft: ProblemDraft { problem.draft }

  /// The times, if there is one for each stop.
  var schedule: Schedule? {
    guard let schedule = route.schedule, Verifier.isWellShaped(schedule, count: visits.count)
    else { return nil }
    return schedule
  }

  init(_ route: Route, of problem: Problem) {
    self.problem = problem
    self.route = route
    vehicle = problem.draft.vehicles[route.vehicle]
    guard !route.stops.isEmpty else { return }
    followPlaces()
    if let schedule, restsOnTheWay { splitWays(schedule) }
    followRiders()
    if schedule == nil { sequence = SequenceTimes(self) }
  }

  private mutating func followPlaces() {
    var place = vehicle.start
    for (index, stop) in route.stops.enumerated() {
      let kind = problem.kind(of: stop, in: route.vehicle)
      let next =
        switch kind {
        case .pickup(let request): draft.requests[request].pickup?.location
        case .delivery(let request): draft.requests[request].delivery?.location
        case .rest: place
        case .base: vehicle.start
        }
      let (travel, distance) = leg(place, next)
      tolls += toll(place, next)
      var visit = Visit(
        kind: kind, index: index, place: next, travel: travel, distance: distance,
        windows: windows(of: kind), service: serviceTime(of: kind))
      if place != next { visit.setup = vehicle.entry(of: draft(of: kind)?.arrivalSetup) }
      visits.append(visit)
      place = next
    }
    (lastTravel, lastDistance) = leg(place, vehicle.end)
    tolls += toll(place, vehicle.end)
  }

  private func toll(_ from: Int?, _ to: Int?) -> Double {
    let matrix = draft.matrices[vehicle.matrix]
    guard let from, let to, let tolls = matrix.tolls else { return 0 }
    return tolls[from * matrix.size + to]
  }

  var restsOnTheWay: Bool { vehicle.restsOnTheWay ?? false }

  /// Moves what is driven before a break on the way from the travel to the next stop to that to the break: as much
  /// as its arrival says, if there is so much.
  private mutating func splitWays(_ schedule: Schedule) {
    var left = schedule.departure
    // Breaks on the present way, with the time driven to each.
    var parts: [(index: Int, wanted: Double)] = []
    func split(_ travel: Double, _ visits: inout [Visit]) -> Double {
      parts.reduce(travel) { rest, part in
        let driven = min(max(0, part.wanted), rest)
        visits[part.index].travel = driven
        return rest - driven
      }
    }
    for index in visits.indices {
      if case .rest = visits[index].kind {
        parts.append((index, schedule.arrivals[index] - left))
      } else {
        visits[index].travel = split(visits[index].travel, &visits)
        parts = []
      }
      left = schedule.ends[index]
    }
    lastTravel = split(lastTravel, &visits)
  }

  /// Time and distance between two places; nothing where one of them is open.
  func leg(_ from: Int?, _ to: Int?) -> (time: Double, distance: Double) {
    guard let from, let to else { return (0, 0) }
    let matrix = draft.matrices[vehicle.matrix]
    let cell = from * matrix.size + to
    let time = matrix.times[cell]
    return (time, matrix.distances.isEmpty ? time : matrix.distances[cell])
  }

  /// The stop's own windows; a lock on its time is judged elsewhere.
  private func windows(of kind: Visit.Kind) -> [TimeWindow] {
    let own =
      switch kind {
      case .pickup(let request): draft.requests[request].pickup?.windows ?? []
      case .delivery(let request): draft.requests[request].delivery?.windows ?? []
      case .rest(let index): vehicle.breaks[index].windows
      case .base: [TimeWindow]()
      }
    return own.isEmpty ? [TimeWindow(-.infinity, .infinity)] : own
  }

  private func serviceTime(of kind: Visit.Kind) -> Double {
    if case .rest(let index) = kind { return vehicle.breaks[index].duration }
    guard let stop = draft(of: kind) else { return 0 }
    return stop.serviceTime + vehicle.entry(of: stop.extraService)
  }

  private func draft(of kind: Visit.Kind) -> StopDraft? {
    switch kind {
    case .pickup(let request): draft.requests[request].pickup
    case .delivery(let request): draft.requests[request].delivery
    case .rest, .base: nil
    }
  }

  private mutating func followRiders() {
    var aboard: [Int] = []
    for case .delivery(let request) in visits.map(\.kind)
    where draft.requests[request].pickup == nil && carries(request) {
      aboard.append(request)
    }
    var classBefore: Int?
    for index in visits.indices {
      visits[index].aboard = aboard
      switch visits[index].kind {
      case .pickup(let request) where carries(request):
        if aboard.isEmpty, let classBefore, !vehicle.setupTimes.isEmpty {
          visits[index].setup += vehicle.setupTimes[classBefore][draft.requests[request].setupClass]
        }
        aboard.append(request)
      case .delivery(let request) where carries(request):
        aboard.removeAll { $0 == request }
        classBefore = draft.requests[request].setupClass
      case .pickup, .delivery, .rest, .base: break
      }
    }
    aboardAtEnd = aboard
  }

  /// Whether serving the request puts somebody or something on board.
  private func carries(_ request: Int) -> Bool {
    let request = draft.requests[request]
    return (request.pickup != nil && request.delivery != nil) || request.load.contains { $0 > 0 }
  }
}

extension RouteView {
  /// Who is on board after each entry; before the first one stands who is on board at departure.
  var companies: [[Int]] { visits.map(\.aboard) + [aboardAtEnd] }

  /// Requests served, in the order of their first stop.
  var requests: [Int] {
    var seen: Set<Int> = []
    return visits.compactMap(\.request).filter { seen.insert($0).inserted }
  }

  /// Rides with the index of their pickup and delivery.
  var rides: [(request: Int, pickup: Int, delivery: Int)] {
    var pickups: [Int: Int] = [:]
    var rides: [(request: Int, pickup: Int, delivery: Int)] = []
    for visit in visits {
      switch visit.kind {
      case .pickup(let request): pickups[request] = visit.index
      case .delivery(let request):
        if let pickup = pickups[request] { rides.append((request, pickup, visit.index)) }
      case .rest, .base: break
      }
    }
    return rides
  }

  var distance: Double { visits.reduce(lastDistance) { $0 + $1.distance } }
  var driving: Double { visits.reduce(lastTravel) { $0 + $1.travel } }

  /// Number of times the vehicle goes from empty to somebody on board.
  var trips: Int {
    let filled = companies.map { !$0.isEmpty }
    return zip([false] + filled, filled).count { !$0 && $1 }
  }

  /// Time on duty, seconds: as scheduled, or the least possible; `nil` if it cannot be told.
  var duration: Double? {
    guard let schedule else { return sequence?.leastDuration }
    return visits.reduce(schedule.arrival - schedule.departure) { duration, visit in
      guard case .base = visit.kind else { return duration }
      return duration - (schedule.starts[visit.index] - schedule.arrivals[visit.index])
    }
  }

  /// Whether a lock has fixed the whole sequence, and the route obeys it.
  var isFrozen: Bool {
    draft.locks.contains { lock in
      if case .frozen(route.vehicle, let stops) = lock { return makesExactly(stops) }
      return false
    }
  }

  /// The pickups and deliveries of the route, in order.
  var references: [StopReference] {
    visits.compactMap { visit in
      switch visit.kind {
      case .pickup(let request): StopReference(request, .pickup)
      case .delivery(let request): StopReference(request, .delivery)
      case .rest, .base: nil
      }
    }
  }

  func makesExactly(_ stops: [StopReference]) -> Bool { references == stops }

  /// A violation of this route.
  func violation(
    _ rule: Violation.Rule, at stop: Int? = nil, requests: [Int] = [], value: Double? = nil,
    limit: Double? = nil, unit: Violation.Unit? = nil, obeysLock: Bool = false
  ) -> Violation {
    Violation(
      rule, vehicle: route.vehicle, requests: requests, stop: stop, value: value, limit: limit,
      unit: unit, obeysLock: obeysLock)
  }
}

extension VehicleDraft {
  /// What holds for this vehicle of times by kind of service, seconds.
  fileprivate func entry(of times: [Double]?) -> Double {
    times.map { $0[serviceKind ?? 0] } ?? 0
  }
}

extension Problem {
  /// What a stop number stands for, by the numbering that `Problem` documents.
  func kind(of stop: Int, in vehicle: Int) -> Visit.Kind {
    let requests = 2 * draft.requests.count
    if stop < requests { return stop % 2 == 0 ? .pickup(stop / 2) : .delivery(stop / 2) }
    let breaksBefore = draft.vehicles[..<vehicle].reduce(0) { $0 + $1.breaks.count }
    let rest = stop - requests - breaksBefore
    return rest < draft.vehicles[vehicle].breaks.count ? .rest(rest) : .base
  }
}
