public import Planning
internal import TravelTimes

/// A journey as programs read it; times are ISO 8601 with the zone's offset, distances metres.
public struct JourneyDocument: Encodable, Sendable {
  public struct End: Encodable, Sendable {
    public let name: String
    /// `feed:id`; left out where it is no stop.
    public let stop: String?
    public let latitude: Double
    public let longitude: Double

    init(_ end: LegEnd) {
      name = end.name
      stop = end.stop.isEmpty ? nil : end.stop
      latitude = end.place.latitude
      longitude = end.place.longitude
    }
  }

  public struct Leg: Encodable, Sendable {
    /// `walk`, `ride`, `flex`.
    public let kind: String
    public let from: End
    public let to: End
    public let departure: String
    public let arrival: String
    public let metres: Int?
    public let feed: String?
    public let agency: String?
    public let route: String?
    public let headsign: String?
    public let trip: String?
    public let wheelchair: String?
    /// When a booked service takes up.
    public let windowStart: String?
    public let windowEnd: String?
    public let booking: Booking?
  }

  public struct Booking: Encodable, Sendable {
    public let deadline: String?
    public let phone: String?
    public let url: String?
    public let message: String?

    public init(_ booking: FlexBooking) {
      deadline = booking.deadline?.text
      phone = booking.phone.isEmpty ? nil : booking.phone
      url = booking.url.isEmpty ? nil : booking.url
      message = booking.message.isEmpty ? nil : booking.message
    }
  }

  public let departure: String
  public let arrival: String
  public let durationSeconds: Int
  public let changes: Int
  public let walkMetres: Int
  public let wheelchair: String
  /// The last moment at which all of it can be booked, by the territory's clock.
  public let deadline: String?
  public let legs: [Leg]

  public init(_ journey: Journey, clock: PlanClock) {
    departure = clock.iso8601(journey.departure)
    arrival = clock.iso8601(journey.arrival)
    durationSeconds = journey.duration
    changes = journey.changes
    walkMetres = journey.walkMetres
    wheelchair = journey.wheelchair.word
    deadline = journey.deadline?.text
    legs = journey.legs.map { Leg($0, clock) }
  }
}

extension WheelchairAccess {
  /// As documents say it.
  public var word: String {
    switch self {
    case .unknown: "unknown"
    case .possible: "possible"
    case .impossible: "impossible"
    }
  }
}

extension JourneyDocument.Leg {
  fileprivate init(_ leg: JourneyLeg, _ clock: PlanClock) {
    let ends = leg.ends
    from = JourneyDocument.End(ends.from)
    to = JourneyDocument.End(ends.to)
    departure = clock.iso8601(leg.departure)
    arrival = clock.iso8601(leg.arrival)
    switch leg {
    case .walk(let walk):
      kind = "walk"
      metres = walk.metres
      (feed, agency, route, headsign, trip, wheelchair) = (nil, nil, nil, nil, nil, nil)
      (windowStart, windowEnd, booking) = (nil, nil, nil)
    case .ride(let ride):
      kind = "ride"
      metres = nil
      (feed, agency, route, headsign) = (ride.feed, ride.agency, ride.route, ride.headsign)
      (trip, wheelchair) = (ride.trip, ride.wheelchair.word)
      (windowStart, windowEnd, booking) = (nil, nil, nil)
    case .flex(let flex):
      kind = "flex"
      metres = nil
      (feed, agency, route, headsign) = (flex.feed, flex.agency, flex.route, nil)
      (trip, wheelchair) = (flex.trip, flex.wheelchair.word)
      windowStart = clock.iso8601(flex.window.lowerBound)
      windowEnd = clock.iso8601(flex.window.upperBound)
      booking = JourneyDocument.Booking(flex.booking)
    }
  }
}
