/// Gathers ways, then the places of their nodes.
final class OsmCollector {
  struct Way {
    var id: Int64
    /// Places in `refs`.
    var nodes: Range<Int>
    var road: CarProfile.Road
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let known = Flags(rawValue: 1)
    static let junction = Flags(rawValue: 2)
    static let used = Flags(rawValue: 4)
    static let barrier = Flags(rawValue: 8)
    static let lights = Flags(rawValue: 16)
  }

  private(set) var ways: [Way] = []
  /// Nodes of all ways, one after the other, by their number.
  private(set) var refs: [UInt32] = []
  private(set) var restrictions: [TurnRestriction] = []
  private(set) var report = OsmRoads.Report()
  private(set) var points: [FixedPoint] = []
  private(set) var flags: [Flags] = []
  private var ids = IdTable(expecting: 1 << 16)

  func number(of id: Int64) -> UInt32? { ids.number(of: id) }

  func way(_ id: Int64, nodes: UnsafeBufferPointer<Int64>, tags: OsmTags) {
    report.ways += 1
    guard nodes.count > 1, let road = CarProfile.road(tags.dictionary) else { return }
    report.roads += 1
    let first = refs.count
    for node in nodes { refs.append(ids.insert(node)) }
    ways.append(Way(id: id, nodes: first..<refs.count, road: road))
  }

  func restriction(_ members: [OsmMember], tags: OsmTags) {
    switch TurnRestriction.read(members, tags.dictionary) {
    case .turn(let restriction):
      report.restrictions += 1
      restrictions.append(restriction)
    case .notUnderstood:
      report.restrictions += 1
      report.restrictionsPassedOver += 1
    case .notForCars: break
    }
  }

  /// Between the passes: nodes at which ways meet or end are junctions.
  func prepareNodes() {
    points = Array(repeating: FixedPoint(latitude: 0, longitude: 0), count: ids.count)
    flags = Array(repeating: [], count: ids.count)
    for way in ways {
      for place in way.nodes {
        let node = Int(refs[place])
        let end = place == way.nodes.lowerBound || place == way.nodes.upperBound - 1
        flags[node].insert(end || flags[node].contains(.used) ? [.used, .junction] : .used)
      }
    }
  }

  func node(_ id: Int64, at point: FixedPoint, tags: OsmTags) {
    guard let number = ids.number(of: id) else { return }
    let node = Int(number)
    points[node] = point
    flags[node].insert(.known)
    guard !tags.isEmpty else { return }
    let tags = tags.dictionary
    if !CarProfile.mayPass(tags) { flags[node].insert(.barrier) }
    if tags["highway"] == "traffic_signals" { flags[node].insert(.lights) }
  }
}
