/// Where and for which day the plan is made: the small `territory.json` of a scenario.
public struct Territory: Codable, Hashable, Sendable {
  /// Version of the scenario format; this release reads version 1.
  public var version: Int
  public var id: String
  public var name: String
  /// IANA name, e.g. `Europe/Paris`.
  public var timeZone: String
  /// The day planned for.
  public var date: PlanDate
  /// Days on which services marked as closed on holidays do not run.
  public var holidays: [PlanDate]
  /// Rule profiles by kind (`tap`, `vsl`, `tus`, `tad`, `volunteer`, `taxi`, `needs`, `roads`, `objective`, `rehearsal`),
  /// e.g. `"tap": "tap-2025"`. A kind not named takes the shipped profile in force on the date.
  public var profiles: [String: String]
  /// Weight of each priority class that bookings name; 1 is ordinary. Published by the operating body (R15).
  public var priorities: [String: Double]
  /// Carriers that have agreed to carry each other's patients where these consent too (R14); `nil`: no such list is
  /// kept, and the bookings' word counts for both.
  public var poolingCarriers: [String]?
  /// Turns of firms with patients who leave the choice of one to the scheme (R14); empty: there is no rota.
  public var rota: [CarrierTurn]
  /// Who outside the scheme takes whom it cannot serve, at what price and for how much a day (R33).
  public var fallbacks: [OutsideFallback]
  /// Where the people and places come from, e.g. `synthetic`.
  public var provenance: String
  /// Where road times come from: a path beside the day's files (road graph, matrix, or folder of road tables), or
  /// `osrm:URL`, `valhalla:URL`; `nil` where times are estimated (R22).
  public var roads: String?
  /// Published timetables: a path beside the day's files, to a feed or a folder of feeds; `nil`: none are looked at.
  public var transit: String?

  public init(
    version: Int = 1, id: String, name: String, timeZone: String = "Europe/Paris", date: PlanDate,
    holidays: [PlanDate] = [], profiles: [String: String] = [:],
    priorities: [String: Double] = [:], poolingCarriers: [String]? = nil,
    fallbacks: [OutsideFallback] = [], provenance: String = "", roads: String? = nil,
    transit: String? = nil, rota: [CarrierTurn] = []
  ) {
    self.version = version
    self.id = id
    self.name = name
    self.timeZone = timeZone
    self.date = date
    self.holidays = holidays
    self.profiles = profiles
    self.priorities = priorities
    self.poolingCarriers = poolingCarriers
    self.rota = rota
    self.fallbacks = fallbacks
    self.provenance = provenance
    self.roads = roads
    self.transit = transit
  }
}

/// What kind of commune a place lies in, as the rules of transport d'utilité sociale ask.
public enum CommuneClass: String, Codable, Sendable, CaseIterable {
  /// Rural commune.
  case rural
  /// Urban unit under the profile's threshold (12 000 inhabitants).
  case smallUrban = "small_urban"
  /// Larger urban unit.
  case urban
  /// A multimodal hub (station) in a larger urban unit.
  case hub
}

/// A point where riders are picked up or set down, or where vehicles start.
public struct Place: Codable, Hashable, Sendable {
  public var id: String
  public var name: String
  /// Other names under which people know it (R21).
  public var aliases: [String]
  /// Degrees, WGS 84.
  public var latitude: Double
  public var longitude: Double
  /// Name or INSEE code of the commune.
  public var commune: String
  public var communeClass: CommuneClass
  /// `home`, `hospital`, `station`, `shop`, `market`, `service`, `depot` or another word; for reports, and for what
  /// the needs' profile says of doors of that kind (R11).
  public var kind: String
  /// Codes of the TAD zones that the place lies in.
  public var zones: [String]
  /// Id of the stop that the place is in its network, at which services may meet riders (R24); empty: it is none.
  public var stop: String

  public init(
    id: String, name: String, aliases: [String] = [], latitude: Double, longitude: Double,
    commune: String = "", communeClass: CommuneClass = .rural, kind: String = "",
    zones: [String] = [], stop: String = ""
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.latitude = latitude
    self.longitude = longitude
    self.commune = commune
    self.communeClass = communeClass
    self.kind = kind
    self.zones = zones
    self.stop = stop
  }
}
