/// A partial route that ends with the service at a stop, people on board or not.
struct StopLabel: BitwiseCopyable {
  /// Earliest start of service.
  var time: Double
  var cost: Double
  /// As in `RouteLabel`.
  var margin: Double
  /// Travel and service so far.
  var used: Double
  /// Requests served, as far as they are remembered.
  var requests: BitMask
  var aboard: BitMask
  var previous: Int32
  var stop: Int32
  /// Its riders: `riders[firstRider ..< firstRider + riderCount]`, by request.
  var firstRider: Int32
  var riderCount: Int32
  /// The label of the same stop and the same riders taken before.
  var next: Int32
}

/// Somebody on board of a partial route.
struct Rider: BitwiseCopyable {
  var request: Int32
  /// `StopLabel.used` when service at the pickup began.
  var boarded: Double
  /// Latest start of service at the delivery that the windows since the pickup leave possible.
  var deadline: Double
}
