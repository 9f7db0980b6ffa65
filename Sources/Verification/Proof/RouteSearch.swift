/// The cheapest route of pieces that serves no request twice, best first.
struct RouteSearch {
  /// A route up to the last stop of a piece, or on its way to the first stop of the next.
  private struct Label {
    /// Earliest start of service, or arrival.
    var time: Double
    /// Without the waiting of the present tour.
    var cost: Double
    /// The time it would be if the tour had left as late as it may and never waited.
    var margin: Double
    /// Time driven and served in the tour.
    var used: Double
    /// Distance driven, where it is limited.
    var metres = 0.0
    var trips = 0
    /// Set-up that the next pickup needs.
    var setup = 0.0
    /// Least time on duty of the tours before.
    var before = 0.0
    var isRested = false
    var stop: Int
    var requests: RequestSet
  }

  /// A label to go on from.
  private struct Candidate: Ranked {
    /// No route through the label costs less.
    var bound: Double
    var label: Int

    func precedes(_ other: Candidate) -> Bool { bound < other.bound }
  }

  /// No route costs less, fixed cost aside; not above zero less the fixed cost.
  private(set) var least: Double
  /// A route attains it, or none is cheaper than nothing.
  private(set) var isExact = true
  /// Requests of the cheapest route found; empty: none is cheaper than nothing.
  private(set) var route = RequestSet()
  private let view: PricingView
  private let bounds: PieceBounds
  private var beginning: [[Piece]]
  private var heap = Heap<Candidate>()
  private var labels: [Label] = []
  private var seen: [[Label]]

  /// - Parameter most: labels made at most; where that does not do, the cheapest that is left bounds the rest.
  init(_ view: PricingView, _ pieces: [Piece], bounds: PieceBounds, most: Int) {
    self.view = view
    self.bounds = bounds
    // Only routes whose reduced cost is negative count.
    least = -view.fixedCost
    beginning = Array(repeating: [], count: view.count)
    seen = Array(repeating: [], count: view.stopCount)
    for piece in pieces { beginning[Int(piece.first) >> 1].append(piece) }
    for request in beginning.indices { begin(with: request) }
    while let next = heap.pop(), next.bound < least {
      guard labels.count <= most else {
        isExact = false
        least = min(least, next.bound)
        return
      }
      let label = labels[next.label]
      for request in beginning.indices where !label.requests.contains(request) {
        goOn(label, to: request)
      }
    }
  }

  private mutating func begin(with request: Int) {
    let stop = 2 * request
    let label = Label(
      time: view.firstArrival[stop], cost: view.firstCost[stop], margin: .infinity,
      used: view.baseLeave[stop],
      metres: view.rules.limitsDistance ? view.firstMetres[stop] : 0, stop: stop,
      requests: RequestSet())
    enter(label)
    guard let rest = view.rules.rest else { return }
    let leave = view.baseLeave[stop]
    guard let time = rest.arrival(from: label.time - leave, way: leave) else { return }
    var later = label
    later.time = time
    if !view.duty.passesBase { later.margin = rest.latest + leave + rest.duration }
    later.used += rest.duration
    later.isRested = true
    enter(later)
  }

  /// Drives to the request's first stop, by the shorter of all ways where waiting makes no difference; else straight
  /// or by way of the base, where a new tour begins.
  private mutating func goOn(_ label: Label, to request: Int) {
    let stop = 2 * request
    let cell = label.stop * view.stopCount + stop
    guard !beginning[request].isEmpty else { return }
    var next = label
    next.stop = stop
    let isSimple = view.duty.isIdle || !view.duty.passesBase
    let travel = isSimple ? view.emptyDuration[cell] : view.duration[cell]
    next.time += travel
    next.margin += travel
    next.used += travel
    next.cost += isSimple ? view.emptyCost[cell] : view.cost[cell]
    let byBase =
      view.rules.limitsDistance ? view.baseMetres[label.stop] + view.firstMetres[stop] : 0
    if view.rules.limitsDistance {
      let straight = view.metres[cell]
      next.metres += isSimple && view.duty.passesBase ? min(straight, byBase) : straight
    }
    if !view.rules.setups.isEmpty {
      next.setup = view.rules.setups[view.setupClass[label.stop >> 1]][view.setupClass[request]]
    }
    // Times at the base are free, so a way that stands for the one by the base too is never too long a wait.
    let waits = view.open[stop] - view.close[label.stop] - travel
    if isSimple && view.duty.passesBase || waits <= view.rules.longestIdle { enter(next) }
    let rest = label.isRested ? nil : view.rules.rest
    let service = view.service[label.stop]
    if let rest, let time = rest.arrival(from: label.time, service: service, way: travel) {
      var later = next
      later.time = time
      later.margin = rest.margin(label.margin, service: service, way: travel)
      later.used += rest.duration
      later.isRested = true
      enter(later)
    }
    guard !isSimple else { return }
    next.before += label.used + view.baseDuration[label.stop] + max(0, label.time - label.margin)
    next.time = label.time + view.baseDuration[label.stop] + view.baseLeave[stop]
    next.margin = .infinity
    next.used = view.baseLeave[stop]
    next.metres = label.metres + byBase
    next.cost =
      label.cost + view.duty.waitingCost(label.time, margin: label.margin)
      + view.baseCost[label.stop] + view.firstCost[stop]
    enter(next)
    guard let rest else { return }
    let way = view.baseDuration[label.stop]
    let home = label.time + way
    if home <= rest.latest {
      // At the base, or on the way from it: nothing is charged.
      next.time = max(home + view.baseLeave[stop], rest.earliest) + rest.duration
    } else if let time = rest.arrival(from: label.time, service: service, way: way) {
      next.time = time + view.baseLeave[stop]
      let margin = rest.margin(label.margin, service: service, way: way)
      let charged = view.duty.waitingCost(label.time, margin: label.margin)
      next.cost += max(0, view.duty.waitingCost(time, margin: margin) - charged)
    } else {
      return
    }
    next.isRested = true
    enter(next)
  }

