/// What was noted of one leg, or of one run as a whole, after the day (R61).
public struct Actual: Codable, Hashable, Sendable {
  /// What became of a leg.
  public enum Status: String, Codable, CaseIterable, Sendable {
    case done
    /// The driver was there, the rider was not.
    case noShow = "no_show"
    /// The rider said at the door that he or she does not come.
    case cancelledOnSpot = "cancelled_on_spot"
    /// Called off after the plan was told, before the driver came.
    case lateCancel = "late_cancel"
    /// The driver could not take the rider (a need not told, no seat).
    case refusedAtDoor = "refused_at_door"
    /// The scheme did not come: a breakdown, a driver fallen ill.
    case unmet

    /// The rider rode.
    public var isRide: Bool { self == .done }
    /// The vehicle came to the door.
    public var isVisit: Bool { self != .lateCancel && self != .unmet }
  }

  /// `nil`: of the one day that the table is for.
  public var date: PlanDate?
  /// Id of a run; with a leg it may be left out.
  public var run: String
  /// Id of a leg; empty: the row tells of the whole run.
  public var leg: String
  /// `nil`: not stated.
  public var status: Status?
  /// Of a run: when the driver left home or base, and was back.
  public var departure: ClockTime?
  public var arrival: ClockTime?
  /// Of a leg: when the rider was picked up and set down.
  public var pickup: ClockTime?
  public var setdown: ClockTime?
  /// Of a run from start to end, for volunteers from home to home; of a leg on board.
  public var kilometres: Double?

  public init(
    date: PlanDate? = nil, run: String = "", leg: String = "", status: Status? = nil,
    departure: ClockTime? = nil, arrival: ClockTime? = nil, pickup: ClockTime? = nil,
    setdown: ClockTime? = nil, kilometres: Double? = nil
  ) {
    self.date = date
    self.run = run
    self.leg = leg
    self.status = status
    self.departure = departure
    self.arrival = arrival
    self.pickup = pickup
    self.setdown = setdown
    self.kilometres = kilometres
  }
}

/// A row of a table of actuals with where it stands, so that what is wrong with it can be shown there.
public struct PlacedActual: Hashable, Sendable {
  public var actual: Actual
  public var place: FaultPlace

  public init(_ actual: Actual, at place: FaultPlace) {
    self.actual = actual
    self.place = place
  }
}
