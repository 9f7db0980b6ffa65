/// Times for steps whose order is given: as little too early or too late as can be, then the shortest route, then all as
/// early as possible.
///
/// A step lies at least so long after the one before. With the sum of these gaps taken off, times only may not
/// decrease, and each step has a cost that is linear between the bounds of its windows. In some best solution every
/// run of equal times lies at one of these bounds (moving a run that lies at none costs nothing in one direction), so
/// it is enough to try them all: isotonic regression by dynamic programming over candidates, exact for any number of
/// windows. Rests on the way to a step lie between it and the one before, wherever they break least: what that costs
/// hangs on both times, and is worked out for each pair of candidates.
package enum StepTimes {
  /// One step; times in hundredths of a second.
  package struct Node {
    /// Least time from the start of the step before to the start of this one, rests on the way included.
    package var gap = 0
    /// Windows that the start should lie in, ascending; empty: none.
    package var windows: [(start: Int, end: Int)] = []
    /// Bounds that it must keep.
    package var least = 0
    package var most = Int.max
    /// Time from the start of the step before to where the way begins.
    package var lead = 0
    /// Rests on the way to the step, in order.
    package var rests: [Rest] = []

    package init(
      gap: Int = 0, windows: [(start: Int, end: Int)] = [], least: Int = 0, most: Int = .max,
      lead: Int = 0, rests: [Rest] = []
    ) {
      self.gap = gap
      self.windows = windows
      self.least = least
      self.most = most
      self.lead = lead
      self.rests = rests
    }
  }

  /// A rest on the way to a step; times in hundredths of a second.
  package struct Rest {
    package var duration: Int
    package var windows: [(start: Int, end: Int)]
    package var least: Int
    package var most: Int

    package init(
      duration: Int, windows: [(start: Int, end: Int)] = [], least: Int = 0, most: Int = .max
    ) {
      self.duration = duration
      self.windows = windows
      self.least = least
      self.most = most
    }
  }

  /// When a step begins, and the rests on the way to it.
  package struct Times: Hashable {
    package var start: Int
    package var rests: [Int]

    package init(start: Int, rests: [Int] = []) {
      self.start = start
      self.rests = rests
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

  /// The times of all steps; `nil` where none keep the bounds.
  package static func best(_ nodes: [Node]) -> [Times]? {
    guard !nodes.isEmpty else { return [] }
    var offsets: [Int] = []
    for node in nodes { offsets.append((offsets.last ?? 0) + node.gap) }
    let candidates = candidates(nodes, offsets)
    /// Cost of the best way to each candidate, `nil` for none, and where it came from.
    var reached: [Cost?] = candidates.map { _ in Cost() }
    var origins: [[Int32]] = []
    for (index, node) in nodes.enumerated() {
      let before = index > 0 ? offsets[index - 1] + node.lead : 0
      let ways = ways(to: node, from: reached, candidates, before, offsets[index])
      origins.append(ways.map { Int32($0?.at ?? -1) })
      for (k, candidate) in candidates.enumerated() {
        let time = candidate + offsets[index]
        guard let way = ways[k], time >= node.least, time <= node.most else {
          reached[k] = nil
          continue
        }
        var own = Cost(violation: violation(of: time, node.windows), sum: time)
        if index == 0 { own.span -= time }
        if index == nodes.count - 1 { own.span += time }
        reached[k] = way.cost + own
      }
    }
    return trace(reached, origins).map { chosen in
      nodes.indices.map { index in
        let start = candidates[chosen[index]] + offsets[index]
        guard index > 0, !nodes[index].rests.isEmpty else { return Times(start: start) }
        let begin = candidates[chosen[index - 1]] + offsets[index - 1] + nodes[index].lead
        return Times(
          start: start,
          rests: WayRests.best(nodes[index].rests, from: begin, to: start)?.starts ?? [])
      }
    }
  }

  /// For each candidate the cheapest candidate of the step before that may come before it, with what the rests between
  /// them cost.
  ///
  /// - Parameters:
  ///   - before: what makes of a candidate of the step before the time at which the way begins.
  ///   - after: what makes of a candidate of this step its time.
  private static func ways(
    to node: Node, from reached: [Cost?], _ candidates: [Int], _ before: Int, _ after: Int
  ) -> [(cost: Cost, at: Int)?] {
    var best: (cost: Cost, at: Int)?
    return candidates.indices.map { k in
      guard !node.rests.isEmpty else {
        if let cost = reached[k], best.map({ cost < $0.cost }) ?? true { best = (cost, k) }
        return best
      }
      var cheapest: (cost: Cost, at: Int)?
      for m in 0...k {
        guard let cost = reached[m], cheapest.map({ cost < $0.cost }) ?? true,
          let rests = WayRests.best(
            node.rests, from: candidates[m] + before, to: candidates[k] + after)
        else { continue }
        let whole = cost + Cost(violation: rests.violation, sum: rests.starts.reduce(0, +))
        if cheapest.map({ whole < $0.cost }) ?? true { cheapest = (whole, m) }
      }
      return cheapest
    }
  }

  private static func candidates(_ nodes: [Node], _ offsets: [Int]) -> [Int] {
    var candidates: Set<Int> = [0]
    func add(_ windows: [(start: Int, end: Int)], _ least: Int, _ most: Int, _ offset: Int) {
      for window in windows { candidates.formUnion([window.start - offset, window.end - offset]) }
      candidates.insert(least - offset)
      if most < .max { candidates.insert(most - offset) }
    }
    for (index, node) in nodes.enumerated() {
      add(node.windows, node.least, node.most, offsets[index])
      guard index > 0 else { continue }
      // A rest follows the step before it at once, or the step after it follows the rest at once.
      var since = offsets[index - 1] + node.lead
      var until = offsets[index] - node.rests.reduce(0) { $0 + $1.duration }
      for rest in node.rests {
        add(rest.windows, rest.least, rest.most, since)
        add(rest.windows, rest.least, rest.most, until)
        since += rest.duration
        until += rest.duration
      }
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
