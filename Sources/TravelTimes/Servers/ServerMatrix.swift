/// Gathers the times between places from a server, block by block, and from what is known already.
struct ServerMatrix {
  private let server: any RoutingServer
  private let cache: RoadCache?
  private let reach: Double
  /// The points of the places, each once.
  private let points: [ServerPoint]
  private let today: UInt32
  /// `costs[from * points.count + to]`; `nil` where not known yet.
  private var costs: [TravelCost?]
  /// Whether a known cost is older than it should be.
  private var isOld: [Bool]
  private var metresOff: [Double?]
  private var isLost: [Bool]
  /// Most rows and columns of a block.
  private var side: Int
  private var notes: [RoadNote] = []
  private var fresh = CachedPairs()
  private var asked = 0

  init(_ server: any RoutingServer, _ cache: RoadCache?, reach: Double, points: [ServerPoint]) {
    (self.server, self.cache, self.reach, self.points) = (server, cache, reach, points)
    today = cache?.today ?? 0
    costs = Array(repeating: nil, count: points.count * points.count)
    isOld = Array(repeating: false, count: costs.count)
    metresOff = Array(repeating: nil, count: points.count)
    isLost = Array(repeating: false, count: points.count)
    side = server.side
  }

  /// - Throws: `RoadError.server` where the server is of no use and not every pair is known otherwise.
  mutating func gather() throws(RoadError) -> GatheredPairs {
    recall()
    let known = costs.count { $0 != nil }
    var failure: ServerError?
    do throws(ServerError) {
      try askForMissing()
    } catch { failure = error }
    if let note = keep() { notes.append(note) }
    if let failure {
      let isComplete = points.indices.allSatisfy { from in
        isLost[from] || points.indices.allSatisfy { isLost[$0] || costs[index(from, $0)] != nil }
      }
      guard isComplete else { throw .server(failure) }
      notes.append(.serverSilent(failure))
    }
    return GatheredPairs(
      costs: costs.map { $0 ?? .unreachable }, metresOff: metresOff.map { $0 ?? .infinity },
      asked: asked, known: known, notes: notes)
  }

  private func index(_ from: Int, _ to: Int) -> Int { from * points.count + to }

  private mutating func recall() {
    guard let cache else { return }
    let (stored, note) = cache.read(server.address.name)
    if let note { notes.append(note) }
    let wanted = Dictionary(zip(points, points.indices), uniquingKeysWith: { first, _ in first })
    let numbers = stored.points.map { wanted[$0.at] }
    for (number, point) in zip(numbers, stored.points) {
      guard let number else { continue }
      metresOff[number] = Double(point.decimetresOff) / 10
    }
    for pair in stored.pairs {
      guard let from = numbers[Int(pair.from)], let to = numbers[Int(pair.to)] else { continue }
      costs[index(from, to)] = pair.cost
      // A clock that was set back makes a pair old as well.
      isOld[index(from, to)] = pair.day > today || today - pair.day > RoadCache.longestDays
    }
  }

  /// Asks for what is missing or old; rows that miss the same columns together, so that nothing known is asked.
  private mutating func askForMissing() throws(ServerError) {
    var groups: [(columns: [Int], rows: [Int])] = []
    var numbers: [[Int]: Int] = [:]
    for row in points.indices {
      let columns = points.indices.filter { costs[index(row, $0)] == nil || isOld[index(row, $0)] }
      guard !columns.isEmpty else { continue }
      if let number = numbers[columns] {
        groups[number].rows.append(row)
      } else {
        numbers[columns] = groups.count
        groups.append((columns, [row]))
      }
    }
    for group in groups { try ask(group.rows, group.columns) }
  }

