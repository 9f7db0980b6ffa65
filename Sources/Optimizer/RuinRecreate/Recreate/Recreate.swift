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
    where !groups.isServed(needed, in: solution) {
      return false
    }
    let most = groups.members[g].count == 1 ? groups.penalty[g] : .infinity
    // Later bundles can fail after the first is in; copying the solution shares all its routes.
    let before = solution
    for bundle in groups.bundles[g] {
      let isIn =
        bundle.ways.count == 1
        ? insert(way: bundle.ways[0], below: most, &solution, blink, &random)
        : choose(among: bundle.ways, &solution, blink, &random)
      guard isIn else {
        solution = before
        return false
      }
    }
    if solution.cost < before.cost { return true }
    solution = before
    return false
  }

  private func insert(
    way: [[Int]], below most: Double, _ solution: inout SearchSolution, _ blink: Double,
    _ random: inout RandomSource
  ) -> Bool {
    for party in way {
      let isIn =
        party.count == 1
        ? insert(party[0], below: most, &solution, blink, &random)
        : insert(party: party, &solution, blink, &random)
      if !isIn { return false }
    }
    return true
  }

  /// Chance, where insertion blinks, that a way of serving a bundle is not looked at: what is dearer now may be cheaper
  /// together with others.
  private static let wayBlink = 0.25

  /// Inserts the forms that cost least as things stand.
  private func choose(
    among ways: [[[Int]]], _ solution: inout SearchSolution, _ blink: Double,
    _ random: inout RandomSource
  ) -> Bool {
    var best: SearchSolution?
    for way in ways {
      if blink > 0 && random.chance(Self.wayBlink) { continue }
      var trial = solution
      guard insert(way: way, below: .infinity, &trial, blink, &random) else { continue }
      if trial.cost < best?.cost ?? .infinity { best = trial }
    }
    guard let best else { return false }
    solution = best
    return true
  }

  private func insert(
    _ r: Int, below most: Double, _ solution: inout SearchSolution, _ blink: Double,
    _ random: inout RandomSource
  ) -> Bool {
    let found = cheapest(r, solution, candidates(solution), blink: blink, &random)
    guard found.point.delta < most else { return false }
    bench.apply(r, found.point, vehicle: found.vehicle, to: &solution)
    return true
  }

  /// Vehicles in which a whole party is tried.
  private static let mostTrials = 5

  /// Inserts requests that must share a vehicle into the one where all of them together cost least, of those
  /// where the first of them costs least.
  private func insert(
    party: [Int], _ solution: inout SearchSolution, _ blink: Double, _ random: inout RandomSource
  ) -> Bool {
    let first = party[0]
    let vehicles = tiedVehicle(first, solution).map { [$0] } ?? candidates(solution)
    var offers: [(delta: Double, vehicle: Int)] = []
    for vehicle in vehicles {
      if blink > 0 && random.chance(blink) { continue }
      let delta = bench.insertion(first, vehicle: vehicle, in: solution).delta
      if delta.isFinite { offers.append((delta, vehicle)) }
    }
    offers.sort { ($0.delta, $0.vehicle) < ($1.delta, $1.vehicle) }
    let penalties = party.reduce(0) { $0 + p.penalty[$1] }
    var best: SearchSolution?
    for offer in offers.prefix(Self.mostTrials) {
      if let best, solution.cost + offer.delta - penalties >= best.cost { break }
      guard let trial = board(party, offer.vehicle, solution) else { continue }
      if trial.cost < best?.cost ?? .infinity { best = trial }
    }
    guard let best else { return false }
    solution = best
    return true
  }

  /// The solution with all of a party in one vehicle, `nil` where it has no room for them.
  private func board(_ party: [Int], _ vehicle: Int, _ solution: SearchSolution) -> SearchSolution?
  {
    var trial = solution
    for r in party {
      let point = bench.insertion(r, vehicle: vehicle, in: trial)
      guard point.delta.isFinite else { return nil }
      bench.apply(r, point, vehicle: vehicle, to: &trial)
      guard trial.vehicleOf[r] >= 0 else { return nil }
    }
    return trial
  }
}
