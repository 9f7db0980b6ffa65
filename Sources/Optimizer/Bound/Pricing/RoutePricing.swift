/// Finds routes of one class of vehicles with small reduced costs.
protocol RoutePricing: AnyObject {
  /// Sets the duals of the requests and computes bounds on what partial routes can become.
  ///
  /// - Parameter keepsAll: leaves out nothing that is only useless under these duals.
  func prepare(_ duals: [Double], keepsAll: Bool)
  /// After `prepare`: no route has a smaller reduced cost; minus infinity where nothing is known.
  var root: Double { get }
  /// Looks for routes with a reduced cost below the threshold; false if the limit on labels, or `stop`, ended it.
  func run(_ mode: PricingMode, threshold: Double, most limit: Int, stop: () -> Bool) -> Bool
  /// Routes found, the best first.
  func routes(most: Int) -> [FoundRoute]
  var leastFound: Double { get }
  func stops(of route: FoundRoute) -> [Int32]
  /// All requests of a route found by an enumeration.
  func requests(of route: FoundRoute) -> BitMask
  func cost(_ route: FoundRoute, _ duals: [Double]) -> Double
  /// Labels made by the last run.
  var effort: Int { get }
}

enum PricingMode {
  /// Requests served twice are avoided but not in dominance: fast, finds routes, proves nothing.
  case heuristic
  /// Proves the least reduced cost.
  case exact
  /// Keeps the best order of every set of requests: all routes below the threshold.
  case enumeration
}

/// A complete route of the last run.
struct FoundRoute {
  var reducedCost: Double
  /// The label it ends with.
  var label: Int32
}
