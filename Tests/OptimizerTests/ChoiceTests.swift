import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// Demands that can take several forms, of which one at most is served.
@Suite struct ChoiceTests {
  private static func generator(_ seed: Int) -> ProblemGenerator {
    var generator = ProblemGenerator(seed: UInt64(seed))
    generator.withChoices = true
    return generator
  }

  private static func optional(_ draft: ProblemDraft, _ penalty: Double) -> ProblemDraft {
    var draft = draft
    for r in draft.requests.indices where draft.requests[r].unservedPenalty == nil {
      draft.requests[r].unservedPenalty = penalty
    }
    return draft
  }

  /// Whatever else the problem holds, also where the day is cut into parts.
  @Test(arguments: 0..<10)
  func answersPassTheChecker(block: Int) throws {
    var taken = [0, 0]
    for index in 0..<40 {
      let seed = 31_000_000 + block * 40 + index
      var generator = Self.generator(seed)
      generator.requests = 2...10
      generator.vehicles = 1...4
      let problem = try Problem(Self.optional(generator.draft(), 400))
      var options = SolverOptions(seed: UInt64(seed), iterations: 200)
      if index % 3 == 0 { options.decomposition = Decomposition(threshold: 1, partSize: 3) }
      let result = try Search(problem, options: options).run()
      let violations = Verifier.violations(in: result.solution, of: problem).filter {
        !$0.obeysLock
      }
      #expect(violations.isEmpty, "seed \(seed): \(violations)")
      #expect(abs(result.cost.total - Verifier.cost(of: result.solution, in: problem).total) < 1e-6)
      for case .oneOf(let forms) in problem.draft.links {
        let stops = Set(result.solution.routes.flatMap(\.stops).map { $0 >> 1 })
        if let form = forms.firstIndex(where: stops.contains) { taken[min(form, 1)] += 1 }
      }
    }
    #expect(taken.allSatisfy { $0 > 3 }, "forms served: \(taken)")
  }

  /// Against every form of every demand in every vehicle and order; with groups served together or not at all.
  @Test(arguments: 0..<60)
  func findsTheOptimumOfTinyProblems(index: Int) throws {
    let problem = try tiny(32_000_000 + index, together: index % 2 == 1)
    let result = try Search(problem, options: SolverOptions(iterations: 2_000)).run()
    let optimum = BruteOptimum(problem).cost()
    #expect(abs(result.cost.total - optimum) < 1e-6, "\(result.cost.total) against \(optimum)")
  }

