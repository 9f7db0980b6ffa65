/// The node lines of an instance, in the order of the file.
struct NodeTable {
  /// One entry a line, `nil` where the line has a fault.
  private(set) var nodes: [NodeRow?] = []
  /// The nodes are numbered 0, 1, 2, …, so that a number found in the file leads to its line.
  private(set) var isNumbered = true

  init(_ rows: ArraySlice<TextRow>, as columns: NodeColumns, _ log: inout FaultLog) {
    guard rows.count <= InstanceLimits.nodes else {
      log.add(.tooManyNodes, line: rows.first?.line, value: "\(rows.count)")
      isNumbered = false
      return
    }
    // After a gap the count goes on from there: one missing line is one fault, not a hundred.
    var expected = 0
    for row in rows {
      let fields = row.fields
      guard row.hasFields(columns.count, fields, &log) else {
        nodes.append(nil)
        expected += 1
        continue
      }
      let id = row.integer(fields[0], "id", in: 0...InstanceLimits.nodes, &log)
      if let id, id != expected {
        log.add(.nodeNumber(expected), line: row.line, field: "id", value: fields[0])
        isNumbered = false
      }
      nodes.append(NodeRow(row, fields, columns, &log))
      expected = (id ?? expected) + 1
    }
  }
}
