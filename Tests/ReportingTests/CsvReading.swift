/// Reads `;`-separated text as RFC 4180 says.
struct CsvReading {
  let header: [String]
  let rows: [[String: String]]

  init?(_ text: String) {
    guard text.hasPrefix("\u{FEFF}") else { return nil }
    var records = Self.records(Array(text.unicodeScalars.dropFirst()))
    guard !records.isEmpty else { return nil }
    let header = records.removeFirst()
    guard records.allSatisfy({ $0.count == header.count }) else { return nil }
    self.header = header
    rows = records.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func records(_ scalars: [Unicode.Scalar]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = String.UnicodeScalarView()
    var quoted = false
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      let next = position + 1 < scalars.count ? scalars[position + 1] : nil
      position += 1
      if quoted {
        if scalar == "\"" && next == "\"" {
          cell.append(scalar)
          position += 1
        } else if scalar == "\"" {
          quoted = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"" {
        quoted = true
      } else if scalar == ";" || scalar == "\r" && next == "\n" {
        record.append(String(cell))
        cell.removeAll()
        if scalar == "\r" {
          position += 1
          records.append(record)
          record = []
        }
      } else {
        cell.append(scalar)
      }
    }
    return records
  }
}
