import DialARide

/// The fixed cost by which one number puts fewest vehicles before least cost.
enum FleetCost {
  /// A power of ten above the routing cost of every solution, so that whatever saves a vehicle is
  /// cheaper.
  ///
  /// A solution leaves each node but the depot once, and the depot once a route; the bound adds up
  /// the longest way out of each. A power of ten keeps the number of vehicles readable in the
  /// objective.
  ///
  /// - Parameters:
  ///   - matrix: distances, with the depot as location 0.
  ///   - routes: greatest number of routes with a stop.
  static func dominating(_ matrix: MatrixDraft, routes: Int) -> Double {
    func longest(from location: Int) -> Double {
      let row = matrix.times[location * matrix.size..<(location + 1) * matrix.size]
      return row.max() ?? 0
    }
    var bound = Double(routes) * longest(from: 0)
    for location in stride(from: 1, to: matrix.size, by: 1) { bound += longest(from: location) }
    var cost = 1.0
    while cost <= bound { cost *= 10 }
    return cost
  }
}
