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

  /// Bounds that know nothing of travel.
  init(floorOf view: PricingView) {
    floor = view.leastCost
    arrivals = Array(repeating: [Step(time: -.infinity, cost: floor)], count: view.count)
    onwards = Array(repeating: [Step(time: .infinity, cost: floor)], count: view.stopCount)
  }

  /// - Parameter effort: how many walks are made at most in each direction.
  init(_ view: PricingView, _ effort: ProofEffort) {
    self.init(floorOf: view)
    let unknown = self
    arrivals = Array(repeating: [], count: view.count)
    onwards = Array(repeating: [], count: view.stopCount)
    guard walkOnwards(view, most: effort.walks) && walkBefore(view, most: effort.walks) else {
      self = unknown
      return
    }
    isComplete = true
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
    var heap = Heap<LatestFirst>()
    var frontier = Frontier(nodes: view.stopCount, from: -view.latestTime, to: -view.earliestTime)
    for stop in 0..<view.stopCount where view.canBeLast(stop) {
      let time = min(view.close[stop], view.lastStart[stop])
      guard time >= view.open[stop] else { continue }
      heap.push(LatestFirst(time: time, cost: view.lastCost[stop], stop: stop))
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
        guard time >= view.open[stop], frontier.enter(stop, -time, total) else { continue }
        heap.push(LatestFirst(time: time, cost: total, stop: stop))
      }
    }
    return true
  }

  private mutating func walkBefore(_ view: PricingView, most: Int) -> Bool {
    var heap = Heap<EarliestFirst>()
    var reached = Array(repeating: Double.infinity, count: view.stopCount)
    // First the stops, whoever is on board, then the first stops of requests that are reached empty.
    var frontier = Frontier(
      nodes: view.stopCount + view.count, from: view.earliestTime, to: view.latestTime)
    for request in 0..<view.count {
      let stop = 2 * request
      let time = max(view.open[stop], view.firstArrival[stop])
      guard time <= view.close[stop] else { continue }
      heap.push(
        EarliestFirst(time: time, cost: view.firstCost[stop], stop: stop, isEmpty: true))
    }
    var made = 0
    while let walk = heap.pop() {
      if walk.isEmpty, (arrivals[walk.stop >> 1].last?.cost ?? .infinity) > walk.cost {
        arrivals[walk.stop >> 1].append(Step(time: walk.time, cost: walk.cost))
      }
      guard reached[walk.stop] > walk.cost else { continue }
      reached[walk.stop] = walk.cost
      made += 1
      guard made <= most else { return false }
      let cost = walk.cost - view.share(walk.stop)
      let canBeEmpty = view.canBeLast(walk.stop)
      for stop in 0..<view.stopCount where view.mayFollow(stop, after: walk.stop) {
        let arc = view.arc(from: walk.stop, to: stop)
        let time = max(view.open[stop], walk.time + arc.duration)
        let total = max(floor, cost + arc.cost)
        let isEmpty = canBeEmpty && stop & 1 == 0
        let node = isEmpty ? view.stopCount + (stop >> 1) : stop
        guard time <= view.close[stop], frontier.enter(node, time, total) else { continue }
        heap.push(EarliestFirst(time: time, cost: total, stop: stop, isEmpty: isEmpty))
      }
    }
    return true
  }
}

/// An arrival at a stop, and the cost of what came before.
private struct EarliestFirst: Ranked {
  var time: Double
  var cost: Double
  var stop: Int
  /// Nobody can be on board.
  var isEmpty: Bool

  func precedes(_ other: EarliestFirst) -> Bool { time < other.time }
}

/// For each node and a grid of times the least cost entered by then: tells most entries that another one, no
/// later and no dearer, makes superfluous.
private struct Frontier {
  private static let steps = 200
  private var least: [Double]
  private let start: Double
  private let width: Double

  init(nodes: Int, from start: Double, to end: Double) {
    least = Array(repeating: .infinity, count: nodes * Self.steps)
    self.start = start
    width = max(1e-9, (end - start) / Double(Self.steps))
  }

  /// Enters a cost from a time on; false if one no later is no greater.
  mutating func enter(_ node: Int, _ time: Double, _ cost: Double) -> Bool {
    let place = max(0, (time - start) / width)
    let row = node * Self.steps
    let before = Int(min(Double(Self.steps - 1), place.rounded(.down)))
    // Rounding may have put the time before the step that it is counted to.
    if time >= start + Double(before) * width, least[row + before] <= cost { return false }
    var step = Int(min(Double(Self.steps), place.rounded(.up)))
    if step < Self.steps, start + Double(step) * width < time { step += 1 }
    while step < Self.steps, least[row + step] > cost {
      least[row + step] = cost
      step += 1
    }
    return true
  }
}

extension PricingView {
  /// Bounds of all times in a route.
  fileprivate var earliestTime: Double { min(open.min() ?? 0, firstArrival.min() ?? 0) }
  fileprivate var latestTime: Double {
    max(earliestTime, min(close.max() ?? 0, lastStart.max() ?? 0))
  }

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
