/// The cheapest route of pieces that serves no request twice, best first.
struct RouteSearch {
  private struct Label {
    /// Start of service at the last stop.
    var time: Double
    var cost: Double
    var stop: Int
    var requests: RequestSet
  }

  /// No route costs less, fixed cost aside; not above zero less the fixed cost.
  private(set) var least: Double
  /// A route attains it, or none is cheaper than nothing.
  private(set) var isExact = true
  /// Requests of the cheapest route found; empty: none is cheaper than nothing.
  private(set) var route = RequestSet()

  /// - Parameter most: labels made at most; where that does not do, the cheapest that is left bounds the rest.
  init(_ view: PricingView, _ pieces: [Piece], bounds: PieceBounds, most: Int) {
    // Only routes whose reduced cost is negative count.
    least = -view.fixedCost
    var beginning = Array(repeating: [Piece](), count: view.count)
    for piece in pieces { beginning[Int(piece.first) >> 1].append(piece) }
    var heap = Heap<(bound: Double, label: Int)> { $0.bound < $1.bound }
    var labels: [Label] = []
    var seen = Array(repeating: [Label](), count: view.stopCount)
    var best = least

    func extend(_ label: Label?, arrival: (Int) -> Double, way: (Int) -> Double) {
      for request in beginning.indices where !beginning[request].isEmpty {
        if let label, label.requests.contains(request) { continue }
        let time = max(arrival(2 * request), view.open[2 * request])
        let cost = (label?.cost ?? 0) + way(2 * request)
        guard cost + bounds.entering(request, at: time) < best else { continue }
        for piece in beginning[request] where time <= piece.latestStart {
          if let label, !label.requests.isDisjoint(from: piece.requests) { continue }
          let stop = Int(piece.last)
          let next = Label(
            time: piece.end(startingAt: time), cost: cost + piece.cost, stop: stop,
            requests: (label?.requests ?? RequestSet()).union(piece.requests))
          let bound = next.cost + bounds.after(stop, from: next.time)
          guard bound < best else { continue }
          let isDominated = seen[stop].contains {
            $0.cost <= next.cost && $0.time <= next.time && $0.requests.isSubset(of: next.requests)
          }
          guard !isDominated else { continue }
          seen[stop].append(next)
          if next.time <= view.lastStart[stop], next.cost + view.lastCost[stop] < best {
            best = next.cost + view.lastCost[stop]
            route = next.requests
          }
          heap.push((bound, labels.count))
          labels.append(next)
        }
      }
    }

    extend(nil, arrival: { view.firstArrival[$0] }, way: { view.firstCost[$0] })
    while let (bound, index) = heap.pop(), bound < best {
      guard labels.count <= most else {
        isExact = false
        least = min(best, bound)
        return
      }
      let label = labels[index]
      let row = label.stop * view.stopCount
      extend(
        label, arrival: { label.time + view.emptyDuration[row + $0] },
        way: { view.emptyCost[row + $0] })
    }
    least = best
  }
}
