/// Jobs that wait in lanes, one for each who sends them, taken from the lanes in turn: whoever sends a hundred delays
/// nobody's first.
struct FairQueue<Item: Sendable>: Sendable {
  private var lanes: [String: [Item]] = [:]
  /// Lanes with jobs waiting; the first is next.
  private var turn: [String] = []

  var count: Int { lanes.values.reduce(0) { $0 + $1.count } }

  func count(where isMeant: (Item) -> Bool) -> Int {
    lanes.values.reduce(0) { $0 + $1.count(where: isMeant) }
  }

  mutating func append(_ item: Item, in lane: String) {
    if lanes[lane] == nil { turn.append(lane) }
    lanes[lane, default: []].append(item)
  }

  /// Takes the next item that fits, from the lanes in turn; of one lane only the oldest is looked at.
  mutating func next(where fits: (Item) -> Bool) -> Item? {
    for (index, lane) in turn.enumerated() {
      guard let item = lanes[lane]?.first, fits(item) else { continue }
      lanes[lane]?.removeFirst()
      turn.remove(at: index)
      if lanes[lane]?.isEmpty ?? true { lanes[lane] = nil } else { turn.append(lane) }
      return item
    }
    return nil
  }

  /// Takes an item out, wherever it stands.
  mutating func remove(in lane: String, where isMeant: (Item) -> Bool) -> Item? {
    guard let index = lanes[lane]?.firstIndex(where: isMeant) else { return nil }
    let item = lanes[lane]?.remove(at: index)
    if lanes[lane]?.isEmpty ?? true {
      lanes[lane] = nil
      turn.removeAll { $0 == lane }
    }
    return item
  }

  /// How many items are taken before this one, if all fit and no more come.
  func position(in lane: String, where isMeant: (Item) -> Bool) -> Int? {
    guard let rank = lanes[lane]?.firstIndex(where: isMeant),
      let place = turn.firstIndex(of: lane)
    else { return nil }
    return turn.enumerated().reduce(rank) { sum, other in
      guard other.element != lane else { return sum }
      let rounds = rank + (other.offset < place ? 1 : 0)
      return sum + min(rounds, lanes[other.element]?.count ?? 0)
    }
  }
}
