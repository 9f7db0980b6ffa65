/// One day to plan: everything the coordinator knows, by pseudonyms and need codes only (R1).
public struct Scenario: Codable, Hashable, Sendable {
  public var territory: Territory
  public var places: [Place]
  public var riders: [Rider]
  public var bookings: [Booking]
  /// Bookings that come back; they are planned once `StandingExpansion` has made those of the date (R17).
  public var standing: [StandingOrder]
  public var volunteers: [Volunteer]
  public var vehicles: [FleetVehicle]
  public var availability: [Availability]
  public var locks: [PlanLock]
  /// Lines with fixed stops and times (R30).
  public var lines: [VirtualLine]
  /// Rule profiles of the scenario's own, which win over shipped ones of the same id.
  public var profiles: [RuleProfile]

  public init(
    territory: Territory, places: [Place] = [], riders: [Rider] = [], bookings: [Booking] = [],
    standing: [StandingOrder] = [],
    volunteers: [Volunteer] = [], vehicles: [FleetVehicle] = [],
    availability: [Availability] = [], locks: [PlanLock] = [],
    lines: [VirtualLine] = [], profiles: [RuleProfile] = []
  ) {
    self.territory = territory
    self.places = places
    self.riders = riders
    self.bookings = bookings
    self.standing = standing
    self.volunteers = volunteers
    self.vehicles = vehicles
    self.availability = availability
    self.locks = locks
    self.lines = lines
    self.profiles = profiles
  }
}
