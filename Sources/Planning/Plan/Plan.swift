public import DialARide

/// Tomorrow's runs as they are told to people, and the bookings that cannot be met, with reasons.
///
/// Times are whole seconds elapsed since local midnight of the plan's date (`PlanClock` shows them as clock
/// times); in JSON they are ISO 8601 with the zone's offset.
public struct Plan: Codable, Hashable, Sendable {
  public var version: Int
  public var territory: String
  public var territoryName: String
  public var date: PlanDate
  public var timeZone: String
  /// Travel times are estimates from straight lines, not from a road network (R22).
  public var approximate: Bool
  public var runs: [Run]
  /// Legs that somebody outside the scheme drives: neither in a run nor unserved (R33).
  public var outside: [OutsideRide]
  public var unserved: [UnservedBooking]
  public var tiers: [Tier]
  public var indicators: Indicators
  /// Ids of the rule profiles used.
  public var profiles: [String]
  /// The scheduled part of each leg that is served as a feeder trip (R12).
  public var connections: [Connection]
  /// Bookings that came after a deadline and are served only where nobody else is the worse for it (R58), by id.
  public var standby: [String]
  public var provenance: PlanProvenance
  /// What differs from the plan that people were told; `nil` where there is none.
  public var changes: PlanChanges?
  /// What is proven of the plan's cost; `nil` where nothing was computed, or a booking that must be served is not.
  public var proof: ProvenBound?

  public init(
    version: Int = 1, territory: String, territoryName: String, date: PlanDate, timeZone: String,
    approximate: Bool, runs: [Run], outside: [OutsideRide] = [], unserved: [UnservedBooking],
    tiers: [Tier], indicators: Indicators, profiles: [String], standby: [String] = [],
    provenance: PlanProvenance, changes: PlanChanges? = nil, proof: ProvenBound? = nil,
    connections: [Connection] = []
  ) {
    self.connections = connections
    self.version = version
    self.territory = territory
    self.territoryName = territoryName
    self.date = date
    self.timeZone = timeZone
    self.approximate = approximate
    self.runs = runs
    self.outside = outside
    self.unserved = unserved
    self.tiers = tiers
    self.indicators = indicators
    self.profiles = profiles
    self.standby = standby
    self.provenance = provenance
    self.changes = changes
    self.proof = proof
  }
}

/// What one driver does in one shift.
public struct Run: Codable, Hashable, Sendable {
  /// Resource id and number of the shift, e.g. `v07#2`.
  public var id: String
  public var resource: String
  public var mode: Mode
  public var carrier: String
  /// Place ids.
  public var start: String
  public var end: String
  public var departure: Int
  public var arrival: Int
  public var stops: [RunStop]
  /// Metres; `emptyMetres` with no rider on board.
  public var metres: Int
  public var emptyMetres: Int
  /// Seconds.
  public var driving: Int
  public var waiting: Int
  /// Euros.
  public var cost: Double
  /// Seat layout to set up: index into the vehicle's layouts.
  public var layout: Int
  /// What the run lacks of the riders that the service would rather go out for (R29); `nil`: nothing.
  public var fewRiders: FewRiders?

  public init(
    id: String, resource: String, mode: Mode, carrier: String, start: String, end: String,
    departure: Int, arrival: Int, stops: [RunStop], metres: Int, emptyMetres: Int, driving: Int,
    waiting: Int, cost: Double, layout: Int, fewRiders: FewRiders? = nil
  ) {
    self.id = id
    self.resource = resource
    self.mode = mode
    self.carrier = carrier
    self.start = start
    self.end = end
    self.departure = departure
    self.arrival = arrival
    self.stops = stops
    self.metres = metres
    self.emptyMetres = emptyMetres
    self.driving = driving
    self.waiting = waiting
    self.cost = cost
    self.layout = layout
    self.fewRiders = fewRiders
  }
}

