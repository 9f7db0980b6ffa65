public import Planning

/// `territory-data.json`: who travels where and when, in which proportions, and what these rest on.
public struct DemandProfile: Codable, Hashable, Sendable {
  /// Version of the format; this release reads version 1.
  public var version: Int
  public var id: String
  public var name: String
  /// IANA name.
  public var timeZone: String
  public var holidays: [PlanDate]
  /// Weight of each priority class that families name.
  public var priorities: [String: Double]
  /// Publishers and licences, copied into what is generated.
  public var attribution: [Bilingual]
  /// What no source at hand confirms, in words.
  public var assumptions: [Bilingual]
  public var sizes: [String: DaySize]
  public var derivedSites: [DerivedSites]
  public var families: [TripFamily]
  public var riders: RiderTraits
  public var fleet: FleetTraits
}

/// A day of a named size.
public struct DaySize: Codable, Hashable, Sendable {
  public var legs: Int
  /// Volunteers and vehicles together.
  public var resources: Int
  /// Groups of communes (column `group`) where riders and drivers live; empty: the whole territory.
  public var groups: [String]

  public init(legs: Int, resources: Int, groups: [String] = []) {
    self.legs = legs
    self.resources = resources
    self.groups = groups
  }
}

/// Places put at the centre of every commune that has enough of something.
public struct DerivedSites: Codable, Hashable, Sendable {
  public enum Basis: String, Codable, Sendable {
    case population, shops
    /// A market on the plan's weekday.
    case market
  }
  public var kind: String
  /// Before the commune's name, e.g. `Commerces`.
  public var title: String
  public var basis: Basis
  /// Smallest value that makes a place; for `market` not used.
  public var least: Double
}

/// One sort of trip.
public struct TripFamily: Codable, Hashable, Sendable {
  public enum Basis: String, Codable, Sendable {
    case population
    case population75 = "population_75"
  }
  public enum Outward: String, Codable, Sendable {
    case arriveBy = "arrive_by"
    case departAfter = "depart_after"
  }
  public var id: String
  /// As `Booking.purpose`.
  public var purpose: String
  /// As `Booking.priority`.
  public var priority: String
  /// Share of the day's legs; shares are relative.
  public var share: Double
  public var modes: [Mode]
  public var insured: Bool
  /// Both ends lie in one TAD zone, and riders of one village set out together.
  public var withinZone: Bool
  public var basis: Basis
  /// Kinds of places gone to.
  public var destinations: [String]
  /// Crow-fly kilometres at which a destination draws half as much, and limits.
  public var halfKilometres: Double
  public var leastKilometres: Double
  public var mostKilometres: Double
  public var weekdays: [Weekday]
  public var onHolidays: Bool
  public var outward: Outward
  public var starts: [StartSlot]
  /// Minutes at the destination.
  public var stay: Span
  /// Riders to one destination at one time; `nil`: one.
  public var group: Span?
  /// Crow-fly kilometres within which a group's riders tend to live; `nil`: anywhere.
  public var neighbourKilometres: Double?
  public var returns: ReturnMix
  /// Share whose driver stays with the rider.
  public var accompanied: Double
}

/// A stretch of the day from which start times are drawn, every five minutes.
public struct StartSlot: Codable, Hashable, Sendable {
  public var from: ClockTime
  public var to: ClockTime
  public var weight: Double
}

/// A range of whole numbers, both ends in.
public struct Span: Codable, Hashable, Sendable {
  public var least: Int
  public var most: Int
}

/// How riders come back, relative weights.
public struct ReturnMix: Codable, Hashable, Sendable {
  /// At a known end of care.
  public var release: Double
  /// End of care only estimated.
  public var willCall: Double
  /// After a stay counted from the actual arrival.
  public var afterStay: Double
  /// From a wished time on.
  public var departAfter: Double
  /// No return: the outward or the homeward leg alone.
  public var oneWay: Double

  var weights: [Double] { [release, willCall, afterStay, departAfter, oneWay] }
}

/// Shares of riders and bookings that have some trait.
public struct RiderTraits: Codable, Hashable, Sendable {
  public var needs: [NeedShare]
  /// How often people of larger towns ask for a trip that no insurance pays, against those of
  /// villages.
  public var askingInTowns: Double
  /// Of riders bound for, or living in, a larger urban unit: those who may use transport d'utilité
  /// sociale by resources; elsewhere the share is `resources`.
  public var resourcesWhereUrban: Double
  public var resources: Double
  /// Riders with neither ground.
  public var noCriterion: Double
  /// Bookings whose rider travels alone.
  public var notShared: Double
  /// Pairs who never ride together, per rider.
  public var neverTogether: Double
  public var companion: Double
  /// Of insured bookings: a carrier chosen; of these: no other allowed.
  public var carrierChosen: Double
  public var carrierForced: Double
  public var outboundRequired: Double
  public var independent: Double
  /// Of bookings that a volunteer may serve: the return preferably with the same driver.
  public var sameDriverPreferred: Double
}

/// How many riders have a need, and how many volunteers can take it.
public struct NeedShare: Codable, Hashable, Sendable {
  /// As in the needs profile.
  public var code: String
  public var share: Double
  public var acceptedByVolunteers: Double
  /// Capacity dimension that a volunteer who takes it offers once; empty: none.
  public var dimension: String
}