  /// Every way of bounding stays below the optimum, and closing reaches it where the relaxation drops nothing.
  @Test(arguments: [BoundMethod.strongest, .stops, .walks])
  func noBoundIsAboveTheOptimum(method: BoundMethod) throws {
    var proved = 0
    var closed = 0
    for index in 0..<80 {
      let problem = try tiny(33_000_000 + index, together: index % 2 == 1)
      let optimum = BruteOptimum(problem).cost()
      let board = BoundBoard()
      board.post(upperBound: optimum + 1e-4, routes: [])
      BoundWorker(problem, board: board, effort: BoundEffort(work: 60_000), method: method).run()
      let bound = try #require(board.bound)
      #expect(bound.value <= optimum + 1e-4, "seed \(index): \(bound.value) by \(bound.proof)")
      #expect(bound.lagrangian <= optimum + 1e-6, "seed \(index): \(bound.lagrangian)")
      proved += bound.proof == .trivial ? 0 : 1
      closed += bound.value >= optimum - 1e-2 ? 1 : 0
      let proof = BoundProof(problem, duals: bound.duals, ties: bound.ties)
      #expect(proof.bound <= optimum + 1e-6)
      // Shifts without an end make the prover's margins of rounding wide.
      if method == .strongest {
        #expect(proof.bound >= bound.lagrangian - 1e-3, "seed \(index)")
      }
    }
    #expect(proved >= 40, "only \(proved) of 80 proved at all")
    if method == .strongest { #expect(closed >= 60, "only \(closed) of 80 closed") }
  }

  /// A penalty is paid once for all forms; the station is on the way, so the feeder is cheaper by far; and where its
  /// driver is away, the through ride is taken.
  @Test func takesTheCheaperForm() throws {
    var draft = Self.day()
    let cheap = try Search(Problem(draft), options: SolverOptions(iterations: 50)).run()
    #expect(cheap.solution.routes.flatMap(\.stops).contains(2))
    #expect(cheap.solution.unserved.isEmpty)
    #expect(cheap.cost.total == 40)
    draft.requests[1].allowedVehicles = []
    let through = try Search(Problem(draft), options: SolverOptions(iterations: 50)).run()
    #expect(through.solution.routes.flatMap(\.stops).contains(0))
    #expect(through.cost.total == 200)
    draft.requests[0].allowedVehicles = []
    let none = try Search(Problem(draft), options: SolverOptions(iterations: 50)).run()
    #expect(none.solution.unserved == [0, 1])
    #expect(none.cost.total == 1000)
  }

  /// A return hangs on its outward trip in whichever form that is served.
  @Test func aReturnHangsOnEitherForm() throws {
    var draft = Self.day()
    draft.requests.append(
      RequestDraft(
        id: "back", pickup: StopDraft(location: 2, windows: [TimeWindow(600, 700)]),
        delivery: StopDraft(location: 0), unservedPenalty: 1000))
    draft.links.append(.together([0, 2]))
    let result = try Search(Problem(draft), options: SolverOptions(iterations: 50)).run()
    #expect(Set(result.solution.routes.flatMap(\.stops)) == [2, 3, 4, 5])
    #expect(Verifier.violations(in: result.solution, of: try Problem(draft)).isEmpty)
    draft.requests[2].allowedVehicles = []
    let none = try Search(Problem(draft), options: SolverOptions(iterations: 50)).run()
    #expect(none.solution.unserved == [0, 1, 2])
    #expect(none.cost.total == 2000)
  }

  /// A solution given to go on from that serves both forms keeps neither, and one of them is put back.
  @Test func bothFormsOfAStartFall() throws {
    let problem = try Problem(Self.day())
    let start = Solution(routes: [Route(vehicle: 0, stops: [0, 1, 2, 3])], unserved: [])
    let result = try Search(problem, options: SolverOptions(iterations: 20)).run(from: start)
    #expect(Verifier.violations(in: result.solution, of: problem).isEmpty)
    #expect(result.cost.total == 40)
  }

  /// Home, a station next door, and a town far off; a car at home. Through ride (0), ride to the station (1).
  private static func day() -> ProblemDraft {
    let positions = [0.0, 20, 100]
    let times = positions.flatMap { a in positions.map { abs(a - $0) } }
    func ride(_ id: String, to place: Int) -> RequestDraft {
      RequestDraft(
        id: id, pickup: StopDraft(location: 0, windows: [TimeWindow(0, 1000)]),
        delivery: StopDraft(location: place), unservedPenalty: 1000)
    }
    return ProblemDraft(
      requests: [ride("through", to: 2), ride("feeder", to: 1)],
      vehicles: [VehicleDraft(id: "car", start: 0, end: 0, costPerSecondDriven: 1)],
      matrices: [MatrixDraft(size: 3, times: times)], links: [.oneOf([0, 1])])
  }

  /// Without what the exhaustive oracle does not try: breaks, base visits, and several windows.
  private func tiny(_ seed: Int, together: Bool) throws -> Problem {
    var generator = Self.generator(seed)
    generator.requests = 3...4
    generator.vehicles = 1...2
    generator.severalWindows = 0
    generator.withTies = false
    while true {
      var draft = generator.draft()
      // Worth a trip each, so that nobody is served only for the sake of another.
      for r in draft.requests.indices { draft.requests[r].unservedPenalty = 300 }
      for v in draft.vehicles.indices {
        draft.vehicles[v].breaks = []
        draft.vehicles[v].mayReturnToBase = false
      }
      if together { draft.links.append(.together([0, draft.requests.count - 1])) }
      let problem = try Problem(draft)
      if keepsTriangles(problem) { return problem }
    }
  }
}
