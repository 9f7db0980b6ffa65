/// The Lagrangian bound: covering every request is priced instead of asked for.
///
/// For multipliers `pi`, a number a request, let `w` of a demand be the least `pi` of its forms (mostly it has but one).
/// Every solution costs at least
///
///     sum of w + sum over groups of min(0, penalty - w of the group) + sum over classes of count * least
///
/// where `least <= 0` is not above the reduced cost (cost less the `pi` of its requests) of any route of the
/// class. For the solution's cost is the sum of the `pi` of whom it serves, plus the penalties of the groups left out,
/// plus the reduced costs of its routes: at most `count` routes a class. Each demand is served in one form, whose `pi`
/// is not below its `w`, or it is in one group left out. It holds for any `pi` whatever its sign, so also for that of an
/// interrupted column generation, and whatever solver made it.
/// What ties grant and take class by class (`BoundDuals`) changes the reduced costs of a class alone: over the routes of
/// a solution in that class it sums to nothing.
///
/// **Rounding.** A reduced cost is a sum of a few hundred terms, the bound a sum of a few thousand; each
/// addition of doubles errs by at most 2^-53 of its result, and no partial sum exceeds the sum of the
/// absolute values. So with N < 2^17 additions the error stays below 2^-35 of that sum; 1e-10 of it is
/// taken off. The labelling compares sums with thresholds, hence the same margin once more for each route.
enum Lagrangian {
  static let margin = 1e-10

  /// - Parameter least: by class; 0 where no route pays.
  /// - Parameter scale: the largest cost of a single route or penalty.
  static func bound(
    _ p: BoundProblem, duals: BoundDuals, least: [Double], scale: Double
  ) -> Double {
    var sum = 0.0
    var size = duals.ties.reduce(0) { $0 + 2 * abs($1.value) }
    for demand in p.demands.indices {
      let worth = p.worth(ofDemand: demand, duals.requests)
      sum += worth
      size += abs(worth)
    }
    for group in p.groups.indices where p.penalties[group] < .infinity {
      let worth = p.worth(ofGroup: group, duals.requests)
      if worth > p.penalties[group] {
        sum += p.penalties[group] - worth
        size += p.penalties[group] + abs(worth)
      }
    }
    for (k, kind) in p.classes.enumerated() where least[k] < 0 {
      let used = Double(min(kind.count, p.requestCount))
      sum += used * least[k]
      size += used * (abs(least[k]) + scale)
    }
    return sum - margin * (2 * size + scale)
  }
}
