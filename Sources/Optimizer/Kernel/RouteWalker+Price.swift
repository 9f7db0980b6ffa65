// What the settled route costs.

extension RouteWalker {
  /// Cost of the settled route; infinite if a limit on its duration is broken.
  func price(_ v: VehicleView) -> Double {
    guard count > 0 else {
      cost = 0
      duration = 0
      waiting = 0
      lateCost = 0
      return 0
    }
    let moves = p.movesSchedule(v)
    let isLater = v.overtimeCost > 0 && departAsPreferred(v)
    let end = begin[count + 1]
    waiting = 0
    duration = end - v.shiftStart
    let asked = v.breakEnd > v.firstBreak || v.crew >= 0
    if v.costPerSecondWaiting > 0 || moves || asked || duration > v.longestDuration {
      measureTours(v)
      if isLater && duration > v.longestDuration + SearchProblem.tolerance {
        guard settleEarliest(v) else { return .infinity }
        measureTours(v)
      }
      if duration > v.longestDuration + SearchProblem.tolerance { return .infinity }
    }
    cost =
      v.fixedCost + v.costPerMetre * distance + v.costPerSecondDriven * driving + tolls
      + v.costPerSecondWaiting * waiting + preferences(v)
    if v.fewCost > 0 && requests > 0 { cost += Double(max(0, v.fewLeast - heads)) * v.fewCost }
    lateCost = moves ? lateness(v) : 0
    cost += lateCost
    return cost
  }

  /// Moves the least schedule to the begin of the preferred hours, or as near as the route lets it.
  ///
  /// Since a later departure never makes the end later by more than itself, as long as no stop falls into its next
  /// window, no other one costs less outside the preferred hours.
  ///
  /// - Returns: whether it is another schedule now.
  private func departAsPreferred(_ v: VehicleView) -> Bool {
    guard v.preferredStart > begin[0] else { return false }
    settleLatest(first: 0, last: count + 1, end: v.shiftEnd, v)
    let departure = min(v.preferredStart, until[0])
    guard departure > begin[0] else { return false }
    begin[0] = departure
    if forward(from: 1, v) && raise(v) { return true }
    _ = settleEarliest(v)
    return false
  }

  /// Least duration and waiting: each tour between base visits ends as early as it can and starts as late as
  /// that allows.
  func measureTours(_ v: VehicleView) {
    var total = 0.0
    var last = count + 1
    while last > 0 {
      var first = last - 1
      while first > 0 && Int(stop[first]) < p.firstBase { first -= 1 }
      settleLatest(first: first, last: last, end: begin[last], v)
      departure[first] = until[first]
      total += begin[last] - until[first]
      last = first
    }
    duration = total
    waiting = max(0, total - driving - serviceSum)
  }

  /// As how many those served count, see `FewRequests`.
  private var heads: Int {
    var sum = 0
    for x in 1...count {
      let s = Int(stop[x])
      if s < p.firstBreak && (s & 1 == 0 || !p.hasPickup[s >> 1]) {
        sum += Int(p.headcount[s >> 1])
      }
    }
    return sum
  }

  func preferences(_ v: VehicleView) -> Double {
    guard let preference = p.preference else { return 0 }
    var sum = 0.0
    for x in 1...count {
      let s = Int(stop[x])
      if s < p.firstBreak && (s & 1 == 0 || !p.hasPickup[s >> 1]) {
        sum += preference[(s >> 1) * p.vehicleCount + Int(v.index)]
      }
    }
    return sum
  }

  /// Lateness of the schedule that departs when `measureTours` says and is otherwise as early as can be, with what it
  /// costs to depart or arrive outside the preferred hours.
  func lateness(_ v: VehicleView) -> Double {
    begin[0] = max(begin[0], departure[0])
    for x in 1...count where Int(stop[x]) >= p.firstBase {
      begin[x] = max(begin[x], departure[x])
    }
    guard forward(from: 1, v), raise(v) else { return .infinity }
    var sum = 0.0
    if v.overtimeCost > 0 {
      let outside = max(0, v.preferredStart - begin[0]) + max(0, begin[count + 1] - v.preferredEnd)
      sum = outside * v.overtimeCost
    }
    guard p.hasLateness else { return sum }
    for x in 1...count {
      let s = Int(stop[x])
      if s < p.firstBreak && begin[x] > p.due[s] {
        sum += (begin[x] - p.due[s]) * p.latenessCost[s >> 1]
      }
    }
    return sum
  }
}
