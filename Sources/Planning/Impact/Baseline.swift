/// What riders would have done without the service: a hypothesis, never a measurement, so it is named and can be
/// switched (R62).
///
/// Each is reckoned for the legs that a plan serves, by their direct way.
public enum Baseline: String, Codable, Sendable, CaseIterable {
  /// Nobody would have travelled: nothing is emitted, and nobody gets to care.
  case noTrip = "no-trip"
  /// Each rider drives alone in the own car.
  case ownCar = "own-car"
  /// A relative who lives with the rider drives there and back for each leg: twice there and back for an outward trip
  /// and its return.
  case relative

  /// How often the direct way of a leg is driven.
  public var carTrips: Int {
    switch self {
    case .noTrip: 0
    case .ownCar: 1
    case .relative: 2
    }
  }
}
