import Foundation

/// A dial-a-ride instance in Cordeau's text format, read and judged anew by the rules of the literature: no
/// code of Camin's.
struct CordeauInstance {
  struct Node {
    var x: Double
    var y: Double
    var service: Double
    var load: Int
    var open: Double
    var close: Double
  }

  let longestRoute: Double
  let capacity: Int
  let longestRide: Double
  let nodes: [Node]
  /// Number of requests; node i is delivered at node i + n.
  var n: Int { (nodes.count - 1) / 2 }

  init(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let rows = text.split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }.filter { !$0.isEmpty }
    longestRoute = rows[0][2]
    capacity = Int(rows[0][3])
    longestRide = rows[0][4]
    var read = rows.dropFirst().map {
      Node(x: $0[1], y: $0[2], service: $0[3], load: Int($0[4]), open: $0[5], close: $0[6])
    }
    // Some files name the depot once more at the end.
    if read.count % 2 == 0 { read.removeLast() }
    nodes = read
  }

  func distance(_ a: Int, _ b: Int) -> Double {
    hypot(nodes[a].x - nodes[b].x, nodes[a].y - nodes[b].y)
  }

  /// Total distance of the routes.
  func cost(of routes: [[Int]]) -> Double {
    routes.reduce(0) { sum, route in
      let stops = [0] + route + [0]
      return sum + zip(stops, stops.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    }
  }

  /// What the literature would refuse in the routes.
  func faults(in routes: [[Int]]) -> [String] {
    let visited = routes.flatMap { $0 }.sorted()
    let all = Array(1...2 * n)
    return (visited == all ? [] : ["not every node once"])
      + routes.flatMap(orderFaults)
      + routes.filter { !isSchedulable($0) }.map { "no schedule for \($0)" }
  }

  private func orderFaults(_ route: [Int]) -> [String] {
    var load = 0
    var seen: Set<Int> = []
    var faults: [String] = []
    for node in route {
      load += nodes[node].load
      if !(0...capacity).contains(load) { faults.append("\(load) on board after \(node)") }
      if node > n, !seen.contains(node - n) { faults.append("\(node) before its pickup") }
      seen.insert(node)
    }
    return faults + (load == 0 ? [] : ["\(load) never set down"])
  }

  /// Whether times exist: windows, travel, ride times and route duration as differences `t[a] - t[b] <= c`,
  /// which have a solution unless there is a negative cycle (Bellman and Ford).
  private func isSchedulable(_ route: [Int]) -> Bool {
    let stops = [0] + route + [0]
    let zero = stops.count
    var bounds: [(from: Int, to: Int, length: Double)] = []
    for (i, node) in stops.enumerated() {
      bounds.append((zero, i, nodes[node].close))
      bounds.append((i, zero, -nodes[node].open))
      guard i + 1 < stops.count else { continue }
      let step = (i == 0 ? 0 : nodes[node].service) + distance(node, stops[i + 1])
      bounds.append((i + 1, i, -step))
      if (1...n).contains(node), let end = stops.firstIndex(of: node + n) {
        bounds.append((i, end, longestRide + nodes[node].service))
      }
    }
    bounds.append((0, stops.count - 1, longestRoute))
    var least = [Double](repeating: 0, count: stops.count + 1)
    for _ in 0...stops.count + 1 {
      var hasChanged = false
      for bound in bounds where least[bound.from] + bound.length < least[bound.to] - 1e-7 {
        least[bound.to] = least[bound.from] + bound.length
        hasChanged = true
      }
      if !hasChanged { return true }
    }
    return false
  }
}
