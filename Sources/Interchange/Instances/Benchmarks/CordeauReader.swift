import DialARide
import Planning

/// Reads the dial-a-ride instances of Cordeau and Laporte (2003) and of Cordeau (2006).
///
/// The header is `m n T Q L`: vehicles, size, longest route, capacity, longest ride. Then one line
/// a node, `id x y service load earliest latest`: depot, pickups, deliveries and, in some files,
/// the depot again. n counts requests in some files and nodes without depots in others; the lines
/// tell which.
struct CordeauReader {
  let text: InstanceText
  let name: String
  let options: ReadingOptions

  private struct Header {
    var vehicles: Int
    var size: Int
    var longestRoute: Double
    var capacity: Int
    var longestRide: Double
  }

  func read() throws(Faults) -> Instance {
    var log = FaultLog(file: text.file)
    let header = readHeader(&log)
    let table = NodeTable(text.rows.dropFirst(), as: .cordeau, &log)
    let count = header.flatMap { requestCount($0, table, &log) }
    if let count, table.isNumbered {
      OffsetPairs.check(table, requests: count, &log)
      checkEndDepot(table, requests: count, &log)
    }
    try log.check()
    guard let header, let count else { throw Faults(log.faults) }
    return instance(header, table.nodes.compactMap(\.self), requests: count)
  }

  private func readHeader(_ log: inout FaultLog) -> Header? {
    guard let row = text.rows.first else {
      log.add(.empty)
      return nil
    }
    let fields = row.fields
    guard row.hasFields(5, fields, &log) else { return nil }
    let vehicles = row.integer(fields[0], "m", in: 1...InstanceLimits.vehicles, &log)
    let size = row.integer(fields[1], "n", in: 1...InstanceLimits.nodes, &log)
    let route = row.number(fields[2], "T", in: InstanceLimits.times, &log)
    let capacity = row.integer(fields[3], "Q", in: InstanceLimits.capacities, &log)
    let ride = row.number(fields[4], "L", in: InstanceLimits.times, &log)
    guard let vehicles, let size, let route, let capacity, let ride else { return nil }
    return Header(
      vehicles: vehicles, size: size, longestRoute: route, capacity: capacity, longestRide: ride)
  }

  /// Number of requests: n or n / 2, whichever the lines bear out.
  private func requestCount(
    _ header: Header, _ table: NodeTable, _ log: inout FaultLog
  ) -> Int? {
    let loads = table.nodes.dropFirst().map { $0?.loads.first ?? 0 }
    let candidates = [header.size] + (header.size.isMultiple(of: 2) ? [header.size / 2] : [])
    let fitting = candidates.filter { [2 * $0 + 1, 2 * $0 + 2].contains(table.nodes.count) }
    // A file cut off after n pickups must not pass for a whole one with n / 2 requests.
    if let count = fitting.first, !loads[count..<2 * count].allSatisfy({ $0 > 0 }) { return count }
    let expected = candidates.map { "\(2 * $0 + 1)/\(2 * $0 + 2)" }.joined(separator: ", ")
    log.add(
      .rowCount(expected), line: text.rows.first?.line, field: "n",
      value: "n = \(header.size), \(table.nodes.count)")
    return nil
  }

  /// A route departs and arrives within one window, so both depot lines must state the same.
  private func checkEndDepot(_ table: NodeTable, requests: Int, _ log: inout FaultLog) {
    guard table.nodes.count == 2 * requests + 2, let start = table.nodes[0],
      let end = table.nodes[2 * requests + 1], start.window != end.window
    else { return }
    log.add(
      .endDepotWindow, line: end.row.line, field: "earliest, latest", value: end.row.text)
  }

  private func instance(_ header: Header, _ nodes: [NodeRow], requests: Int) -> Instance {
    let first = nodes[0]
    let last = nodes[nodes.count - 1]
    let endsElsewhere = nodes.count == 2 * requests + 2 && (last.x, last.y) != (first.x, first.y)
    let places = nodes.prefix(2 * requests + (endsElsewhere ? 2 : 1))
    let travel = PlaneTravel(places.map { ($0.x, $0.y) })
    let pairs = OffsetPairs(
      load: { $0 }, longestRide: { _ in header.longestRide }, tightens: options.tightensWindows)
    let vehicles = (1...header.vehicles).map { number in
      VehicleDraft(
        id: "\(number)", start: 0, end: endsElsewhere ? 2 * requests + 1 : 0, shift: first.window,
        layouts: [[header.capacity]],
        longestDuration: header.longestRoute, costPerMetre: 1)
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
