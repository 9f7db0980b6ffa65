import DialARide

/// Puts groups of requests back into a solution.
struct Recreate {
  let p: SearchProblem
  let groups: Groups
  let bench: Workbench

  /// Vehicles worth a look: the used ones, and one unused of each class.
  func candidates(_ solution: SearchSolution) -> [Int] {
    var classSeen = [Bool](repeating: false, count: p.problem.vehicleClassCount)
    return (0..<p.vehicleCount).filter { vehicle in
      if solution.routes[vehicle].count > 0 { return true }
      let kind = Int(p.vehicles[vehicle].vehicleClass)
      defer { classSeen[kind] = true }
      return !classSeen[kind]
    }
  }

  /// Vehicle that r must ride in because a partner already does, if any.
  func tiedVehicle(_ r: Int, _ solution: SearchSolution) -> Int? {
    for q in groups.sameVehicleAs[r] where solution.vehicleOf[q] >= 0 {
      return Int(solution.vehicleOf[q])
    }
    return nil
  }

  /// Cheapest insertion of one request over all vehicles; each vehicle is passed over with the chance `blink`.
  func cheapest(
    _ r: Int, _ solution: SearchSolution, _ vehicles: [Int], blink: Double,
    _ random: inout RandomSource
  ) -> (point: InsertionPoint, vehicle: Int) {
    var best = (point: InsertionPoint.nowhere, vehicle: -1)
    if let tied = tiedVehicle(r, solution) {
      return (bench.insertion(r, vehicle: tied, in: solution), tied)
    }
    for vehicle in vehicles {
      if blink > 0 && random.chance(blink) { continue }
      let point = bench.insertion(r, vehicle: vehicle, in: solution)
      if point.delta < best.point.delta { best = (point, vehicle) }
    }
    return best
  }

  /// Inserts a whole group, leg after leg, or leaves the solution as it is.
  ///
  /// - Returns: whether the group is now served.
  func insert(
    group g: Int, into solution: inout SearchSolution, blink: Double, _ random: inout RandomSource
  ) -> Bool {
    for needed in groups.required[g]
    where groups.members[needed].contains(where: { solution.vehicleOf[$0] < 0 }) {
      return false
    }
    let members = groups.members[g]
    // Tied legs can fail after the first is in; copying the solution shares all its routes.
    let before = solution
    for r in members {
      let found = cheapest(r, solution, candidates(solution), blink: blink, &random)
      guard found.point.delta < (members.count == 1 ? p.penalty[r] : .infinity) else {
        solution = before
        return false
      }
      bench.apply(r, found.point, vehicle: found.vehicle, to: &solution)
    }
    if solution.cost < before.cost { return true }
    solution = before
    return false
  }
}
