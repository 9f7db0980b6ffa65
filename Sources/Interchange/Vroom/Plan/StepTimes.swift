/// Times for steps whose order is given: as little too early or too late as can be, then the shortest route, then all as
/// early as possible.
///
/// A step lies at least so long after the one before. With the sum of these gaps taken off, times only may not
/// decrease, and each step has a cost that is linear between the bounds of its windows. In some best solution every
/// run of equal times lies at one of these bounds (moving a run that lies at none costs nothing in one direction), so
/// it is enough to try them all: isotonic regression by dynamic programming over candidates, exact for any number of
/// windows.
package enum StepTimes {
  /// One step; times in hundredths of a second.
  package struct Node {
    /// Least time from the start of the step before to the start of this one.
    package var gap = 0
    /// Windows that the start should lie in, ascending; empty: none.
    package var windows: [(start: Int, end: Int)] = []
    /// Bounds that it must keep.
    package var least = 0
    package var most = Int.max

    package init(
      gap: Int = 0, windows: [(start: Int, end: Int)] = [], least: Int = 0, most: Int = .max
    ) {
      self.gap = gap
      self.windows = windows
      self.least = least
      self.most = most
    }
  }

  /// What is minimised, the first first.
  private struct Cost: Comparable {
    var violation = 0
    var span = 0
    var sum = 0

    static func < (a: Cost, b: Cost) -> Bool {
      (a.violation, a.span, a.sum) < (b.violation, b.span, b.sum)
    }

    static func + (a: Cost, b: Cost) -> Cost {
      Cost(violation: a.violation + b.violation, span: a.span + b.span, sum: a.sum + b.sum)
    }
  }

  /// Start of each step, hundredths of a second; `nil` where no times keep the bounds.
  package static func best(_ nodes: [Node]) -> [Int]? {
    guard !nodes.isEmpty else { return [] }
    var offsets: [Int] = []
    for node in nodes { offsets.append((offsets.last ?? 0) + node.gap) }
    let candidates = candidates(nodes, offsets)
    /// Cost of the best way to each candidate, `nil` for none, and where it came from.
    var reached: [Cost?] = candidates.map { _ in Cost() }
    var origins: [[Int32]] = []
    for (index, node) in nodes.enumerated() {
      var best: (cost: Cost, at: Int)?
      var origin: [Int32] = []
      for (k, candidate) in candidates.enumerated() {
        if let cost = reached[k], best.map({ cost < $0.cost }) ?? true { best = (cost, k) }
        origin.append(Int32(best?.at ?? -1))
        let time = candidate + offsets[index]
        guard let best, time >= node.least, time <= node.most else {
          reached[k] = nil
          continue
        }
        var own = Cost(violation: violation(of: time, node.windows), sum: time)
        if index == 0 { own.span -= time }
        if index == nodes.count - 1 { own.span += time }
        reached[k] = best.cost + own
      }
      origins.append(origin)
    }
    return trace(reached, origins).map { chosen in
      zip(chosen, offsets).map { candidates[$0] + $1 }
    }
  }

  private static func candidates(_ nodes: [Node], _ offsets: [Int]) -> [Int] {
    var candidates: Set<Int> = [0]
    for (node, offset) in zip(nodes, offsets) {
      for window in node.windows {
        candidates.formUnion([window.start - offset, window.end - offset])
      }
      candidates.insert(node.least - offset)
      if node.most < .max { candidates.insert(node.most - offset) }
    }
    // Time does not begin before zero.
    return candidates.filter { $0 >= 0 }.sorted()
  }

  private static func trace(_ reached: [Cost?], _ origins: [[Int32]]) -> [Int]? {
    var last: (cost: Cost, at: Int)?
    for (k, cost) in reached.enumerated() {
      if let cost, last.map({ cost < $0.cost }) ?? true { last = (cost, k) }
    }
    guard let last else { return nil }
    var chosen = [last.at]
    for origin in origins.dropFirst().reversed() {
      chosen.append(Int(origin[chosen[chosen.count - 1]]))
    }
    return chosen.reversed()
  }

  /// How far a time lies from the nearest window.
  package static func violation(of time: Int, _ windows: [(start: Int, end: Int)]) -> Int {
    windows.map { max($0.start - time, time - $0.end, 0) }.min() ?? 0
  }
}
