import DialARide

/// Cuts a day into neighbourhoods by recursive bisection.
///
/// A problem knows travel times, no coordinates. Two places far apart serve as poles of each cut: what is
/// nearer to the one goes there, what is nearer to the other goes here (Faloutsos and Lin 1995). Poles are drawn at
/// random, so that two groupings have their borders in different places.
struct Grouping {
  /// What is grouped: a route with the places it visits, or requests that belong together.
  struct Item {
    var index: Int
    var places: [Int]
    /// Number of requests.
    var weight: Double
    /// Middle of its time, seconds.
    var time: Double
  }

  /// A neighbourhood.
  struct Cell {
    var items: [Item]
    /// Vehicles to be shared out in proportion.
    var spares: [Item]
  }

  let problem: Problem
  /// How often a cut goes through time rather than place.
  let timeCuts: Double

  /// Cuts into `count` cells of about the same weight.
  func cells(_ cell: Cell, count: Int, _ random: inout RandomSource) -> [Cell] {
    guard count > 1, cell.items.count > 1 else { return [cell] }
    let near = count / 2
    let share = Double(near) / Double(count)
    let key = key(for: cell, &random)
    let (items, otherItems) = cut(cell.items, share, key)
    let (spares, otherSpares) = cut(cell.spares, share, key)
    return cells(Cell(items: items, spares: spares), count: near, &random)
      + cells(Cell(items: otherItems, spares: otherSpares), count: count - near, &random)
  }

  private func key(for cell: Cell, _ random: inout RandomSource) -> (Item) -> Double {
    if random.chance(timeCuts) { return { $0.time } }
    let seed = cell.items[random.below(cell.items.count)]
    guard let matrix = problem.draft.matrices.first, let first = seed.places.first else {
      return { $0.time }
    }
    func travel(_ a: Int, _ b: Int) -> Double { matrix.times[a * matrix.size + b] }
    func farthest(from place: Int) -> Int {
      var farthest = place
      for item in cell.items {
        for other in item.places where travel(place, other) > travel(place, farthest) {
          farthest = other
        }
      }
      return farthest
    }
    let pole = farthest(from: first)
    let other = farthest(from: pole)
    return { item in
      guard !item.places.isEmpty else { return 0 }
      let sum = item.places.reduce(0) { $0 + travel(pole, $1) - travel(other, $1) }
      return sum / Double(item.places.count)
    }
  }

  /// The first of the items in the order of the key until they weigh their share, and the rest.
  private func cut(_ items: [Item], _ share: Double, _ key: (Item) -> Double) -> ([Item], [Item]) {
    let keyed = items.map { (key: key($0), item: $0) }
      .sorted { ($0.key, $0.item.index) < ($1.key, $1.item.index) }
    let wanted = share * items.reduce(0) { $0 + $1.weight }
    var weight = 0.0
    var first = 0
    while first < keyed.count, weight + keyed[first].item.weight / 2 < wanted {
      weight += keyed[first].item.weight
      first += 1
    }
    return (keyed[..<first].map(\.item), keyed[first...].map(\.item))
  }
}
