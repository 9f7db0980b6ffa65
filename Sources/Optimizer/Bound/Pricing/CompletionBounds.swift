/// For each stop and slice of time the least reduced cost of the rest of a route, requests served twice and
/// waiting not looked at: a lower bound on what any label can still become.
///
/// One pass from the last slice to the first: every fragment takes more than a slice (`TimeGrid`), hence what
/// a pickup needs of the deliveries behind it lies in later slices.
final class CompletionBounds {
  let slices: Int
  /// Cost still to come of a vehicle that arrives empty at the stop in the slice or later.
  let arriving: FlatTable<Double>
  /// The same of one that leaves the stop empty.
  let leaving: FlatTable<Double>
  private(set) var root = -Double.infinity

  init(stops: Int, slices: Int) {
    self.slices = slices
    arriving = FlatTable(repeating: -.infinity, count: stops * slices)
    leaving = FlatTable(repeating: -.infinity, count: stops * slices)
  }

  /// - Parameter fragments: those of the class under the present duals, by first stop as `firstFragment` says.
  func update(
    _ map: PricingMap, _ fragments: UnsafePointer<PricingFragment>, _ firstFragment: [Int32]
  ) {
    guard map.grid.isFine else { return }
    arriving.base.update(repeating: .infinity, count: arriving.count)
    leaving.base.update(repeating: .infinity, count: leaving.count)
    let arrivals = Arrivals(map, slices)
    for slice in stride(from: slices - 1, through: 0, by: -1) {
      for at in 0..<arrivals.firsts.count {
        settleArrival(at, slice, map, arrivals, fragments, firstFragment)
      }
      settleLeaving(slice, map)
    }
    root = map.opening.reduce(.infinity) { least, leg in
      min(
        least,
        leg.cost + arriving.base[Int(leg.first) * slices + map.grid.slice(of: map.opens(leg))])
    }
  }

  private func settleArrival(
    _ at: Int, _ slice: Int, _ map: PricingMap, _ arrivals: Arrivals,
    _ fragments: UnsafePointer<PricingFragment>, _ firstFragment: [Int32]
  ) {
    let first = arrivals.firsts[at]
    guard slice <= arrivals.latest[at] else { return }
    let entry = first &* slices &+ slice
    let later = slice + 1 < slices ? arriving.base[entry + 1] : .infinity
    guard slice >= arrivals.earliest[at] else {
      arriving.base[entry] = later
      return
    }
    var least = later
    let begin = map.grid.begin(of: slice)
    for f in Int(firstFragment[first])..<Int(firstFragment[first + 1]) {
      let fragment = fragments[f]
      if begin > fragment.latestStart { continue }
      let end = max(fragment.earliestEnd, begin + fragment.length)
      let rest = leaving.base[Int(fragment.last) &* slices &+ map.grid.slice(of: end)]
      least = min(least, fragment.reducedCost + rest)
    }
    arriving.base[entry] = least
    guard least < later else { return }
    for leg in arrivals.legsInto[at] {
      // The last slice from whose beginning one arrives within this one; rather one too late for rounding.
      let departure = begin + map.grid.width * (1 + 1e-8) - leg.time
      if departure < map.grid.origin { continue }
      let from = min(slice, map.grid.slice(of: departure))
      let target = leaving.base + (Int(leg.first) &* slices &+ from)
      target.pointee = min(target.pointee, leg.cost + least)
    }
  }

  private func settleLeaving(_ slice: Int, _ map: PricingMap) {
    let begin = map.grid.begin(of: slice)
    for stop in 0..<map.stopCount {
      let entry = leaving.base + (stop &* slices &+ slice)
      if slice + 1 < slices { entry.pointee = min(entry.pointee, entry[1]) }
      if begin + map.endTime[stop] <= map.kind.closes {
        entry.pointee = min(entry.pointee, map.endCost[stop])
      }
    }
  }
}

/// Where fragments begin, when, and the empty legs that lead there.
private struct Arrivals {
  var firsts: [Int] = []
  var earliest: [Int] = []
  var latest: [Int] = []
  /// `first` is where the leg comes from.
  var legsInto: [[EmptyLeg]] = []

  init(_ map: PricingMap, _ slices: Int) {
    var position = [Int](repeating: -1, count: map.stopCount)
    for stop in 0..<map.stopCount where map.firstMember[stop] < map.firstMember[stop + 1] {
      position[stop] = firsts.count
      firsts.append(stop)
      earliest.append(map.grid.slice(of: map.p.earliest[stop]))
      latest.append(map.grid.slice(of: map.p.latest[stop]))
      legsInto.append([])
    }
    for last in 0..<map.stopCount {
      for l in Int(map.firstLeg[last])..<Int(map.firstLeg[last + 1]) {
        var leg = map.legs.base[l]
        let first = Int(leg.first)
        leg.first = Int32(last)
        if leg.isDirect { legsInto[position[first]].append(leg) }
        guard !map.toBase.isEmpty, let back = map.fromBase.first(where: { $0.first == first })
        else { continue }
        let out = map.toBase[last]
        legsInto[position[first]].append(
          EmptyLeg(first: Int32(last), time: out.time + back.time, cost: out.cost + back.cost))
      }
    }
  }
}
