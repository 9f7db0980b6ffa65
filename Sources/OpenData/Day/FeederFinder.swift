public import Planning
internal import TravelTimes

/// The feeder trips that the legs of a day could be: from the door to a stop near it and on by what runs, or by what runs
/// to a stop near the door, and from there.
///
/// The ride lies on the side of the rider's way that no time is asked of: before an appointment it comes first, after a
/// wish to leave it comes last. Riders whom a driver caters for, patients with a prescription, and bookings whose legs
/// hang on each other by a stay or a driver are left to through rides.
public struct FeederFinder: Sendable {
  private let day: Day
  private let rule: FeederRule
  private let limits: SteeringRule
  private let stops: FeederStops
  private let planner: JourneyPlanner
  private let accessible: JourneyPlanner
  private let words: JourneyWords

  /// - Parameter stops: all of whose places near the day's doors are places of the day.
  /// - Returns: `nil` where the time zone is unknown.
  public init?(
    _ day: Day, stops: FeederStops, feeds: [Feed], ways: Ways, rule: FeederRule,
    limits: SteeringRule
  ) {
    guard let planners = JourneyPlanner.pair(feeds, day.scenario.territory, ways: ways) else {
      return nil
    }
    self.day = day
    self.rule = rule
    self.limits = limits
    self.stops = stops
    planner = planners.plain
    accessible = planners.accessible
    words = JourneyWords(day.clock)
  }

  /// By leg id, the best first; legs without any are left out.
  public func connections() -> [String: [Connection]] {
    var found: [String: [Connection]] = [:]
    for range in day.legsOfBooking {
      guard let first = range.first else { continue }
      let doors = Self.doors(of: day.legs[first].booking)
      for (leg, door) in zip(range, doors) {
        guard let order = door.order, isFree(day.legs[leg]) else { continue }
        let own = connections(leg, order)
        if !own.isEmpty { found[day.legs[leg].leg.id] = own }
      }
    }
    return found
  }

  /// For each leg of a booking where its ride would be, and the place id of that door; no order: the leg stays a through
  /// ride.
  static func doors(of booking: Booking) -> [(order: Connection.Order?, door: String)] {
    let hangs = booking.legs.contains { leg in
      if case .afterStay = leg.anchor { return true }
      return leg.sameDriver == .required || !leg.line.isEmpty
    }
    return booking.legs.map { leg in
      guard !booking.insured, !booking.accompany, !hangs else { return (nil, leg.from) }
      switch leg.anchor {
      case .arriveBy: return (.rideFirst, leg.from)
      case .departAfter, .release: return (.rideLast, leg.to)
      case .fixed, .afterStay: return (nil, leg.from)
      }
    }
  }

  private static let wheelchair = "wheelchair"

  /// Nobody has to help the rider on the train.
  private func isFree(_ leg: DayLeg) -> Bool {
    !leg.atDoor && leg.rider.needs.allSatisfy { $0 == Self.wheelchair }
  }

  // MARK: One leg

  private struct Candidate {
    var connection: Connection
    /// Metres that the ride takes, and seconds that all of it takes the rider.
    var ride: Int
    var duration: Int
    /// From one scheduled ride to another.
    var changes: Int
  }

  private func connections(_ index: Int, _ order: Connection.Order) -> [Connection] {
    let leg = day.legs[index]
    let door = order == .rideFirst ? leg.from : leg.to
    let candidates = stops.near(day.scenario.places[door], rule).compactMap { stop in
      day.placeIndex[stop.id].flatMap { candidate(index, order, stop, at: $0) }
    }
    // Of two trips the one that drives no less and takes no less is never wanted.
    let best = candidates.filter { one in
      !candidates.contains { other in
        other.ride <= one.ride && other.duration <= one.duration
          && (other.ride, other.duration) != (one.ride, one.duration)
      }
    }.sorted {
      ($0.ride, $0.duration, $0.connection.stop.id) < ($1.ride, $1.duration, $1.connection.stop.id)
    }
    return best.prefix(rule.forms).map(\.connection)
  }

