/// Difference constraints in whole seconds: `t[to] >= t[from] + weight`. Node 0 stands for time zero.
struct OracleGraph {
  private(set) var nodes: Int
  private(set) var arcs: [(from: Int, to: Int, weight: Int)] = []

  init(nodes: Int) { self.nodes = nodes }

  mutating func addNode() -> Int {
    nodes += 1
    return nodes - 1
  }

  mutating func add(from: Int, to: Int, _ weight: Int) { arcs.append((from, to, weight)) }

  mutating func fix(_ node: Int, at time: Int) {
    add(from: 0, to: node, time)
    add(from: node, to: 0, -time)
  }

  /// Longest paths between all pairs (Floyd and Warshall); `nil` entries: no path. `nil` as a whole if
  /// there is a cycle of positive length, so that nothing satisfies the constraints.
  func longestPaths() -> [[Int?]]? {
    let none = Int.min / 4
    var paths = Array(repeating: none, count: nodes * nodes)
    for node in 0..<nodes { paths[node * nodes + node] = 0 }
    for arc in arcs {
      paths[arc.from * nodes + arc.to] = max(paths[arc.from * nodes + arc.to], arc.weight)
    }
    for via in 0..<nodes {
      for from in 0..<nodes where paths[from * nodes + via] > none {
        let first = paths[from * nodes + via]
        for to in 0..<nodes where paths[via * nodes + to] > none {
          let length = first + paths[via * nodes + to]
          if length > paths[from * nodes + to] { paths[from * nodes + to] = length }
        }
      }
      if paths[via * nodes + via] > 0 { return nil }
    }
    return (0..<nodes).map { row in
      (0..<nodes).map { paths[row * nodes + $0] > none ? paths[row * nodes + $0] : nil }
    }
  }

  /// The least value of `sum over nodes of cost * time` under the constraints (the costs add up to 0).
  ///
  /// By linear-programming duality it is the greatest value of a flow along the constraints that draws
  /// `cost` units into each node: found by sending flow along longest paths of the residual graph. The
  /// constraints must be satisfiable and bound the objective from below.
  func leastValue(costs: [Int]) -> Int {
    var need = costs
    var flows = Array(repeating: 0, count: arcs.count)
    var value = 0
    while let source = need.indices.first(where: { need[$0] < 0 }) {
      let (lengths, cameBy) = residualPaths(from: source, flows)
      guard let sink = need.indices.first(where: { need[$0] > 0 && lengths[$0] > Int.min / 4 })
      else { return .min }
      var amount = min(-need[source], need[sink])
      for (arc, forwards) in path(to: sink, from: source, cameBy) where !forwards {
        amount = min(amount, flows[arc])
      }
      for (arc, forwards) in path(to: sink, from: source, cameBy) {
        flows[arc] += forwards ? amount : -amount
      }
      need[source] += amount
      need[sink] -= amount
      value += amount * lengths[sink]
    }
    return value
  }

  private func residualPaths(from source: Int, _ flows: [Int]) -> ([Int], [(Int, Bool)?]) {
    var lengths = Array(repeating: Int.min / 4, count: nodes)
    var cameBy: [(Int, Bool)?] = Array(repeating: nil, count: nodes)
    lengths[source] = 0
    var improved = true
    while improved {
      improved = false
      for (index, arc) in arcs.enumerated() {
        if lengths[arc.from] > Int.min / 4, lengths[arc.from] + arc.weight > lengths[arc.to] {
          lengths[arc.to] = lengths[arc.from] + arc.weight
          cameBy[arc.to] = (index, true)
          improved = true
        }
        if flows[index] > 0, lengths[arc.to] > Int.min / 4,
          lengths[arc.to] - arc.weight > lengths[arc.from]
        {
          lengths[arc.from] = lengths[arc.to] - arc.weight
          cameBy[arc.from] = (index, false)
          improved = true
        }
      }
    }
    return (lengths, cameBy)
  }

  private func path(to sink: Int, from source: Int, _ cameBy: [(Int, Bool)?]) -> [(Int, Bool)] {
    var steps: [(Int, Bool)] = []
    var node = sink
    while node != source, let (arc, forwards) = cameBy[node] {
      steps.append((arc, forwards))
      node = forwards ? arcs[arc].from : arcs[arc].to
    }
    return steps
  }
}
