import DialARide

/// A weak lower bound that comes soon: multipliers on stops, raised by subgradient steps (Held, Wolfe and
/// Crowder, Mathematical Programming 6 (1974)), each priced by the cheapest walks.
///
/// With multipliers `m`, one a stop, `pi` of a request is the sum over its stops. A route serves each of its
/// stops once, so its reduced cost is not below that of the cheapest walk, and `Lagrangian` holds.
struct WalkRelaxation {
  private let p: BoundProblem
  private let pricings: [WalkPricing]
  private(set) var work = 0
  private let rounds = 400
  /// One a stop; `nil` before the first run.
  private var multipliers: [Double]?
  private var best = 0.0
  private var step = 1.0
  private var idle = 0
  private var round = 0

  /// `nil` where steps are too short for a grid of time.
  init?(_ p: BoundProblem) {
    self.p = p
    var graphs: [StopGraph] = []
    for k in p.classes.indices {
      guard let graph = StopGraph(p, classIndex: k) else { return nil }
      graphs.append(graph)
    }
    // Classes are priced one after the other, so one table serves them all.
    let size = graphs.map(WalkPricing.size).max() ?? 0
    let values = FlatTable<Double>(repeating: .infinity, count: size)
    let choices = FlatTable<Int32>(repeating: -1, count: size)
    pricings = graphs.map { WalkPricing($0, values: values, choices: choices) }
  }

  /// Goes on from where the last run ended.
  ///
  /// - Parameter report: called with every better bound and its multipliers, one a request.
  mutating func run(
    upperBound: () -> Double, until effort: BoundEffort, report: (Double, [Double]) -> Void
  ) {
    let scale = p.scale
    var multipliers = multipliers ?? initial(upperBound())
    defer { self.multipliers = multipliers }
    while round < rounds && !effort.isOver(work) {
      round += 1
      let duals = requestDuals(multipliers)
      var slope = slope(duals)
      var least: [Double] = []
      for (k, pricing) in pricings.enumerated() {
        let walk = pricing.cheapest(multipliers)
        work += pricing.graph.steps.count / 8 + 1
        least.append(min(0, walk.cost))
        if walk.cost < 0 {
          let count = Double(min(p.classes[k].count, p.requestCount))
          for stop in walk.stops { slope[stop] -= count }
        }
        if effort.isOver(work) && k + 1 < pricings.count { return }
      }
      forgetUnused(&slope)
      let bound = Lagrangian.bound(
        p, duals: BoundDuals(requests: duals), least: least, scale: scale)
      if bound > best {
        best = bound
        idle = 0
        report(bound, duals)
      } else {
        idle += 1
        if idle >= 8 {
          step *= 0.6
          idle = 0
        }
      }
      let length = slope.reduce(0) { $0 + $1 * $1 }
      let target = upperBound().isFinite ? upperBound() : max(1, best) * 1.2
      guard length > 0, step > 1e-3 else { return }
      let move = step * max(1e-3 * abs(target), target - bound) / length
      for s in multipliers.indices { multipliers[s] += move * slope[s] }
    }
  }

  private func initial(_ upper: Double) -> [Double] {
    let start = upper.isFinite ? upper / Double(4 * p.requestCount) : 0
    return Array(repeating: start, count: 2 * p.requestCount)
  }

  private func requestDuals(_ multipliers: [Double]) -> [Double] {
    (0..<p.requestCount).map { r in
      (p.problem.hasPickup[r] ? multipliers[2 * r] : 0)
        + (p.problem.hasDelivery[r] ? multipliers[2 * r + 1] : 0)
    }
  }

  /// What raising each stop's multiplier adds to the bound, walks aside: of each demand that of the form which counts,
  /// where it is not cheaper to leave its group out.
  private func slope(_ duals: [Double]) -> [Double] {
    var slope = [Double](repeating: 0, count: 2 * p.requestCount)
    for (group, demands) in p.groups.enumerated()
    where p.worth(ofGroup: group, duals) <= p.penalties[group] {
      for demand in demands {
        let worth = p.worth(ofDemand: demand, duals)
        guard let r = p.demands[demand].first(where: { duals[$0] == worth }) else { continue }
        slope[2 * r] = 1
        slope[2 * r + 1] = 1
      }
    }
    return slope
  }

  /// Stops that there are not have no multiplier.
  private func forgetUnused(_ slope: inout [Double]) {
    for r in 0..<p.requestCount {
      if !p.problem.hasPickup[r] { slope[2 * r] = 0 }
      if !p.problem.hasDelivery[r] { slope[2 * r + 1] = 0 }
    }
  }
}
