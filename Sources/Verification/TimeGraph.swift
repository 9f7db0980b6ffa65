/// Difference constraints: "the time of `to` is at least the time of `from` plus `weight`".
///
/// A system of them has a solution exactly if its graph has no cycle of positive length, and then the
/// longest paths from a node are the least times relative to it (Bellman 1958; Cormen et al.,
/// "Introduction to Algorithms", section "Difference constraints and shortest paths").
struct TimeGraph {
  /// Node 0 is the origin: the start of the day, at time zero.
  private(set) var nodeCount = 1
  private var arcs: [(from: Int, to: Int, weight: Double)] = []

  /// Improvements below this are rounding, not progress, seconds.
  private static let rounding = 1e-9

  mutating func addNode() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }

  mutating func require(_ to: Int, atLeast weight: Double, after from: Int) {
    if weight > -.infinity { arcs.append((from, to, weight)) }
  }

  mutating func require(_ to: Int, atMost weight: Double, after from: Int) {
    require(from, atLeast: -weight, after: to)
  }

  /// Length of the longest path from the source to each node, -infinity where there is none.
  ///
  /// - Returns: `nil` if a cycle of positive length can be reached: nothing satisfies the system.
  func longestPaths(from source: Int) -> [Double]? {
    var lengths = Array(repeating: -Double.infinity, count: nodeCount)
    lengths[source] = 0
    for _ in 0...nodeCount {
      var improved = false
      for arc in arcs where lengths[arc.from] + arc.weight > lengths[arc.to] + Self.rounding {
        lengths[arc.to] = lengths[arc.from] + arc.weight
        improved = true
      }
      if !improved { return lengths }
    }
    return nil
  }
}
