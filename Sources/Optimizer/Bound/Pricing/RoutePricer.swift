import DialARide

/// Finds the routes of one class of vehicles with the least reduced cost, by forward labelling over fragments.
///
/// Labels are taken by time, so the labels of a node that were taken before are no later than the one at hand,
/// and dominance need not look at times. A label dominates another of its node if it costs no more, whatever
/// waiting is still to come, and has closed no request that is open to the other: then whatever completes
/// the other completes it too. The waiting cost of a route is `rate * max(0, time - margin)`, a convex function
/// of what follows whose slope is 0 and then `rate`, hence two comparisons. Limits of the class, and what may still
/// take the place of waiting, are compared by `RouteLimits`.
final class RoutePricer: RoutePricing {
  let map: PricingMap
  let bounds: CompletionBounds
  private let stops: Int
  private let fragments = GrowingTable<PricingFragment>(capacity: 256)
  private(set) var firstFragment: [Int32]
  private let labels = GrowingTable<RouteLabel>(capacity: 1 << 12)
  private let queue = LabelQueue()
  private let seen: [GrowingTable<SeenLabel>]
  /// One a label and one an entry of `seen`, where the class has limits.
  private let limits = GrowingTable<RouteLimits>(capacity: 1 << 10)
  private let seenLimits: [GrowingTable<RouteLimits>]
  private var chains: [ChainKey: Int32] = [:]
  private let chainNext = GrowingTable<Int32>(capacity: 1024)
  private var found: [FoundRoute] = []
  private var mode = PricingMode.exact
  private var threshold = 0.0
  private let rate: Double
  private let isDutyLimited: Bool
  private let hasLimits: Bool
  private let rest: BoundRest?

  private struct ChainKey: Hashable {
    var node: Int32
    var requests: BitMask
  }

  init(_ map: PricingMap) {
    self.map = map
    stops = map.stopCount
    bounds = CompletionBounds(stops: stops, slices: map.grid.count)
    firstFragment = [Int32](repeating: 0, count: stops + 1)
    seen = (0..<(2 * stops)).map { _ in GrowingTable<SeenLabel>(capacity: 8) }
    hasLimits = map.kind.hasLimits
    seenLimits = (0..<(hasLimits ? 2 * stops : 0)).map { _ in
      GrowingTable<RouteLimits>(capacity: 2)
    }
    rest = map.kind.rest
    rate = map.kind.waitingRate
    isDutyLimited =
      map.kind.longestDuration < map.kind.closes - map.kind.opens
      && map.kind.freePerFragment == 0
  }

  var root: Double { bounds.root }

  var effort: Int { labels.count }

  // MARK: Duals

  /// Sets the duals and computes the completion bounds.
  ///
  /// - Parameter keepsAll: keeps fragments that others beat under these duals.
  func prepare(_ duals: [Double], keepsAll: Bool) {
    fragments.removeAll()
    for stop in 0..<stops {
      let first = fragments.count
      firstFragment[stop] = Int32(first)
      for m in Int(map.firstMember[stop])..<Int(map.firstMember[stop + 1]) {
        fragments.append(priced(m, duals))
      }
      if !keepsAll {
        FragmentPruning(fragments, rate: rate, comparesMetres: hasLimits).dropBeaten(from: first)
      }
    }
    firstFragment[stops] = Int32(fragments.count)
    bounds.update(map, fragments.base, firstFragment)
  }

  private func priced(_ member: Int, _ duals: [Double]) -> PricingFragment {
    let index = map.members[member]
    let fragment = map.set.fragments[Int(index)]
    var reduced = map.costs[member]
    var memory = BitMask()
    for stop in map.set.stops(of: fragment) where Int(stop) == map.p.firstStop(Int(stop >> 1)) {
      reduced -= duals[Int(stop >> 1)]
      memory |= map.neighbours[Int(stop >> 1)]
    }
    return PricingFragment(
      latestStart: fragment.latestStart, earliestEnd: fragment.earliestEnd,
      length: fragment.length, reducedCost: reduced, metres: fragment.distance, last: fragment.last,
      index: index,
      requests: map.p.isMaskable ? fragment.requests : BitMask(), memory: memory)
  }

  // MARK: Labelling

