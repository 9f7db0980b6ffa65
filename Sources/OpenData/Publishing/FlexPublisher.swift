public import Planning
public import TravelTimes

/// The demand-responsive services of a territory as a GTFS-Flex feed: zones, hours, booking rule, safe ride times.
///
/// Vehicles that serve the same zones at the same hours in the same way are one service to the public. A service that
/// comes to the door is written with its zones; one that meets its riders at stops with groups of these.
public struct FlexPublisher {
  /// What the day does not know.
  public struct Terms: Hashable, Sendable {
    /// Days between which the services run.
    public var period: ClosedRange<PlanDate>
    public var url: String
    public var phone: String

    public init(period: ClosedRange<PlanDate>, url: String, phone: String) {
      self.period = period
      self.url = url
      self.phone = phone
    }
  }

  private struct Service: Hashable {
    var carrier: String
    var zones: [String]
    var window: ClockWindow
    var closedOnHolidays: Bool
    var atStops: Bool
    var wheelchair: Bool
  }

  private let scenario: Scenario
  private let rules: RuleBook
  private let areas: [FlexArea]
  private let terms: Terms

  /// - Parameter areas: outlines of the zones; those that no service serves are left out.
  public init(_ scenario: Scenario, rules: RuleBook, areas: [FlexArea], terms: Terms) {
    self.scenario = scenario
    self.rules = rules
    self.areas = areas
    self.terms = terms
  }

  /// Reads outlines of zones, as `locations.geojson` has them.
  ///
  /// - Throws: `Faults` with every notice on the file.
  public static func areas(_ path: String) throws(Faults) -> [FlexArea] {
    let reading = FeedReader.areas(of: path)
    guard reading.notices.isEmpty else { throw Faults(reading.notices.map(\.fault)) }
    return reading.areas
  }

  /// Zones that services serve and nobody has given an outline of; none where these meet riders at stops alone.
  public var missingAreas: [String] {
    let known = Set(areas.map(\.id))
    let needed = Set(services().keys.filter { !$0.atStops }.flatMap(\.zones))
    return needed.subtracting(known).sorted()
  }

  /// Outlines that one service serves both and that overlap, which GTFS-Flex forbids, with a place that both hold.
  public var overlaps: [(first: FlexArea, second: FlexArea, place: Coordinate)] {
    let sets = services().keys.filter { !$0.atStops }.map { Set($0.zones) }
    return areas.enumerated().flatMap { position, first in
      areas[(position + 1)...].compactMap { second in
        guard sets.contains(where: { $0.contains(first.id) && $0.contains(second.id) }),
          let place = first.ground(sharedWith: second)
        else { return nil }
        return (first, second, place)
      }
    }
  }

  public func feed(id: String = "tad") -> Feed {
    var feed = Feed(id: id)
    let territory = scenario.territory
    feed.agencies = [
      TransitAgency(
        id: territory.id, name: territory.name, url: terms.url, timeZone: territory.timeZone,
        phone: terms.phone)
    ]
    feed.info = FeedInfo(
      publisher: territory.name, url: terms.url, language: "fr",
      version: territory.date.text
        + (territory.provenance.isEmpty ? "" : " " + territory.provenance),
      period: terms.period, contactUrl: terms.url)
    let rule = addBookingRule(to: &feed)
    let services = services().sorted { Self.name($0.key) < Self.name($1.key) }
    let used = Set(services.filter { !$0.key.atStops }.flatMap(\.key.zones))
    feed.areas = areas.filter { used.contains($0.id) }
    for (number, (service, days)) in services.enumerated() {
      add(service, days, number: number + 1, rule: rule, to: &feed)
    }
    return feed
  }

  // MARK: Services

  private static func name(_ service: Service) -> String {
    ([service.carrier, service.window.start.text, service.window.end.text] + service.zones)
      .joined(separator: " ")
  }

  /// Hours of the vehicles by weekday, dated exceptions left aside: they are one vehicle's, seldom the service's.
  private func services() -> [Service: Set<Weekday>] {
    var found: [Service: Set<Weekday>] = [:]
    for vehicle in scenario.vehicles where vehicle.mode == .tad && !vehicle.zones.isEmpty {
      for row in scenario.availability where row.resource == vehicle.id {
        guard let window = row.window else { continue }
        let days: Set<Weekday>
        switch row.days {
        case .everyDay: days = Set(Weekday.allCases)
        case .weekday(let day): days = [day]
        case .date: continue
        }
        let service = Service(
          carrier: vehicle.carrier, zones: vehicle.zones.sorted(), window: window,
          closedOnHolidays: vehicle.closedOnHolidays, atStops: vehicle.meeting == .stop,
          wheelchair: vehicle.layouts.contains { $0["wheelchair", default: 0] > 0 })
        found[service, default: []].formUnion(days)
      }
    }
    return found
  }

