internal import TravelTimes

extension Timetable {
  /// Walks between stops: those that `transfers.txt` states, those within a station, and those between stops near
  /// each other, of one feed or several, closed under "and then on" up to the longest walk.
  ///
  /// The closure is what RAPTOR asks for, so that one walk between two rides is as good as several. It is found by a
  /// bounded Dijkstra from each stop, so circles among the transfers do no harm.
  mutating func addFootpaths(_ ways: Ways) {
    let rule = ways.rule
    change = [Int32](repeating: Int32(rule.change), count: stopCount)
    var edges: [[Int32: Walk]] = Array(repeating: [:], count: stopCount)
    var forbidden: Set<Int64> = []
    func key(_ a: Int, _ b: Int) -> Int64 { Int64(a) << 32 | Int64(b) }
    for (a, b) in nearPairs(rule.longestChange) {
      edges[a][Int32(b)] = Walk(seconds: 0, metres: 0, effort: 0)
    }
    for a in 0..<stopCount where !edges[a].isEmpty {
      let others = edges[a].keys.sorted()
      let walks = ways.walks(
        from: stop(a).place, to: others.map { stop(Int($0)).place }, most: rule.longestChange)
      for (other, walk) in zip(others, walks) {
        edges[a][other] = walk
        edges[a][other]?.seconds += Int32(rule.change)
      }
    }
    for (f, feed) in feeds.enumerated() {
      for transfer in feed.transfers {
        let (a, b) = (Int(transfer.from) + stopOffset[f], Int(transfer.to) + stopOffset[f])
        for (from, to) in pairs(a, b) {
          if transfer.kind == .impossible {
            forbidden.insert(key(from, to))
            edges[from][Int32(to)] = nil
            if from == to { change[from] = Self.never }
          } else if from == to {
            if transfer.kind == .minimum { change[from] = transfer.seconds }
            if transfer.kind == .timed { change[from] = 0 }
          } else {
            var walk = rule.walk(crowMetres: stop(from).place.crowMetres(to: stop(to).place))
            switch transfer.kind {
            case .minimum: walk.seconds = max(walk.seconds, transfer.seconds)
            case .timed: break
            default: walk.seconds += Int32(rule.change)
            }
            edges[from][Int32(to)] = walk
          }
        }
      }
    }
    let closed = (0..<stopCount).map { origin in
      closure(from: origin, edges, rule).filter {
        !forbidden.contains(key(origin, Int($0.0)))
      }
    }
    setFootpaths(closed)
  }

  /// Both ends of a transfer; a station stands for all its stops.
  private func pairs(_ a: Int, _ b: Int) -> [(Int, Int)] {
    let (from, to) = (members(a), members(b))
    return from.flatMap { x in to.map { (x, $0) } }
  }

  private func members(_ stop: Int) -> [Int] {
    let feed = feed(ofStop: stop)
    let local = stop - stopOffset[feed]
    guard feeds[feed].stops[local].kind == .station else { return [stop] }
    return feeds[feed].stops.indices
      .filter {
        feeds[feed].stops[$0].parent == Int32(local) && feeds[feed].stops[$0].kind == .stop
      }
      .map { $0 + stopOffset[feed] }
  }

  /// Ordered pairs of served stops within a distance as the crow flies, or within one station.
  private func nearPairs(_ metres: Double) -> [(Int, Int)] {
    let served = servedStops
    let places = served.map { stop($0).place }
    let index = NearStops(places, metres: metres)
    var pairs: [(Int, Int)] = []
    for (i, a) in served.enumerated() {
      for j in index.near(places[i]) where j != i {
        if places[i].crowMetres(to: places[j]) <= metres { pairs.append((a, served[j])) }
      }
    }
    return pairs
  }

  private func closure(
    from origin: Int, _ edges: [[Int32: Walk]], _ rule: WalkRule
  ) -> [(Int32, Walk)] {
    guard !edges[origin].isEmpty else { return [] }
    var best: [Int32: Walk] = [:]
    var open: [Int32: Walk] = edges[origin]
    while let (stop, walk) = open.min(by: {
      ($0.value.seconds, $0.key) < ($1.value.seconds, $1.key)
    }) {
      open[stop] = nil
      best[stop] = walk
      for (next, step) in edges[Int(stop)] where best[next] == nil && Int(next) != origin {
        let metres = walk.metres + step.metres
        guard Double(metres) <= rule.longestChange else { continue }
        let sum = Walk(
          seconds: walk.seconds + step.seconds, metres: metres,
          effort: rule.walk(metres: Double(metres)).effort)
        if open[next].map({ sum.seconds < $0.seconds }) ?? true { open[next] = sum }
      }
    }
    return best.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// Points on a grid, to find those near another.
struct NearStops {
  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }
  private var cells: [Cell: [Int]] = [:]
  /// Degrees.
  private let height: Double
  private let width: Double

  /// - Parameter metres: how far is near.
  init(_ places: [Coordinate], metres: Double) {
    height = max(metres, 50) / 111_000
    // A degree of longitude is shortest farthest from the equator.
    let farthest = min(80, places.map { abs($0.latitude) }.max() ?? 0)
    width = height / Self.cosine(farthest)
    for (index, place) in places.enumerated() { cells[cell(place), default: []].append(index) }
  }

  /// All that may lie within the distance, some farther away among them.
  func near(_ place: Coordinate) -> [Int] {
    let middle = cell(place)
    var found: [Int] = []
    for row in (middle.row - 1)...(middle.row + 1) {
      for column in (middle.column - 1)...(middle.column + 1) {
        found += cells[Cell(row: row, column: column)] ?? []
      }
    }
    return found.sorted()
  }

  private func cell(_ place: Coordinate) -> Cell {
    Cell(
      row: Int((place.latitude / height).rounded(.down)),
      column: Int((place.longitude / width).rounded(.down)))
  }

  /// Of degrees, by the distance that a hundredth of a degree of longitude spans.
  private static func cosine(_ degrees: Double) -> Double {
    let a = Coordinate(latitude: degrees, longitude: 0)
    let b = Coordinate(latitude: degrees, longitude: 0.01)
    let equator = Coordinate(latitude: 0, longitude: 0)
    return a.crowMetres(to: b) / equator.crowMetres(to: Coordinate(latitude: 0, longitude: 0.01))
  }
}
