extension Ruin {
  /// Strings of consecutive stops in neighbouring routes, with the partners of those stops (Christiaens and
  /// Vanden Berghe 2020, adapted to pickups and deliveries).
  func chooseStrings(_ count: Int, _ solution: SearchSolution, _ random: inout RandomSource)
    -> [Int]
  {
    guard let first = seed(solution, &random) else { return [] }
    var chosen: [Int] = []
    var isChosen = [Bool](repeating: false, count: p.requestCount)
    var routeDone = [Bool](repeating: false, count: p.vehicleCount)
    let longest = max(2, min(10, count))
    var seeds = 0
    func visit(_ r: Int) {
      let vehicle = Int(solution.vehicleOf[r])
      guard vehicle >= 0, !routeDone[vehicle], chosen.count < count else { return }
      routeDone[vehicle] = true
      let route = solution.routes[vehicle]
      guard let at = (1...route.count).first(where: { Int(route.nodes[$0].stop) >> 1 == r }) else {
        return
      }
      let length = min(route.count, 1 + random.below(longest))
      // Half of the strings keep a part inside, so that what is left of a route is not always its ends.
      let kept = length > 2 && random.chance(0.5) ? random.below(length / 2) : 0
      let span = min(route.count, length + kept)
      let lowest = max(1, at - span + 1)
      let highest = min(at, route.count - span + 1)
      let start = lowest + random.below(max(1, highest - lowest + 1))
      let hole = kept > 0 ? start + random.below(span - kept + 1) : Int.max
      for x in start..<(start + span) where !(x >= hole && x < hole &+ kept) {
        let q = Int(route.nodes[x].stop) >> 1
        if !isChosen[q] {
          isChosen[q] = true
          chosen.append(q)
        }
      }
    }
    visit(first)
    while chosen.count < count && seeds < relatedness.width {
      visit(Int(relatedness.neighbours[first * relatedness.width + seeds]))
      seeds += 1
    }
    return chosen
  }

  /// Everything in a route, few-stop routes more often, and what is related to it.
  func chooseRoute(_ count: Int, _ solution: SearchSolution, _ random: inout RandomSource)
    -> [Int]
  {
    let used = solution.routes.indices.filter { solution.routes[$0].count > 0 }
    guard !used.isEmpty else { return [] }
    var vehicle = used[random.below(used.count)]
    let rival = used[random.below(used.count)]
    if solution.routes[rival].count < solution.routes[vehicle].count { vehicle = rival }
    var chosen = solution.routes[vehicle].requests.map(Int.init)
    guard let first = chosen.first else { return [] }
    let around = relatedness.width
    for i in 0..<around where chosen.count < count {
      let q = Int(relatedness.neighbours[first * around + i])
      if solution.vehicleOf[q] >= 0 && Int(solution.vehicleOf[q]) != vehicle && random.chance(0.5) {
        chosen.append(q)
      }
    }
    return chosen
  }
}
