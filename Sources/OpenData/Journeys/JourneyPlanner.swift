public import Planning
internal import TravelTimes

/// Finds journeys by what several feeds publish for one day.
public struct JourneyPlanner: Sendable {
  public let timetable: Timetable
  let mirror: Timetable
  let ways: Ways
  let clock: PlanClock
  let flex: FlexFinder
  private let near: NearStops
  private let served: [Int]

  /// - Parameters:
  ///   - date: the day that times count from.
  ///   - timeZone: IANA name.
  ///   - accessible: for riders in a wheelchair: only trips that say that they take them.
  /// - Returns: `nil` where the time zone is unknown.
  public init?(
    _ feeds: [Feed], date: PlanDate, timeZone: String, accessible: Bool = false, ways: Ways
  ) {
    guard let clock = PlanClock(date: date, timeZone: timeZone),
      let table = Timetable(
        feeds, date: date, timeZone: timeZone, accessible: accessible, ways: ways)
    else { return nil }
    timetable = table
    mirror = table.mirrored()
    self.ways = ways
    self.clock = clock
    flex = FlexFinder(table, ways: ways, clock: clock, accessible: accessible)
    served = table.servedStops
    near = NearStops(served.map { table.stop($0).place }, metres: ways.rule.longest)
  }

  /// All journeys of which none is worse than another in departure (or arrival), arrival, changes and walking, by
  /// departure; then those of booked services from door to door.
  public func journeys(_ query: JourneyQuery) -> [Journey] {
    let asked = AskedWay(query, self)
    let found = asked.search().compactMap { asked.journey(of: $0) }
    var seen: Set<Journey> = []
    let scheduled = found.filter { seen.insert($0).inserted }.sorted(by: Self.order)
    return scheduled + asked.directFlex().filter { seen.insert($0).inserted }.sorted(by: Self.order)
  }

  private static func order(_ a: Journey, _ b: Journey) -> Bool {
    (a.departure, a.arrival, a.rides, a.walkMetres) < (
      b.departure, b.arrival, b.rides, b.walkMetres
    )
  }

  // MARK: Reaching stops

  /// Stops within a walk of a place, with the ways there.
  func stops(near place: Coordinate) -> [(stop: Int, walk: Walk)] {
    let candidates = near.near(place)
    let walks = ways.walks(
      from: place, to: candidates.map { timetable.stop(served[$0]).place }, most: ways.rule.longest)
    return zip(candidates, walks).compactMap { candidate, walk in
      walk.map { (served[candidate], $0) }
    }
  }

  // MARK: Booking

  func booking(of option: FlexOption, pickup: Int) -> FlexBooking {
    let feed = timetable.feeds[option.feed]
    let rules = [option.pickupRule, option.dropOffRule].filter { $0 >= 0 }
      .map { feed.bookingRules[Int($0)] }
    let wall = clock.clockTime(pickup).seconds
    let deadlines = rules.compactMap { rule in
      rule.deadline(pickup: wall, on: clock.date) { date in
        rule.service.map { feed.services[Int($0)].runs(on: date) } ?? true
      }
    }
    let first = rules.first
    let agency = feed.routes[Int(feed.trips[option.trip].route)].agency
    let phone = first?.phone ?? ""
    return FlexBooking(
      kind: first?.kind, deadline: deadlines.min(),
      phone: phone.isEmpty && agency >= 0 ? feed.agencies[Int(agency)].phone : phone,
      url: [first?.bookingUrl, first?.infoUrl].compactMap { $0 }.first { !$0.isEmpty } ?? "",
      message: [first?.message, first?.pickupMessage].compactMap { $0 }.first { !$0.isEmpty } ?? "")
  }

  /// Whether a ride can still be booked.
  func isOpen(_ option: FlexOption, asked: LocalMoment?) -> Bool {
    guard let asked, let deadline = booking(of: option, pickup: option.pickup.lowerBound).deadline
    else { return true }
    return asked <= deadline
  }
}

extension JourneyPlanner {
  /// For riders on foot, and for those in a wheelchair; `nil` where the time zone is unknown.
  static func pair(
    _ feeds: [Feed], _ territory: Territory, ways: Ways
  ) -> (plain: JourneyPlanner, accessible: JourneyPlanner)? {
    func planner(_ accessible: Bool) -> JourneyPlanner? {
      JourneyPlanner(
        feeds, date: territory.date, timeZone: territory.timeZone, accessible: accessible,
        ways: ways)
    }
    guard let plain = planner(false), let accessible = planner(true) else { return nil }
    return (plain, accessible)
  }
}
