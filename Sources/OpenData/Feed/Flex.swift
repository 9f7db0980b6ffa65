public import TravelTimes

/// A row of `booking_rules.txt`.
public struct BookingRule: Hashable, Sendable {
  public enum Kind: Int, Hashable, Sendable, Codable {
    case realTime = 0
    case sameDay, priorDays
  }
  public var id: String
  public var kind: Kind
  /// Minutes before the ride.
  public var noticeLeast: Int?
  public var noticeMost: Int?
  /// Days before the ride, and seconds of that day.
  public var lastDay: Int?
  public var lastTime: Int?
  public var startDay: Int?
  public var startTime: Int?
  /// Position in `Feed.services`: days that count; `nil`: all.
  public var service: Int32?
  public var message: String
  public var pickupMessage: String
  public var dropOffMessage: String
  public var phone: String
  public var infoUrl: String
  public var bookingUrl: String

  public init(
    id: String, kind: Kind, noticeLeast: Int? = nil, noticeMost: Int? = nil, lastDay: Int? = nil,
    lastTime: Int? = nil, startDay: Int? = nil, startTime: Int? = nil, service: Int32? = nil,
    message: String = "", pickupMessage: String = "", dropOffMessage: String = "",
    phone: String = "", infoUrl: String = "", bookingUrl: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.noticeLeast = noticeLeast
    self.noticeMost = noticeMost
    self.lastDay = lastDay
    self.lastTime = lastTime
    self.startDay = startDay
    self.startTime = startTime
    self.service = service
    self.message = message
    self.pickupMessage = pickupMessage
    self.dropOffMessage = dropOffMessage
    self.phone = phone
    self.infoUrl = infoUrl
    self.bookingUrl = bookingUrl
  }
}

/// A row of `location_groups.txt` with its stops.
public struct LocationGroup: Hashable, Sendable {
  public var id: String
  public var name: String
  /// Positions in `Feed.stops`.
  public var stops: [Int32]
}

/// A feature of `locations.geojson`.
public struct FlexArea: Hashable, Sendable {
  public var id: String
  public var name: String
  /// Polygons of rings, the outer one first; each ring closed.
  public var polygons: [[[Coordinate]]]

  public init(id: String, name: String, polygons: [[[Coordinate]]]) {
    self.id = id
    self.name = name
    self.polygons = polygons
  }

  /// Whether the point lies inside, by the even-odd rule over all rings of a polygon.
  public func contains(_ point: Coordinate) -> Bool {
    polygons.contains { rings in
      rings.reduce(false) { $0 != Self.isInside(point, ring: $1) }
    }
  }

  private static func isInside(_ point: Coordinate, ring: [Coordinate]) -> Bool {
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst())
    where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + share * (b.longitude - a.longitude) { inside.toggle() }
    }
    return inside
  }
}

/// Where a row of a booked service takes up or sets down.
public enum FlexLocation: Hashable, Sendable {
  /// Positions in `Feed.stops`, `Feed.groups`, `Feed.areas`.
  case stop(Int32)
  case group(Int32)
  case area(Int32)
}

/// A row of `stop_times.txt` with a window in place of times.
public struct FlexTime: Hashable, Sendable {
  public var trip: Int32
  public var sequence: Int32
  public var location: FlexLocation
  /// Seconds of the service day.
  public var start: Int32
  public var end: Int32
  public var mayBoard: Bool
  public var mayAlight: Bool
  /// Positions in `Feed.bookingRules`; -1: none.
  public var pickupRule: Int32
  public var dropOffRule: Int32
}
