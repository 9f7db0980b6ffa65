extension Ruin {
  /// Requests whose removal saves most, with some chance passing over the worst (Ropke and Pisinger 2006).
  func chooseWorst(
    _ count: Int, _ solution: SearchSolution, _ bench: Workbench, _ random: inout RandomSource
  ) -> [Int] {
    var gains: [(gain: Double, request: Int)] = []
    for route in solution.routes where route.count > 0 {
      for r in route.requests {
        gains.append((bench.removalGain(Int(r), from: route), Int(r)))
      }
    }
    gains.sort { ($0.gain, $1.request) > ($1.gain, $0.request) }
    var chosen: [Int] = []
    while chosen.count < count && !gains.isEmpty {
      let u = random.unit()
      chosen.append(gains.remove(at: Int(u * u * u * Double(gains.count))).request)
    }
    return chosen
  }
}

extension Workbench {
  /// Driving cost saved by taking a request out of its route, other stops staying as they are.
  func removalGain(_ r: Int, from route: SearchRoute) -> Double {
    let view = p.vehicles[route.vehicle]
    var saved = 0.0
    var lastKept = route.nodes[0].place
    for x in 1...(route.count + 1) {
      let node = route.nodes[x]
      saved += node.legCost
      if x <= route.count && Int(node.stop) >> 1 == r { continue }
      let open = x > route.count && view.end < 0
      if !open { saved -= view.legCost(lastKept, node.place) }
      lastKept = node.place
    }
    return saved
  }
}
