import CaminTestSupport
import DialARide
import Optimizer
import Testing

/// Fragments price all small problems, so that the other ways of pricing have to be asked for.
@Suite struct BoundMethodTests {
  /// Against every assignment and every order, whatever the rules.
  @Test(arguments: [BoundMethod.strongest, .stops, .walks])
  func noMethodIsAboveTheOptimum(method: BoundMethod) throws {
    var proved = 0
    for index in 0..<120 {
      var generator = ProblemGenerator(seed: UInt64(9_500_000 + index))
      generator.requests = 2...3
      generator.vehicles = 1...2
      generator.withTies = false
      var draft = generator.draft()
      for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
        draft.requests[r].unservedPenalty = 300
      }
      let problem = try Problem(draft)
      let optimum = BruteOptimum(problem).cost()
      let board = BoundBoard()
      board.post(upperBound: 2 * optimum + 10, routes: [])
      let effort = BoundEffort(work: 40_000)
      BoundWorker(problem, board: board, effort: effort, method: method).run()
      let bound = try #require(board.bound)
      #expect(bound.value <= optimum + 1e-6, "seed \(index): \(bound.value) by \(bound.proof)")
      #expect(bound.lagrangian <= optimum + 1e-6, "seed \(index): \(bound.lagrangian)")
      proved += bound.proof == .trivial ? 0 : 1
    }
    #expect(proved >= 40, "only \(proved) of 120 proved at all")
  }

  /// Stop by stop, a problem of windows and loads alone is priced with all its rules.
  @Test func stopsProveWindowsAndLoads() throws {
    for index in 0..<30 {
      let problem = try Problem(Self.delivery(UInt64(index)))
      let optimum = BruteOptimum(problem).cost()
      let board = BoundBoard()
      board.post(upperBound: optimum + 1e-4, routes: [])
      let effort = BoundEffort(work: 400_000)
      BoundWorker(problem, board: board, effort: effort, method: .stops).run()
      let bound = try #require(board.bound)
      #expect(bound.value <= optimum + 1e-4)
      #expect(bound.value >= optimum - 1e-2, "seed \(index): \(bound.value) of \(optimum)")
    }
  }

  /// Three or four goods between points of a square, two vans with room for two of them.
  private static func delivery(_ seed: UInt64) -> ProblemDraft {
    var random = SplitMix64(seed: seed)
    let goods = random.int(3...4)
    let points = (0...2 * goods).map { _ in (random.int(0...600), random.int(0...600)) }
    let times = points.flatMap { a in
      points.map { b in
        let (x, y) = (Double(a.0 - b.0), Double(a.1 - b.1))
        return (x * x + y * y).squareRoot()
      }
    }
    var draft = ProblemDraft(name: "delivery \(seed)")
    draft.matrices = [MatrixDraft(size: points.count, times: times, distances: times)]
    for r in 0..<goods {
      let opens = Double(random.int(0...3000))
      draft.requests.append(
        RequestDraft(
          id: "r\(r)",
          pickup: StopDraft(
            location: 1 + r, serviceTime: 60, windows: [TimeWindow(opens, opens + 1500)]),
          delivery: StopDraft(location: 1 + goods + r, serviceTime: 60), load: [1],
          unservedPenalty: 5000))
    }
    for v in 0..<2 {
      draft.vehicles.append(
        VehicleDraft(
          id: "v\(v)", start: 0, end: 0, shift: TimeWindow(0, 9000), layouts: [[2]],
          costPerMetre: 1))
    }
    return draft
  }
}
