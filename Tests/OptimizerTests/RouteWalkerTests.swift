import CaminTestSupport
import DialARide
import Optimizer
import Testing

/// The search's route evaluation against the scheduler, which knows nothing of it.
@Suite struct RouteWalkerTests {
  /// On random routes without breaks and base visits (which the walker places itself) the two must agree on
  /// feasibility and on the cost, to the last rounding.
  @Test(arguments: 0..<20)
  func agreesWithTheScheduler(block: Int) throws {
    var feasible = 0
    for index in 0..<500 {
      var generator = ProblemGenerator(seed: UInt64(block * 500 + index))
      generator.severalWindows = 0
      generator.withTies = false
      let problem = try Problem(plain(generator.draft()))
      guard keepsTriangles(problem) else { continue }
      let route = generator.route(in: problem)
      let walker = RouteWalker(SearchProblem(problem))
      let cost = route.stops.map(Int32.init).withUnsafeBufferPointer { stops in
        stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
      }
      let expected = Reference.cost(route, problem)
      #expect(cost.isFinite == (expected != nil), "seed \(block * 500 + index)")
      if let expected, cost.isFinite {
        feasible += 1
        #expect(abs(cost - expected) < 1e-6, "seed \(block * 500 + index)")
      }
    }
    // A test in which nearly nothing is feasible would say little.
    #expect(feasible > 40)
  }

  /// With several windows a stop the walker may be too cautious, never too bold. Lateness is left out: with
  /// several windows the least duration, which the schedule is written by, need not be the least cost.
  @Test(arguments: 0..<10)
  func isNeverBolderThanTheScheduler(block: Int) throws {
    for index in 0..<500 {
      var generator = ProblemGenerator(seed: UInt64(900_000 + block * 500 + index))
      generator.severalWindows = 0.5
      generator.withTies = false
      var draft = generator.draft()
      for r in draft.requests.indices { draft.requests[r].latenessCost = 0 }
      let problem = try Problem(draft)
      let route = generator.route(in: problem)
      let bare = route.stops.filter { problem.isRequestStop($0) }
      let walker = RouteWalker(SearchProblem(problem))
      let cost = bare.map(Int32.init).withUnsafeBufferPointer { stops in
        stops.baseAddress.map { walker.judge($0, stops.count, vehicle: route.vehicle) } ?? 0
      }
      guard cost.isFinite, !bare.isEmpty else { continue }
      let full = Route(
        vehicle: route.vehicle, stops: (1...walker.count).map { Int(walker.stop[$0]) })
      let expected = try #require(
        Reference.cost(full, problem), "seed \(900_000 + block * 500 + index)")
      #expect(expected <= cost + 1e-6, "seed \(900_000 + block * 500 + index)")
    }
  }

  /// The draft without breaks and returns to base.
  private func plain(_ draft: ProblemDraft) -> ProblemDraft {
    var draft = draft
    for v in draft.vehicles.indices {
      draft.vehicles[v].breaks = []
      draft.vehicles[v].mayReturnToBase = false
    }
    return draft
  }
}

/// Whether no way round by a third place is shorter: the search's window tightening assumes it.
func keepsTriangles(_ problem: Problem) -> Bool {
  problem.draft.matrices.allSatisfy { matrix in
    let n = matrix.size
    return (0..<n).allSatisfy { a in
      (0..<n).allSatisfy { b in
        (0..<n).allSatisfy { c in
          matrix.times[a * n + b] <= matrix.times[a * n + c] + matrix.times[c * n + b]
        }
      }
    }
  }
}
