/// One node of a plain vehicle's route, as the exact test of an insertion reads it.
struct ChainNode: BitwiseCopyable {
  /// Least start of service.
  var begin: Double
  var serve: Double
  /// Travel time from the node before.
  var travel: Double
  /// Last start of service allowed.
  var close: Double
  /// Longest ride, for deliveries; infinite for all others.
  var rideLimit: Double
  /// What the bare ride that ends here may still grow by; infinite where none does.
  var rideSlack: Double
  /// Node of the pickup, for deliveries; 0 for all others.
  var partner: Int32
}
