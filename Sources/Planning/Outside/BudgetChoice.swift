/// The choice of greatest weight that a budget pays for: a knapsack, solved exactly.
///
/// By lists of undominated choices (Nemhauser and Ullmann, Management Science 15, 1969): there are never more of them than
/// distinct prices up to the budget, nor than distinct weights, of which the few priority classes of a territory make few.
enum BudgetChoice {
  struct Item {
    /// Cents.
    var price: Int
    var weight: Double
  }

  private struct State {
    var price: Int
    var weight: Double
    /// Index of the item taken last among `taken`; -1: none.
    var last: Int
  }

  /// Weights closer than this are taken for equal: sums of the same classes in another order.
  private static let tolerance = 1e-9

  /// Indices of the items to take, ascending; of choices of equal weight a cheapest one.
  static func best(_ items: [Item], budget: Int) -> [Int] {
    var taken: [(item: Int, before: Int)] = []
    var front = [State(price: 0, weight: 0, last: -1)]
    for (index, item) in items.enumerated() where item.price <= budget {
      var added: [State] = []
      for state in front where state.price + item.price <= budget {
        taken.append((index, state.last))
        added.append(
          State(
            price: state.price + item.price, weight: state.weight + item.weight,
            last: taken.count - 1))
      }
      front = undominated(front, added)
    }
    var chosen: [Int] = []
    var last = front.last?.last ?? -1
    while last >= 0 {
      chosen.append(taken[last].item)
      last = taken[last].before
    }
    return chosen.sorted()
  }

  /// Both lists, ascending by price, merged; who costs as much as another and weighs no more is left out.
  private static func undominated(_ a: [State], _ b: [State]) -> [State] {
    var merged: [State] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let takesFirst =
        j == b.count
        || i < a.count && (a[i].price, -a[i].weight) <= (b[j].price, -b[j].weight)
      let next = takesFirst ? a[i] : b[j]
      if takesFirst { i += 1 } else { j += 1 }
      if let last = merged.last, next.weight <= last.weight + tolerance { continue }
      merged.append(next)
    }
    return merged
  }
}
