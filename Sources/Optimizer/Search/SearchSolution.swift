/// A solution under search: one route a vehicle (possibly empty), shared with other solutions until it changes.
struct SearchSolution: Sendable {
  var routes: [SearchRoute]
  /// Vehicle of each request, -1 where it is unserved.
  var vehicleOf: [Int32]
  /// Routing cost plus the penalties of all unserved requests.
  var cost: Double

  var unservedCount: Int { vehicleOf.reduce(0) { $0 + ($1 < 0 ? 1 : 0) } }
  var usedVehicles: Int { routes.reduce(0) { $0 + ($1.count > 0 ? 1 : 0) } }
}
