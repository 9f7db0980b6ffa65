internal import Interchange

/// All runs on one instance, and the median of them.
struct BenchResult {
  let name: String
  let requests: Int
  let vehiclesFirst: Bool
  let inputHash: String
  let best: BestKnownValue?
  let runs: [BenchRun]

  var valid: [BenchRun] { runs.filter { $0.status == .valid } }

  /// The valid run in the middle of their order, by vehicles where these come first, then by cost; of an even
  /// number the worse of the two. All figures of an instance are of this one run.
  var median: BenchRun? {
    let ordered = valid.sorted { first, second in
      let vehicles = vehiclesFirst ? ((first.vehicles ?? 0), (second.vehicles ?? 0)) : (0, 0)
      guard vehicles.0 == vehicles.1 else { return vehicles.0 < vehicles.1 }
      return (first.cost ?? 0) < (second.cost ?? 0)
    }
    return ordered.isEmpty ? nil : ordered[ordered.count / 2]
  }

  /// Vehicles of the median run above the best known; `nil` where they do not come first or nothing is known.
  var moreVehicles: Int? {
    guard vehiclesFirst, let known = best?.vehicles, let used = median?.vehicles else { return nil }
    return used - known
  }

  /// Gap of the median run to the best-known cost; `nil` where it has another number of vehicles, so that costs
  /// cannot be compared.
  var gap: Double? {
    guard let best, let cost = median?.cost, moreVehicles ?? 0 == 0 else { return nil }
    return best.gap(cost)
  }

  /// As good as the best known, or better.
  var isAtBestKnown: Bool {
    guard best != nil, median != nil else { return false }
    if let moreVehicles, moreVehicles != 0 { return moreVehicles < 0 }
    return gap.map { $0 <= Self.rounding } ?? false
  }

  /// A bound of some run above the best-known value: one of the two must be wrong.
  var hasBoundAboveBestKnown: Bool {
    guard let best else { return false }
    return runs.contains { run in
      guard let bound = run.bound else { return false }
      if vehiclesFirst {
        guard let known = best.vehicles, let least = bound.vehicles else { return false }
        if least != known { return least > known }
      }
      guard let cost = bound.cost, run.vehicles == best.vehicles || !vehiclesFirst else {
        return false
      }
      // The value stands for all costs that are rounded to it.
      return cost > best.cost * (1 + 1e-6) + 0.006
    }
  }

  private static let rounding = 1e-9
}
