import DialARide

/// Vehicles that the relaxation cannot tell apart.
struct VehicleClasses {
  /// Indices, ascending within a class; classes in the order of their first vehicle.
  private(set) var classes: [[Int]] = []

  private struct Likeness: Hashable {
    var vehicle: VehicleDraft
    var duty: Duty
    var rules: RouteRules
    var requests: [Int]
    var preferences: [Double]
    var multipliers: [Double]
    /// The vehicle itself where a lock has frozen its route.
    var frozen: Int?
  }

  init(_ problem: Problem, _ served: ServedRequests, _ multipliers: VehicleMultipliers) {
    var known: [Likeness: Int] = [:]
    for vehicle in problem.draft.vehicles.indices {
      let likeness = Self.likeness(
        problem, vehicle, serving: served.of(vehicle), worth: multipliers.of(vehicle))
      if let place = known[likeness] {
        classes[place].append(vehicle)
      } else {
        known[likeness] = classes.count
        classes.append([vehicle])
      }
    }
  }

  private static func likeness(
    _ problem: Problem, _ vehicle: Int, serving requests: [Int], worth: [Double]
  ) -> Likeness {
    let draft = problem.draft.vehicles[vehicle]
    // Only what the relaxation reads; the rest is as a new vehicle has it.
    let seen = VehicleDraft(
      id: "", start: draft.start, end: draft.end, shift: draft.shift, layouts: draft.layouts,
      mayReturnToBase: draft.mayReturnToBase, fixedCost: draft.fixedCost,
      costPerMetre: draft.costPerMetre, costPerSecondDriven: draft.costPerSecondDriven,
      matrix: draft.matrix, setupTimes: draft.setupTimes)
    let isPlain = requests.allSatisfy {
      let request = problem.draft.requests[$0]
      return request.pickup != nil && request.delivery != nil
    }
    let duty = Duty(draft, stops: 2 * requests.count, isPlain: isPlain)
    let rules = RouteRules(draft, stops: 2 * requests.count, isPlain: isPlain)
    return Likeness(
      vehicle: seen, duty: duty, rules: rules, requests: requests,
      preferences: requests.map { request in
        problem.draft.requests[request].vehicleCosts.reduce(0) {
          $0 + ($1.vehicle == vehicle ? $1.cost : 0)
        }
      }, multipliers: requests.map { worth[$0] },
      frozen: FrozenRoute(problem, vehicle: vehicle) == nil ? nil : vehicle)
  }
}

/// A route that a lock has frozen.
struct FrozenRoute {
  private let stops: [StopReference]
  private let vehicle: Int

  init?(_ problem: Problem, vehicle: Int) {
    for case .frozen(vehicle, let stops) in problem.draft.locks {
      self.stops = stops
      self.vehicle = vehicle
      return
    }
    return nil
  }

  /// Requests it serves, ascending.
  var requests: [Int] { Set(stops.map(\.request)).sorted() }

  /// A bound on its cost less the multipliers: no travel is cheaper than none at all by way of the base.
  func reducedCost(_ problem: Problem, duals: [Double]) -> Double {
    guard !stops.isEmpty else { return 0 }
    let draft = problem.draft
    var sum = OutwardSum()
    sum.add(draft.vehicles[vehicle].fixedCost)
    for request in requests {
      sum.add(-duals[request])
      for entry in draft.requests[request].vehicleCosts where entry.vehicle == vehicle {
        sum.add(entry.cost)
      }
    }
    return sum.low
  }
}
