/// Reads roads from two plain tables.
///
/// Nodes: `node`, `lat`, `lon`. Edges: `u`, `v`, a length (`length_m`, `length_km` or `length_km_est`), and a
/// time (`time_s` or `time_s_est`) or a speed (`speed_kmh`); further, where they are there, `oneway` (1: from
/// `u` to `v` only) and `class` (trips neither begin nor end on `motorway`, `A` and `ramp`). Other columns are
/// passed over.
public enum CsvRoads {
  /// - Parameter attribution: source and licence of the roads.
  /// - Throws: `RoadError.rows` with all faults of both tables.
  public static func network(
    nodes: [UInt8], edges: [UInt8], nodesName: String = "nodes.csv",
    edgesName: String = "edges.csv", attribution: String
  ) throws(RoadError) -> RoadNetwork {
    var reader = CsvRoadReader(
      nodes: CsvTable(nodes, named: nodesName), edges: CsvTable(edges, named: edgesName))
    reader.readNodes()
    reader.readEdges()
    guard reader.faults.isEmpty else { throw .rows(reader.faults) }
    reader.network.attribution = attribution
    return reader.network
  }
}

private struct CsvRoadReader {
  let nodes: CsvTable
  let edges: CsvTable
  var network = RoadNetwork()
  var faults: [RowFault] = []
  private var numbers: [String: UInt32] = [:]
  private var places: [FixedPoint] = []

  init(nodes: CsvTable, edges: CsvTable) {
    self.nodes = nodes
    self.edges = edges
  }

  mutating func readNodes() {
    let found = (
      nodes.column("node", or: &faults), nodes.column("lat", or: &faults),
      nodes.column("lon", or: &faults)
    )
    guard case (let name?, let lat?, let lon?) = found else { return }
    for row in 0..<nodes.count {
      let id = nodes.text(row, name)
      if numbers[id] != nil {
        faults.append(nodes.fault(row, name, .nameTwice))
      }
      let y = nodes.number(row, lat).flatMap { abs($0) <= 90 ? $0 : nil }
      let x = nodes.number(row, lon).flatMap { abs($0) <= 180 ? $0 : nil }
      if y == nil { faults.append(nodes.fault(row, lat, .notLatitude)) }
      if x == nil { faults.append(nodes.fault(row, lon, .notLongitude)) }
      guard let y, let x else { continue }
      guard let point = FixedPoint(Coordinate(latitude: y, longitude: x)) else {
        faults.append(nodes.fault(row, lon, .notLongitude))
        continue
      }
      numbers[id] = UInt32(places.count)
      places.append(point)
    }
    network.junctions = places.count
  }

  mutating func readEdges() {
    let found = (
      edges.column("u", or: &faults), edges.column("v", or: &faults),
      edges.column("length_m", "length_km", "length_km_est", or: &faults),
      edges.column("time_s", "time_s_est", "speed_kmh", or: &faults)
    )
    guard case (let u?, let v?, let length?, let time?) = found else { return }
    let metresPerUnit = edges.heading[length] == "length_m" ? 1.0 : 1000
    let isSpeed = edges.heading[time] == "speed_kmh"
    let (oneway, kind) = (edges.column("oneway"), edges.column("class"))
    for row in 0..<edges.count {
      let ends = [u, v].compactMap { node(row, $0) }
      // Both are read first, so that the faults of both are told.
      let (size, value) = (positive(row, length), positive(row, time))
      guard let units = size, let pace = value, ends.count == 2 else { continue }
      let metres = units * metresPerUnit
      let cost = TravelCost(seconds: isSpeed ? metres / pace * 3.6 : pace, metres: metres)
      let closed = oneway.map { ["1", "true", "yes"].contains(edges.text(row, $0)) } ?? false
      let start = network.points.count
      network.points += ends.map { places[Int($0)] }
      network.stretches.append(
        RoadNetwork.Stretch(
          from: ends[0], to: ends[1], points: start..<start + 2, forward: cost,
          backward: closed ? nil : cost,
          stopping: kind.map { !["motorway", "A", "ramp"].contains(edges.text(row, $0)) } ?? true))
    }
  }

  private mutating func node(_ row: Int, _ column: Int) -> UInt32? {
    let id = edges.text(row, column)
    if numbers[id] == nil { faults.append(edges.fault(row, column, .noSuchNode)) }
    return numbers[id]
  }

  private mutating func positive(_ row: Int, _ column: Int) -> Double? {
    if let value = edges.number(row, column), value > 0 { return value }
    faults.append(edges.fault(row, column, .notAboveZero))
    return nil
  }
}