  /// Looks for routes with a reduced cost below the threshold; false if the limit on labels ended the run.
  func run(_ mode: PricingMode, threshold: Double, most limit: Int, stop: () -> Bool) -> Bool {
    self.mode = mode
    self.threshold = threshold
    labels.removeAll()
    queue.removeAll()
    found.removeAll(keepingCapacity: true)
    if mode == .enumeration {
      chains.removeAll(keepingCapacity: true)
      chainNext.removeAll()
    } else {
      for list in seen { list.removeAll() }
      for list in seenLimits { list.removeAll() }
    }
    limits.removeAll()
    for leg in map.opening {
      arrive(
        leg, time: map.opens(leg), cost: leg.cost, margin: .infinity, used: leg.time, BitMask(),
        RouteLimits(metres: leg.metres, setup: 0, trips: 0, isRested: false, duty: 0),
        previous: -1)
      restFirst(leg)
    }
    var taken = 0
    while !queue.isEmpty {
      taken += 1
      if labels.count > limit || taken & 1023 == 0 && stop() { return false }
      let index = queue.pop()
      let label = labels.base[Int(index)]
      guard enter(label, index) else { continue }
      if label.fragment < 0 {
        expand(arrival: label, index)
      } else {
        expand(departure: label, index)
      }
    }
    return true
  }

  /// Routes found, the best first; not more than `most`.
  func routes(most: Int) -> [FoundRoute] {
    found.sort { ($0.reducedCost, $0.label) < ($1.reducedCost, $1.label) }
    return Array(found.prefix(most))
  }

  /// Least reduced cost found.
  var leastFound: Double { found.reduce(.infinity) { min($0, $1.reducedCost) } }

  /// Cost of a route found, without the duals it was found with.
  func cost(_ route: FoundRoute, _ duals: [Double]) -> Double {
    stops(of: route).reduce(route.reducedCost) { cost, stop in
      let r = Int(stop >> 1)
      return Int(stop) == map.p.firstStop(r) ? cost + duals[r] : cost
    }
  }

  /// Requests of a route found; all of them after an enumeration.
  func requests(of route: FoundRoute) -> BitMask { labels.base[Int(route.label)].requests }

  /// Stops of a route found.
  func stops(of route: FoundRoute) -> [Int32] {
    var parts: [ArraySlice<Int32>] = []
    var label = route.label
    while label >= 0 {
      let step = labels.base[Int(label)]
      if step.fragment >= 0 {
        let index = Int(fragments.base[Int(step.fragment)].index)
        parts.append(map.set.stops(of: map.set.fragments[index]))
      }
      label = step.previous
    }
    return parts.reversed().flatMap { $0 }
  }

  @inline(__always)
  private func waiting(_ time: Double, _ margin: Double) -> Double {
    rate * max(0, time - margin - map.kind.freeWaiting)
  }

  @inline(__always)
  private func closed(_ label: RouteLabel) -> BitMask {
    guard map.p.isMaskable else { return BitMask() }
    let stop = Int(label.node) < stops ? Int(label.node) : Int(label.node) - stops
    let slices = map.grid.count
    return label.requests
      | map.unreachable.base[stop &* slices &+ map.grid.slice(of: label.time)]
  }

  /// Takes a label into the list of its node; false if another one dominates it.
  private func enter(_ label: RouteLabel, _ index: Int32) -> Bool {
    if mode == .enumeration { return enterChain(label, index) }
    let closed = closed(label)
    let list = seen[Int(label.node)]
    let mine = hasLimits ? limits.base[Int(index)] : Self.unlimited
    if isDominated(label, closed, mine, list, from: Int(label.checked)) { return false }
    if hasLimits { seenLimits[Int(label.node)].append(mine) }
    list.append(
      SeenLabel(
        cost: label.cost, waitKey: label.cost - rate * label.margin, used: label.used,
        startKey: label.margin - label.used, closed: closed))
    return true
  }

  @inline(__always)
  private func isDominated(
    _ label: RouteLabel, _ closed: BitMask, _ mine: RouteLimits, _ list: GrowingTable<SeenLabel>,
    from first: Int
  ) -> Bool {
    let base = list.base
    let theirs = hasLimits ? seenLimits[Int(label.node)].base : nil
    let waitKey = label.cost - rate * label.margin
    for x in first..<max(first, list.count) where base[x].cost <= label.cost {
      if rate > 0 && !(base[x].waitKey <= waitKey) { continue }
      if isDutyLimited
        && !(base[x].used <= label.used && base[x].startKey >= label.margin - label.used)
      {
        continue
      }
      if let theirs,
        !allows(
          theirs[x], base[x].used, base[x].startKey, mine, label.used, label.margin - label.used)
      {
        continue
      }
      if mode == .heuristic || base[x].closed.isSubset(of: closed) { return true }
    }
    return false
  }

