/// The rules on the order of a route that must hold before times can be spoken of.
struct StructureCheck {
  let problem: Problem
  let vehicle: Int
  let stops: [Int]

  /// Throws the first conflict of the order: structure, then base visits, breaks and detours.
  func check() throws(ScheduleConflict) {
    try checkMembership()
    let reading = RouteReading(problem, vehicle: vehicle, stops: stops)
    try checkOnBoard(reading)
    try checkDetours(reading)
    try checkSharedDetours(reading)
  }

  private func checkMembership() throws(ScheduleConflict) {
    var seen: [Int: Int] = [:]
    for (index, stop) in stops.enumerated() {
      guard isKnown(stop), seen.updateValue(index, forKey: stop) == nil || problem.isBaseVisit(stop)
      else { throw ScheduleConflict(.structure, at: index) }
      if problem.isDelivery(stop), problem.hasPickup[stop >> 1], seen[stop ^ 1] == nil {
        throw ScheduleConflict(.structure, at: index)
      }
    }
    for (index, stop) in stops.enumerated()
    where problem.isPickup(stop) && problem.hasDelivery[stop >> 1] && seen[stop ^ 1] == nil {
      throw ScheduleConflict(.structure, at: index)
    }
  }

  private func isKnown(_ stop: Int) -> Bool {
    guard stop >= 0, stop < problem.stopCount else { return false }
    if problem.isBreak(stop) { return problem.breakStops(of: vehicle).contains(stop) }
    if problem.isBaseVisit(stop) { return stop == problem.baseVisit(of: vehicle) }
    return problem.isPickup(stop) ? problem.hasPickup[stop >> 1] : problem.hasDelivery[stop >> 1]
  }

  private func checkOnBoard(_ reading: RouteReading) throws(ScheduleConflict) {
    for (index, stop) in stops.enumerated() {
      if problem.isBaseVisit(stop) {
        guard problem.vehicles[vehicle].mayReturnToBase, reading.onBoard[index] == 0 else {
          throw ScheduleConflict(.baseVisit, at: index)
        }
      } else if problem.isBreak(stop) && reading.onBoard[index] > 0 {
        let rest = problem.vehicles[vehicle].breaks[
          stop - problem.breakStops(of: vehicle).lowerBound]
        guard rest.allowedOnBoard else { throw ScheduleConflict(.breakOnBoard, at: index) }
      }
    }
  }

  private func checkDetours(_ reading: RouteReading) throws(ScheduleConflict) {
    for (index, stop) in stops.enumerated() {
      let pickup = reading.pickupIndex[index]
      guard pickup >= 0, problem.longestDetour[stop >> 1] < .infinity else { continue }
      let driven = reading.distances[(pickup + 1)...index].reduce(0, +)
      let direct = problem.distance(
        Int(problem.location[stop ^ 1]), Int(problem.location[stop]), vehicle: vehicle)
      guard driven - direct <= problem.longestDetour[stop >> 1] + TimeChain.tolerance else {
        throw ScheduleConflict(.detour, at: index)
      }
    }
  }

  private func checkSharedDetours(_ reading: RouteReading) throws(ScheduleConflict) {
    guard let rule = problem.draft.sharedDetour else { return }
    var company = DetourCompany(rule)
    var metres = 0.0
    for (index, stop) in stops.enumerated() {
      metres += reading.distances[index]
      guard problem.isRequestStop(stop), problem.sharesDetour[stop >> 1] else { continue }
      let place = Int(problem.location[stop])
      if problem.isPickup(stop) {
        company.board(stop >> 1, at: place, metres: metres)
      } else {
        let isKept = company.alight(stop >> 1, at: place, metres: metres) {
          problem.distance($0, $1, vehicle: vehicle)
        }
        guard isKept else { throw ScheduleConflict(.detour, at: index) }
      }
    }
  }
}
