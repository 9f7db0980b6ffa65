import DialARide
import Planning

/// Reads the pickup-and-delivery instances of Sartori and Buriol (2020).
///
/// A header of `KEY: value` lines; `NODES` and SIZE lines `id latitude longitude load earliest
/// latest service pickup delivery`; `EDGES` and SIZE lines of SIZE whole minutes, not symmetric;
/// `EOF`. Fewest vehicles come first and the sum of travel times second. The fleet has no bound:
/// there are as many vehicles as requests.
struct SartoriBuriolReader {
  let text: InstanceText
  let name: String

  func read() throws(Faults) -> Instance {
    var log = FaultLog(file: text.file)
    let sections = Sections(text, &log)
    let size = header("SIZE", in: 3...InstanceLimits.nodes, sections, &log)
    let capacity = header("CAPACITY", in: InstanceLimits.capacities, sections, &log)
    let table = NodeTable(sections.nodes, as: .paired, &log)
    if let size, sections.isWhole {
      checkCount(size, sections.nodes, "NODES", &log)
      checkCount(size, sections.edges, "EDGES", &log)
    }
    let times = readTimes(sections.edges, size: size ?? table.nodes.count, &log)
    let pairs = table.isNumbered ? PartnerPairs(table, &log) : nil
    try log.check()
    guard let size, let capacity, let pairs else { throw Faults(log.faults) }
    let title = sections.header["NAME"].map { String($0.value) } ?? name
    return Instance(
      name: title, format: .pdptw, file: text.file,
      draft: pairs.draft(
        title, table.nodes.compactMap(\.self), vehicles: max(1, pairs.pairs.count),
        capacity: capacity, MatrixDraft(size: size, times: times)),
      numbering: NodeNumbering(pairs: pairs.pairs, depots: [0]), vehiclesFirst: true)
  }

  private func header(
    _ key: String, in bounds: ClosedRange<Int>, _ sections: Sections, _ log: inout FaultLog
  ) -> Int? {
    guard let entry = sections.header[Substring(key)] else {
      log.add(.missingKey(key), field: key)
      return nil
    }
    return entry.row.integer(entry.value, key, in: bounds, &log)
  }

  private func checkCount(
    _ size: Int, _ rows: ArraySlice<TextRow>, _ section: String, _ log: inout FaultLog
  ) {
    guard rows.count != size else { return }
    log.add(.rowCount("\(size)"), line: rows.first?.line, field: section, value: "\(rows.count)")
  }

  private func readTimes(
    _ rows: ArraySlice<TextRow>, size: Int, _ log: inout FaultLog
  ) -> [Double] {
    var times: [Double] = []
    for row in rows.prefix(InstanceLimits.nodes) {
      let fields = row.fields
      guard row.hasFields(size, fields, &log) else { continue }
      for field in fields {
        times.append(Double(row.integer(field, "minutes", in: 0...100_000_000, &log) ?? 0))
      }
    }
    return times
  }
}
