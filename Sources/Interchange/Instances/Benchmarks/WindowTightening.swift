import DialARide

/// Narrows the two windows of a dial-a-ride request to the times that some schedule can use
/// (Cordeau 2006, section 5.1.1).
///
/// With pickup p, delivery d, service s at p, direct travel time t, ride-time limit L and end of
/// the horizon H, every feasible schedule starts service at p no earlier than `early(d) - L - s`
/// and no later than `late(d) - t - s`, and at d no earlier than `early(p) + s + t` and no later
/// than `late(p) + s + L`; nor does either start after H. Cordeau states two of these for outbound
/// requests (narrow window at d) and two for inbound ones. All four hold for both kinds, and on the
/// published files the other two change nothing, so no rule is needed for which request is which.
///
/// H is the end of the depot's window. Cordeau writes the route limit T, which is the same number
/// in his sets a and b; in the pr set T is 480 and the day has 1440 minutes, and T there would cut
/// off solutions.
struct WindowTightening {
  let serviceAtPickup: Double
  let direct: Double
  let longestRide: Double
  let horizon: Double

  /// The narrowed windows; the given ones where nothing is left of them, so that it is the solver
  /// that finds the request impossible to serve.
  func narrow(pickup: TimeWindow, delivery: TimeWindow) -> (
    pickup: TimeWindow, delivery: TimeWindow
  ) {
    let p = TimeWindow(
      max(pickup.start, delivery.start - longestRide - serviceAtPickup),
      min(pickup.end, delivery.end - direct - serviceAtPickup, horizon))
    let d = TimeWindow(
      max(delivery.start, pickup.start + serviceAtPickup + direct),
      min(delivery.end, pickup.end + serviceAtPickup + longestRide, horizon))
    guard p.start <= p.end, d.start <= d.end else { return (pickup, delivery) }
    return (p, d)
  }
}