  private func enterChain(_ label: RouteLabel, _ index: Int32) -> Bool {
    let key = ChainKey(node: label.node, requests: label.requests)
    let head = chains[key] ?? -1
    var other = head
    while other >= 0 {
      let known = labels.base[Int(other)]
      let isBetter =
        known.cost <= label.cost
        && (rate == 0 || known.cost - rate * known.margin <= label.cost - rate * label.margin)
        && (!isDutyLimited
          || known.used <= label.used && known.margin - known.used >= label.margin - label.used)
        && (!hasLimits
          || allows(
            limits.base[Int(other)], known.used, known.margin - known.used,
            limits.base[Int(index)], label.used, label.margin - label.used))
      if isBetter { return false }
      other = chainNext.base[Int(other)]
    }
    while chainNext.count < labels.count { chainNext.append(-1) }
    chainNext.base[Int(index)] = head
    chains[key] = index
    return true
  }

  /// Whether the limits let a do what they let b do: besides what both have used up, the break falls due no sooner.
  ///
  /// - Parameter startA: margin less time on duty in the tour; `startB` likewise.
  @inline(__always)
  private func allows(
    _ a: RouteLimits, _ usedA: Double, _ startA: Double, _ b: RouteLimits, _ usedB: Double,
    _ startB: Double
  ) -> Bool {
    guard a.isNoWorse(than: b, paysWaiting: rate > 0) else { return false }
    if rest == nil || a.isRested { return true }
    return a.duty + usedA <= b.duty + usedB && startA - a.duty >= startB - b.duty
  }

  /// Least time on duty so far, breaks not taken.
  @inline(__always)
  private func onDuty(_ label: RouteLabel, _ limits: RouteLimits) -> Double {
    limits.duty + label.used + max(0, label.time - label.margin)
  }

  /// Leaves for the first stop after the break.
  private func restFirst(_ leg: EmptyLeg) {
    guard let rest, let time = rest.arrival(leaving: map.kind.opens, way: leg.time) else { return }
    arrive(
      leg, time: max(time, map.p.earliest[Int(leg.first)]), cost: leg.cost,
      margin: map.kind.mayReturnToBase ? .infinity : rest.margin(.infinity, way: leg.time),
      used: leg.time + rest.duration, BitMask(),
      RouteLimits(metres: leg.metres, setup: 0, trips: 0, isRested: true, duty: 0), previous: -1)
  }

  private func arrive(
    _ leg: EmptyLeg, time: Double, cost: Double, margin: Double, used: Double,
    _ requests: BitMask, _ limits: RouteLimits, previous: Int32
  ) {
    let first = Int(leg.first)
    if time > map.p.latest[first] { return }
    if hasLimits && limits.metres > map.kind.longestDistance { return }
    let slice = map.grid.slice(of: time)
    let rest = bounds.arriving.base[first &* map.grid.count &+ slice]
    if cost + waiting(time, margin) + rest >= threshold { return }
    add(
      RouteLabel(
        time: time, cost: cost, margin: margin, used: used, requests: requests,
        previous: previous, fragment: -1, node: leg.first, checked: 0), limits)
  }

  private func expand(arrival label: RouteLabel, _ index: Int32) {
    let closed = closed(label)
    let base = fragments.base
    let first = Int(label.node)
    let slices = map.grid.count
    let had = hasLimits ? limits.base[Int(index)] : Self.unlimited
    for f in Int(firstFragment[first])..<Int(firstFragment[first + 1]) {
      let fragment = base + f
      if label.time > fragment.pointee.latestStart { continue }
      if !fragment.pointee.requests.isDisjoint(from: closed) { continue }
      let length = fragment.pointee.length + had.setup
      let time = max(fragment.pointee.earliestEnd, label.time + length)
      let cost = label.cost + fragment.pointee.reducedCost
      let last = Int(fragment.pointee.last)
      let rest = bounds.leaving.base[last &* slices &+ map.grid.slice(of: time)]
      if cost + rest >= threshold || time > map.kind.closes { continue }
      let margin = min(label.margin, fragment.pointee.latestStart) + length
      if cost + rest + waiting(time, margin) >= threshold { continue }
      let used = label.used + length
      if isDutyLimited && used + max(0, time - margin) > map.kind.longestDuration { continue }
      var left = had
      if hasLimits {
        guard follow(fragment, &left) else { continue }
      }
      if let pause = self.rest, !left.isRested, time > pause.latest,
        left.duty + used + max(0, time - margin) > pause.dueAfter
      {
        continue
      }
      let memory =
        mode == .enumeration ? label.requests : label.requests & fragment.pointee.memory
      add(
        RouteLabel(
          time: time, cost: cost, margin: margin, used: used,
          requests: memory | fragment.pointee.requests, previous: index, fragment: Int32(f),
          node: Int32(stops + last), checked: 0), left)
    }
  }

  /// Does a fragment within the limits; false if they forbid it.
  @inline(__always)
  private func follow(
    _ fragment: UnsafePointer<PricingFragment>, _ limits: inout RouteLimits
  ) -> Bool {
    limits.metres += fragment.pointee.metres
    limits.trips += 1
    limits.setup = 0
    return limits.metres <= map.kind.longestDistance && limits.trips <= map.kind.mostTrips
  }

