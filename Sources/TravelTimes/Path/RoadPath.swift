/// The road driven between two places.
public struct RoadPath: Hashable, Sendable {
  /// Time and distance, ways between places and road included.
  public var cost: TravelCost
  /// Line of the road, from the point nearest to the origin to the one nearest to the destination.
  public var line: [Coordinate]
}

extension RoadGraph {
  /// The fastest way between two places, with its line.
  /// - Returns: `nil` where one of them lies too far from every road.
  public func path(
    from origin: Coordinate, to destination: Coordinate, access: AccessRule = AccessRule()
  ) -> RoadPath? {
    guard let start = snap(origin, reach: access.reach),
      let end = snap(destination, reach: access.reach)
    else { return nil }
    return PathFinder(self).path(from: start, to: end, access: access)
  }
}

/// Finds paths one after the other, keeping its working space.
public final class PathFinder {
  private let graph: RoadGraph
  private let there: UpwardSearch
  private let back: UpwardSearch

  public init(_ graph: RoadGraph) {
    self.graph = graph
    there = UpwardSearch(graph.sections, backward: false)
    back = UpwardSearch(graph.sections, backward: true)
  }

  /// The fastest way between two points on the road and the places beside them.
  public func path(from origin: Snap, to destination: Snap, access: AccessRule) -> RoadPath? {
    let sections = graph.sections
    let ends =
      access.cost(crowMetres: origin.metresOff)
      + access.cost(crowMetres: destination.metresOff)
      + TravelCost(seconds: access.terminalTime, metres: 0)
    let departures = origin.departures(sections)
    let arrivals = destination.arrivals(sections)
    there.run(departures)
    back.run(arrivals)
    var best = TravelCost.unreachable
    var meeting: UInt32?
    for node in there.settled where back.cost(node) != .max {
      let sum = TravelCost(packed: there.cost(node) &+ back.cost(node))
      if sum < best { (best, meeting) = (sum, node) }
    }
    let line = RoadLine(sections)
    let direct = origin.along(to: destination, sections)
    if direct <= best, direct != .unreachable {
      return RoadPath(cost: direct + ends, line: line.along(origin, destination))
    }
    guard let meeting else { return nil }
    let arcs = arcsDriven(meeting, departures, arrivals)
    return RoadPath(cost: best + ends, line: line.over(arcs, from: origin, to: destination))
  }

  /// Arcs of the network from the one that the path begins on to the one that it ends on.
  private func arcsDriven(
    _ meeting: UInt32, _ departures: [UpwardSearch.Seed], _ arrivals: [UpwardSearch.Seed]
  ) -> [UInt32] {
    let sections = graph.sections
    var unpacking = Unpacking(sections)
    var climbed: [(tail: UInt32, index: UInt32)] = []
    var node = meeting
    while there.parent(node) & UpwardSearch.seed == 0 {
      let index = there.parent(node)
      let tail = sections.upFirst.row(of: index)
      climbed.append((tail, index))
      node = tail
    }
    unpacking.arcs.append(departures[Int(there.parent(node) & ~UpwardSearch.seed)].arc)
    for step in climbed.reversed() {
      let arc = sections.up[Int(step.index)]
      unpacking.add(from: step.tail, to: arc.other, arc.origin)
    }
    node = meeting
    while back.parent(node) & UpwardSearch.seed == 0 {
      let index = back.parent(node)
      let head = sections.downFirst.row(of: index)
      unpacking.add(from: node, to: head, sections.down[Int(index)].origin)
      node = head
    }
    unpacking.arcs.append(arrivals[Int(back.parent(node) & ~UpwardSearch.seed)].arc)
    return unpacking.arcs
  }
}
