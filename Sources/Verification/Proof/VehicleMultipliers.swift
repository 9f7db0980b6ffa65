import DialARide

/// What serving each request is worth to the routes of each vehicle: its multiplier, changed by those of ties.
///
/// Sums of several ties are rounded like any other sum of a route (`PricingView.roundingError`): that what they grant
/// and take sums to nothing holds for the numbers before rounding, at an error below that margin.
struct VehicleMultipliers {
  private let duals: [Double]
  private var ties: [[TieMultiplier]]

  init(_ problem: Problem, duals: [Double], ties: [TieMultiplier]) {
    self.duals = duals
    self.ties = Array(repeating: [], count: problem.vehicleCount)
    for tie in ties {
      for vehicle in Set(tie.vehicles) where self.ties.indices.contains(vehicle) {
        self.ties[vehicle].append(tie)
      }
    }
  }

  /// One number a request.
  func of(_ vehicle: Int) -> [Double] {
    var multipliers = duals
    for tie in ties[vehicle] {
      multipliers[tie.first] += tie.value
      multipliers[tie.second] -= tie.value
    }
    return multipliers
  }
}
