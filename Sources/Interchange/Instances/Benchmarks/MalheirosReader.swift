import DialARide
import Planning

/// Reads the heterogeneous multi-depot dial-a-ride instances of Malheiros et al. (2021).
///
/// The header is `m n`; then one line a vehicle, `T c0 c1 c2 c3`; then one line a node, `id x y
/// service ride q0 q1 q2 q3 earliest latest`: a depot, n pickups, n deliveries, the depot again.
/// The four kinds of places are those of `SeatSubstitution`. The ride limit stands at the pickup.
struct MalheirosReader {
  let text: InstanceText
  let name: String
  let options: ReadingOptions

  /// The depots of Braekers et al. (2014); vehicle k, counted from 0, is stationed at depot k mod
  /// 4.
  private static let depots: [(x: Double, y: Double)] = [(-5, -5), (5, 5), (-5, 5), (5, -5)]

  private struct Fleet {
    var longestRoutes: [Double] = []
    var capacities: [[Int]] = []
  }

  func read() throws(Faults) -> Instance {
    var log = FaultLog(file: text.file)
    guard let size = readHeader(&log) else { throw Faults(log.faults) }
    let fleetRows = text.rows.dropFirst().prefix(size.vehicles)
    let fleet = readFleet(fleetRows, &log)
    let nodeRows = text.rows.dropFirst(1 + size.vehicles)
    let expected = 2 * size.requests + 2
    if fleetRows.count < size.vehicles || nodeRows.count != expected {
      log.add(
        .rowCount("1 + \(size.vehicles) + \(expected)"), line: text.rows.first?.line, field: "n",
        value: "\(text.rows.count)")
      throw Faults(log.faults)
    }
    let table = NodeTable(nodeRows, as: .malheiros, &log)
    if table.isNumbered { OffsetPairs.check(table, requests: size.requests, &log) }
    try log.check()
    return instance(fleet, table.nodes.compactMap(\.self), requests: size.requests)
  }

  private func readHeader(_ log: inout FaultLog) -> (vehicles: Int, requests: Int)? {
    guard let row = text.rows.first else {
      log.add(.empty)
      return nil
    }
    let fields = row.fields
    guard row.hasFields(2, fields, &log) else { return nil }
    let vehicles = row.integer(fields[0], "m", in: 1...InstanceLimits.vehicles, &log)
    let requests = row.integer(fields[1], "n", in: 1...(InstanceLimits.nodes / 2), &log)
    guard let vehicles, let requests else { return nil }
    return (vehicles, requests)
  }

  private func readFleet(_ rows: ArraySlice<TextRow>, _ log: inout FaultLog) -> Fleet {
    var fleet = Fleet()
    for row in rows {
      let fields = row.fields
      guard row.hasFields(5, fields, &log) else { continue }
      let route = row.number(fields[0], "T", in: InstanceLimits.times, &log)
      let capacity = fields.dropFirst().compactMap {
        row.integer($0, "capacity", in: InstanceLimits.capacities, &log)
      }
      guard let route, capacity.count == 4 else { continue }
      fleet.longestRoutes.append(route)
      fleet.capacities.append(SeatSubstitution.sums(capacity))
    }
    return fleet
  }

  private func instance(_ fleet: Fleet, _ nodes: [NodeRow], requests: Int) -> Instance {
    let stations = options.depots == .published ? Self.depots : [(nodes[0].x, nodes[0].y)]
    // Locations 1 ... 2n are the nodes; the vehicles' depots follow, and location 0 is not used.
    let places = nodes.prefix(2 * requests + 1).map { ($0.x, $0.y) }
    let travel = PlaneTravel(places + stations)
    let pairs = OffsetPairs(
      load: SeatSubstitution.sums, longestRide: \.longestRide, tightens: options.tightensWindows)
    let vehicles = fleet.capacities.enumerated().map { index, capacity in
      let station = places.count + index % stations.count
      return VehicleDraft(
        id: "\(index + 1)", start: station, end: station, shift: nodes[0].window,
        layouts: [capacity], longestDuration: fleet.longestRoutes[index], costPerMetre: 1)
    }
    return Instance(
      name: name, format: .darp, file: text.file,
      draft: ProblemDraft(
        name: name, requests: pairs.requests(nodes, count: requests, travel), vehicles: vehicles,
        matrices: [travel.matrix()]),
      numbering: NodeNumbering(
        pairs: (1...requests).map { ($0, $0 + requests) }, depots: [0, 2 * requests + 1]),
      vehiclesFirst: false)
  }
}