/// One visit of a run.
public struct RunStop: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case pickup, delivery
    case rest = "break"
    /// Back home or at the depot between two tours.
    case base
  }
  public var kind: Kind
  /// Place id; for a break where the vehicle stands.
  public var place: String
  /// Empty for breaks and base visits.
  public var leg: String
  public var booking: String
  public var rider: String
  /// Need codes of the rider.
  public var needs: [String]
  public var companions: Int
  /// Seconds since local midnight.
  public var arrival: Int
  public var start: Int
  public var departure: Int
  /// People on board when the vehicle leaves, companions included.
  public var onBoard: Int
  /// Metres from the stop before.
  public var metres: Int
  /// Place id of the rider's door, where the vehicle stands at a stop near it (R24); empty: `place` is the door.
  public var door: String
  /// Metres on foot between door and stop.
  public var walk: Int

  public init(
    kind: Kind, place: String, leg: String = "", booking: String = "", rider: String = "",
    needs: [String] = [], companions: Int = 0, arrival: Int, start: Int, departure: Int,
    onBoard: Int, metres: Int, door: String = "", walk: Int = 0
  ) {
    self.kind = kind
    self.place = place
    self.leg = leg
    self.booking = booking
    self.rider = rider
    self.needs = needs
    self.companions = companions
    self.arrival = arrival
    self.start = start
    self.departure = departure
    self.onBoard = onBoard
    self.metres = metres
    self.door = door
    self.walk = walk
  }
}

/// A booking of which some leg is not served.
public struct UnservedBooking: Codable, Hashable, Sendable {
  public var booking: String
  public var rider: String
  /// Ids of the legs not served.
  public var legs: [String]
  /// The first is the one to tell; more where several legs fail for their own reasons.
  public var reasons: [Reason]
  /// What keeps each volunteer and vehicle from the legs that fail for their own reasons.
  public var bindings: [Binding]

  public init(
    booking: String, rider: String, legs: [String], reasons: [Reason], bindings: [Binding] = []
  ) {
    self.booking = booking
    self.rider = rider
    self.legs = legs
    self.reasons = reasons
    self.bindings = bindings
  }
}

/// One level of the objective (R35), the most important first.
public struct Tier: Codable, Hashable, Sendable {
  /// `hard_rules`, `unserved`, `cost`, `comfort`, `fairness`, `stability`; `standby`, `few_riders`, `rota`, `wishes`
  /// and `wished_hours` where there are any.
  public var id: String
  public var value: Double
  public var unit: String

  public init(id: String, value: Double, unit: String) {
    self.id = id
    self.value = value
    self.unit = unit
  }
}

/// What the day looks like in figures (R62, the part that needs no baseline).
public struct Indicators: Codable, Hashable, Sendable {
  public var legs = 0
  public var servedLegs = 0
  public var bookings = 0
  public var servedBookings = 0
  /// Legs that somebody outside the scheme drives, and euros paid for them; not among the served, nor in the cost.
  public var outsideLegs = 0
  public var outsideCost = 0.0
  public var runs = 0
  /// Legs that shared a vehicle with another rider for part of the way.
  public var sharedLegs = 0
  public var kilometres = 0.0
  public var emptyKilometres = 0.0
  /// Rider-kilometres over loaded vehicle-kilometres.
  public var occupancy = 0.0
  /// Mean of (time on board / direct time), and its 95th percentile.
  public var rideRatioMean = 0.0
  public var rideRatio95 = 0.0
  /// Minutes that riders wait in a standing vehicle, summed over riders; stops for service do not count (R34). `nil`
  /// where it was not computed.
  public var parkedMinutes: Double?
  /// Euros.
  public var cost = 0.0
  /// What the same served legs would cost one vehicle trip each, with the same resources, euros; `nil` where
  /// it was not computed.
  public var costUnshared: Double?
  public var servedLegsByMode: [String: Int] = [:]
  public var unservedByReason: [String: Int] = [:]

  public init() {}
}
