/// Decides which legs the outside fallbacks take (R33), so that the tiers of the objective hold: first nobody is left
/// unserved, by weight; then money is saved.
///
/// *Where the budgets cover everybody* whom the fallbacks would take at their lowest prices, no budget can be overspent
/// whatever the search does. Then each of these legs gets its price as the penalty of leaving it to the fallback, if that is
/// less than its weight among the unserved (`prices`), and the search itself finds out who is cheaper, together with
/// all else: legs that nobody takes still weigh more than any money.
///
/// *Where a budget may bind*, the numeric problem has no primitive for a sum over unserved requests. Then all legs keep their
/// full weight, so that the fleet serves what it can, and the budget is spent on what is left: the choice of greatest
/// weight, exactly (`BudgetChoice`). That is the best use of the budget for this solution; it is not proven that no other
/// solution, which leaves other legs to the fallback, would be better still.
///
/// *Several fallbacks.* Each rider is offered to the cheapest one first, each fallback choosing exactly; who is not chosen
/// is offered to the next cheapest with what is left of its budget. Exact for one fallback, a heuristic for more.
struct OutsideAssignment {
  private let terms: OutsideTerms
  private let day: Day

  init(_ terms: OutsideTerms) {
    self.terms = terms
    day = terms.day
  }

  /// Legs taken together or not at all, and who takes them for what, cheapest first.
  private struct Unit {
    var legs: [Int]
    var weight: Double
    var offers: [(fallback: Int, cents: Int)]
  }

  /// Euros for which each leg can be left to a fallback whatever else is left to it; none where a budget may bind.
  func prices() -> [Int: Double] {
    let units = units(of: terms.units)
    var left = budgets
    for unit in units { left[unit.offers[0].fallback] -= unit.offers[0].cents }
    guard left.allSatisfy({ $0 >= 0 }) else { return [:] }
    let pairs = units.flatMap { unit in
      unit.legs.map { leg -> (Int, Double) in
        let fallback = terms.fallbacks[unit.offers[0].fallback]
        return (leg, Double(terms.cents(leg, fallback)) / 100)
      }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Who takes which of the legs that no run serves, in the order of the day's legs.
  func rides(for unserved: Set<Int>) -> [OutsideRide] {
    let parts = terms.units.map { $0.filter(unserved.contains) }.filter { !$0.isEmpty }
    var units = units(of: parts)
    var left = budgets
    var rides: [(leg: Int, ride: OutsideRide)] = []
    for rank in terms.fallbacks.indices {
      for fallback in terms.fallbacks.indices {
        let asked = units.indices.filter {
          units[$0].offers.count > rank && units[$0].offers[rank].fallback == fallback
        }
        let items = asked.map {
          BudgetChoice.Item(price: units[$0].offers[rank].cents, weight: units[$0].weight)
        }
        for choice in BudgetChoice.best(items, budget: left[fallback]).map({ asked[$0] }) {
          left[fallback] -= units[choice].offers[rank].cents
          rides += units[choice].legs.map { ($0, ride($0, terms.fallbacks[fallback])) }
          units[choice].offers = []
        }
      }
    }
    return rides.sorted { $0.leg < $1.leg }.map(\.ride)
  }

  /// Cents.
  private var budgets: [Int] { terms.fallbacks.map { Int(($0.budget * 100).rounded()) } }

  /// Those that somebody takes.
  private func units(of parts: [[Int]]) -> [Unit] {
    parts.compactMap { legs in
      let offers = terms.fallbacks.indices.compactMap { fallback in
        terms.cents(legs, terms.fallbacks[fallback]).map { (fallback: fallback, cents: $0) }
      }
      guard !offers.isEmpty else { return nil }
      return Unit(
        legs: legs, weight: legs.reduce(0) { $0 + day.weight(of: day.legs[$1]) },
        offers: offers.sorted { ($0.cents, $0.fallback) < ($1.cents, $1.fallback) })
    }
  }

  private func ride(_ leg: Int, _ fallback: OutsideFallback) -> OutsideRide {
    OutsideRide(
      fallback: fallback.id, leg: day.legs[leg].leg.id, booking: day.legs[leg].booking.id,
      rider: day.legs[leg].rider.id, price: Double(terms.cents(leg, fallback)) / 100)
  }
}
