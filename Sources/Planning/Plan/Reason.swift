/// Why a leg is not served (R45); mapped to TDS `tripRejectionReason` on export.
public enum ReasonCode: String, Codable, Sendable, CaseIterable {
  case notEligible = "not_eligible"
  case outsideZone = "outside_zone"
  case afterDeadline = "after_deadline"
  case noResourceInTime = "no_resource_in_time"
  case capacityOrNeed = "capacity_or_need"
  case rideOrDetourLimit = "ride_or_detour_limit"
  case driverLimit = "driver_limit"
  /// It would fit only if another booking of at least equal weight were dropped, or costs more than its weight.
  case priorityLost = "priority_lost"
  /// Another leg of the same booking cannot be served.
  case linkedLeg = "linked_leg"
  /// The search stopped before it was placed or shown impossible.
  case searchLimit = "search_limit"
}

/// The least change found that would serve the leg, verified by planning it in exactly.
public struct LeastChange: Codable, Hashable, Sendable {
  /// `later_pickup`, `earlier_pickup`, `later_arrival`, `earlier_arrival`, `longer_ride`; of one driver
  /// `earlier_start`, `later_end`, `more_kilometres`, `more_kilometres_a_year`, `longer_duty`, `more_trips`,
  /// `longer_wait`, `more_room`, `rule`.
  public var kind: String
  /// Size of the change in `unit`.
  public var amount: Double
  public var unit: String
  /// The resource that would serve it, or whose offer would change.
  public var resource: String
  /// Other legs that would ride with somebody else for it.
  public var moved: Int
  public var text: Bilingual

  public init(
    kind: String, amount: Double, unit: String, resource: String, moved: Int = 0, text: Bilingual
  ) {
    self.kind = kind
    self.amount = amount
    self.unit = unit
    self.resource = resource
    self.moved = moved
    self.text = text
  }
}

/// A structured, true reason.
public struct Reason: Codable, Hashable, Sendable {
  public var code: ReasonCode
  /// Leg that fails; for `linkedLeg` the other one.
  public var leg: String
  /// Figure or rule that refuses, e.g. `tus-2019.max_km`; empty where none does.
  public var rule: String
  /// How many resources the reason holds for, of how many.
  public var resources: Int
  public var ofResources: Int
  /// Shown to be impossible, rather than merely not found.
  public var proven: Bool
  public var text: Bilingual
  public var leastChange: LeastChange?

  public init(
    code: ReasonCode, leg: String, rule: String = "", resources: Int = 0, ofResources: Int = 0,
    proven: Bool, text: Bilingual, leastChange: LeastChange? = nil
  ) {
    self.code = code
    self.leg = leg
    self.rule = rule
    self.resources = resources
    self.ofResources = ofResources
    self.proven = proven
    self.text = text
    self.leastChange = leastChange
  }
}
