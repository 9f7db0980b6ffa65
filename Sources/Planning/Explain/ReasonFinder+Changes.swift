internal import DialARide
internal import Optimizer

/// Kinds of `LeastChange`.
enum ChangeKind: String {
  case laterPickup = "later_pickup"
  case earlierPickup = "earlier_pickup"
  case laterArrival = "later_arrival"
  case earlierArrival = "earlier_arrival"
  case longerRide = "longer_ride"
  case longerShift = "longer_shift"
  case rule

  var isTime: Bool {
    switch self {
    case .laterPickup, .earlierPickup, .laterArrival, .earlierArrival: true
    case .longerRide, .longerShift, .rule: false
    }
  }
}

extension ReasonFinder {
  /// Sizes of change that are tried, seconds, ascending.
  var steps: [Int] {
    let step = max(1, day.rules.seconds(.changeStep))
    let most = day.rules.seconds(.changeMost)
    return [1, 2, 3, 4, 6, 9, 12, 18, 24].map { $0 * step }.filter { $0 <= most }
  }

  /// The smallest change of times, later or earlier; else a longer ride; else a longer shift.
  func leastChange(for leg: Int, in unit: Unit, blocked: [Int]) -> LeastChange? {
    typealias Way = (kind: ChangeKind, leg: Int, trial: (Int) -> DayResource?)
    let times = blocked.flatMap { moved -> [Way] in
      let arrives: Bool
      if case .arriveBy = day.legs[moved].leg.anchor { arrives = true } else { arrives = false }
      return [
        (arrives ? .laterArrival : .laterPickup, moved, { self.moving(moved, by: $0, unit) }),
        (arrives ? .earlierArrival : .earlierPickup, moved, { self.moving(moved, by: -$0, unit) }),
      ]
    }
    let ride: Way = (
      .longerRide, leg,
      { amount in
        self.serving(unit, leg: leg, clone: { Self.lengthenRide(&$0, by: amount) })
      }
    )
    let shift: Way = (.longerShift, leg, { self.withLongerShift($0, leg, unit) })
    for ways in [times, [ride], [shift]] {
      let found = ways.compactMap { way in
        least(way.trial).map { (way.kind, way.leg, $0.amount, $0.resource) }
      }
      if let best = found.min(by: { $0.2 < $1.2 }) {
        return change(best.0, best.1, best.2, best.3)
      }
    }
    return nil
  }

  /// The smallest step with which a trial succeeds. A greater change leaves more room, so halving finds it.
  private func least(_ trial: (Int) -> DayResource?) -> (amount: Int, resource: DayResource)? {
    let steps = steps
    guard let most = steps.last, let atMost = trial(most) else { return nil }
    var best = (amount: most, resource: atMost)
    var (low, high) = (0, steps.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if let resource = trial(steps[middle]) {
        best = (steps[middle], resource)
        high = middle
      } else {
        low = middle + 1
      }
    }
    return best
  }

  private func withLongerShift(_ amount: Int, _ leg: Int, _ unit: Unit) -> DayResource? {
    guard let request = compiled.requestOfLeg[leg],
      let insertion = probe(.longerShift(amount))?.cheapest(unit.requests)
    else { return nil }
    return resource(serving: request, in: insertion)
  }

  private func moving(_ leg: Int, by seconds: Int, _ unit: Unit) -> DayResource? {
    guard let request = compiled.requestOfLeg[leg] else { return nil }
    let id = compiled.problem.draft.requests[request].id
    return serving(unit, leg: leg) { draft in
      if draft.id == id { Self.widen(&draft, by: Double(seconds)) }
    }
  }

  private func change(
    _ kind: ChangeKind, _ leg: Int, _ seconds: Int, _ resource: DayResource
  ) -> LeastChange {
    let id = day.legs[leg].leg.id
    let time = Shown.duration(seconds)
    let (fr, en) =
      switch kind {
      case .laterPickup: ("départ \(time) plus tard", "picked up \(time) later")
      case .earlierPickup: ("départ \(time) plus tôt", "picked up \(time) earlier")
      case .laterArrival: ("arrivée \(time) plus tard", "set down \(time) later")
      case .earlierArrival: ("arrivée \(time) plus tôt", "set down \(time) earlier")
      case .longerRide: ("\(time) de plus à bord", "\(time) more on board")
      case .longerShift: ("disponible \(time) de plus", "available \(time) more")
      case .rule: ("", "")
      }
    return LeastChange(
      kind: kind.rawValue, amount: Double(seconds) / 60, unit: "min", resource: resource.id,
      text: Bilingual(
        fr: "Trajet \(id) : \(fr), avec \(resource.id).",
        en: "Leg \(id): \(en), with \(resource.id)."))
  }

