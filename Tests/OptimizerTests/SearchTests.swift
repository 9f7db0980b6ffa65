import CaminTestSupport
import DialARide
import Foundation
import Optimizer
import Testing
import Verification

@Suite struct SearchTests {
  /// Whatever the problem holds, what the search answers is judged clean by the checker, and the objective it
  /// states is the one recomputed from the schedule.
  @Test(arguments: 0..<10)
  func answersPassTheChecker(block: Int) throws {
    for index in 0..<40 {
      let seed = UInt64(7_000_000 + block * 40 + index)
      var generator = ProblemGenerator(seed: seed)
      generator.requests = 2...9
      generator.vehicles = 1...4
      var draft = generator.draft()
      // Whether all mandatory requests fit is not known here.
      for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
        draft.requests[r].unservedPenalty = 400
      }
      let problem = try Problem(draft)
      let result = try Search(problem, options: SolverOptions(seed: seed, iterations: 200)).run()
      let violations = Verifier.violations(in: result.solution, of: problem).filter {
        !$0.obeysLock
      }
      #expect(violations.isEmpty, "seed \(seed): \(violations)")
      #expect(abs(result.cost.total - result.solution.cost(in: problem).total) < 1e-6)
    }
  }

  /// Small problems without ties, against all ways of serving every subset one after the other.
  @Test(arguments: 0..<30)
  func findsTheOptimumOfTinyProblems(index: Int) throws {
    var generator = ProblemGenerator(seed: UInt64(8_000_000 + index))
    generator.requests = 2...3
    generator.vehicles = 1...2
    generator.severalWindows = 0
    generator.withTies = false
    var draft = generator.draft()
    for r in draft.requests.indices { draft.requests[r].unservedPenalty = 300 }
    for v in draft.vehicles.indices {
      draft.vehicles[v].breaks = []
      draft.vehicles[v].mayReturnToBase = false
    }
    let problem = try Problem(draft)
    guard keepsTriangles(problem) else { return }
    let result = try Search(problem, options: SolverOptions(iterations: 2_000)).run()
    let optimum = BruteOptimum(problem).cost()
    #expect(abs(result.cost.total - optimum) < 1e-6, "\(result.cost.total) against \(optimum)")
  }

  /// The van next door is the cheapest way out, but is off duty when the rider comes back, who must ride with the
  /// same driver: construction alone has to see that the far one takes both.
  @Test func whoMustShareAVehicleIsInsertedTogether() throws {
    let positions = [0.0, 10, 20, 30]
    let times = positions.flatMap { a in positions.map { abs(a - $0) } }
    func ride(_ id: String, _ from: Int, _ to: Int, _ opens: Double) -> RequestDraft {
      RequestDraft(
        id: id,
        pickup: StopDraft(location: from, windows: [TimeWindow(opens, opens + 20)]),
        delivery: StopDraft(location: to), unservedPenalty: 10_000)
    }
    let draft = ProblemDraft(
      requests: [ride("out", 1, 2, 100), ride("back", 2, 1, 500)],
      vehicles: [
        VehicleDraft(
          id: "near", start: 0, end: 0, shift: TimeWindow(0, 300), costPerSecondDriven: 1),
        VehicleDraft(
          id: "far", start: 3, end: 3, shift: TimeWindow(0, 900), costPerSecondDriven: 1),
      ],
      matrices: [MatrixDraft(size: 4, times: times)],
      links: [.together([0, 1]), .sameVehicle(0, 1)])
    let problem = try Problem(draft)
    let result = try Search(problem, options: SolverOptions(iterations: 1)).run()
    #expect(result.solution.unserved.isEmpty)
    #expect(result.solution.routes.filter { !$0.stops.isEmpty }.map(\.vehicle) == [1])
    #expect(Verifier.violations(in: result.solution, of: problem).isEmpty)
  }

  @Test func theSeedAndTheIterationsFixTheResult() throws {
    let problem = try Self.town(requests: 40, vehicles: 6)
    let one = try Search(problem, options: SolverOptions(seed: 3, iterations: 800, threads: 1))
      .run()
    let two = try Search(problem, options: SolverOptions(seed: 3, iterations: 800, threads: 2))
      .run()
    #expect(one.solution == two.solution)
    #expect(one.iterations == 800)
  }

  @Test(arguments: [1, 3, 10, 79, 805])
  func asManyIterationsAsAsked(count: Int) throws {
    let problem = try Self.town(requests: 8, vehicles: 2)
    let result = try Search(problem, options: SolverOptions(iterations: count)).run()
    #expect(result.iterations == count)
  }

  @Test func theTimeLimitIsKept() throws {
    let problem = try Self.town(requests: 60, vehicles: 8)
    let result = try Search(problem, options: SolverOptions(timeLimit: 0.7, threads: 2)).run()
    #expect(result.elapsed > 0.5 && result.elapsed < 2.5)
    #expect(Verifier.violations(in: result.solution, of: problem).isEmpty)
  }

  @Test func aStopGivesTheBestSoFar() throws {
    let problem = try Self.town(requests: 60, vehicles: 8)
    let stop = SearchStop()
    let timer = Thread {
      Thread.sleep(forTimeInterval: 0.3)
      stop.raise()
    }
    timer.start()
    let result = try Search(problem, options: SolverOptions(timeLimit: 60, threads: 1)).run(
      stop: stop)
    #expect(result.elapsed < 10)
    #expect(Verifier.violations(in: result.solution, of: problem).isEmpty)
    #expect(result.solution.unserved.count < 60)
  }

  @Test func aGoodStartIsNeverMadeWorse() throws {
    let problem = try Self.town(requests: 40, vehicles: 6)
    let first = try Search(problem, options: SolverOptions(seed: 1, iterations: 2_000)).run()
    let next = try Search(problem, options: SolverOptions(seed: 9, iterations: 40))
      .run(from: first.solution)
    #expect(next.cost.total <= first.cost.total + 1e-6)
  }

  @Test func nothingToDoIsAnEmptySolution() throws {
    let result = try Search(try Problem(ProblemDraft()), options: SolverOptions(iterations: 10))
      .run()
    #expect(result.solution == Solution(routes: [], unserved: []))
  }

  /// Requests strewn over a square of 60 by 60 minutes' side, half of them with a narrow window.
  static func town(requests: Int, vehicles: Int) throws -> Problem {
    var random = SplitMix64(seed: 11)
    let points = (0...(2 * requests)).map { _ in (random.number(0...1800), random.number(0...1800))
    }
    var draft = ProblemDraft(name: "town")
    var times: [Double] = []
    for a in points {
      for b in points { times.append(abs(a.0 - b.0) + abs(a.1 - b.1)) }
    }
    draft.matrices = [MatrixDraft(size: points.count, times: times)]
    for r in 0..<requests {
      let start = random.number(0...30_000)
      draft.requests.append(
        RequestDraft(
          id: "r\(r)",
          pickup: StopDraft(
            location: 1 + 2 * r, serviceTime: 60, windows: [TimeWindow(start, start + 1_800)]),
          delivery: StopDraft(location: 2 + 2 * r, serviceTime: 60), load: [1],
          longestRide: 5_400, unservedPenalty: 20_000))
    }
    draft.vehicles = (0..<vehicles).map {
      VehicleDraft(
        id: "v\($0)", start: 0, end: 0, shift: TimeWindow(0, 40_000), layouts: [[4]],
        longestDuration: 36_000, costPerMetre: 1)
    }
    return try Problem(draft)
  }
}
