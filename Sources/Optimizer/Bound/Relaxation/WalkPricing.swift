/// The cheapest walk of a class under multipliers, one a stop: one pass over the slices of the day, backwards.
///
/// A value kept for a slice is that of an arrival at its beginning, which no later arrival in it can beat.
/// Every step takes more than a slice, or leads to a stop that is settled before (`StopGraph.stops`), so a pass
/// settles all.
final class WalkPricing {
  let graph: StopGraph
  /// By stop and slice: the least cost from an arrival there on, that of the stop's multiplier included.
  let values: FlatTable<Double>
  private let choices: FlatTable<Int32>

  convenience init(_ graph: StopGraph) {
    let size = Self.size(graph)
    self.init(
      graph, values: FlatTable(repeating: .infinity, count: size),
      choices: FlatTable(repeating: -1, count: size))
  }

  /// - Parameter values: room for `size` entries, which others may use between two pricings; `choices` likewise.
  init(_ graph: StopGraph, values: FlatTable<Double>, choices: FlatTable<Int32>) {
    precondition(min(values.count, choices.count) >= Self.size(graph))
    self.graph = graph
    self.values = values
    self.choices = choices
  }

  static func size(_ graph: StopGraph) -> Int { 2 * graph.p.requestCount * graph.slices }

  /// Least cost of a walk less the multipliers of its stops, and the stops of a walk that has it.
  func cheapest(_ duals: [Double]) -> (cost: Double, stops: [Int]) {
    let (p, slices) = (graph.p, graph.slices)
    for stop in graph.stops {
      fill(stop, from: graph.slice(of: p.latest[stop]) + 1, to: slices)
    }
    for slice in stride(from: slices - 1, through: 0, by: -1) {
      let begin = graph.origin + Double(slice) * graph.width
      for stop in graph.stops {
        let entry = stop &* slices &+ slice
        if begin > p.latest[stop] { continue }
        // Before the window opens every slice is worth what the one is in which it opens.
        if slice < graph.slice(of: p.earliest[stop]) {
          values.base[entry] = values.base[entry + 1]
          choices.base[entry] = choices.base[entry + 1]
          continue
        }
        settle(stop, slice, max(begin, p.earliest[stop]), duals[stop])
      }
    }
    return best()
  }

  private func fill(_ stop: Int, from: Int, to: Int) {
    for slice in stride(from: from, to: to, by: 1) {
      values.base[stop &* graph.slices &+ slice] = .infinity
    }
  }

  private func settle(_ stop: Int, _ slice: Int, _ time: Double, _ dual: Double) {
    var least = graph.closing[stop]
    var choice: Int32 = -1
    graph.steps.withUnsafeBufferPointer { steps in
      for s in graph.firstStep[stop]..<graph.firstStep[stop + 1] {
        let step = steps[s]
        let arrival = time + step.time
        if arrival > graph.p.latest[Int(step.to)] { continue }
        // Rounding may tell a slice too early, which is not settled yet.
        let next = Int(step.to) &* graph.slices &+ max(slice, graph.slice(of: arrival))
        let value = step.cost + values.base[next]
        if value < least {
          least = value
          choice = Int32(next)
        }
      }
    }
    let entry = stop &* graph.slices &+ slice
    values.base[entry] = least - dual
    choices.base[entry] = choice
  }

  private func best() -> (cost: Double, stops: [Int]) {
    var least = Double.infinity
    var at = -1
    for step in graph.opening {
      let time = max(graph.kind.opens + step.time, graph.p.earliest[Int(step.to)])
      if time > graph.p.latest[Int(step.to)] { continue }
      let entry = Int(step.to) * graph.slices + graph.slice(of: time)
      let value = step.cost + values.base[entry]
      if value < least { (least, at) = (value, entry) }
    }
    var stops: [Int] = []
    while at >= 0 {
      stops.append(at / graph.slices)
      at = Int(choices.base[at])
    }
    return (least, stops)
  }
}
