import DialARide

/// The cheapest reduced cost of a route of one class of vehicles, or a bound on it.
struct ClassPricing {
  let proof: BoundProof.ClassProof

  init(_ problem: Problem, vehicles: [Int], duals: [Double], effort: ProofEffort) {
    if let frozen = FrozenRoute(problem, vehicle: vehicles[0]) {
      let cost = frozen.reducedCost(problem, duals: duals)
      proof = BoundProof.ClassProof(
        vehicles: vehicles, reducedCost: min(0, cost), method: .exact,
        route: cost < 0 ? frozen.requests : [])
      return
    }
    let view = PricingView(problem, vehicle: vehicles[0], duals: duals)
    let (least, method, route) = Self.price(view, effort)
    let cost = view.fixedCost + least
    proof = BoundProof.ClassProof(
      vehicles: vehicles, reducedCost: min(0, cost) - view.roundingError, method: method,
      route: route)
  }

  /// Least cost of a route, fixed cost aside.
  private static func price(_ view: PricingView, _ effort: ProofEffort) -> (
    Double, BoundProof.Method, [Int]
  ) {
    guard view.leastCost + view.fixedCost < 0 else { return (view.leastCost, .exact, []) }
    let walks = WalkBounds(view, most: effort.walks)
    let weakest = max(walks.leastRoute(view), view.leastCost)
    guard weakest + view.fixedCost < 0 else { return (weakest, .exact, []) }
    let fallback = (weakest, walks.isComplete ? BoundProof.Method.walks : .selection, [Int]())
    guard view.count <= RequestSet.capacity,
      let list = PieceList(
        view, walks: walks, least: view.shortestDurations, most: effort.pieceLabels),
      let bounds = PieceBounds(view, list.pieces, most: effort.routeLabels)
    else { return fallback }
    let search = RouteSearch(view, list.pieces, bounds: bounds, most: effort.routeLabels)
    return (
      max(search.least, weakest), search.isExact ? .exact : .pieces,
      (0..<view.count).filter(search.route.contains).map { view.requests[$0] }
    )
  }
}

extension PricingView {
  /// More than the rounding error of any cost summed along a route.
  var roundingError: Double {
    let way = (cost + emptyCost + firstCost + lastCost).reduce(0) { max($0, abs($1)) }
    let magnitude =
      prize.reduce(abs(fixedCost)) { $0 + abs($1) } + way * Double(stopCount + 2)
    return magnitude * Double(8 * (stopCount + 4)) * .ulpOfOne
  }

  /// Least time between the starts of service at two stops, over any other stops (Floyd and Warshall).
  var shortestDurations: [Double] {
    let n = stopCount
    var least = duration
    guard n <= 700 else { return Array(repeating: 0, count: n * n) }
    for via in 0..<n {
      for from in 0..<n {
        let first = least[from * n + via]
        for to in 0..<n {
          let time = first + least[via * n + to]
          if time < least[from * n + to] { least[from * n + to] = time }
        }
      }
    }
    return least
  }
}
