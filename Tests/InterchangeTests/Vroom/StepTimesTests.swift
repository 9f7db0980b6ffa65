import CaminTestSupport
import Interchange
import Testing

/// Times of given steps against all times there are.
@Suite struct StepTimesTests {
  @Test(arguments: 0..<20)
  func noTimesAreBetter(block: Int) throws {
    var random = SplitMix64(seed: UInt64(4_400 + block))
    var late = 0
    for number in 0..<40 {
      let nodes = (0..<random.int(1...3)).map { index in Self.node(index, &random) }
      let found = StepTimes.best(nodes)
      let best = Self.bestOfAll(nodes)
      let seen: Comment = "block \(block), \(number): \(nodes)"
      try #require((found == nil) == (best == nil), seen)
      guard let found, let best else { continue }
      try #require(
        zip(zip(found, found.dropFirst()), nodes.dropFirst()).allSatisfy { pair, node in
          pair.1.start >= pair.0.start + node.gap
        }, seen)
      for (index, node) in nodes.enumerated() where !node.rests.isEmpty {
        try #require(found[index].rests.count == node.rests.count, seen)
        var time = found[index - 1].start + node.lead
        for (start, rest) in zip(found[index].rests, node.rests) {
          try #require(start >= max(time, rest.least) && start <= rest.most, seen)
          time = start + rest.duration
        }
        try #require(time <= found[index].start, seen)
      }
      try #require(Self.value(found, nodes) == best, seen)
      if best[0] > 0 { late += 1 }
    }
    #expect(late > 0)
  }

  private static let horizon = 24

  private static func windows(_ random: inout SplitMix64) -> [(start: Int, end: Int)] {
    let bounds = Set((0..<random.int(0...4)).map { _ in random.int(0...12) }).sorted()
    return stride(from: 0, to: bounds.count - 1, by: 2).map { (bounds[$0], bounds[$0 + 1]) }
  }

  private static func node(_ index: Int, _ random: inout SplitMix64) -> StepTimes.Node {
    var node = StepTimes.Node(
      gap: index == 0 ? 0 : random.int(0...6), windows: windows(&random),
      least: random.chance(0.2) ? random.int(0...10) : 0,
      most: random.chance(0.2) ? random.int(4...14) : .max)
    guard index > 0, random.chance(0.4) else { return node }
    node.lead = random.int(0...2)
    node.rests = (0..<random.int(1...2)).map { _ in
      StepTimes.Rest(
        duration: random.int(0...3), windows: windows(&random),
        least: random.chance(0.2) ? random.int(0...8) : 0,
        most: random.chance(0.2) ? random.int(4...14) : .max)
    }
    node.gap = node.lead + random.int(0...4) + node.rests.reduce(0) { $0 + $1.duration }
    return node
  }

  /// Violation, length of the route, sum of times.
  private static func value(_ times: [StepTimes.Times], _ nodes: [StepTimes.Node]) -> [Int] {
    let violation = zip(times, nodes).reduce(0) { sum, pair in
      zip(pair.0.rests, pair.1.rests).reduce(
        sum + StepTimes.violation(of: pair.0.start, pair.1.windows)
      ) { $0 + StepTimes.violation(of: $1.0, $1.1.windows) }
    }
    return [
      violation, (times.last?.start ?? 0) - (times.first?.start ?? 0),
      times.reduce(0) { $0 + $1.start + $1.rests.reduce(0, +) },
    ]
  }

  /// All ways to take rests one after the other between two times.
  private static func takes(_ rests: ArraySlice<StepTimes.Rest>, _ from: Int, _ to: Int) -> [[Int]]
  {
    guard let rest = rests.first else { return from <= to ? [[]] : [] }
    let first = max(from, rest.least)
    let last = min(to, rest.most)
    guard first <= last else { return [] }
    return (first...last).flatMap { start in
      takes(rests.dropFirst(), start + rest.duration, to).map { [start] + $0 }
    }
  }

  private static func bestOfAll(_ nodes: [StepTimes.Node]) -> [Int]? {
    var best: [Int]?
    func extend(_ times: [StepTimes.Times]) {
      guard times.count < nodes.count else {
        let value = value(times, nodes)
        if best.map({ value.lexicographicallyPrecedes($0) }) ?? true { best = value }
        return
      }
      let node = nodes[times.count]
      let first = max(node.least, (times.last?.start ?? 0) + node.gap)
      let last = min(node.most, horizon)
      guard first <= last else { return }
      for time in first...last {
        for rests in takes(node.rests[...], (times.last?.start ?? 0) + node.lead, time) {
          extend(times + [StepTimes.Times(start: time, rests: rests)])
        }
      }
    }
    extend([])
    return best
  }
}

@Suite struct VroomPolylineTests {
  /// The example of the format's own documentation.
  @Test func encodesAsRoutingEnginesDo() {
    let points = [(-120.2, 38.5), (-120.95, 40.7), (-126.453, 43.252)].map {
      VroomPoint(longitude: $0.0, latitude: $0.1)
    }
    #expect(VroomPolyline.text(points) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@")
    #expect(VroomPolyline.text([]).isEmpty)
  }
}
