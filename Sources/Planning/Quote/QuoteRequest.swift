/// What a caller asks for (R47).
public struct QuoteRequest: Codable, Hashable, Sendable {
  /// When one way is wished for.
  public enum Time: Codable, Hashable, Sendable {
    /// Not picked up before; at most the profile's tolerance later.
    case departAfter(ClockTime)
    /// Be there by then.
    case arriveBy(ClockTime)
    /// Picked up within this window.
    case window(ClockWindow)
  }
  /// Place ids.
  public var from: String
  public var to: String
  public var time: Time
  /// The way back; `nil`: none.
  public var back: Time?
  /// Need codes; those of a known rider are taken from the day.
  public var needs: [String]
  /// Id of a rider of the day; empty: somebody new, who lives where the ride begins.
  public var rider: String
  public var companions: Int
  /// The health insurance pays.
  public var insured: Bool
  /// Offers that may serve it; empty: every one that the rules allow.
  public var modes: [Mode]
  /// Key into `Territory.priorities`; empty: ordinary.
  public var priority: String
  /// When the caller calls, for booking deadlines (R58); `nil`: in time.
  public var bookedAt: LocalMoment?

  public init(
    from: String, to: String, time: Time, back: Time? = nil, needs: [String] = [],
    rider: String = "", companions: Int = 0, insured: Bool = false, modes: [Mode] = [],
    priority: String = "", bookedAt: LocalMoment? = nil
  ) {
    self.from = from
    self.to = to
    self.time = time
    self.back = back
    self.needs = needs
    self.rider = rider
    self.companions = companions
    self.insured = insured
    self.modes = modes
    self.priority = priority
    self.bookedAt = bookedAt
  }

  /// Id of the booking that is tried out, and the beginning of those of its legs.
  public static let bookingId = "quote"

  /// The booking as it would be entered.
  public func booking(in scenario: Scenario) -> (booking: Booking, rider: Rider) {
    let known = scenario.riders.first { $0.id == rider && !rider.isEmpty }
    let person =
      known ?? Rider(id: rider.isEmpty ? Self.bookingId : rider, home: from, needs: needs)
    var legs = [time.leg(id: Self.bookingId + "-1", from: from, to: to)]
    if let back { legs.append(back.leg(id: Self.bookingId + "-2", from: to, to: from)) }
    let booking = Booking(
      id: Self.bookingId, rider: person.id, priority: priority, companions: companions,
      insured: insured, modes: modes, carrierPolicy: .free, bookedAt: bookedAt, legs: legs)
    return (booking, person)
  }
}

extension QuoteRequest.Time {
  fileprivate func leg(id: String, from: String, to: String) -> Leg {
    switch self {
    case .departAfter(let time): Leg(id: id, from: from, to: to, anchor: .departAfter(time))
    case .arriveBy(let time): Leg(id: id, from: from, to: to, anchor: .arriveBy(time))
    case .window(let window):
      Leg(
        id: id, from: from, to: to, anchor: .departAfter(window.start),
        latestAfter: max(0, window.end.seconds - window.start.seconds))
    }
  }
}
