/// One leg with everything that follows from its booking, rider and places.
public struct DayLeg: Sendable {
  /// Index into `Scenario.bookings`, and position among the booking's legs.
  public let bookingIndex: Int
  public let position: Int
  public let leg: Leg
  public let booking: Booking
  public let rider: Rider
  /// Place indices.
  public let from: Int
  public let to: Int
  /// What the rider and companions take up, by capacity dimension (R10).
  public let load: [String: Int]
  /// Service at pick-up and set-down, seconds (R11).
  public let pickupService: Int
  public let setdownService: Int
  /// Direct ride at the quickest pace of the day, seconds.
  public let directSeconds: Int
  /// Direct ride at the slowest pace of the day, seconds: what limits on riding time are reckoned from, so that nobody is
  /// refused the direct ride.
  public let slowestDirectSeconds: Int
  /// Direct ride, metres.
  public let directMetres: Int
  /// The rider is met at the door by whoever serves the leg (R24): a need asks for it, or the driver goes along.
  public let atDoor: Bool
  /// The leg is booked on a line (R30).
  public let line: LineRide?

  /// People on board on account of this leg.
  public var people: Int { 1 + booking.companions }

  public var ridesAlone: Bool { leg.sharing == .no }
}

/// A ride on a line: its times are those of the vehicle at the stops, boarding included.
public struct LineRide: Hashable, Sendable {
  /// Id of the vehicle that runs the line.
  public let vehicle: String
  /// Elapsed seconds.
  public let pickup: Int
  public let delivery: Int
}