  /// Makes every piece that begins with the stop arrived at.
  private mutating func enter(_ label: Label) {
    guard label.metres <= view.rules.longestDistance, label.trips < view.rules.mostTrips else {
      return
    }
    let start = max(label.time, view.open[label.stop])
    let request = label.stop >> 1
    let waited = view.duty.lastingCost(start, margin: min(label.margin, view.close[label.stop]))
    guard label.cost + waited + bounds.entering(request, at: start) < least else { return }
    for piece in beginning[request]
    where start <= piece.latestStart && label.requests.isDisjoint(from: piece.requests) {
      add(
        Label(
          time: piece.end(startingAt: start + label.setup), cost: label.cost + piece.cost,
          margin: min(label.margin, piece.latestStart) + piece.length + label.setup
            + view.duty.freePerPiece,
          used: label.used + piece.length + label.setup, metres: label.metres + piece.metres,
          trips: label.trips + (view.rules.mostTrips < .max ? 1 : 0), before: label.before,
          isRested: label.isRested,
          stop: Int(piece.last),
          requests: label.requests.union(piece.requests)))
    }
  }

  private mutating func add(_ label: Label) {
    let duty = view.duty
    let lasting = duty.lastingCost(label.time, margin: label.margin)
    let bound = label.cost + lasting + bounds.after(label.stop, from: label.time)
    if let rest = view.rules.rest, !label.isRested,
      label.time + view.service[label.stop] > rest.latest,
      onDuty(label) > rest.dueAfter
    {
      return
    }
    guard bound < least, label.metres <= view.rules.longestDistance,
      duty.lasting(label.time, margin: label.margin, used: label.used) <= duty.longest,
      !seen[label.stop].contains(where: { dominates($0, label) })
    else { return }
    seen[label.stop].append(label)
    let waited = duty.waitingCost(label.time, margin: label.margin)
    let total = label.cost + waited + view.lastCost[label.stop]
    let onDuty = label.used + max(0, label.time - label.margin) + view.lastLength[label.stop]
    let metres = label.metres + (view.rules.limitsDistance ? view.lastMetres[label.stop] : 0)
    if label.time <= view.lastStart[label.stop], total < least,
      metres <= view.rules.longestDistance, canRest(label),
      onDuty <= duty.longest
    {
      least = total
      route = label.requests
    }
    heap.push(Candidate(bound: bound, label: labels.count))
    labels.append(label)
  }

  /// Least time on duty so far, without a break.
  private func onDuty(_ label: Label) -> Double {
    label.before + label.used + max(0, label.time - label.margin)
  }

  /// Whether a route that ends here has its break, needs none, or can take it last.
  private func canRest(_ label: Label) -> Bool {
    let way = view.lastLength[label.stop]
    guard let rest = view.rules.rest, !label.isRested, onDuty(label) + way > rest.dueAfter else {
      return true
    }
    let service = view.service[label.stop]
    guard let end = rest.arrival(from: label.time, service: service, way: way) else { return false }
    return end - way <= view.lastStart[label.stop]
  }

  /// Whether whatever the other can still become, this one can for no more. Both are at the same stop.
  private func dominates(_ a: Label, _ b: Label) -> Bool {
    guard a.cost <= b.cost, a.time <= b.time, a.metres <= b.metres, a.trips <= b.trips,
      a.requests.isSubset(of: b.requests)
    else {
      return false
    }
    // A break yet to come can take the place of waiting that would be charged.
    if view.duty.waitingRate > 0, a.isRested != b.isRested { return false }
    if view.rules.rest != nil, !a.isRested {
      guard !b.isRested, a.before + a.used <= b.before + b.used,
        a.margin - a.used - a.before >= b.margin - b.used - b.before
      else { return false }
    }
    guard !view.duty.isIdle else { return true }
    if a.cost + view.duty.waitingRate * max(0, b.margin - a.margin) > b.cost { return false }
    return view.duty.longest == .infinity
      || a.used <= b.used && a.margin - a.used >= b.margin - b.used
  }
}
