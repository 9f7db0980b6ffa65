import DialARide

extension Ruin {
  /// Somebody unserved, dear ones more often, and who is in the way in a vehicle nearby: for each request of the
  /// group, those served there while it could ride.
  ///
  /// Elsewhere holes open where people are served; who is worth most may need one where it never opens by chance.
  func chooseRoom(_ count: Int, _ solution: SearchSolution, _ random: inout RandomSource)
    -> [Int]
  {
    guard let wanted = unserved(solution, &random) else { return [] }
    return room(for: wanted, count, solution, &random)
  }

  /// The same for one who is unserved and given.
  func room(
    for wanted: Int, _ count: Int, _ solution: SearchSolution, _ random: inout RandomSource
  ) -> [Int] {
    let group = p.problem.groups[Int(p.problem.groupOf[wanted])]
    var chosen = [wanted]
    var isChosen = [Bool](repeating: false, count: p.requestCount)
    var vehicle = -1
    for r in group where solution.vehicleOf[r] < 0 {
      isChosen[r] = true
      // Who must share a vehicle is given room in one.
      if vehicle < 0 || p.problem.sameVehicleAs[r].isEmpty {
        vehicle = nearbyVehicle(r, solution, &random)
      }
      guard vehicle >= 0 else { continue }
      let route = solution.routes[vehicle]
      let (from, to) = span(r, vehicle)
      for x in stride(from: 1, through: route.count, by: 1) where chosen.count <= count {
        let q = Int(route.nodes[x].stop) >> 1
        if isChosen[q] || route.nodes[x].early < from || route.nodes[x].early > to { continue }
        isChosen[q] = true
        chosen.append(q)
      }
    }
    return chosen
  }

  /// An unserved request, in proportion to the penalties.
  private func unserved(_ solution: SearchSolution, _ random: inout RandomSource) -> Int? {
    let all = (0..<p.requestCount).filter { !solution.servesDemand(of: $0, p) }
    // A demand of several forms is one demand.
    func weight(_ r: Int) -> Double { p.penalty[r] / Double(p.problem.forms(of: r).count) }
    var left = random.unit() * all.reduce(0) { $0 + weight($1) }
    for r in all {
      left -= weight(r)
      if left < 0 { return r }
    }
    return all.last
  }

  /// The vehicle of a related request, if it may take r; otherwise any that may. -1: none.
  private func nearbyVehicle(
    _ r: Int, _ solution: SearchSolution, _ random: inout RandomSource
  ) -> Int {
    func mayTake(_ vehicle: Int) -> Bool {
      solution.routes[vehicle].count > 0 && p.admissible[r * p.vehicleCount + vehicle]
    }
    for _ in 0..<10 where relatedness.width > 0 {
      let u = random.unit()
      let rank = Int(u * u * Double(relatedness.width))
      let q = Int(relatedness.neighbours[r * relatedness.width + rank])
      let vehicle = Int(solution.vehicleOf[q])
      if vehicle >= 0 && mayTake(vehicle) { return vehicle }
    }
    let able = (0..<p.vehicleCount).filter(mayTake)
    return able.isEmpty ? -1 : able[random.below(able.count)]
  }

  /// When r could be on board, and a ride's time before and after.
  private func span(_ r: Int, _ vehicle: Int) -> (from: Double, to: Double) {
    let first = 2 * r + (p.hasPickup[r] ? 0 : 1)
    let last = 2 * r + (p.hasDelivery[r] ? 1 : 0)
    let way = p.vehicles[vehicle].time(p.location[first], p.location[last])
    return (p.earliest[first] - way, p.latest[last] + way)
  }
}
