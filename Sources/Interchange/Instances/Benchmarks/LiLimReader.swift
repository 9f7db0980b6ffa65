import DialARide
import Planning

/// Reads the pickup-and-delivery instances of Li and Lim (2003).
///
/// The header is `K Q speed`; then one line a node, `id x y load earliest latest service pickup
/// delivery`, node 0 being the depot. The speed is not used, as in the literature: travel times are
/// distances.
struct LiLimReader {
  let text: InstanceText
  let name: String

  func read() throws(Faults) -> Instance {
    var log = FaultLog(file: text.file)
    let header = readHeader(&log)
    let table = NodeTable(text.rows.dropFirst(), as: .paired, &log)
    if table.nodes.count < 3 {
      log.add(.rowCount(">= 4"), line: text.rows.first?.line, value: "\(text.rows.count)")
    }
    let pairs = table.isNumbered ? PartnerPairs(table, &log) : nil
    try log.check()
    guard let header, let pairs else { throw Faults(log.faults) }
    let nodes = table.nodes.compactMap(\.self)
    let matrix = PlaneTravel(nodes.map { ($0.x, $0.y) }).matrix()
    return Instance(
      name: name, format: .pdptw, file: text.file,
      draft: pairs.draft(
        name, nodes, vehicles: header.vehicles, capacity: header.capacity, matrix),
      numbering: NodeNumbering(pairs: pairs.pairs, depots: [0]), vehiclesFirst: true)
  }

  private func readHeader(_ log: inout FaultLog) -> (vehicles: Int, capacity: Int)? {
    guard let row = text.rows.first else {
      log.add(.empty)
      return nil
    }
    let fields = row.fields
    guard fields.count == 2 || row.hasFields(3, fields, &log) else { return nil }
    let vehicles = row.integer(fields[0], "K", in: 1...InstanceLimits.vehicles, &log)
    let capacity = row.integer(fields[1], "Q", in: InstanceLimits.capacities, &log)
    if fields.count == 3 { _ = row.number(fields[2], "speed", in: 0...1e6, &log) }
    guard let vehicles, let capacity else { return nil }
    return (vehicles, capacity)
  }
}
