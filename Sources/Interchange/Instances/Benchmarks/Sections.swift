/// The parts of a file with a `KEY: value` header and sections, as TSPLIB has them.
struct Sections {
  /// Header entries by key, with the line they stand in.
  private(set) var header: [Substring: (value: Substring, row: TextRow)] = [:]
  private(set) var nodes: ArraySlice<TextRow> = []
  private(set) var edges: ArraySlice<TextRow> = []
  /// All section marks are there, so the number of lines between them means something.
  private(set) var isWhole = true

  init(_ text: InstanceText, _ log: inout FaultLog) {
    let rows = text.rows
    func mark(_ name: Substring) -> Int? { rows.firstIndex { $0.text == name } }
    let nodesMark = mark("NODES")
    let edgesMark = mark("EDGES")
    let end = mark("EOF")
    for (name, index) in [("NODES", nodesMark), ("EDGES", edgesMark)] where index == nil {
      log.add(.missingKey(name), field: name)
      isWhole = false
    }
    if end == nil {
      log.add(.truncated(before: "EOF"), line: rows.last?.line)
      isWhole = false
    }
    let last = end ?? rows.count
    let edgesStart = min(edgesMark ?? last, last)
    if let nodesMark, nodesMark < edgesStart { nodes = rows[(nodesMark + 1)..<edgesStart] }
    if let edgesMark, edgesMark < last { edges = rows[(edgesMark + 1)..<last] }
    readHeader(rows.prefix(nodesMark ?? edgesStart), &log)
  }

  private mutating func readHeader(_ rows: ArraySlice<TextRow>, _ log: inout FaultLog) {
    for row in rows {
      guard let colon = row.text.firstIndex(of: ":") else { continue }
      let key = row.text[..<colon]
      let value = row.text[row.text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      if header.updateValue((value, row), forKey: key) != nil {
        log.add(.repeatedKey, line: row.line, field: String(key), value: value)
      }
    }
  }
}
