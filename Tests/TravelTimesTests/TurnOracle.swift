import TravelTimes

/// Dijkstra's method over directed stretches, straight from the network, turn by turn: slow and plain.
struct TurnOracle {
  private struct Move {
    var stretch: Int
    var head: UInt32
    var cost: TravelCost
  }

  private let network: RoadNetwork
  private var moves: [Move] = []
  private var leaving: [UInt32: [Int]] = [:]

  init(_ network: RoadNetwork) {
    self.network = network
    for (index, stretch) in network.stretches.enumerated() {
      if let cost = stretch.forward {
        leaving[stretch.from, default: []].append(moves.count)
        moves.append(Move(stretch: index, head: stretch.to, cost: cost))
      }
      if let cost = stretch.backward {
        leaving[stretch.to, default: []].append(moves.count)
        moves.append(Move(stretch: index, head: stretch.from, cost: cost))
      }
    }
  }

  private func allows(_ from: Int, _ via: UInt32, _ to: Int) -> Bool {
    let rules = network.turns.filter { $0.from == UInt32(from) && $0.via == via }
    let only = rules.filter(\.only).map(\.to)
    return !rules.contains { !$0.only && $0.to == UInt32(to) }
      && (only.isEmpty || only.contains(UInt32(to)))
  }

  private func half(_ cost: TravelCost) -> TravelCost {
    TravelCost(milliseconds: cost.milliseconds / 2, decimetres: cost.decimetres / 2)
  }

  /// Least costs from the middle of a stretch to the middles of all; `nil` where there is no way.
  func costs(from origin: Int) -> [TravelCost?] {
    var costs = [TravelCost?](repeating: nil, count: moves.count)
    var result = [TravelCost?](repeating: nil, count: network.stretches.count)
    // Cost at a move's head; the open ones are looked through for the least, again and again.
    var open: [Int: TravelCost] = [:]
    for (index, move) in moves.enumerated() where move.stretch == origin {
      open[index] = half(move.cost)
    }
    while let (index, cost) = open.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      open[index] = nil
      costs[index] = cost
      for next in leaving[moves[index].head] ?? []
      where allows(moves[index].stretch, moves[index].head, moves[next].stretch) {
        let middle = cost + half(moves[next].cost)
        let known = result[moves[next].stretch]
        result[moves[next].stretch] = known.map { min($0, middle) } ?? middle
        let end = cost + moves[next].cost
        if costs[next] == nil, open[next].map({ end < $0 }) ?? true { open[next] = end }
      }
    }
    result[origin] = .zero
    return result
  }
}
