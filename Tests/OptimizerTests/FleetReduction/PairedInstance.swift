import DialARide
import Foundation

/// The published instances of Li and Lim (2003) among the benchmarks, with a fixed cost that puts fewest
/// vehicles first.
enum PairedInstance {
  static func problem(named name: String) throws -> Problem {
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let file = root.appendingPathComponent("Benchmarks/instances/li_lim_100/\(name).txt")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).compactMap { Double($0) } }
    return try problem(name, header: rows[0], nodes: Array(rows.dropFirst()))
  }

  /// Columns of a node: id, x, y, demand, earliest, latest, service, pickup, delivery.
  private static func problem(_ name: String, header: [Double], nodes: [[Double]]) throws
    -> Problem
  {
    var draft = ProblemDraft(name: name)
    let times = nodes.flatMap { a in
      nodes.map { b in ((a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2])).squareRoot()
      }
    }
    draft.matrices = [MatrixDraft(size: nodes.count, times: times)]
    func stop(_ node: [Double]) -> StopDraft {
      StopDraft(
        location: Int(node[0]), serviceTime: node[6], windows: [TimeWindow(node[4], node[5])])
    }
    for node in nodes where node[8] > 0 {
      draft.requests.append(
        RequestDraft(
          id: "\(Int(node[0]))", pickup: stop(node), delivery: stop(nodes[Int(node[8])]),
          load: [Int(node[3])]))
    }
    draft.vehicles = (0..<Int(header[0])).map { v in
      VehicleDraft(
        id: "v\(v)", start: 0, end: 0, shift: TimeWindow(nodes[0][4], nodes[0][5]),
        layouts: [[Int(header[1])]], fixedCost: 100_000, costPerMetre: 1)
    }
    return try Problem(draft)
  }
}
