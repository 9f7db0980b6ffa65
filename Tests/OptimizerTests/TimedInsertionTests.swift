import CaminTestSupport
import DialARide
import Optimizer
import Testing

/// Insertions that the scan judges by itself in vehicles ruled by times, loads and sums, against every position tried by
/// the scheduler.
@Suite struct TimedInsertionTests {
  @Test(arguments: 0..<10)
  func findsTheCheapestPosition(block: Int) throws {
    var compared = 0
    var refused = 0
    for index in 0..<25 {
      let seed = UInt64(7_500_000 + block * 25 + index)
      let problem = try Problem(Self.draft(seed))
      let (found, none) = try InsertionComparison.run(problem, seed: seed)
      compared += found
      refused += none
    }
    #expect(compared > 50)
    #expect(refused > 0)
  }

  /// Rides and single stops in a square of 20 minutes, several windows a stop, set-ups on arrival and services by
  /// vehicle, exchanges, open ends, tolls, limits on distance, driving and stops.
  private static func draft(_ seed: UInt64) -> ProblemDraft {
    var random = SplitMix64(seed: seed)
    func draw(_ bound: Int) -> Double { random.number(0...bound) }
    let size = 8
    let points = (0..<size).map { _ in (x: draw(1200), y: draw(1200)) }
    func table(_ factor: Double) -> [Double] {
      points.flatMap { a in
        points.map { b in
          (factor * ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()).rounded(
            .up)
        }
      }
    }
    var draft = ProblemDraft(name: "timed \(seed)")
    draft.matrices = [
      MatrixDraft(
        size: size, times: table(1), distances: table(10),
        tolls: random.chance(0.5)
          ? (0..<size * size).map { $0 % (size + 1) == 0 ? 0 : random.number(0...300) } : nil)
    ]
    func stop() -> StopDraft {
      let opens = draw(7000)
      let windows =
        random.chance(0.4)
        ? []
        : random.chance(0.5)
          ? [TimeWindow(opens, opens + 1500)]
          : [TimeWindow(opens, opens + 600), TimeWindow(opens + 1500, opens + 2200)]
      return StopDraft(
        location: random.int(1...size - 1), serviceTime: draw(120), windows: windows,
        extraService: random.chance(0.3) ? [0, draw(200)] : nil,
        arrivalSetup: random.chance(0.5) ? [draw(300), draw(300)] : nil)
    }
    for r in 0..<9 {
      let isRide = random.chance(0.5)
      let takes = !isRide && random.chance(0.4)
      draft.requests.append(
        RequestDraft(
          id: "r\(r)", pickup: isRide || takes ? stop() : nil, delivery: takes ? nil : stop(),
          load: [random.int(0...2), 1], unservedPenalty: 1e6,
          exchange: !isRide && !takes && random.chance(0.5) ? [1, random.int(0...1)] : nil))
    }
    for v in 0..<2 {
      draft.vehicles.append(
        VehicleDraft(
          id: "v\(v)", start: random.chance(0.8) ? 0 : nil, end: random.chance(0.8) ? v : nil,
          shift: TimeWindow(0, 10_000), layouts: [[4, 4]],
          longestDistance: random.chance(0.4) ? 20_000 + draw(40_000) : nil,
          longestDriving: random.chance(0.4) ? 2_000 + draw(4_000) : nil,
          fixedCost: draw(500), costPerMetre: draw(2), costPerSecondDriven: draw(3),
          mostStops: random.chance(0.3) ? random.int(4...9) : nil, serviceKind: v,
          fewRequests: random.chance(0.3) ? FewRequests(least: 3, cost: draw(500)) : nil))
    }
    return draft
  }
}
