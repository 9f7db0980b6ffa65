internal import DialARide
internal import Optimizer

/// A change to all vehicles of a scene.
enum VehicleChange {
  case noDriverLimits
  case moreRoom
}

extension ReasonFinder {
  /// The reason of a unit whose legs could each be served alone, but not beside the others.
  func limitReason(_ leg: Int, _ unit: Unit, _ scene: Scene, blocked: [Int]) -> Reason {
    let change = leastChange(for: leg, in: unit, scene, blocked: blocked)
    func reason(_ code: ReasonCode, _ text: Bilingual) -> Reason {
      let candidates = compiled.eligibility.candidates(leg, of: day).count
      return Reason(
        code: code, leg: day.legs[leg].leg.id, resources: candidates,
        ofResources: day.resources.count, proven: false, text: text, leastChange: change)
    }
    let kind = change.flatMap { ChangeKind(rawValue: $0.kind) }
    if kind?.isTime ?? false { return reason(.noResourceInTime, imposedText(leg) ?? Self.busy) }
    if kind?.isLimit ?? false { return reason(.driverLimit, Self.driversAtLimit) }
    if kind == .moreRoom { return reason(.capacityOrNeed, Self.full) }
    if fits(unit, scene, changed: { Self.dropWindows(&$0) }) {
      return reason(.noResourceInTime, imposedText(leg) ?? Self.busy)
    }
    if kind == .longerRide || fits(unit, scene, changed: { Self.dropRideLimits(&$0) }) {
      return reason(.rideOrDetourLimit, Self.rideTooLong)
    }
    if fits(unit, scene, .noDriverLimits) {
      return reason(.driverLimit, Self.driversAtLimit)
    }
    if fits(unit, scene, .moreRoom) {
      return reason(.capacityOrNeed, Self.full)
    }
    return priorityReason(leg, unit, scene) ?? notFound(leg)
  }

  /// Bookings that are tried out of the plan to see whether one of them has the room.
  private static let mostRivals = 12

  /// Another booking of at least equal weight stands in the way: without it, the unit fits.
  private func priorityReason(_ leg: Int, _ unit: Unit, _ scene: Scene) -> Reason? {
    for group in rivals(of: leg, unit, scene).prefix(Self.mostRivals) where goesOn() {
      let probe = scene.probe(without: group)
      guard probe.cheapest(scene.local(unit.requests)) != nil,
        case .leg(let l) = compiled.requests[group[0]]
      else { continue }
      let booking = day.legs[l].booking.id
      return Reason(
        code: .priorityLost, leg: day.legs[leg].leg.id, proven: false,
        text: Bilingual(
          fr: "La place revient à la demande \(booking), de poids au moins égal.",
          en: "The room went to booking \(booking), of at least equal weight."))
    }
    return nil
  }

  /// Served groups of at least the unit's weight, in vehicles that the leg may ride in, nearest in time first.
  private func rivals(of leg: Int, _ unit: Unit, _ scene: Scene) -> [[Int]] {
    let problem = compiled.problem
    guard let request = compiled.requestOfLeg[leg] else { return [] }
    let weight = unit.requests.reduce(0) { $0 + problem.unservedPenalty[$1] }
    let windows = problem.windows(of: 2 * request) + problem.windows(of: 2 * request + 1)
    let middle = windows.filter { $0 != .always }.map { ($0.start + $0.end) / 2 }
    let time = middle.isEmpty ? 0 : middle.reduce(0, +) / Double(middle.count)
    var distance: [Int: Double] = [:]
    for route in scene.part.vehicles.compactMap({ stand.routes[$0] })
    where problem.admits(route.vehicle, for: request) {
      for (index, stop) in route.stops.enumerated() where problem.isRequestStop(stop) {
        let group = Int(problem.groupOf[stop >> 1])
        let apart = abs((route.schedule?.starts[index] ?? 0) - time)
        distance[group] = min(distance[group] ?? .infinity, apart)
      }
    }
    return distance.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { problem.groups[$0.key] }
      .filter { group in
        group.allSatisfy { isServed($0) && problem.dependents[$0].isEmpty }
          && group.reduce(0) { $0 + problem.unservedPenalty[$1] } >= weight
      }
  }

  private func fits(_ unit: Unit, _ scene: Scene, _ change: VehicleChange) -> Bool {
    goesOn()
      && scene.probe { apply(change, to: &$0) }.cheapest(scene.local(unit.requests)) != nil
  }

  func apply(_ change: VehicleChange, to draft: inout ProblemDraft) {
    switch change {
    case .noDriverLimits: dropDriverLimits(&draft)
    case .moreRoom:
      for v in draft.vehicles.indices {
        draft.vehicles[v].layouts = [
          draft.vehicles[v].layouts.reduce([]) { most, layout in
            most.isEmpty ? layout : zip(most, layout).map { max($0, $1) }
          }.map { $0 + day.legs.count }
        ]
      }
    }
  }

  private static let busy = Bilingual(
    fr: "Les conducteurs et véhicules possibles sont pris à ces heures.",
    en: "The drivers allowed are taken at these times.")
  private static let rideTooLong = Bilingual(
    fr: "Partagé avec d’autres, le trajet dépasserait la durée ou le détour permis.",
    en: "Shared with others, the ride would exceed the time or detour allowed.")
  private static let driversAtLimit = Bilingual(
    fr: "Les conducteurs permis sont à leur limite (kilomètres, trajets, amplitude ou attente).",
    en: "The drivers allowed are at their limits (kilometres, trips, time on duty or waits).")
  private static let full = Bilingual(
    fr: "Les véhicules qui passent à ces heures sont complets.",
    en: "The vehicles that pass at these times are full.")
}
