/// One run of the solver on one instance.
struct BenchRun: Encodable {
  /// What the exact checker says.
  enum Status: String, Encodable {
    case valid
    /// Valid, but leaves out what must be served.
    case incomplete
    case invalid
    /// The solver gave up with an error, or its bound contradicts its solution.
    case failed
  }

  var seed: UInt64
  var status: Status
  /// Rules broken, or the error.
  var violations: [String] = []
  /// As the literature counts it, not rounded.
  var cost: Double?
  var vehicles: Int?
  var unserved: Int?
  /// What was minimised: with fixed costs where vehicles come first.
  var objective: Double?
  var bound: BenchBound?
  var iterations: Int?
  /// Wall-clock time of the run with its preparation.
  var seconds: Double
  /// When the best solution was there at the latest, seconds: progress is told a few times a second.
  var timeToBest: Double?
  /// Routes in the node numbers of the instance, without depots, for checkers elsewhere.
  var routes: [[Int]]?
  /// Vehicle of each route, from 0, in the order of the instance.
  var routeVehicles: [Int]?
}

/// What a run has proven.
struct BenchBound: Encodable {
  /// No solution's objective is below it.
  var objective: Double
  /// `(objective - bound) / objective` of the whole objective, as plans state it.
  var objectiveGap: Double
  var proof: String
  var isOptimal: Bool
  /// Where vehicles come first: no solution has fewer.
  var vehicles: Int?
  /// No solution, where vehicles come first none with as few of them, costs less than this; `nil` where the number
  /// of vehicles is not proven to be the least.
  var cost: Double?
  /// The gap that this leaves to the run's cost, as a fraction of it.
  var gap: Double?
}
