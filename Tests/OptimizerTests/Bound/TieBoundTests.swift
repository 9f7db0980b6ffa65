import CaminTestSupport
import DialARide
import Optimizer
import Testing
import Verification

/// Requests that one vehicle serves, or none.
@Suite struct TieBoundTests {
  /// A problem in which everybody may be left out, so that every pair of vehicles has some solution.
  private static func draft(_ seed: UInt64) -> ProblemDraft {
    var generator = ProblemGenerator(seed: seed)
    generator.requests = 4...7
    generator.vehicles = 2...4
    generator.withTies = false
    generator.withPairs = true
    var draft = generator.draft()
    for r in draft.requests.indices { draft.requests[r].unservedPenalty = 400 }
    return draft
  }

  /// No solution costs less than the bound, whoever prices its multipliers, and it is never weaker than without the
  /// ties. The prover, which relaxes some rules of such problems further, confirms nearly all.
  @Test(arguments: 0..<2)
  func tiesRaiseTheBoundAndNoSolutionIsBelowIt(block: Int) throws {
    var raised = 0
    var withMultipliers = 0
    var confirmed = 0
    for seed in block * 80..<(block + 1) * 80 {
      let draft = Self.draft(UInt64(9_700_000 + seed))
      let problem = try Problem(draft)
      let result = try Search(
        problem, options: SolverOptions(seed: 1, iterations: 300)
      ).run()
      try #require(Verifier.violations(in: result.solution, of: problem).isEmpty)
      let upper = 2 * result.cost.total + 100
      let bound = LowerBounding.bound(problem, upperBound: upper, timeLimit: 5)
      let most = result.cost.total + 1e-5
      #expect(bound.value <= most && bound.lagrangian <= most, "seed \(seed)")
      let proof = BoundProof(problem, duals: bound.duals, ties: bound.ties)
      #expect(proof.lagrangian <= most, "seed \(seed)")
      if proof.confirms(bound.lagrangian) { confirmed += 1 }
      if !bound.ties.isEmpty { withMultipliers += 1 }
      var free = draft
      free.links.removeAll { if case .sameVehicle = $0 { true } else { false } }
      let loose = LowerBounding.bound(try Problem(free), upperBound: upper, timeLimit: 5)
      #expect(bound.value >= loose.value - 1e-4, "seed \(seed)")
      if bound.value > loose.value + 1 { raised += 1 }
    }
    #expect(raised > 4 && withMultipliers > 4 && confirmed > 64)
  }

  /// Each vehicle stands beside one of two riders who go together: apart they would cost 6 km, together they cost 22.
  @Test func twoVehiclesDoNotShareWhoRidesTogether() throws {
    var world = LineWorld()
    world.ride("a", from: 1, to: 2)
    world.ride("b", from: 11, to: 12)
    world.vehicle("left") { $0.costPerMetre = 1 }
    world.vehicle("right") {
      $0.costPerMetre = 1
      $0.start = 12
      $0.end = 12
    }
    let apart = LowerBounding.bound(try world.problem(), timeLimit: 5)
    #expect(abs(apart.value - 6000) < 1)
    world.draft.links = [.together([0, 1]), .sameVehicle(0, 1)]
    let bound = LowerBounding.bound(try world.problem(), timeLimit: 5)
    #expect(abs(bound.value - 22_000) < 1)
  }
}
