public import DialARide

/// Why somebody is left out. An extension of ours; proven, but for `competition`, by trying the task alone.
public enum VroomReason: String, Hashable, Sendable, CaseIterable {
  /// No road leads there.
  case unroutable
  /// No vehicle has the skills.
  case skills
  /// None that has them holds the amount.
  case capacity
  /// None that holds it may drive so far or so long, or make so many stops.
  case limits
  /// The shipment is on board too long even alone.
  case maxTransitTime = "max_transit_time"
  /// None can be there in time, even if it does nothing else.
  case timeWindows = "time_windows"
  /// Alone it could be served; others that count more, or as much, take its place.
  case competition
}

/// Finds out why tasks are left out of a solution.
public struct VroomReasons {
  private let problem: VroomProblem
  private let solver: Problem

  /// - Parameter solver: the problem compiled from the other.
  public init(_ problem: VroomProblem, _ solver: Problem) {
    self.problem = problem
    self.solver = solver
  }

  public func reasons(_ reference: VroomReference) -> [VroomReason] {
    let r = problem.number(reference)
    let stops = [2 * r, 2 * r + 1].filter { stop in
      stop & 1 == 0 ? solver.hasPickup[r] : solver.hasDelivery[r]
    }
    if stops.contains(where: { problem.travel.lost.contains(Int(solver.location[$0])) }) {
      return [.unroutable]
    }
    var vehicles = (0..<solver.vehicleCount).filter { solver.admits($0, for: r) }
    if vehicles.isEmpty { return [.skills] }
    vehicles = vehicles.filter { holds(r, $0) }
    if vehicles.isEmpty { return [.capacity] }
    vehicles = vehicles.filter { keepsLimits(stops, $0) }
    if vehicles.isEmpty { return [.limits] }
    var isTooLong = false
    for vehicle in vehicles {
      var tries = Self.mostTries
      switch attempt(stops, solver.breakStops(of: vehicle), vehicle, &tries) {
      case nil: return [.competition]
      case .some(let rule): isTooLong = isTooLong || rule == .rideTime
      }
    }
    return isTooLong ? [.maxTransitTime] : [.timeWindows]
  }

  /// Places for breaks tried with one task; beyond, it is taken to fit.
  private static let mostTries = 300

  /// Whether a vehicle can make the stops and take its breaks somewhere among them: `nil`, or what forbids the stops
  /// alone.
  private func attempt(
    _ stops: [Int], _ breaks: Range<Int>, _ vehicle: Int, _ tries: inout Int
  ) -> ScheduleConflict.Rule? {
    guard tries > 0 else { return nil }
    tries -= 1
    // A break only adds to what must fit.
    let result = Scheduler.schedule(solver, vehicle: vehicle, stops: stops)
    if let conflict = result.conflict { return conflict.rule }
    guard let rest = breaks.first else { return nil }
    for place in 0...stops.count {
      var longer = stops
      longer.insert(rest, at: place)
      if attempt(longer, breaks.dropFirst(), vehicle, &tries) == nil { return nil }
    }
    return .window
  }

  private func holds(_ r: Int, _ vehicle: Int) -> Bool {
    let dims = solver.dimensions
    return dims == 0
      || solver.vehicles[vehicle].layouts.contains { layout in
        (0..<dims).allSatisfy { k in
          let exchanged = solver.exchange.isEmpty ? 0 : solver.exchange[r * dims + k]
          return max(solver.load[r * dims + k], exchanged) <= layout[k]
        }
      }
  }

  private func keepsLimits(_ stops: [Int], _ vehicle: Int) -> Bool {
    let limits = solver.vehicles[vehicle]
    let figures = Route(vehicle: vehicle, stops: stops).statistics(in: solver)
    return stops.count <= limits.mostStops ?? .max
      && figures.driving <= limits.longestDriving ?? .infinity
      && figures.distance <= limits.longestDistance ?? .infinity
  }
}