  /// The deadline of the profile in force (R58); `nil`: none is stated.
  private func addBookingRule(to feed: inout Feed) -> Int32? {
    guard let days = rules.figure(FigureKey(.tad, "cutoff_days", .count, optional: true)),
      rules.figure(Self.cutoffTime) != nil
    else { return nil }
    let isWorking =
      rules.figure(FigureKey(.tad, "cutoff_working_days", .flag, optional: true))?.value == 1
    if isWorking {
      var office = TransitService(id: "office")
      office.weekdays = [.monday, .tuesday, .wednesday, .thursday, .friday]
      office.period = terms.period
      office.removed = holidays
      feed.services.append(office)
    }
    feed.bookingRules = [
      BookingRule(
        id: "call", kind: .priorDays, noticeLeast: nil, noticeMost: nil, lastDay: Int(days.value),
        lastTime: rules.seconds(Self.cutoffTime), startDay: nil, startTime: nil,
        service: isWorking ? 0 : nil, message: "", pickupMessage: "", dropOffMessage: "",
        phone: terms.phone, infoUrl: terms.url, bookingUrl: "")
    ]
    return 0
  }

  private static let cutoffTime = FigureKey(.tad, "cutoff_time", .time, optional: true)

  private var holidays: [PlanDate] {
    scenario.territory.holidays.filter(terms.period.contains).sorted()
  }

  private func add(
    _ service: Service, _ days: Set<Weekday>, number: Int, rule: Int32?, to feed: inout Feed
  ) {
    let id = "tad-\(number)"
    var calendar = TransitService(id: id)
    calendar.weekdays = days
    calendar.period = terms.period
    calendar.removed = service.closedOnHolidays ? holidays : []
    feed.services.append(calendar)
    let names = service.zones.map { zone in areas.first { $0.id == zone }?.name ?? zone }
    feed.routes.append(
      TransitRoute(
        id: id, agency: 0, shortName: "TAD",
        longName: (["Transport à la demande"] + names).joined(separator: " · "), type: 3))
    var trip = TransitTrip(
      id: id, route: Int32(feed.routes.count - 1), service: Int32(feed.services.count - 1),
      headsign: "", block: "", wheelchair: service.wheelchair ? .possible : .impossible)
    trip.safeFactor =
      rules.figure(FigureKey(.tad, "ride_factor", .ratio, optional: true))?.value ?? 1
    let offset = FigureKey(.tad, "ride_offset", .time, optional: true)
    trip.safeOffset = rules.figure(offset) == nil ? 0 : Double(rules.seconds(offset))
    feed.trips.append(trip)
    let locations = service.zones.compactMap { location($0, service, in: &feed) }
    for (index, isPickup) in [true, false].enumerated() {
      for (position, location) in locations.enumerated() {
        feed.flexTimes.append(
          FlexTime(
            trip: Int32(feed.trips.count - 1),
            sequence: Int32(index * locations.count + position + 1), location: location,
            start: Int32(service.window.start.seconds), end: Int32(service.window.end.seconds),
            mayBoard: isPickup, mayAlight: !isPickup, pickupRule: rule ?? -1,
            dropOffRule: rule ?? -1))
      }
    }
    feed.stopTimes.first.append(0)
  }

  /// A zone as its outline, or as its stops.
  private func location(_ zone: String, _ service: Service, in feed: inout Feed) -> FlexLocation? {
    guard service.atStops else {
      return feed.areas.firstIndex { $0.id == zone }.map { .area(Int32($0)) }
    }
    let id = "stops-" + zone
    if let known = feed.groups.firstIndex(where: { $0.id == id }) { return .group(Int32(known)) }
    var group = LocationGroup(
      id: id, name: areas.first { $0.id == zone }?.name ?? zone, stops: [])
    for place in scenario.places where !place.stop.isEmpty && place.zones.contains(zone) {
      group.stops.append(stop(place, in: &feed))
    }
    guard !group.stops.isEmpty else { return nil }
    feed.groups.append(group)
    return .group(Int32(feed.groups.count - 1))
  }

  private func stop(_ place: Place, in feed: inout Feed) -> Int32 {
    if let known = feed.stops.firstIndex(where: { $0.id == place.stop }) { return Int32(known) }
    feed.stops.append(
      TransitStop(
        id: place.stop, name: place.name, place: place.coordinate, kind: .stop, parent: -1,
        zone: "", wheelchair: .unknown))
    return Int32(feed.stops.count - 1)
  }
}
