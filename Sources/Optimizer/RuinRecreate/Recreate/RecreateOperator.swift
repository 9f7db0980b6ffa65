/// The ways of putting requests back. A new one is a case here and an arm in `Recreate.rebuild`.
enum RecreateOperator: Int, CaseIterable {
  /// Greedy in an order drawn at random from several, passing over routes now and then (Christiaens and Vanden
  /// Berghe 2020).
  case greedyWithBlinks
  /// The group that would lose most by waiting goes first (Potvin and Rousseau 1993; Ropke and Pisinger 2006).
  case regret2, regret3
}

extension Recreate {
  /// Tries to serve every group of `bank`; those that are not served stay in it.
  func rebuild(
    _ recreate: RecreateOperator, _ bank: inout [Int], _ solution: inout SearchSolution,
    _ random: inout RandomSource
  ) {
    switch recreate {
    case .greedyWithBlinks: greedy(&bank, &solution, &random)
    case .regret2: regret(2, &bank, &solution, &random)
    case .regret3: regret(3, &bank, &solution, &random)
    }
  }

  private func greedy(
    _ bank: inout [Int], _ solution: inout SearchSolution, _ random: inout RandomSource
  ) {
    sort(&bank, &random)
    var left: [Int] = []
    for g in bank where !insert(group: g, into: &solution, blink: 0.02, &random) {
      left.append(g)
    }
    // A group that another one requires may have come later in the order.
    bank = left.filter { g in
      groups.required[g].isEmpty || !insert(group: g, into: &solution, blink: 0, &random)
    }
  }

  /// Orders the bank by one of several keys, drawn at random.
  private func sort(_ bank: inout [Int], _ random: inout RandomSource) {
    random.shuffle(&bank)
    func key(_ g: Int, _ kind: Int) -> Double {
      let r = groups.members[g][0]
      let stop = 2 * r + (p.hasPickup[r] ? 0 : 1)
      let last = 2 * r + (p.hasDelivery[r] ? 1 : 0)
      switch kind {
      case 1: return p.vehicles[0].legCost(p.location[stop], p.location[last]) * -1
      case 2: return p.latest[stop] - p.earliest[stop]
      case 3: return p.earliest[stop]
      case 4: return -p.latest[last]
      case 5: return -groups.penalty[g]
      default: return 0
      }
    }
    let kind = random.below(8)
    guard (1...5).contains(kind) else { return }
    let keyed = bank.enumerated().map { (key: key($1, kind), rank: $0, group: $1) }
    bank = keyed.sorted { ($0.key, $0.rank) < ($1.key, $1.rank) }.map(\.group)
  }
}
