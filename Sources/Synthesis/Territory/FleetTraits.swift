public import Planning

/// The drivers and vehicles of a day.
public struct FleetTraits: Codable, Hashable, Sendable {
  /// Share of the resources that are volunteers.
  public var volunteerShare: Double
  public var volunteers: VolunteerTraits
  public var services: [PaidService]
}

/// Volunteers: homes are spread as the square root of the population, so that villages have theirs.
public struct VolunteerTraits: Codable, Hashable, Sendable {
  /// One sort of day on offer.
  public struct Offer: Codable, Hashable, Sendable {
    public var windows: [ClockWindow]
    public var weight: Double
  }
  public var offers: [Offer]
  public var seats: Span
  /// Crow-fly kilometres from home.
  public var radiusKilometres: Span
  public var mostTrips: Span
  public var longestKilometres: Span
  /// Share with a limit of its own to trips, to kilometres and to waiting.
  public var tripLimit: Double
  public var kilometreLimit: Double
  public var waitLimit: Double
  /// Minutes.
  public var longestWait: Span
  public var kilometresThisYear: Span
  public var yearLimit: Double
  public var mostKilometresAYear: Span
  /// Share away on the date though the weekly pattern says otherwise.
  public var absent: Double
  /// Share who refuse, and who prefer, one rider.
  public var refusal: Double
  public var preference: Double
}

/// One offer with paid drivers.
public struct PaidService: Codable, Hashable, Sendable {
  public var mode: Mode
  /// Share of the resources.
  public var share: Double
  /// Before the number of the vehicle and of the firm, e.g. `tad` and `tad-pays`.
  public var vehiclePrefix: String
  public var carrierPrefix: String
  /// Before the commune's name where vehicles start, e.g. `Dépôt du transport à la demande`.
  public var baseTitle: String
  public var vehiclesPerCarrier: Int
  public var layouts: [SeatLayout]
  public var needsAccepted: [String]
  /// Share of vehicles (rounded, at least one) with the adapted layouts and needs.
  public var adaptedShare: Double
  public var adaptedLayouts: [SeatLayout]
  public var adaptedNeeds: [String]
  /// Vehicle by vehicle in turn.
  public var shifts: [ClockWindow]
  public var weekdays: [Weekday]
  public var breaks: [DriverBreak]
  /// Euros.
  public var fixedCost: Double
  public var costPerKilometre: Double
  public var costPerHour: Double
  /// TAD zones that a vehicle serves; 0: it goes everywhere.
  public var zonesPerVehicle: Int
  public var closedOnHolidays: Bool
}
