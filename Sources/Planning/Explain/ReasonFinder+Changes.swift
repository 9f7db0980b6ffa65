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
  func leastChange(
    for leg: Int, in unit: Unit, _ scene: Scene, blocked: [Int]
  ) -> LeastChange? {
    typealias Way = (kind: ChangeKind, leg: Int, trial: (Int) -> DayResource?)
    let times = blocked.flatMap { moved -> [Way] in
      let arrives: Bool
      if case .arriveBy = day.legs[moved].leg.anchor { arrives = true } else { arrives = false }
      return [
        (
          arrives ? .laterArrival : .laterPickup, moved, { self.moving(moved, by: $0, unit, scene) }
        ),
        (
          arrives ? .earlierArrival : .earlierPickup, moved,
          { self.moving(moved, by: -$0, unit, scene) }
        ),
      ]
    }
    let ride: Way = (
      .longerRide, leg,
      { amount in
        self.serving(unit, scene, leg: leg) { Self.lengthenRide(&$1, by: amount) }
      }
    )
    let shift: Way = (.longerShift, leg, { self.withLongerShift($0, leg, unit, scene) })
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

  private func withLongerShift(
    _ amount: Int, _ leg: Int, _ unit: Unit, _ scene: Scene
  ) -> DayResource? {
    guard goesOn(), let request = compiled.requestOfLeg[leg] else { return nil }
    let probe = scene.probe { change(&$0, of: scene, .longerShift(amount)) }
    return probe.cheapest(scene.local(unit.requests)).flatMap {
      resource(serving: request, in: $0, scene)
    }
  }

  private func moving(
    _ leg: Int, by seconds: Int, _ unit: Unit, _ scene: Scene
  ) -> DayResource? {
    let moved = compiled.requestOfLeg[leg]
    return serving(unit, scene, leg: leg) { request, draft in
      if request == moved { Self.widen(&draft, by: Double(seconds)) }
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

  func fits(_ unit: Unit, _ scene: Scene, changed change: (inout RequestDraft) -> Void) -> Bool {
    serving(unit, scene, leg: unit.legs[0]) { change(&$1) } != nil
  }

  /// Inserts the unit's requests, changed, in the plan as it stands.
  ///
  /// - Parameter change: given the number of each request and what it asks for.
  /// - Returns: who would serve the leg; `nil` where the changed requests do not fit.
  private func serving(
    _ unit: Unit, _ scene: Scene, leg: Int, changed change: (Int, inout RequestDraft) -> Void
  ) -> DayResource? {
    guard goesOn(), let request = compiled.requestOfLeg[leg] else { return nil }
    let probe = scene.probe { draft in
      for r in unit.requests {
        if let local = scene.part.local(request: r) { change(r, &draft.requests[local]) }
      }
    }
    return probe.cheapest(scene.local(unit.requests)).flatMap {
      resource(serving: request, in: $0, scene)
    }
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
