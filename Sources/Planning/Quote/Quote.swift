/// What can be told to a caller (R47). Nothing is promised by it: whoever books later may be served first.
public struct Quote: Hashable, Sendable, Codable {
  /// The cheapest ways of different drivers and vehicles, the cheapest first; empty: there is none.
  public var offers: [QuoteOffer]
  /// Why there is no offer, with the least change that would give one; the first is the one to tell.
  public var reasons: [Reason]

  public init(offers: [QuoteOffer] = [], reasons: [Reason] = []) {
    self.offers = offers
    self.reasons = reasons
  }
}

/// One way of serving a caller, everybody else riding with whom they ride, in the order told, and at the times promised.
public struct QuoteOffer: Hashable, Sendable, Codable {
  /// There, and back where that is asked for.
  public var rides: [QuoteRide]
  /// What it adds to the kilometres driven, metres, and to the cost of the runs, euros.
  public var extraMetres: Int
  public var extraCost: Double
  /// Drivers who were not to drive and would have to be called.
  public var newlyCalled: [String]
  /// What a rider gives, or the insurance is billed, by the tariffs of the day, cents; `nil` where a figure of them
  /// is missing.
  public var priceCents: Int?

  public init(
    rides: [QuoteRide], extraMetres: Int, extraCost: Double, newlyCalled: [String] = [],
    priceCents: Int? = nil
  ) {
    self.rides = rides
    self.extraMetres = extraMetres
    self.extraCost = extraCost
    self.newlyCalled = newlyCalled
    self.priceCents = priceCents
  }
}

/// One way of an offer; all times are seconds since local midnight.
public struct QuoteRide: Hashable, Sendable, Codable {
  public var leg: String
  /// Volunteer or vehicle, and its run.
  public var resource: String
  public var mode: Mode
  public var run: String
  /// Whole minutes between which the rider can be picked up, each of them possible, and the cheapest time.
  public var earliestPickup: Int
  public var pickup: Int
  public var latestPickup: Int
  /// Arrival if picked up at `pickup`.
  public var arrival: Int
  /// Metres on board.
  public var metres: Int

  public init(
    leg: String, resource: String, mode: Mode, run: String, earliestPickup: Int, pickup: Int,
    latestPickup: Int, arrival: Int, metres: Int
  ) {
    self.leg = leg
    self.resource = resource
    self.mode = mode
    self.run = run
    self.earliestPickup = earliestPickup
    self.pickup = pickup
    self.latestPickup = latestPickup
    self.arrival = arrival
    self.metres = metres
  }
}
