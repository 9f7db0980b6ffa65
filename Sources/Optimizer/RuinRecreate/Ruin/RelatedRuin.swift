extension Ruin {
  /// Requests related to those already chosen, nearer ones more often (Shaw 1998; Ropke and Pisinger 2006).
  func chooseRelated(_ count: Int, _ solution: SearchSolution, _ random: inout RandomSource)
    -> [Int]
  {
    guard let first = seed(solution, &random), relatedness.width > 0 else { return [] }
    var chosen = [first]
    var isChosen = [Bool](repeating: false, count: p.requestCount)
    isChosen[first] = true
    var misses = 0
    while chosen.count < count && misses < 4 * count {
      let from = chosen[random.below(chosen.count)]
      let u = random.unit()
      // The sixth power concentrates on the nearest neighbours.
      let rank = Int(u * u * u * u * u * u * Double(relatedness.width))
      let next = Int(relatedness.neighbours[from * relatedness.width + rank])
      if isChosen[next] || solution.vehicleOf[next] < 0 {
        misses += 1
        continue
      }
      isChosen[next] = true
      chosen.append(next)
    }
    return chosen
  }

  /// Requests whose first stop falls into a span of time around a random one's.
  func chooseTimeBand(_ count: Int, _ solution: SearchSolution, _ random: inout RandomSource)
    -> [Int]
  {
    guard let first = seed(solution, &random) else { return [] }
    func time(_ r: Int) -> Double {
      let route = solution.routes[Int(solution.vehicleOf[r])]
      for x in stride(from: 1, through: route.count, by: 1)
      where Int(route.nodes[x].stop) >> 1 == r {
        return route.nodes[x].early
      }
      return 0
    }
    let centre = time(first)
    var near = (0..<p.requestCount).compactMap { r -> (gap: Double, request: Int)? in
      solution.vehicleOf[r] >= 0 ? (abs(time(r) - centre), r) : nil
    }
    near.sort { ($0.gap, $0.request) < ($1.gap, $1.request) }
    // Leave some of the band in place, so that the hole differs from time to time.
    return near.prefix(2 * count).map(\.request).filter { _ in random.chance(0.6) }
      .prefix(count).map { $0 }
  }
}
