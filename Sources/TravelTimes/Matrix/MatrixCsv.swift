/// Matrices as text: a row `from,to,seconds,metres` for each ordered pair of places.
///
/// Seconds have three decimals and metres one, so that a matrix comes back as it was. A pair without a way has
/// neither.
public enum MatrixCsv {
  private static let heading = "from,to,seconds,metres\n"

  public static func bytes(of matrix: RoadMatrix) -> [UInt8] {
    var bytes = Array(heading.utf8)
    let origins = matrix.origins.map(quoted)
    let destinations = matrix.destinations.map(quoted)
    for (row, origin) in origins.enumerated() {
      for (column, destination) in destinations.enumerated() {
        bytes += origin + [UInt8(ascii: ",")] + destination
        if let cost = matrix[row, column] {
          append(cost.milliseconds, decimals: 3, to: &bytes)
          append(cost.decimetres, decimals: 1, to: &bytes)
        } else {
          bytes += ",,".utf8
        }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }

  /// Reads a matrix between the places named, in the order in which they first come.
  ///
  /// - Throws: `RoadError.rows` with all faults: pairs that are missing, come twice or are no numbers, and
  ///   places that are not at no distance from themselves.
  public static func matrix(_ bytes: [UInt8], named name: String) throws(RoadError) -> RoadMatrix {
    var reader = MatrixCsvReader(CsvTable(bytes, named: name))
    return try reader.read()
  }

  private static func quoted(_ name: String) -> [UInt8] {
    guard name.contains(where: { ",\"\n\r".contains($0) }) else { return Array(name.utf8) }
    return Array(
      "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
        .utf8)
  }

  private static func append(_ value: UInt32, decimals: Int, to bytes: inout [UInt8]) {
    let unit: UInt32 = decimals == 3 ? 1000 : 10
    let rest = String(value % unit)
    bytes += ",\(value / unit).".utf8
    bytes += String(repeating: "0", count: decimals - rest.count).utf8
    bytes += rest.utf8
  }
}

private struct MatrixCsvReader {
  private let table: CsvTable
  private var faults: [RowFault] = []
  private var names: [String] = []
  private var numbers: [String: Int] = [:]
  private var cells: [(row: Int, from: Int, to: Int, cost: TravelCost)] = []

  init(_ table: CsvTable) { self.table = table }

  mutating func read() throws(RoadError) -> RoadMatrix {
    let columns = ["from", "to", "seconds", "metres"].compactMap {
      table.column($0, or: &faults)
    }
    if faults.isEmpty {
      for row in 0..<table.count { read(row, columns) }
    }
    let costs = square()
    guard faults.isEmpty else { throw .rows(faults) }
    return RoadMatrix(origins: names, destinations: names, costs: costs)
  }

  private mutating func read(_ row: Int, _ columns: [Int]) {
    let (from, to) = (number(table.text(row, columns[0])), number(table.text(row, columns[1])))
    if table.text(row, columns[2]).isEmpty, table.text(row, columns[3]).isEmpty {
      cells.append((row, from, to, .unreachable))
      return
    }
    var values: [Double] = []
    for column in columns[2...3] {
      if let value = table.number(row, column), value >= 0 {
        values.append(value)
      } else {
        faults.append(table.fault(row, column, .notFromZero))
      }
    }
    guard values.count == 2 else { return }
    let cost = TravelCost(seconds: values[0], metres: values[1])
    if from == to, cost != .zero {
      faults.append(table.fault(row, columns[2], .distanceToItself))
    }
    cells.append((row, from, to, cost))
  }

  private mutating func number(_ name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  private mutating func square() -> [TravelCost] {
    var costs = [TravelCost?](repeating: nil, count: names.count * names.count)
    for cell in cells {
      let place = cell.from * names.count + cell.to
      if costs[place] != nil {
        faults.append(table.fault(cell.row, nil, .pairTwice))
      }
      costs[place] = cell.cost
    }
    guard faults.isEmpty else { return [] }
    for place in costs.indices where costs[place] == nil {
      let (from, to) = (names[place / names.count], names[place % names.count])
      guard from != to else {
        costs[place] = .zero
        continue
      }
      faults.append(
        RowFault(
          file: table.name, line: table.lines.last ?? 1, field: "from, to", value: "\(from), \(to)",
          cause: .pairMissing))
    }
    return costs.map { $0 ?? .unreachable }
  }
}
