/// Rows of a comma-separated file with a heading, read without copying the fields.
struct CsvTable {
  let name: String
  private let bytes: [UInt8]
  /// Where the fields of all rows lie, in order.
  private var fields: [Range<Int>] = []
  private var rowFirst: [Int] = []
  private(set) var heading: [String] = []
  private(set) var lines: [Int] = []

  /// - Parameter bytes: UTF-8 text, LF or CRLF, with or without a byte-order mark, fields quoted or not.
  init(_ bytes: [UInt8], named name: String) {
    self.name = name
    self.bytes = bytes
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while at < bytes.count {
      let row = fields.count
      let began = line
      at = readRow(from: at, line: &line)
      if fields.count == row + 1, fields[row].isEmpty {
        fields.removeLast()
      } else {
        rowFirst.append(row)
        lines.append(began)
      }
    }
    rowFirst.append(fields.count)
    if !lines.isEmpty {
      heading = (0..<width(0)).map { text(0, $0) }
      rowFirst.removeFirst()
      lines.removeFirst()
    }
  }

  var count: Int { lines.count }

  func column(_ name: String) -> Int? { heading.firstIndex(of: name) }

  /// The column of the first of these names that there is; else a fault.
  func column(_ names: String..., or faults: inout [RowFault]) -> Int? {
    if let column = names.lazy.compactMap({ self.column($0) }).first { return column }
    faults.append(
      RowFault(
        file: name, line: 1, field: names.joined(separator: ", "), value: "", cause: .noSuchColumn))
    return nil
  }

  func text(_ row: Int, _ column: Int) -> String {
    guard column < width(row) else { return "" }
    let text = String(decoding: bytes[fields[rowFirst[row] + column]], as: UTF8.self)
    return text.contains("\"\"")
      ? text.split(separator: "\"\"", omittingEmptySubsequences: false)
        .joined(separator: "\"") : text
  }

  /// The field as a number; `nil` where it is none, or not finite.
  func number(_ row: Int, _ column: Int) -> Double? {
    guard let value = Double(text(row, column)), value.isFinite else { return nil }
    return value
  }

  func fault(_ row: Int, _ column: Int?, _ cause: RowFault.Cause) -> RowFault {
    RowFault(
      file: name, line: lines[row], field: column.map { heading[$0] } ?? "",
      value: column.map { text(row, $0) } ?? "", cause: cause)
  }

  private func width(_ row: Int) -> Int { rowFirst[row + 1] - rowFirst[row] }

  private mutating func readRow(from start: Int, line: inout Int) -> Int {
    let (comma, quote, feed, back) = (
      UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")
    )
    var at = start
    while true {
      let quoted = at < bytes.count && bytes[at] == quote
      if quoted { at += 1 }
      let began = at
      var end = at
      if quoted {
        while at < bytes.count {
          if bytes[at] == quote {
            guard at + 1 < bytes.count, bytes[at + 1] == quote else { break }
            at += 1
          }
          if bytes[at] == feed { line += 1 }
          at += 1
        }
        end = at
        at += 1
      }
      while at < bytes.count, bytes[at] != comma, bytes[at] != feed { at += 1 }
      if !quoted { end = at > began && bytes[at - 1] == back ? at - 1 : at }
      fields.append(began..<min(end, bytes.count))
      if at < bytes.count, bytes[at] == comma {
        at += 1
        continue
      }
      line += 1
      return at + 1
    }
  }
}
