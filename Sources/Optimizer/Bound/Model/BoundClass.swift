/// Interchangeable vehicles as the bound sees them: what the relaxation keeps of them.
struct BoundClass: Sendable {
  /// Number of the class in `Problem.vehicleClass`.
  var index: Int
  /// The first vehicle of the class; it stands for all.
  var vehicle: Int
  /// How many there are.
  var count: Int
  /// Start and end location, -1 where open.
  var start: Int
  var end: Int
  var opens: Double
  var closes: Double
  var fixedCost: Double
  var perMetre: Double
  var perSecond: Double
  var perSecondWaiting: Double
  /// Waiting that cannot be told from breaks, seconds a tour: it is not charged.
  var freeWaiting: Double
  /// Time by which the service of a fragment may grow by set-ups: it is not waiting either.
  var freePerFragment: Double
  var mayReturnToBase: Bool
  /// Longest time on duty, infinite where the relaxation does not look at it.
  var longestDuration: Double
  var matrix: Int
}
