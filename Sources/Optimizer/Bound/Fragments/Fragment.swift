/// What a vehicle does between two moments at which nobody is on board: an order of stops, timed as a whole.
///
/// The times of its stops are bound by windows, ways and ride limits: difference constraints. Projected on the
/// start `a` of service at the first stop and the departure `t` from the last, they say no more than
/// `a <= latestStart`, `t = max(earliestEnd, a + length)`, where `a` may be put off as far as a ride limit asks
/// for. So a route is a path over fragments with windows, and ride times need no further thought (Gschwind
/// and Irnich, Transportation Science 49 (2015); Rist and Forbes, Transportation Science 55 (2021)).
struct Fragment: BitwiseCopyable, Sendable {
  /// First and last stop number; equal for a job alone.
  var first: Int32
  var last: Int32
  /// Driven from the first to the last stop.
  var distance: Double
  var driving: Double
  /// First possible departure from the last stop.
  var earliestEnd: Double
  /// Travel and service, that at the last stop included.
  var length: Double
  var latestStart: Double
  /// Its requests; words of a hash where there are more than a mask holds.
  var requests: BitMask
  /// Classes of vehicles that may do it.
  var classes: BitMask
  /// Its stops: `FragmentSet.stops[stopStart ..< stopStart + stopCount]`.
  var stopStart: Int32
  var stopCount: Int32
}

/// All fragments that can be part of a best route, for the vehicles of one travel matrix.
struct FragmentSet: Sendable {
  var matrix: Int
  var fragments: [Fragment]
  var stops: [Int32]

  func stops(of fragment: Fragment) -> ArraySlice<Int32> {
    stops[Int(fragment.stopStart)..<Int(fragment.stopStart + fragment.stopCount)]
  }
}

/// How far the enumeration of fragments may go before it is given up.
struct FragmentLimit: Sendable {
  /// Stops tried.
  var steps = 6_000_000
  var fragments = 120_000
}
