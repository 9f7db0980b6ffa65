extension RoadGraph {
  /// Times and distances between all places.
  public func matrix(of places: [RoadPlace], access: AccessRule = AccessRule()) -> RoadMatrix {
    let snaps = places.map { snap($0.at, reach: access.reach) }
    let names = places.map(\.name)
    var costs = costs(from: snaps, to: snaps, access: access)
    for (i, snap) in snaps.enumerated() where snap != nil { costs[i * snaps.count + i] = .zero }
    return RoadMatrix(origins: names, destinations: names, costs: costs)
  }

  /// Times and distances from origins to destinations.
  public func matrix(
    from origins: [RoadPlace], to destinations: [RoadPlace], access: AccessRule = AccessRule()
  ) -> RoadMatrix {
    RoadMatrix(
      origins: origins.map(\.name), destinations: destinations.map(\.name),
      costs: costs(
        from: origins.map { snap($0.at, reach: access.reach) },
        to: destinations.map { snap($0.at, reach: access.reach) }, access: access))
  }

  /// Row-major costs between points on the road and the places beside them.
  func costs(from origins: [Snap?], to destinations: [Snap?], access: AccessRule) -> [TravelCost] {
    let width = destinations.count
    let buckets = Buckets(sections, to: destinations.map { $0?.arrivals(sections) ?? [] })
    let search = UpwardSearch(sections, backward: false)
    let ends = TripEnds(destinations, access)
    var result = [TravelCost](repeating: .unreachable, count: origins.count * width)
    let row = Slab<UInt64>(width, filledWith: 0)
    for (index, origin) in origins.enumerated() {
      guard let origin else { continue }
      row.base.update(repeating: .max, count: width)
      search.run(origin.departures(sections))
      buckets.lower(row.base, after: search)
      ends.finish(row.base, from: origin, sections)
      for destination in 0..<width {
        result[index * width + destination] = TravelCost(packed: row[destination])
      }
    }
    return result
  }
}

/// Adds to trips between points on the road the ways between these and the places.
private struct TripEnds {
  private let destinations: [Snap?]
  private let costs: [TravelCost]
  private let byStretch: [UInt32: [Int]]
  private let access: AccessRule

  init(_ destinations: [Snap?], _ access: AccessRule) {
    self.destinations = destinations
    self.access = access
    costs = destinations.map { access.cost(crowMetres: $0?.metresOff ?? 0) }
    byStretch = Dictionary(
      grouping: destinations.indices.filter { destinations[$0] != nil },
      by: { destinations[$0]?.stretch ?? 0 })
  }

  func finish(_ row: UnsafeMutablePointer<UInt64>, from origin: Snap, _ sections: GraphSections) {
    for index in byStretch[origin.stretch] ?? [] {
      guard let destination = destinations[index] else { continue }
      row[index] = min(row[index], origin.along(to: destination, sections).packed)
    }
    let terminal = TravelCost(seconds: access.terminalTime, metres: 0)
    let away = access.cost(crowMetres: origin.metresOff) + terminal
    for (index, destination) in destinations.enumerated() {
      guard let destination else { continue }
      if destination.place == origin.place {
        row[index] = terminal.packed
        continue
      }
      if row[index] != .max {
        row[index] = (TravelCost(packed: row[index]) + away + costs[index]).packed
      }
      guard access.detour > 0, mayMeetOffRoad(origin, destination) else { continue }
      let crow = origin.place.crowMetres(to: destination.place)
      guard crow <= origin.metresOff + destination.metresOff else { continue }
      row[index] = min(row[index], (access.cost(crowMetres: crow) + terminal).packed)
    }
  }

  /// Whether two places may lie nearer to each other than both to the road; a quick test first.
  private func mayMeetOffRoad(_ a: Snap, _ b: Snap) -> Bool {
    let most = (a.metresOff + b.metresOff) * 1.01
    return abs(a.place.latitude - b.place.latitude) * 1e7 * Plane.unit <= most
  }
}
