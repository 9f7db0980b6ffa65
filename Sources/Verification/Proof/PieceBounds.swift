/// Bounds on the cost of what follows in a route of pieces, from sequences of pieces in which requests may come
/// up again: otherwise exact.
struct PieceBounds {
  private struct Step {
    var time: Double
    var cost: Double
  }

  /// For each stop that ends a piece: least cost of going on, service starting there at latest at a time.
  /// Descending times.
  private var onwards: [[Step]]
  /// For each first stop: least cost from there on, its piece included, where the vehicle is there by a time.
  /// In no order; none is as late and as cheap as another.
  private var entries: [[Step]]
  private let floor: Double

  /// - Parameter most: steps made at most.
  /// - Returns: `nil` where there would be more.
  init?(_ view: PricingView, _ pieces: [Piece], most: Int) {
    floor = view.leastCost
    onwards = Array(repeating: [], count: view.stopCount)
    entries = Array(repeating: [], count: view.count)
    guard run(view, pieces, most: most) else { return nil }
    for request in entries.indices { entries[request].sort { $0.time > $1.time } }
  }

  /// Least cost after the last stop of a piece, whose service starts no earlier than at a time.
  func after(_ stop: Int, from time: Double) -> Double {
    let steps = onwards[stop]
    let end = steps.partition { $0.time < time }
    return end == 0 ? .infinity : steps[end - 1].cost
  }

  /// Least cost of a piece that begins with the request, and all that follows, from an arrival at a time.
  func entering(_ request: Int, at time: Double) -> Double {
    let steps = entries[request]
    let end = steps.partition { $0.time < time }
    return end == 0 ? .infinity : steps[end - 1].cost
  }

  private mutating func run(_ view: PricingView, _ pieces: [Piece], most: Int) -> Bool {
    var heap = Heap<LatestFirst>()
    var endingAt = Array(repeating: [Piece](), count: view.stopCount)
    for piece in pieces { endingAt[Int(piece.last)].append(piece) }
    let ends = endingAt.indices.filter { !endingAt[$0].isEmpty }
    for stop in ends {
      let time = min(view.close[stop], view.lastStart[stop])
      heap.push(LatestFirst(time: time, cost: view.lastCost[stop], stop: stop))
    }
    var made = 0
    while let step = heap.pop() {
      if let last = onwards[step.stop].last, last.cost <= step.cost { continue }
      onwards[step.stop].append(Step(time: step.time, cost: step.cost))
      for piece in endingAt[step.stop] {
        let time = min(piece.latestStart, step.time - piece.length)
        guard piece.earliestEnd <= step.time, time >= view.open[Int(piece.first)] else { continue }
        let entry = Step(time: time, cost: max(floor, step.cost + piece.cost))
        guard enter(Int(piece.first) >> 1, entry) else { continue }
        made += 1
        guard made <= most else { return false }
        for stop in ends {
          let cell = stop * view.stopCount + Int(piece.first)
          let before = min(view.close[stop], time - view.emptyDuration[cell])
          let cost = entry.cost + view.emptyCost[cell]
          guard before >= view.open[stop], (onwards[stop].last?.cost ?? .infinity) > cost else {
            continue
          }
          heap.push(LatestFirst(time: before, cost: cost, stop: stop))
        }
      }
    }
    return true
  }

  /// Adds an entry unless another one is as late and as cheap.
  private mutating func enter(_ request: Int, _ entry: Step) -> Bool {
    guard !entries[request].contains(where: { $0.time >= entry.time && $0.cost <= entry.cost })
    else { return false }
    entries[request].removeAll { $0.time <= entry.time && $0.cost >= entry.cost }
    entries[request].append(entry)
    return true
  }
}

/// A stop whose service starts at latest at a time, and the cost of what follows.
struct LatestFirst: Ranked {
  var time: Double
  var cost: Double
  var stop: Int

  func precedes(_ other: LatestFirst) -> Bool { time > other.time }
}
