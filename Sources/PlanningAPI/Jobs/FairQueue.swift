/// Jobs that wait, taken in turn from those who wait for them: whoever sends a hundred delays nobody's first.
struct FairQueue<Item: Sendable>: Sendable {
  private var lanes: [String: [Item]] = [:]
  /// Tenants with jobs waiting; the first is next.
  private var turn: [String] = []

  var count: Int { lanes.values.reduce(0) { $0 + $1.count } }
  var all: [Item] { lanes.values.flatMap { $0 } }

  func count(of tenant: String) -> Int { lanes[tenant]?.count ?? 0 }

  mutating func append(_ item: Item, of tenant: String) {
    if lanes[tenant] == nil { turn.append(tenant) }
    lanes[tenant, default: []].append(item)
  }

  /// Takes the next item that fits, from the tenants in turn; of one tenant only the oldest is looked at.
  mutating func next(where fits: (Item) -> Bool) -> Item? {
    for (index, tenant) in turn.enumerated() {
      guard let item = lanes[tenant]?.first, fits(item) else { continue }
      lanes[tenant]?.removeFirst()
      turn.remove(at: index)
      if lanes[tenant]?.isEmpty ?? true { lanes[tenant] = nil } else { turn.append(tenant) }
      return item
    }
    return nil
  }

  /// Takes an item out, wherever it stands.
  mutating func remove(of tenant: String, where isMeant: (Item) -> Bool) -> Item? {
    guard let index = lanes[tenant]?.firstIndex(where: isMeant) else { return nil }
    let item = lanes[tenant]?.remove(at: index)
    if lanes[tenant]?.isEmpty ?? true {
      lanes[tenant] = nil
      turn.removeAll { $0 == tenant }
    }
    return item
  }

  /// How many items are taken before this one, if all fit and no more come.
  func position(of tenant: String, where isMeant: (Item) -> Bool) -> Int? {
    guard let rank = lanes[tenant]?.firstIndex(where: isMeant),
      let place = turn.firstIndex(of: tenant)
    else { return nil }
    return turn.enumerated().reduce(rank) { sum, other in
      guard other.element != tenant else { return sum }
      let rounds = rank + (other.offset < place ? 1 : 0)
      return sum + min(rounds, lanes[other.element]?.count ?? 0)
    }
  }
}
