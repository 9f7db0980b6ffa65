/// A route as search and bound exchange it.
package struct BoundRoute: Sendable, Hashable {
  /// Any vehicle of the class that drives it.
  package var vehicle: Int
  /// Request stops in order, without breaks and base visits.
  package var stops: [Int32]

  package init(vehicle: Int, stops: [Int32]) {
    self.vehicle = vehicle
    self.stops = stops
  }
}
