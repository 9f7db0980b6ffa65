import CaminTestSupport
import DialARide
import Optimizer
import Testing

/// The incremental test of insertions into plain vehicles' routes, against every position pair tried by the
/// scheduler: ride-time limits and waits that pull pickups after them, limits on duration, and none of these.
@Suite struct InsertionChainTests {
  @Test(arguments: 0..<8)
  func findsTheCheapestPosition(block: Int) throws {
    var compared = 0
    var refused = 0
    for index in 0..<25 {
      let seed = UInt64(7_000_000 + block * 25 + index)
      let problem = try Problem(Self.draft(seed))
      let (found, none) = try InsertionComparison.run(problem, seed: seed)
      compared += found
      refused += none
    }
    #expect(compared > 50)
    #expect(refused > 0 || block > 0)
  }

  /// Nine rides and two vehicles in a square of 20 minutes, windows and ride limits tight in a quarter of the
  /// problems each, no ride limits in half of them, limits on duration in half.
  private static func draft(_ seed: UInt64) -> ProblemDraft {
    var random = SplitMix64(seed: seed)
    func draw(_ bound: UInt64) -> Double { Double(random.next() % bound) }
    let size = 19
    let points = (0..<size).map { _ in (x: draw(1200), y: draw(1200)) }
    let times = points.flatMap { a in
      points.map { b in ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() }
    }
    let kind = seed % 4
    var draft = ProblemDraft(name: "plain \(seed)")
    draft.matrices = [MatrixDraft(size: size, times: times)]
    for r in 0..<9 {
      let direct = times[(1 + r) * size + 10 + r]
      let opens = 600 + draw(9000)
      let width = kind == 0 ? 300 + draw(600) : 1200 + draw(3600)
      let onDelivery = random.next() % 2 == 0
      let window = [TimeWindow(opens, opens + width)]
      draft.requests.append(
        RequestDraft(
          id: "r\(r)",
          pickup: StopDraft(location: 1 + r, serviceTime: 60, windows: onDelivery ? [] : window),
          delivery: StopDraft(location: 10 + r, serviceTime: 60, windows: onDelivery ? window : []),
          load: [1], longestRide: kind >= 2 ? nil : direct + 120 + draw(900),
          unservedPenalty: 1e6))
    }
    for v in 0..<2 {
      draft.vehicles.append(
        VehicleDraft(
          id: "v\(v)", start: 0, end: 0, shift: TimeWindow(0, 14_400), layouts: [[3]],
          longestDuration: kind % 2 == 1 ? 9000 : nil, costPerMetre: 1))
    }
    return draft
  }
}
