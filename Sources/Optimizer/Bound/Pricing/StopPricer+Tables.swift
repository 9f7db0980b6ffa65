import DialARide

extension StopPricer {
  /// Requests whose first stop closes before even the fastest way from a stop, begun at the beginning of a slice.
  static func unreachable(_ graph: StopGraph) -> FlatTable<BitMask> {
    let p = graph.p
    let table = FlatTable<BitMask>(
      repeating: BitMask(), count: 2 * p.requestCount * graph.slices)
    for stop in graph.stops {
      for r in 0..<p.requestCount where r != stop >> 1 {
        let first = p.firstStop(r)
        let time = p.problem.serviceTime[stop] + graph.shortest(stop, first)
        let open = p.latest[first] - time + BoundProblem.tolerance
        for slice in stride(from: graph.slices - 1, through: 0, by: -1) {
          guard graph.origin + Double(slice) * graph.width > open else { break }
          table.base[stop * graph.slices + slice].insert(r)
        }
      }
    }
    return table
  }

  /// For each request those that are near in place and time: going back to them would tempt a route most
  /// (Baldacci, Mingozzi and Roberti, Operations Research 59 (2011)).
  static func neighbours(_ graph: StopGraph, size: Int) -> [BitMask] {
    let p = graph.p
    return (0..<p.requestCount).map { r in
      let here = p.firstStop(r)
      let ranked = (0..<p.requestCount).map { q -> (distance: Double, request: Int) in
        let there = p.firstStop(q)
        let way = min(graph.shortest(here, there), graph.shortest(there, here))
        let gap = max(
          0, max(p.earliest[here] - p.latest[there], p.earliest[there] - p.latest[here]))
        return (way + gap, q)
      }.sorted { $0 < $1 }
      var mask = BitMask()
      mask.insert(r)
      for near in ranked.prefix(size) { mask.insert(near.request) }
      return mask
    }
  }
}

/// The layouts of one class, one of which must hold the load.
struct StopCapacity {
  private let layouts: [[Int32]]
  private let loads: [Int32]
  private let dimensions: Int

  init(_ p: BoundProblem, _ kind: BoundClass) {
    dimensions = p.problem.dimensions
    let count = p.problem.dimensions
    loads = p.problem.load
    layouts = p.problem.vehicles[kind.vehicle].layouts.map { layout in
      (0..<count).map { $0 < layout.count ? Int32(layout[$0]) : 0 }
    }
  }

  /// Whether a layout holds these riders and one more request.
  func fits(_ riders: UnsafePointer<Rider>, _ count: Int, and r: Int) -> Bool {
    guard !layouts.isEmpty, dimensions > 0 else { return true }
    return layouts.contains { layout in
      for k in 0..<dimensions {
        var load = loads[r * dimensions + k]
        for at in 0..<count { load += loads[Int(riders[at].request) * dimensions + k] }
        if load > layout[k] { return false }
      }
      return true
    }
  }
}
