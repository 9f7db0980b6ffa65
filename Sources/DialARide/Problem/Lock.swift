/// One visit, named by request and side, as locks and files speak of it.
public struct StopReference: Codable, Hashable, Sendable {
  public enum Side: String, Codable, Sendable { case pickup, delivery }
  public var request: Int
  public var side: Side

  public init(_ request: Int, _ side: Side) {
    self.request = request
    self.side = side
  }
}

/// A decision that a person has already taken. Locks win over the rules: what breaks a rule is obeyed by the
/// search and reported by the checker.
public enum Lock: Codable, Hashable, Sendable {
  /// If served, the request rides in this vehicle, whatever `allowedVehicles` says.
  case vehicle(request: Int, vehicle: Int)
  /// The request never rides in this vehicle.
  case forbidden(request: Int, vehicle: Int)
  /// The vehicle makes these stops in this order; others may come in between.
  case order(vehicle: Int, stops: [StopReference])
  /// Service at the stop starts within the window, whatever the stop's own windows say.
  case time(stop: StopReference, window: TimeWindow)
  /// The vehicle makes these stops, in this order, and no others.
  case frozen(vehicle: Int, stops: [StopReference])
}