  /// The best journey by one stop.
  private func candidate(
    _ index: Int, _ order: Connection.Order, _ stop: Place, at place: Int
  ) -> Candidate? {
    let leg = day.legs[index]
    let (from, to) = order == .rideFirst ? (leg.from, place) : (place, leg.to)
    let ride = (metres: day.travel.metres(from, to), seconds: day.travel.seconds(from, to))
    guard ride.metres < leg.directMetres, let query = query(index, order, stop) else { return nil }
    let isSeated = leg.rider.needs.contains(Self.wheelchair)
    let candidates = (isSeated ? accessible : planner).journeys(query).filter(query.holds)
      .compactMap { journey in
        connection(index, order, stop, journey).map { connection in
          let margin = order == .rideFirst ? rule.margin : rule.after
          let duration = journey.duration + margin + ride.seconds
          return Candidate(
            connection: connection, ride: ride.metres, duration: duration, changes: journey.changes)
        }
      }.filter { Double($0.duration) <= rule.ratio * Double(max(leg.slowestDirectSeconds, 1)) }
    // A change the less is worth more to most than minutes.
    return candidates.min { a, b in
      (a.changes, a.duration, a.connection.time) < (b.changes, b.duration, b.connection.time)
    }
  }

  private func query(_ index: Int, _ order: Connection.Order, _ stop: Place) -> JourneyQuery? {
    let leg = day.legs[index]
    func elapsed(_ time: ClockTime) -> Int { day.clock.elapsed(time) ?? time.seconds }
    switch leg.leg.anchor {
    case .arriveBy(let time):
      let goal = day.scenario.places[leg.to]
      return JourneyQuery(
        from: stop.coordinate, to: goal.coordinate, fromName: stop.name, toName: goal.name,
        time: .arriveBy(elapsed(time) - limits.margin),
        window: max(0, limits.early - limits.margin), mostChanges: limits.changes, usesFlex: false)
    case .departAfter(let time), .release(let time, _):
      let origin = day.scenario.places[leg.from]
      return JourneyQuery(
        from: origin.coordinate, to: stop.coordinate, fromName: origin.name, toName: stop.name,
        time: .departAt(elapsed(time)), window: limits.late, mostChanges: limits.changes,
        usesFlex: false)
    case .fixed, .afterStay: return nil
    }
  }

  /// What a journey makes of a leg; `nil` where it is none of scheduled transport, out of its limits, or comes too close
  /// to another leg of the booking.
  private func connection(
    _ index: Int, _ order: Connection.Order, _ stop: Place, _ journey: Journey
  ) -> Connection? {
    guard journey.walkMetres <= limits.walk, journey.changes <= limits.changes,
      let met = order == .rideFirst ? journey.rideLegs.first : journey.rideLegs.last
    else { return nil }
    let isFirst = order == .rideFirst
    let (time, far) =
      isFirst ? (journey.departure, journey.arrival) : (journey.arrival, journey.departure)
    let margin = isFirst ? rule.margin : rule.after
    // A day on which the clock is put back shows some times twice; a stop by such a time would be another hour.
    let meeting = isFirst ? time : time + margin
    guard day.clock.elapsed(day.clock.clockTime(meeting)) == meeting,
      keepsOrder(index, isFirst, far)
    else { return nil }
    let sentences = words.sentences(Self.told(journey))
    let kind = JourneyWords.vehicle(met)
    return Connection(
      leg: day.legs[index].leg.id, order: order, stop: stop, time: time,
      board: isFirst ? met.departure : met.arrival, farTime: far, margin: margin, wait: rule.wait,
      price: price(of: journey),
      line: Bilingual(fr: kind.fr + " " + met.route, en: kind.en + " " + met.route),
      text: Bilingual(
        fr: sentences.map(\.fr).joined(separator: " "),
        en: sentences.map(\.en).joined(separator: " ")))
  }

  /// Without walks on the spot, which nobody need be told of.
  private static func told(_ journey: Journey) -> Journey {
    Journey(
      legs: journey.legs.filter { leg in
        if case .walk(let walk) = leg { walk.metres > 0 } else { true }
      })
  }

  /// Whether the rider is there before the next leg begins, and does not leave before the one before can have ended.
  private func keepsOrder(_ index: Int, _ isFirst: Bool, _ far: Int) -> Bool {
    func elapsed(_ time: ClockTime) -> Int { day.clock.elapsed(time) ?? time.seconds }
    let legs = day.legsOfBooking[day.legs[index].bookingIndex]
    let other = isFirst ? index + 1 : index - 1
    guard legs.contains(other) else { return true }
    switch (isFirst, day.legs[other].leg.anchor) {
    case (true, .departAfter(let time)), (true, .release(let time, _)): return far <= elapsed(time)
    case (false, .arriveBy(let time)): return far >= elapsed(time)
    default: return false
    }
  }

  /// Euros of all its rides, as far as flat fares are published.
  private func price(of journey: Journey) -> Double? {
    let fares = journey.rideLegs.map { ride in
      planner.timetable.feeds.first { $0.id == ride.feed }?.flatFare(route: ride.routeId)
    }
    return fares.contains { $0 == nil } ? nil : fares.reduce(0) { $0 + ($1 ?? 0) }
  }
}