  private func expand(departure label: RouteLabel, _ index: Int32) {
    let last = Int(label.node) - stops
    let had = hasLimits ? limits.base[Int(index)] : Self.unlimited
    finish(label, had, index, last)
    let closed = closed(label)
    for l in Int(map.firstLeg[last])..<Int(map.firstLeg[last + 1]) {
      let leg = map.legs.base[l]
      if !leg.isDirect { continue }
      if map.p.isMaskable && closed.contains(Int(leg.first) >> 1) { continue }
      let time = max(label.time + leg.time, map.p.earliest[Int(leg.first)])
      var left = had
      left.metres += leg.metres
      left.setup = leg.setup
      arrive(
        leg, time: time, cost: label.cost + leg.cost, margin: label.margin + leg.time,
        used: label.used + leg.time, label.requests, left, previous: index)
      guard !had.isRested, let rest,
        let later = rest.arrival(leaving: label.time, way: leg.time)
      else { continue }
      left.isRested = true
      arrive(
        leg, time: max(later, map.p.earliest[Int(leg.first)]), cost: label.cost + leg.cost,
        margin: rest.margin(label.margin, way: leg.time),
        used: label.used + leg.time + rest.duration, label.requests, left, previous: index)
    }
    if !map.toBase.isEmpty { passBase(label, had, index, last, closed) }
  }

  /// By way of the base: the tour's waiting is paid, and the next one leaves as late as it likes.
  private func passBase(
    _ label: RouteLabel, _ had: RouteLimits, _ index: Int32, _ last: Int, _ closed: BitMask
  ) {
    let out = map.toBase[last]
    let home = label.time + out.time
    // The break: at the base if one is there in time, otherwise on the way to it.
    let rested = rest.flatMap {
      had.isRested ? nil : $0.arrival(leaving: label.time, way: out.time)
    }
    let isOnTheWay = rest.map { home > $0.latest } ?? false
    let paid = label.cost + out.cost + waiting(label.time, label.margin)
    for back in map.fromBase {
      if map.p.isMaskable && closed.contains(Int(back.first) >> 1) { continue }
      let time = max(home + back.time, map.p.earliest[Int(back.first)])
      let left = RouteLimits(
        metres: had.metres + out.metres + back.metres, setup: map.setup(last, Int(back.first)),
        trips: had.trips, isRested: had.isRested, duty: onDuty(label, had) + out.time)
      arrive(
        back, time: time, cost: paid + back.cost, margin: .infinity, used: back.time,
        label.requests, left, previous: index)
      guard let rest, let rested else { continue }
      var later = left
      later.isRested = true
      let extra =
        isOnTheWay
        ? waiting(rested, rest.margin(label.margin, way: out.time))
          - waiting(label.time, label.margin) : 0
      let leaves =
        isOnTheWay
        ? rested + back.time : max(home + back.time, rest.earliest) + rest.duration
      arrive(
        back, time: max(leaves, map.p.earliest[Int(back.first)]),
        cost: paid + max(0, extra) + back.cost, margin: .infinity, used: back.time,
        label.requests, later, previous: index)
    }
  }

  private func finish(_ label: RouteLabel, _ limits: RouteLimits, _ index: Int32, _ last: Int) {
    if limits.metres + map.endMetres[last] > map.kind.longestDistance { return }
    guard label.time + map.endTime[last] <= map.kind.closes else { return }
    let cost = label.cost + map.endCost[last] + waiting(label.time, label.margin)
    let duty = label.used + map.endTime[last] + max(0, label.time - label.margin)
    if let rest, !limits.isRested, limits.duty + duty > rest.dueAfter {
      // The break comes last.
      let end = rest.arrival(leaving: label.time, way: map.endTime[last])
      guard let end, end <= map.kind.closes else { return }
    }
    if isDutyLimited && duty > map.kind.longestDuration { return }
    if cost < threshold { found.append(FoundRoute(reducedCost: cost, label: index)) }
  }

  @inline(__always)
  private func add(_ label: RouteLabel, _ left: RouteLimits) {
    var label = label
    if mode != .enumeration {
      let list = seen[Int(label.node)]
      if isDominated(label, closed(label), left, list, from: 0) { return }
      label.checked = Int32(list.count)
    }
    queue.push(label.time, Int32(labels.count))
    labels.append(label)
    if hasLimits { limits.append(left) }
  }

  /// Stands for limits where the class has none.
  private static let unlimited = RouteLimits(
    metres: -.infinity, setup: 0, trips: 0, isRested: false, duty: 0)
}
