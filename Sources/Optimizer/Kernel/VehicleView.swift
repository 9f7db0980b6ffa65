/// What the hot loops need to know of one vehicle: a trivial struct, limits infinite where there are none.
struct VehicleView: BitwiseCopyable {
  var index: Int32
  /// Start and end location, -1 where open.
  var start: Int32
  var end: Int32
  var shiftStart: Double
  var shiftEnd: Double
  /// Hours outside of which each second costs `overtimeCost`; zero: nothing is preferred.
  var preferredStart: Double
  var preferredEnd: Double
  var overtimeCost: Double
  var fixedCost: Double
  var costPerMetre: Double
  var costPerSecondDriven: Double
  var costPerSecondWaiting: Double
  var longestDuration: Double
  var longestDistance: Double
  var longestDriving: Double
  /// Longest time driven without a rest.
  var longestUnbroken: Double
  var longestIdle: Double
  var longestIdleOnBoard: Double
  var mostTrips: Int
  var mostRequests: Int
  var mostStops: Int
  /// Heads below which each one missing costs `fewCost`.
  var fewLeast: Int
  var fewCost: Double
  var serviceKind: Int
  /// Row-major travel times and distances, `locations` squared.
  var times: UnsafePointer<Double>
  var distances: UnsafePointer<Double>
  /// The same, column-major: scanning a route reads the ways to and from one place.
  var timesInto: UnsafePointer<Double>
  var distancesInto: UnsafePointer<Double>
  /// Tolls, row-major and column-major; `nil`: none.
  var tolls: UnsafePointer<Double>?
  var tollsInto: UnsafePointer<Double>?
  var locations: Int
  /// Layouts of the vehicle: `layouts[layout * dimensions + k]`; none: no capacity rule.
  var layouts: UnsafePointer<Int32>
  var layoutCount: Int
  var layoutPerTrip: Bool
  /// `setup[a * setupClasses + b]`; `setupClasses` zero: none.
  var setup: UnsafePointer<Double>
  var setupClasses: Int
  var firstBreak: Int32
  var breakEnd: Int32
  var restsOnTheWay: Bool
  var mayReturnToBase: Bool
  var crew: Int32
  var vehicleClass: Int32
  /// Windows, pairing, load, ride times and the route's duration are all that limits the vehicle, and its cost
  /// is a sum over requests and ways driven: `InsertionChain` judges insertions in place of the walker.
  var isPlain = false
  /// Windows, pairing, load, distance, driving and numbers are all that limits the vehicle, whatever its services, and
  /// its cost is a sum over requests and ways driven: tests of constant time judge insertions exactly. Not set for those
  /// that are plain without limits on rides and duration, whose tests are the same but shorter.
  var isTimed = false
  /// Stops at the beginning of its route between which nothing is inserted, as they have been made already.
  var pinned: Int32 = 0

  @inline(__always)
  func time(_ from: Int32, _ to: Int32) -> Double {
    from < 0 || to < 0 ? 0 : times[Int(from) &* locations &+ Int(to)]
  }

  @inline(__always)
  func distance(_ from: Int32, _ to: Int32) -> Double {
    from < 0 || to < 0 ? 0 : distances[Int(from) &* locations &+ Int(to)]
  }

  /// Cost of driving from one location to another.
  @inline(__always)
  func legCost(_ from: Int32, _ to: Int32) -> Double {
    if from < 0 || to < 0 { return 0 }
    let entry = Int(from) &* locations &+ Int(to)
    let cost = costPerMetre * distances[entry] + costPerSecondDriven * times[entry]
    return tolls.map { cost + $0[entry] } ?? cost
  }

  @inline(__always)
  func toll(_ from: Int32, _ to: Int32) -> Double {
    guard let tolls, from >= 0, to >= 0 else { return 0 }
    return tolls[Int(from) &* locations &+ Int(to)]
  }

  /// The shift alone keeps the route within its longest duration.
  var hasFreeDuration: Bool { longestDuration >= shiftEnd - shiftStart }

  /// `time` and `legCost`, read from the row of the destination.
  @inline(__always)
  func timeInto(_ to: Int32, from: Int32) -> Double {
    from < 0 || to < 0 ? 0 : timesInto[Int(to) &* locations &+ Int(from)]
  }

  @inline(__always)
  func legCostInto(_ to: Int32, from: Int32) -> Double {
    if from < 0 || to < 0 { return 0 }
    let entry = Int(to) &* locations &+ Int(from)
    let cost = costPerMetre * distancesInto[entry] + costPerSecondDriven * timesInto[entry]
    return tollsInto.map { cost + $0[entry] } ?? cost
  }

  /// Breaks and base visits are placed by the route evaluation, not by the search.
  var hasDerivedVisits: Bool { mayReturnToBase || breakEnd > firstBreak }
}
