/// Interchangeable vehicles as the bound sees them: what the relaxation keeps of them.
struct BoundClass: Sendable {
  /// Number of the class in `Problem.vehicleClass`.
  var index: Int
  /// The first vehicle of the class; it stands for all.
  var vehicle: Int
  /// How many there are.
  var count: Int
  /// Start and end location, -1 where open.
  var start: Int
  var end: Int
  var opens: Double
  var closes: Double
  var fixedCost: Double
  var perMetre: Double
  var perSecond: Double
  var perSecondWaiting: Double
  /// Waiting that cannot be told from breaks, seconds a tour: it is not charged.
  var freeWaiting: Double
  /// Time by which the service of a fragment may grow by set-ups: it is not waiting either.
  var freePerFragment: Double
  var mayReturnToBase: Bool
  /// Longest distance driven; infinite: no limit.
  var longestDistance: Double
  /// Greatest number of trips; `.max` where the relaxation does not count them.
  var mostTrips: Int32
  /// Longest wait of an empty vehicle elsewhere than at its base; infinite: no limit, or not looked at.
  var longestIdle: Double
  /// Longest wait with somebody on board, breaks included; infinite: no limit.
  var longestIdleOnBoard: Double
  /// Set-up times by the class of the load before and of the one that boards; empty: none.
  var setupTimes: [[Double]]
  /// Its break; `nil` where there is none, or more than the relaxation follows.
  var rest: BoundRest?
  /// Longest time on duty, infinite where the relaxation does not look at it.
  var longestDuration: Double
  var matrix: Int
}

extension BoundClass {
  /// Waiting is charged: not where set-ups that the bound does not time could explain it.
  var waitingRate: Double { freePerFragment > 0 ? 0 : perSecondWaiting }

  /// The class with what its ways cost, tolls included, in place of their metres: one a metre, nothing a second. Limits
  /// on the distance are dropped.
  ///
  /// - Parameter travel: of all matrices; that of the class is added unless it is there already.
  func paying(_ tolls: [Double], _ travel: inout [BoundTravel]) -> BoundClass {
    let priced = travel[matrix].pricing { cell, metres, seconds in
      perMetre * metres + perSecond * seconds + tolls[cell]
    }
    var kind = self
    kind.perMetre = 1
    kind.perSecond = 0
    kind.longestDistance = .infinity
    if let known = travel.firstIndex(of: priced) {
      kind.matrix = known
    } else {
      kind.matrix = travel.count
      travel.append(priced)
    }
    return kind
  }

  /// Whether labels need `RouteLimits`.
  var hasLimits: Bool {
    longestDistance < .infinity || mostTrips < .max || !setupTimes.isEmpty
      || rest != nil
  }

  /// Whether it can matter that a vehicle passes its base: a tour ends there, and waiting is free. Elsewhere the
  /// shorter of the ways straight on and by the base stands for both.
  var passesBase: Bool { mayReturnToBase && waitingRate > 0 }

  /// Whether a vehicle that is empty from `left` on, `way` from where it serves nobody before `opens`, need not wait
  /// longer than it may. Where a leg stands for the way by the base too, it always may.
  func mayWait(leftBy left: Double, way: Double, until opens: Double) -> Bool {
    opens - left - way <= longestIdle || mayReturnToBase && !passesBase
  }
}
