/// The offers that Camin pools.
public enum Mode: String, Codable, Sendable, CaseIterable {
  case volunteer, tad, vsl, taxi
}

/// A rider, by pseudonym: what the planning needs to know and nothing else (R1).
public struct Rider: Codable, Hashable, Sendable {
  public var id: String
  /// Place id of the home.
  public var home: String
  /// Need codes, e.g. `wheelchair`, `walker`, `door_help`; what each means stands in the needs profile.
  public var needs: [String]
  /// Why the rider may use transport d'utilité sociale, if at all.
  public var socialCriterion: SocialCriterion
  /// Riders with whom this one never shares a vehicle (R9).
  public var neverTogether: [String]
  /// Shares a vehicle only with riders of the same class (R9); empty: none. A code whose meaning is not stored.
  public var isolation: String
  /// Bookings of the rider that were refused in the weeks before the day, as many as the rules of the objective look back
  /// on (R39).
  public var refusedLately: Int

  public init(
    id: String, home: String, needs: [String] = [], socialCriterion: SocialCriterion = .place,
    neverTogether: [String] = [], isolation: String = "", refusedLately: Int = 0
  ) {
    self.id = id
    self.home = home
    self.needs = needs
    self.socialCriterion = socialCriterion
    self.neverTogether = neverTogether
    self.isolation = isolation
    self.refusedLately = refusedLately
  }
}

/// The two grounds of décret 2019-850, or none.
public enum SocialCriterion: String, Codable, Sendable, CaseIterable {
  /// Lives in a rural commune or a small urban unit.
  case place
  /// Receives a minimum income or complémentaire santé solidaire.
  case resources
  case none
}

/// What becomes of a booking when one of its legs cannot be served (R2).
public enum LinkPolicy: String, Codable, Sendable, CaseIterable {
  case allOrNothing = "all_or_nothing"
  /// Later legs are served only if the first one is.
  case outboundRequired = "outbound_required"
  case independent
}

/// Whether others may ride along (R9).
public enum Sharing: Codable, Hashable, Sendable {
  case yes
  case no
  /// Only with these riders.
  case onlyWith([String])
}

/// The one time that fixes a leg (R3, R5).
public enum Anchor: Codable, Hashable, Sendable {
  /// Be there by then: an appointment.
  case arriveBy(ClockTime)
  /// Not picked up before then: a wish.
  case departAfter(ClockTime)
  /// End of care; `spread` seconds either way where it is only an estimate (will-call).
  case release(ClockTime, spread: Int)
  /// Picked up exactly then.
  case fixed(ClockTime)
  /// Picked up this many seconds after the previous leg's actual arrival.
  case afterStay(least: Int, greatest: Int)
}

/// Whether the rider comes back with the driver of the leg before.
public enum SameDriver: String, Codable, Sendable, CaseIterable {
  case required, preferred, free
}

/// Whether a leg may be given to another carrier than the patient chose (R14).
public enum CarrierPolicy: String, Codable, Sendable, CaseIterable {
  case forced, allowed, free
}

/// One ride of a booking.
public struct Leg: Codable, Hashable, Sendable {
  /// Unique over the scenario, e.g. `b12-1`.
  public var id: String
  /// Place ids.
  public var from: String
  public var to: String
  public var anchor: Anchor
  public var sharing: Sharing
  /// Overrides of the profile, seconds: for `arriveBy` how long before the appointment the rider may arrive
  /// at most and must arrive at least; for the other anchors how long after it pick-up may be at most.
  public var earliestBefore: Int?
  public var latestBefore: Int?
  public var latestAfter: Int?
  public var sameDriver: SameDriver
  /// Id of the line that the leg is booked on (R30), with `fixed` as anchor; empty: on none.
  public var line: String
  /// The scheduled transport that the ride leads to or comes from, where a plan has made the leg a feeder trip (R12); no
  /// booking states it.
  public var connection: Connection?

  public init(
    id: String, from: String, to: String, anchor: Anchor, sharing: Sharing = .yes,
    earliestBefore: Int? = nil, latestBefore: Int? = nil, latestAfter: Int? = nil,
    sameDriver: SameDriver = .free, line: String = ""
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.anchor = anchor
    self.sharing = sharing
    self.earliestBefore = earliestBefore
    self.latestBefore = latestBefore
    self.latestAfter = latestAfter
    self.sameDriver = sameDriver
    self.line = line
    connection = nil
  }
}

/// A rider's wish for a day: one leg, or an outward trip and its return, or more (R2).
public struct Booking: Codable, Hashable, Sendable {
  public var id: String
  public var rider: String
  public var linkPolicy: LinkPolicy
  /// Key into `Territory.priorities`; empty: ordinary.
  public var priority: String
  /// People who come along, each taking a seat.
  public var companions: Int
  /// Coarse purpose for reports: `care`, `work`, `shopping`, …
  public var purpose: String
  /// The health insurance pays: a prescribed seated-patient trip.
  public var insured: Bool
  /// Offers that may serve it; empty: every one that the rules allow.
  public var modes: [Mode]
  /// The carrier the patient chose; empty: none.
  public var carrier: String
  public var carrierPolicy: CarrierPolicy
  /// The driver stays with the rider at the destination (R28).
  public var accompany: Bool
  /// When the booking was made, by the territory's clock; `nil`: not known, and no deadline is tested (R58).
  public var bookedAt: LocalMoment?
  public var legs: [Leg]

  public init(
    id: String, rider: String, linkPolicy: LinkPolicy = .allOrNothing, priority: String = "",
    companions: Int = 0, purpose: String = "", insured: Bool = false, modes: [Mode] = [],
    carrier: String = "", carrierPolicy: CarrierPolicy = .forced, accompany: Bool = false,
    bookedAt: LocalMoment? = nil, legs: [Leg]
  ) {
    self.id = id
    self.rider = rider
    self.linkPolicy = linkPolicy
    self.priority = priority
    self.companions = companions
    self.purpose = purpose
    self.insured = insured
    self.modes = modes
    self.carrier = carrier
    self.carrierPolicy = carrierPolicy
    self.accompany = accompany
    self.bookedAt = bookedAt
    self.legs = legs
  }
}
