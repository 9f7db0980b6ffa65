/// Cuts ways into stretches between junctions and places the turn restrictions.
struct OsmAssembly {
  private(set) var network = RoadNetwork()
  private(set) var report: OsmRoads.Report
  private let collector: OsmCollector
  /// `junction[node]`: number of the junction at a node; the largest number where there is none yet.
  private var junction: [UInt32]
  /// Stretches of the ways that restrictions name.
  private var stretches: [Int64: [UInt32]] = [:]

  init(_ collector: OsmCollector) {
    self.collector = collector
    report = collector.report
    junction = Array(repeating: .max, count: collector.flags.count)
    network.attribution = "© OpenStreetMap contributors, ODbL 1.0"
    for restriction in collector.restrictions {
      stretches[restriction.from] = []
      stretches[restriction.to] = []
    }
  }

  mutating func run() {
    for flags in collector.flags {
      if !flags.contains(.known) { report.missingNodes += 1 }
      if flags.contains(.barrier) { report.barriers += 1 }
    }
    for way in collector.ways { cut(way) }
    for restriction in collector.restrictions { place(restriction) }
  }

  private mutating func cut(_ way: OsmCollector.Way) {
    var first: Int?
    for place in way.nodes {
      let flags = collector.flags[Int(collector.refs[place])]
      guard flags.contains(.known) else {
        if let first { add(way, first..<place) }
        first = nil
        continue
      }
      if let begin = first, flags.contains(.junction) || flags.contains(.barrier) {
        add(way, begin..<place + 1)
        first = place
      }
      if first == nil { first = place }
    }
    if let first { add(way, first..<way.nodes.upperBound) }
  }

  /// - Parameter places: places in the collector's `refs`, both ends included.
  private mutating func add(_ way: OsmCollector.Way, _ places: Range<Int>) {
    guard places.count > 1 else { return }
    let start = network.points.count
    var metres = 0.0
    var lights = (first: false, between: 0, last: false)
    for place in places {
      let node = Int(collector.refs[place])
      let point = collector.points[node]
      if let last = network.points.last, place > places.lowerBound {
        metres += last.coordinate.crowMetres(to: point.coordinate)
      }
      network.points.append(point)
      guard collector.flags[node].contains(.lights) else { continue }
      if place == places.lowerBound {
        lights.first = true
      } else if place == places.upperBound - 1 {
        lights.last = true
      } else {
        lights.between += 1
      }
    }
    // Lights at a junction are paid for on the way to it.
    func cost(_ speed: Double?, _ last: Bool) -> TravelCost? {
      speed.map {
        TravelCost(
          seconds: metres / ($0 / 3.6)
            + OsmRoads.lightsSeconds * Double(lights.between + (last ? 1 : 0)),
          metres: metres)
      }
    }
    stretches[way.id]?.append(UInt32(network.stretches.count))
    network.stretches.append(
      RoadNetwork.Stretch(
        from: end(places.lowerBound), to: end(places.upperBound - 1),
        points: start..<network.points.count, forward: cost(way.road.forward, lights.last),
        backward: cost(way.road.backward, lights.first), stopping: way.road.stopping))
  }

  /// The junction at an end of a stretch; at a barrier, each stretch has its own.
  private mutating func end(_ place: Int) -> UInt32 {
    let node = Int(collector.refs[place])
    if junction[node] != .max, !collector.flags[node].contains(.barrier) { return junction[node] }
    junction[node] = UInt32(network.junctions)
    network.junctions += 1
    return junction[node]
  }

  private mutating func place(_ restriction: TurnRestriction) {
    guard let node = collector.number(of: restriction.via), junction[Int(node)] != .max else {
      report.restrictionsPassedOver += 1
      return
    }
    let via = junction[Int(node)]
    let arriving = (stretches[restriction.from] ?? []).filter {
      let stretch = network.stretches[Int($0)]
      return stretch.to == via && stretch.forward != nil
        || stretch.from == via && stretch.backward != nil
    }
    let leaving = (stretches[restriction.to] ?? []).filter {
      let stretch = network.stretches[Int($0)]
      return stretch.from == via && stretch.forward != nil
        || stretch.to == via && stretch.backward != nil
    }
    // Where a way runs on through the node, which side is meant is not said.
    guard arriving.count == 1, leaving.count == 1 else {
      report.restrictionsPassedOver += 1
      return
    }
    network.turns.append(
      RoadNetwork.Turn(from: arriving[0], via: via, to: leaving[0], only: restriction.only))
  }
}
