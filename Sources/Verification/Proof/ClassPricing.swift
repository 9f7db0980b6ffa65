import DialARide

/// The cheapest reduced cost of a route of one class of vehicles, or a bound on it.
struct ClassPricing {
  let proof: BoundProof.ClassProof

  init(
    _ problem: Problem, vehicles: [Int], serving requests: [Int], duals: [Double],
    effort: ProofEffort
  ) {
    if let frozen = FrozenRoute(problem, vehicle: vehicles[0]) {
      let cost = frozen.reducedCost(problem, duals: duals)
      proof = BoundProof.ClassProof(
        vehicles: vehicles, reducedCost: min(0, cost), method: .exact,
        route: cost < 0 ? frozen.requests : [])
      return
    }
    let view = PricingView(
      problem, vehicle: vehicles[0], serving: requests, duals: duals)
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
    guard view.count <= RequestSet.capacity else { return byWalks(WalkBounds(view, effort), view) }
    let least = view.shortestDurations
    // Few pieces are soon made; where there are many, walks tell which of them can matter.
    var list = PieceList(
      view, walks: WalkBounds(floorOf: view), least: least, most: effort.pieceLabels / 20)
    var weakest = (view.leastCost, BoundProof.Method.selection, [Int]())
    if list == nil {
      let walks = WalkBounds(view, effort)
      weakest = byWalks(walks, view)
      guard weakest.0 + view.fixedCost < 0 else { return (weakest.0, .exact, []) }
      list = PieceList(view, walks: walks, least: least, most: effort.pieceLabels)
    }
    guard let list, let bounds = PieceBounds(view, list.pieces, most: effort.routeLabels) else {
      return weakest
    }
    let search = RouteSearch(view, list.pieces, bounds: bounds, most: effort.routeLabels)
    return (
      max(search.least, weakest.0), search.isExact ? .exact : .pieces,
      (0..<view.count).filter(search.route.contains).map { view.requests[$0] }
    )
  }
}

extension ClassPricing {
  /// What walks alone tell.
  private static func byWalks(_ walks: WalkBounds, _ view: PricingView) -> (
    Double, BoundProof.Method, [Int]
  ) {
    (
      max(walks.leastRoute(view), view.leastCost), walks.isComplete ? .walks : .selection, []
    )
  }
}

extension PricingView {
  /// More than the rounding error of any cost summed along a route.
  var roundingError: Double {
    let way = (cost + emptyCost + firstCost + lastCost).reduce(0) { max($0, abs($1)) }
    let waiting = duty.waitingRate * max(0, min(close.max() ?? 0, lastStart.max() ?? 0))
    let magnitude =
      prize.reduce(abs(fixedCost) + waiting) { $0 + abs($1) } + way * Double(stopCount + 2)
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
