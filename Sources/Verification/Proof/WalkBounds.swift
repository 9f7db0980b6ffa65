/// Bounds on the cost of what comes before and after a part of a route, from walks that keep travel times and
/// windows alone: no pairing, no loads, no ride times, stops made again and again.
///
/// Half of a request's prize is taken at each of its stops. Each list is a staircase: of time, and of the least
/// cost that goes with it.
struct WalkBounds {
  private struct Step {
    var time: Double
    var cost: Double
  }

  /// For each first stop: cost of arriving there empty, its own prize not yet taken, by a time. Ascending times.
  private var arrivals: [[Step]]
  /// For each stop: cost of going on from the start of its service, at latest at a time. Descending times.
  private var onwards: [[Step]]
  /// What stands in for the walks where there are too many of them.
  private let floor: Double
  private(set) var isComplete = false

  /// - Parameter most: walks made at most in each direction.
  init(_ view: PricingView, most: Int) {
    floor = view.leastCost
    arrivals = Array(repeating: [], count: view.count)
    onwards = Array(repeating: [], count: view.stopCount)
    isComplete = walkOnwards(view, most: most) && walkBefore(view, most: most)
    if !isComplete {
      arrivals = Array(repeating: [Step(time: -.infinity, cost: floor)], count: view.count)
      onwards = Array(repeating: [Step(time: .infinity, cost: floor)], count: view.stopCount)
    }
  }

  /// Least cost before the request's first stop, where service starts there at latest at a time.
  func before(_ request: Int, by time: Double) -> Double {
    let steps = arrivals[request]
    let after = steps.partition { $0.time > time }
    return after == 0 ? .infinity : steps[after - 1].cost
  }

  /// Least cost after the stop, service there starting no earlier than at a time; the stop's own prize aside.
  func after(_ stop: Int, from time: Double) -> Double {
    let steps = onwards[stop]
    let end = steps.partition { $0.time < time }
    return end == 0 ? .infinity : steps[end - 1].cost
  }

  /// Least cost of a whole walk.
  func leastRoute(_ view: PricingView) -> Double {
    guard isComplete else { return floor }
    var least = Double.infinity
    for request in 0..<view.count {
      let stop = 2 * request
      let start = max(view.open[stop], view.firstArrival[stop])
      guard start <= view.close[stop] else { continue }
      least = min(least, view.firstCost[stop] - view.share(stop) + after(stop, from: start))
    }
    return max(least, floor)
  }

  // MARK: Walks

  private mutating func walkOnwards(_ view: PricingView, most: Int) -> Bool {
    var heap = Heap<(time: Double, cost: Double, stop: Int)> { $0.time > $1.time }
    for stop in 0..<view.stopCount where view.canBeLast(stop) {
      let time = min(view.close[stop], view.lastStart[stop])
      if time >= view.open[stop] { heap.push((time, view.lastCost[stop], stop)) }
    }
    var made = 0
    while let walk = heap.pop() {
      if let last = onwards[walk.stop].last, last.cost <= walk.cost { continue }
      onwards[walk.stop].append(Step(time: walk.time, cost: walk.cost))
      made += 1
      guard made <= most else { return false }
      let cost = walk.cost - view.share(walk.stop)
      for stop in 0..<view.stopCount where view.mayFollow(walk.stop, after: stop) {
        let arc = view.arc(from: stop, to: walk.stop)
        let time = min(view.close[stop], walk.time - arc.duration)
        let total = max(floor, cost + arc.cost)
        guard time >= view.open[stop], (onwards[stop].last?.cost ?? .infinity) > total else {
          continue
        }
        heap.push((time, total, stop))
      }
    }
    return true
  }

  private mutating func walkBefore(_ view: PricingView, most: Int) -> Bool {
    var heap = Heap<(time: Double, cost: Double, stop: Int, isEmpty: Bool)> { $0.time < $1.time }
    var reached = Array(repeating: [Step](), count: view.stopCount)
    for request in 0..<view.count {
      let stop = 2 * request
      let time = max(view.open[stop], view.firstArrival[stop])
      if time <= view.close[stop] { heap.push((time, view.firstCost[stop], stop, true)) }
    }
    var made = 0
    while let walk = heap.pop() {
      let step = Step(time: walk.time, cost: walk.cost)
      if walk.isEmpty, (arrivals[walk.stop >> 1].last?.cost ?? .infinity) > walk.cost {
        arrivals[walk.stop >> 1].append(step)
      }
      if let last = reached[walk.stop].last, last.cost <= walk.cost { continue }
      reached[walk.stop].append(step)
      made += 1
      guard made <= most else { return false }
      let cost = walk.cost - view.share(walk.stop)
      for stop in 0..<view.stopCount where view.mayFollow(stop, after: walk.stop) {
        let arc = view.arc(from: walk.stop, to: stop)
        let time = max(view.open[stop], walk.time + arc.duration)
        let total = max(floor, cost + arc.cost)
        guard time <= view.close[stop] else { continue }
        let isEmpty = stop & 1 == 0 && view.canBeLast(walk.stop)
        let known = isEmpty ? arrivals[stop >> 1].last : reached[stop].last
        if (known?.cost ?? .infinity) > total { heap.push((time, total, stop, isEmpty)) }
      }
    }
    return true
  }
}

extension PricingView {
  /// What serving a stop saves where a prize is split between its request's stops.
  fileprivate func share(_ stop: Int) -> Double {
    let prize = prize[stop >> 1]
    return isRide[stop >> 1] ? prize / 2 : stop & 1 == 0 ? prize : 0
  }

  /// Whether the vehicle can be empty after the stop.
  func canBeLast(_ stop: Int) -> Bool { isRide[stop >> 1] ? stop & 1 == 1 : stop & 1 == 0 }

  fileprivate func mayFollow(_ next: Int, after stop: Int) -> Bool {
    guard next != stop, isRide[next >> 1] || next & 1 == 0, isRide[stop >> 1] || stop & 1 == 0
    else {
      return false
    }
    // Nobody gets in again after getting out.
    return next ^ 1 != stop || next & 1 == 1
  }

  /// Travel from a stop to another, whether or not the vehicle is empty.
  fileprivate func arc(from: Int, to: Int) -> (duration: Double, cost: Double) {
    let cell = from * stopCount + to
    guard canBeLast(from), to & 1 == 0 else { return (duration[cell], cost[cell]) }
    return (min(duration[cell], emptyDuration[cell]), min(cost[cell], emptyCost[cell]))
  }
}

extension Array {
  /// First index from which the elements have the property, where those without it come first.
  func partition(_ has: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if has(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
