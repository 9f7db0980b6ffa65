/// The ways of choosing which requests to take out. A new one is a case here, a file beside this one and an arm
/// in `Ruin.choose`.
enum RuinOperator: Int, CaseIterable {
  case random, related, worst, adjacentString, route, timeBand, room
}

/// Chooses requests to take out of a solution.
struct Ruin {
  let p: SearchProblem
  let relatedness: Relatedness

  /// About `count` served requests, without repetition, in the order they were chosen; with `.room` also unserved
  /// ones, to be put back before others.
  func choose(
    _ ruin: RuinOperator, _ count: Int, from solution: SearchSolution, on bench: Workbench,
    _ random: inout RandomSource
  ) -> [Int] {
    switch ruin {
    case .random: chooseRandom(count, solution, &random)
    case .related: chooseRelated(count, solution, &random)
    case .worst: chooseWorst(count, solution, bench, &random)
    case .adjacentString: chooseStrings(count, solution, &random)
    case .route: chooseRoute(count, solution, &random)
    case .timeBand: chooseTimeBand(count, solution, &random)
    case .room: chooseRoom(count, solution, &random)
    }
  }

  /// A random served request, or `nil` after some tries.
  func seed(_ solution: SearchSolution, _ random: inout RandomSource) -> Int? {
    for _ in 0..<20 {
      let r = random.below(p.requestCount)
      if solution.vehicleOf[r] >= 0 { return r }
    }
    return solution.vehicleOf.firstIndex { $0 >= 0 }
  }
}

extension Ruin {
  func chooseRandom(_ count: Int, _ solution: SearchSolution, _ random: inout RandomSource)
    -> [Int]
  {
    var served = (0..<p.requestCount).filter { solution.vehicleOf[$0] >= 0 }
    random.shuffle(&served)
    return Array(served.prefix(count))
  }
}
