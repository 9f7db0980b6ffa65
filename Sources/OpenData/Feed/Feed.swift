public import Planning
public import TravelTimes

/// A GTFS feed as it was read: the tables of the specification with ids resolved to positions.
public struct Feed: Hashable, Sendable {
  /// What ids of this feed are prefixed with where several are used at once.
  public var id: String
  public var agencies: [TransitAgency] = []
  public var stops: [TransitStop] = []
  public var routes: [TransitRoute] = []
  public var services: [TransitService] = []
  public var trips: [TransitTrip] = []
  public var stopTimes = StopTimes()
  public var frequencies: [Frequency] = []
  public var transfers: [TransitTransfer] = []
  public var fares: [TransitFare] = []
  public var info: FeedInfo?
  public var bookingRules: [BookingRule] = []
  public var groups: [LocationGroup] = []
  public var areas: [FlexArea] = []
  /// Rows of `stop_times.txt` with a pick-up and drop-off window, by trip and sequence.
  public var flexTimes: [FlexTime] = []

  public init(id: String) { self.id = id }

  /// IANA name that times are in.
  public var timeZone: String { agencies.first?.timeZone ?? "Europe/Paris" }

  /// First and last day of any service, `nil` where there is none.
  public var validity: ClosedRange<PlanDate>? {
    let days = services.flatMap { service in
      (service.period.map { [$0.lowerBound, $0.upperBound] } ?? []) + service.added
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }
}

/// A row of `agency.txt`.
public struct TransitAgency: Hashable, Sendable {
  public var id: String
  public var name: String
  public var url: String
  public var timeZone: String
  public var phone: String

  public init(
    id: String, name: String, url: String, timeZone: String, phone: String
  ) {
    self.id = id
    self.name = name
    self.url = url
    self.timeZone = timeZone
    self.phone = phone
  }
}

/// Whether wheelchairs can be taken.
public enum WheelchairAccess: UInt8, Hashable, Sendable, Codable {
  case unknown = 0
  case possible = 1
  case impossible = 2
}

/// A row of `stops.txt`.
public struct TransitStop: Hashable, Sendable {
  /// `location_type`.
  public enum Kind: UInt8, Hashable, Sendable {
    case stop = 0
    case station, entrance, node, boardingArea
  }
  public var id: String
  public var name: String
  /// Where there is none, the station's; generic nodes may have none at all.
  public var place: Coordinate
  public var kind: Kind
  /// Position in `Feed.stops`; -1: none.
  public var parent: Int32
  public var zone: String
  /// The stop's own, or else its station's.
  public var wheelchair: WheelchairAccess

  public init(
    id: String, name: String, place: Coordinate, kind: Kind, parent: Int32, zone: String,
    wheelchair: WheelchairAccess
  ) {
    self.id = id
    self.name = name
    self.place = place
    self.kind = kind
    self.parent = parent
    self.zone = zone
    self.wheelchair = wheelchair
  }
}

/// A row of `routes.txt`.
public struct TransitRoute: Hashable, Sendable {
  public var id: String
  /// Position in `Feed.agencies`; -1: none named and several there.
  public var agency: Int32
  public var shortName: String
  public var longName: String
  /// `route_type`, e.g. 2 for rail and 3 for bus.
  public var type: Int

  /// As people call it.
  public var title: String {
    shortName.isEmpty ? longName : shortName
  }

  /// Trains, by the basic and the extended route types.
  public var isRail: Bool { type == 2 || (100..<200).contains(type) }

  public init(
    id: String, agency: Int32, shortName: String, longName: String, type: Int
  ) {
    self.id = id
    self.agency = agency
    self.shortName = shortName
    self.longName = longName
    self.type = type
  }
}

/// When trips of a service run: a row of `calendar.txt` with its exceptions.
public struct TransitService: Hashable, Sendable {
  public var id: String
  public var weekdays: Set<Weekday> = []
  /// Days between which the weekdays hold.
  public var period: ClosedRange<PlanDate>?
  public var added: [PlanDate] = []
  public var removed: [PlanDate] = []

  public func runs(on date: PlanDate) -> Bool {
    if removed.contains(date) { return false }
    if added.contains(date) { return true }
    return (period?.contains(date) ?? false) && weekdays.contains(date.weekday)
  }

  public init(
    id: String
  ) {
    self.id = id
  }
}

/// A row of `trips.txt`.
public struct TransitTrip: Hashable, Sendable {
  public var id: String
  public var route: Int32
  public var service: Int32
  public var headsign: String
  public var block: String
  public var wheelchair: WheelchairAccess
  /// Of a service that is booked: a ride takes at most the direct drive times the factor, and the offset on top.
  public var safeFactor: Double = 1
  /// Seconds, as `trips.txt` has it; drafts of GTFS-Flex had minutes.
  public var safeOffset: Double = 0

  public init(
    id: String, route: Int32, service: Int32, headsign: String, block: String,
    wheelchair: WheelchairAccess
  ) {
    self.id = id
    self.route = route
    self.service = service
    self.headsign = headsign
    self.block = block
    self.wheelchair = wheelchair
  }
}

/// A row of `frequencies.txt`: the trip's times are offsets from each departure.
public struct Frequency: Hashable, Sendable {
  public var trip: Int32
  /// Seconds of the service day.
  public var start: Int32
  public var end: Int32
  public var headway: Int32
  public var isExact: Bool
}

/// A row of `transfers.txt` between stops.
public struct TransitTransfer: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    case recommended = 0
    case timed, minimum, impossible
  }
  public var from: Int32
  public var to: Int32
  public var kind: Kind
  /// Seconds; of `minimum` alone.
  public var seconds: Int32

  public init(
    from: Int32, to: Int32, kind: Kind, seconds: Int32
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.seconds = seconds
  }
}

/// A row of `fare_attributes.txt`, with the routes and zones it is good for.
public struct TransitFare: Hashable, Sendable {
  public struct Rule: Hashable, Sendable {
    /// Position in `Feed.routes`; -1: any.
    public var route: Int32
    public var origin: String
    public var destination: String
    /// A zone that the ride must pass through; empty: any.
    public var through: String
  }
  public var id: String
  public var price: Double
  public var currency: String
  /// Position in `Feed.agencies`; -1: none named and several there.
  public var agency: Int32
  /// `nil`: any number.
  public var transfers: Int?
  /// None: good everywhere.
  public var rules: [Rule]
}

/// `feed_info.txt`.
public struct FeedInfo: Hashable, Sendable {
  public var publisher: String
  public var url: String
  public var language: String
  public var version: String
  /// Days that the feed speaks for; `nil`: it does not say, or not both.
  public var period: ClosedRange<PlanDate>?
  /// Where faults of the feed can be told.
  public var contactUrl = ""
}