  private mutating func ask(_ rows: [Int], _ columns: [Int]) throws(ServerError) {
    var waiting = [(rows: rows, columns: columns)]
    while let next = waiting.popLast() {
      let rows = next.rows.filter { !isLost[$0] }
      let columns = next.columns.filter { !isLost[$0] }
      guard !rows.isEmpty, !columns.isEmpty else { continue }
      guard max(rows.count, columns.count) <= side else {
        waiting += Self.halves(rows, columns, side)
        continue
      }
      do throws(TableFailure) {
        var table = try server.table(
          from: rows.map { points[$0] }, to: columns.map { points[$0] })
        try settle(&table, rows, columns)
        take(table, rows, columns)
      } catch {
        switch error {
        case .failed(let failure): throw failure
        case .tooLarge(let refusal):
          guard side > 1 else { throw refusal }
          side = max(1, max(rows.count, columns.count) / 2)
          waiting.append((rows, columns))
        case .offRoad(let places):
          for place in places {
            isLost[place < rows.count ? rows[place] : columns[place - rows.count]] = true
          }
          waiting.append((rows, columns))
        case .unconnected where rows.count == 1 && columns.count == 1:
          costs[index(rows[0], columns[0])] = .unreachable
        case .unconnected:
          waiting += Self.halves(rows, columns, max(rows.count, columns.count) / 2)
        }
      }
    }
  }

  /// Asks singly for entries that cannot be right; what stays so counts as no way, so that it is told by name.
  private func settle(
    _ table: inout ServerTable, _ rows: [Int], _ columns: [Int]
  ) throws(TableFailure) {
    for doubt in table.doubtful {
      let (from, to) = (rows[doubt.entry / columns.count], columns[doubt.entry % columns.count])
      let way: ServerWay?
      do throws(ServerError) {
        way = try server.way(from: points[from], to: points[to])
      } catch { throw .failed(error) }
      guard let way, Senseless(seconds: way.seconds, metres: way.metres) == nil,
        Senseless(seconds: way.seconds, metres: way.metres, crow: doubt.crow) == nil
      else {
        table.costs[doubt.entry] = .unreachable
        continue
      }
      table.costs[doubt.entry] = TravelCost(seconds: way.seconds, metres: way.metres)
    }
  }

  /// The block cut along its longer side, the first part last, since that is done first.
  private static func halves(
    _ rows: [Int], _ columns: [Int], _ most: Int
  ) -> [(rows: [Int], columns: [Int])] {
    if rows.count >= columns.count {
      return [(Array(rows.dropFirst(most)), columns), (Array(rows.prefix(most)), columns)]
    }
    return [(rows, Array(columns.dropFirst(most))), (rows, Array(columns.prefix(most)))]
  }

  private mutating func take(_ table: ServerTable, _ rows: [Int], _ columns: [Int]) {
    for (place, number) in (rows + columns).enumerated() {
      metresOff[number] = table.metresOff[place]
    }
    for (row, from) in rows.enumerated() {
      for (column, to) in columns.enumerated() {
        let cost = table.costs[row * columns.count + column]
        costs[index(from, to)] = cost
        isOld[index(from, to)] = false
        asked += 1
        // What is to be mended on the map is asked for again.
        guard cost != .unreachable, isNear(from), isNear(to) else { continue }
        fresh.pairs.append(
          CachedPairs.Pair(from: UInt32(from), to: UInt32(to), cost: cost, day: today))
      }
    }
  }

  private func isNear(_ number: Int) -> Bool { (metresOff[number] ?? .infinity) <= reach }

  /// Keeps what the server has told so far, also where it fails later on.
  private mutating func keep() -> RoadNote? {
    guard let cache else { return nil }
    fresh.points = points.indices.map { number in
      let off = min(1e9, metresOff[number] ?? 0)
      return CachedPairs.Point(at: points[number], decimetresOff: UInt32((off * 10).rounded()))
    }
    return cache.add(fresh, to: server.address.name)
  }
}

/// Costs between points on the road, row-major, and how far the places lie from them.
struct GatheredPairs {
  var costs: [TravelCost]
  var metresOff: [Double]
  /// Pairs that the server was asked for.
  var asked: Int
  /// Pairs that were known before.
  var known: Int
  var notes: [RoadNote]
}
