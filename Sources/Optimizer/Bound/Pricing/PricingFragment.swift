/// A fragment as the labelling of one class of vehicles reads it.
struct PricingFragment: BitwiseCopyable {
  var latestStart: Double
  var earliestEnd: Double
  var length: Double
  /// Cost of driving it and of its requests in the class, less their duals.
  var reducedCost: Double
  var metres: Double
  var last: Int32
  /// Index in the fragment set.
  var index: Int32
  var requests: BitMask
  /// What a route still remembers, after the fragment, of the requests it served before.
  var memory: BitMask
}

/// The way from where a vehicle runs empty to where it picks up next.
struct EmptyLeg: BitwiseCopyable {
  var first: Int32
  var time: Double
  var cost: Double
  var metres = 0.0
  /// Set-up that the pickup needs after the way.
  var setup = 0.0
  /// It can be driven straight on; otherwise the vehicle would have to wait too long, and passes its base.
  var isDirect = true
}
