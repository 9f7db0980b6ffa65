/// Finds the separator of a CSV file from its first rows, since a title above the table may hold none, or a comma of
/// its own.
enum Separator {
  private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
  private static let mostRows = 50

  /// The separator that most rows have equally often; of several, the first of `;`, tab and `,`.
  static func of(_ text: [UInt8]) -> UInt8 {
    let rows = counts(text)
    let support = candidates.indices.map { index -> Int in
      var rowsByCount: [Int: Int] = [:]
      for row in rows where row[index] > 0 { rowsByCount[row[index], default: 0] += 1 }
      return rowsByCount.values.max() ?? 0
    }
    let most = support.max() ?? 0
    return candidates[support.firstIndex(of: most) ?? 0]
  }

  /// How often each separator stands in the first rows outside of quotes.
  private static func counts(_ text: [UInt8]) -> [[Int]] {
    var rows: [[Int]] = []
    var row = [0, 0, 0]
    var quoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if row != [0, 0, 0] { rows.append(row) }
        row = [0, 0, 0]
        if rows.count == mostRows { return rows }
      } else if let index = candidates.firstIndex(of: byte) {
        row[index] += 1
      }
    }
    return row == [0, 0, 0] ? rows : rows + [row]
  }
}
