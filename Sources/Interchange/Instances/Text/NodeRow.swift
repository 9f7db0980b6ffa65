import DialARide

/// Which column of a node line holds what; the first three are always number, x and y.
struct NodeColumns {
  let count: Int
  let service: Int
  let loads: Range<Int>
  let earliest: Int
  let latest: Int
  var longestRide: Int?
  /// The numbers of the partner nodes, pickup first.
  var partners: Int?

  /// `id x y service load e l`, Cordeau and Laporte (2003).
  static let cordeau = NodeColumns(count: 7, service: 3, loads: 4..<5, earliest: 5, latest: 6)
  /// `id x y service ride q0 q1 q2 q3 e l`, Malheiros et al. (2021).
  static let malheiros = NodeColumns(
    count: 11, service: 3, loads: 5..<9, earliest: 9, latest: 10, longestRide: 4)
  /// `id x y load e l service pickup delivery`, Li and Lim (2003), Sartori and Buriol (2020).
  static let paired = NodeColumns(
    count: 9, service: 6, loads: 3..<4, earliest: 4, latest: 5, partners: 7)
}

/// One node of a published instance.
struct NodeRow {
  let row: TextRow
  let x: Double
  let y: Double
  let service: Double
  let loads: [Int]
  let window: TimeWindow
  let longestRide: Double?
  /// Partner nodes; zero where there is none.
  let pickup: Int
  let delivery: Int

  /// Reads a node from the columns of its line; the number is the caller's affair.
  init?(
    _ row: TextRow, _ fields: [Substring], _ columns: NodeColumns, _ log: inout FaultLog
  ) {
    let before = log.faults.count
    let x = row.number(fields[1], "x", in: InstanceLimits.coordinates, &log)
    let y = row.number(fields[2], "y", in: InstanceLimits.coordinates, &log)
    let times = InstanceLimits.times
    let service = row.number(fields[columns.service], "service", in: times, &log)
    let loads = columns.loads.compactMap {
      row.integer(fields[$0], "load", in: InstanceLimits.loads, &log)
    }
    let earliest = row.number(fields[columns.earliest], "earliest", in: times, &log)
    let latest = row.number(fields[columns.latest], "latest", in: times, &log)
    let ride = columns.longestRide.flatMap {
      row.number(fields[$0], "longest ride", in: times, &log)
    }
    let partners = columns.partners.map { first in
      [first, first + 1].compactMap {
        row.integer(fields[$0], "partner", in: 0...InstanceLimits.nodes, &log)
      }
    }
    if let earliest, let latest, earliest > latest {
      log.add(
        .emptyWindow, line: row.line, field: "earliest, latest",
        value: "\(fields[columns.earliest]) \(fields[columns.latest])")
    }
    guard log.faults.count == before, let x, let y, let service, let earliest, let latest
    else { return nil }
    self.row = row
    self.x = x
    self.y = y
    self.service = service
    self.loads = loads
    window = TimeWindow(earliest, latest)
    longestRide = ride
    pickup = partners?[0] ?? 0
    delivery = partners?[1] ?? 0
  }
}
