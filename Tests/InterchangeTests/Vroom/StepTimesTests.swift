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
          pair.1 >= pair.0 + node.gap
        }, seen)
      try #require(Self.value(found, nodes) == best, seen)
      if best[0] > 0 { late += 1 }
    }
    #expect(late > 0)
  }

  private static let horizon = 24

  private static func node(_ index: Int, _ random: inout SplitMix64) -> StepTimes.Node {
    var windows: [(start: Int, end: Int)] = []
    let bounds = Set((0..<random.int(0...4)).map { _ in random.int(0...12) }).sorted()
    for k in stride(from: 0, to: bounds.count - 1, by: 2) {
      windows.append((bounds[k], bounds[k + 1]))
    }
    return StepTimes.Node(
      gap: index == 0 ? 0 : random.int(0...6), windows: windows,
      least: random.chance(0.2) ? random.int(0...10) : 0,
      most: random.chance(0.2) ? random.int(4...14) : .max)
  }

  /// Violation, length of the route, sum of times.
  private static func value(_ times: [Int], _ nodes: [StepTimes.Node]) -> [Int] {
    let violation = zip(times, nodes).reduce(0) {
      $0 + StepTimes.violation(of: $1.0, $1.1.windows)
    }
    return [violation, (times.last ?? 0) - (times.first ?? 0), times.reduce(0, +)]
  }

  private static func bestOfAll(_ nodes: [StepTimes.Node]) -> [Int]? {
    var best: [Int]?
    func extend(_ times: [Int]) {
      guard times.count < nodes.count else {
        let value = value(times, nodes)
        if best.map({ value.lexicographicallyPrecedes($0) }) ?? true { best = value }
        return
      }
      let node = nodes[times.count]
      let first = max(node.least, (times.last ?? 0) + node.gap)
      let last = min(node.most, horizon)
      guard first <= last else { return }
      for time in first...last { extend(times + [time]) }
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