  // MARK: Trying a changed unit beside everybody else

  func fits(_ unit: Unit, clone change: (inout RequestDraft) -> Void) -> Bool {
    serving(unit, leg: unit.legs[0], clone: change) != nil
  }

  /// Inserts copies of the unit's requests, changed, in the plan as it stands.
  ///
  /// - Returns: who would serve the leg; `nil` where the copies do not fit.
  func serving(
    _ unit: Unit, leg: Int, clone change: (inout RequestDraft) -> Void
  ) -> DayResource? {
    var draft = compiled.problem.draft
    let first = draft.requests.count
    let copies = Dictionary(
      uniqueKeysWithValues: zip(unit.requests, first..<first + unit.requests.count))
    for request in unit.requests {
      var copy = draft.requests[request]
      change(&copy)
      copy.id += "~changed"
      draft.requests.append(copy)
    }
    draft.links += draft.links.compactMap { $0.copied(copies) }
    draft.locks += draft.locks.compactMap { $0.copied(copies) }
    guard let problem = try? Problem(draft) else { return nil }
    let probe = InsertionProbe(
      problem: problem,
      solution: solution.moved(from: compiled.problem, added: unit.requests.count))
    guard let request = compiled.requestOfLeg[leg], let copy = copies[request],
      let insertion = probe.cheapest(unit.requests.compactMap { copies[$0] })
    else { return nil }
    return resource(serving: copy, in: insertion)
  }

  /// Windows open by so many seconds more: at their ends, or at their starts where negative.
  static func widen(_ request: inout RequestDraft, by seconds: Double) {
    func widened(_ windows: [TimeWindow]) -> [TimeWindow] {
      windows.map {
        seconds > 0
          ? TimeWindow($0.start, $0.end + seconds)
          : TimeWindow(max(0, $0.start + seconds), $0.end)
      }
    }
    let (pickup, delivery) = (request.pickup?.windows ?? [], request.delivery?.windows ?? [])
    request.pickup?.windows = widened(pickup)
    request.delivery?.windows = widened(delivery)
  }

  static func dropWindows(_ request: inout RequestDraft) {
    request.pickup?.windows = []
    request.delivery?.windows = []
  }

  static func dropRideLimits(_ request: inout RequestDraft) {
    request.longestRide = nil
    request.longestDetour = nil
  }

  private static func lengthenRide(_ request: inout RequestDraft, by seconds: Int) {
    request.longestRide = request.longestRide.map { $0 + Double(seconds) }
    // The windows at the other end follow from the ride.
    let windows = request.pickup?.windows ?? []
    request.pickup?.windows = windows.map {
      TimeWindow(max(0, $0.start - Double(seconds)), $0.end)
    }
  }
}

extension Link {
  /// The same tie for copies of requests; `nil` where it concerns none of them.
  func copied(_ copies: [Int: Int]) -> Link? {
    func copy(_ r: Int) -> Int { copies[r] ?? r }
    switch self {
    case .together(let members):
      return members.allSatisfy { copies[$0] != nil } ? .together(members.map(copy)) : nil
    case .requires(let a, let b):
      return copies[a] == nil ? nil : .requires(request: copy(a), required: copy(b))
    case .sameVehicle(let a, let b):
      return copies[a] == nil && copies[b] == nil ? nil : .sameVehicle(copy(a), copy(b))
    case .ordered(let a, let b, let least, let greatest):
      guard copies[a] != nil || copies[b] != nil else { return nil }
      return .ordered(
        first: copy(a), second: copy(b), leastGap: least, greatestGap: greatest)
    case .apart(let a, let b):
      return copies[a] == nil && copies[b] == nil ? nil : .apart(copy(a), copy(b))
    }
  }
}

extension Lock {
  /// The same decision for the copy of a request; `nil` where it concerns none of them.
  func copied(_ copies: [Int: Int]) -> Lock? {
    switch self {
    case .vehicle(let request, let vehicle):
      return copies[request].map { .vehicle(request: $0, vehicle: vehicle) }
    case .forbidden(let request, let vehicle):
      return copies[request].map { .forbidden(request: $0, vehicle: vehicle) }
    case .time(let stop, let window):
      return copies[stop.request].map {
        .time(stop: StopReference($0, stop.side), window: window)
      }
    // The stops of a settled vehicle are all served already.
    case .order, .frozen: return nil
    }
  }
}
