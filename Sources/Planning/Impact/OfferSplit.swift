/// Which offer would take each booking today, where nobody pools (R62): the ground of what planning apart is worth.
///
/// The legs of a booking stay together. In this order:
///
/// 1. A leg that the coordinator has assigned goes to the offer of that driver or vehicle, with its booking.
/// 2. What the health insurance pays goes to VSL and taxis, and to those of the patient's carrier where the booking
///    names one.
/// 3. What one or more vehicles of the TAD may take, leg by leg – zones, needs and days tested by `Eligibility` – and
///    could drive alone within their hours, from the depot back to it, goes to the TAD.
/// 4. The rest goes to the volunteers, who may turn out not to be allowed to take it.
///
/// Modes that a booking does not admit are passed over; where it admits none that a rule proposes, its first mode
/// decides. A patient without a carrier may be taken by any firm: that favours planning apart.
public struct OfferSplit: Sendable {
  /// Which rule has decided.
  public enum Ground: String, Codable, Sendable, CaseIterable {
    case lock, insurance, zone, rest
    /// No rule proposes an offer that the booking admits.
    case mode
  }

  /// A booking in one offer.
  public struct Entry: Hashable, Sendable {
    public var offer: Offer
    public var ground: Ground
    /// Some leg may be taken by nobody of the offer, whatever the hour.
    public var isHopeless: Bool
  }

  /// What becomes of a decision that ties a leg to a driver or vehicle of another offer than the rules propose (R41).
  public struct LockNote: Hashable, Sendable, Encodable {
    public enum Fate: String, Codable, Sendable {
      /// The booking is planned by the offer of that driver or vehicle.
      case moves
      /// Another leg of the booking is assigned to another offer, and the legs stay together: it cannot hold.
      case dropped
    }
    public var trip: String
    public var resource: String
    public var offer: Offer
    public var fate: Fate
  }

  public let day: Day
  /// By booking.
  public let entries: [Entry]
  /// In the order of the scenario's locks.
  public let lockNotes: [LockNote]
  private let rule: OfferRule

  public init(_ day: Day) {
    let rule = OfferRule(day)
    self.rule = rule
    self.day = day
    entries = day.scenario.bookings.indices.map(rule.entry)
    lockNotes = rule.notes(entries)
  }

  private init(_ split: OfferSplit, entries: [Entry]) {
    day = split.day
    rule = split.rule
    lockNotes = split.lockNotes
    self.entries = entries
  }

  /// The split after some bookings were handed on to the volunteers: those of a plan that it serves no leg of, that
  /// admit a volunteer and that no decision ties to the offer.
  ///
  /// - Returns: the split, and the bookings handed on, ascending.
  public func handingOn(from plan: Plan) -> (split: OfferSplit, bookings: [Int]) {
    let refused = Dictionary(
      plan.unserved.map { ($0.booking, $0.legs.count) }, uniquingKeysWith: { first, _ in first })
    let bookings = entries.indices.filter { index in
      let booking = day.scenario.bookings[index]
      return refused[booking.id] == booking.legs.count && entries[index].ground != .lock
        && (booking.modes.isEmpty || booking.modes.contains(.volunteer))
    }
    var changed = entries
    for index in bookings {
      changed[index].offer = .volunteers
      changed[index].isHopeless = rule.isHopeless(index, in: .volunteers)
    }
    return (OfferSplit(self, entries: changed), bookings)
  }

  /// Bookings of an offer, ascending.
  public func bookings(of offer: Offer) -> [Int] {
    entries.indices.filter { entries[$0].offer == offer }
  }

  /// Legs of an offer.
  public func legs(of offer: Offer) -> Int {
    bookings(of: offer).reduce(0) { $0 + day.legsOfBooking[$1].count }
  }

  /// Drivers and vehicles of an offer that are there on the day.
  public func resources(of offer: Offer) -> Int {
    day.resources.count { $0.mode.offer == offer && !$0.shifts.isEmpty }
  }

  /// The day as the people of one offer see it: its bookings, drivers, vehicles and locks alone.
  ///
  /// Riders and places are all there, so that travel between them is that of the whole day.
  public func scenario(of offer: Offer) -> Scenario {
    var part = day.scenario
    // Standing orders are among the bookings already, and what no offer serves is given outside for all of them at once.
    part.standing = []
    part.territory.fallbacks = []
    let carriers = Set(day.resources.filter { $0.mode.offer == offer }.map(\.carrier))
    part.bookings = bookings(of: offer).map { index in
      var booking = day.scenario.bookings[index]
      // Firms do not hand patients on to each other today, whatever the patient would allow.
      if carriers.contains(booking.carrier) { booking.carrierPolicy = .forced }
      return booking
    }
    part.volunteers = offer == .volunteers ? part.volunteers : []
    part.vehicles = part.vehicles.filter { $0.mode.offer == offer }
    let firms = Set(part.vehicles.map(\.carrier))
    part.territory.poolingCarriers = part.territory.poolingCarriers?.filter(firms.contains)
    part.territory.rota.removeAll { !firms.contains($0.carrier) }
    if part.territory.rota.allSatisfy({ $0.share == 0 }) { part.territory.rota = [] }
    let resources = Set(part.volunteers.map(\.id) + part.vehicles.map(\.id))
    part.lines = part.lines.filter { resources.contains($0.vehicle) }
    part.availability = part.availability.filter { resources.contains($0.resource) }
    let trips = Set(part.bookings.map(\.id) + part.bookings.flatMap(\.legs).map(\.id))
    part.locks = part.locks.filter {
      (trips.contains($0.trip) || $0.trip.isEmpty)
        && ($0.kind == .promise || resources.contains($0.resource))
    }
    return part
  }
}
