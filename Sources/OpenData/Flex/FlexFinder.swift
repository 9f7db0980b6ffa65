internal import Planning
internal import TravelTimes

/// A ride that a booked service offers between two places.
struct FlexOption: Sendable {
  var feed: Int
  var trip: Int
  /// Where the rider gets in and out: at the stop where the service does not come to the door.
  var from: LegEnd
  var to: LegEnd
  /// When the service takes up and sets down; seconds since local midnight.
  var pickup: ClosedRange<Int>
  var dropOff: ClosedRange<Int>
  /// In the vehicle, at most.
  var seconds: Int
  /// On foot to where it takes up, and from where it sets down.
  var walkBefore: Walk
  var walkAfter: Walk
  var pickupRule: Int32
  var dropOffRule: Int32
}

/// Finds the booked services of a day that serve a place.
struct FlexFinder: Sendable {
  private let timetable: Timetable
  private let ways: Ways
  private let clock: PlanClock
  /// By feed: rows by trip that runs on the day.
  private let runs: [[(trip: Int, rows: [FlexTime])]]
  /// By feed: seconds to add.
  private let zero: [Int]
  private let accessible: Bool

  init(_ timetable: Timetable, ways: Ways, clock: PlanClock, accessible: Bool) {
    self.timetable = timetable
    self.ways = ways
    self.clock = clock
    self.accessible = accessible
    zero = timetable.feeds.map {
      TimetableBuilder.zero(of: clock.date, zone: $0.timeZone, clock: clock) ?? 0
    }
    runs = timetable.feeds.map { feed in
      Dictionary(grouping: feed.flexTimes, by: \.trip)
        .filter { trip, _ in
          let trip = feed.trips[Int(trip)]
          return feed.services[Int(trip.service)].runs(on: clock.date)
            && (!accessible || trip.wheelchair == .possible)
        }
        .sorted { $0.key < $1.key }.map { (Int($0.key), $0.value) }
    }
  }

  var isEmpty: Bool { runs.allSatisfy(\.isEmpty) }

  /// From door to door.
  func direct(from: Coordinate, to: Coordinate) -> [FlexOption] {
    pairs(where: { !entries(from, $0, $1).isEmpty }, { !entries(to, $0, $1).isEmpty })
      .flatMap { pair -> [FlexOption] in
        guard let a = entries(from, pair.feed, pair.from.location).first,
          let b = entries(to, pair.feed, pair.to.location).first
        else { return [] }
        return [
          option(pair, a, b, seconds: ways.drives(from: [a.end.place], to: [b.end.place])[0][0])
        ]
      }
  }

  /// From the rider's place to stops that trips call at, `toStops`, or from these to it.
  func toStops(_ place: Coordinate) -> [(stop: Int, option: FlexOption)] {
    hops(place, isAccess: true)
  }

  func fromStops(_ place: Coordinate) -> [(stop: Int, option: FlexOption)] {
    hops(place, isAccess: false)
  }

  // MARK: Parts

  private struct Pair {
    var feed: Int
    var trip: Int
    var from: FlexTime
    var to: FlexTime
  }
  private struct Entry {
    var end: LegEnd
    var walk: Walk
  }

  private func pairs(
    where isStart: (Int, FlexLocation) -> Bool, _ isEnd: (Int, FlexLocation) -> Bool
  ) -> [Pair] {
    var found: [Pair] = []
    for (feed, trips) in runs.enumerated() {
      for (trip, rows) in trips {
        for from in rows where from.mayBoard && isStart(feed, from.location) {
          for to in rows
          where to.mayAlight && to.sequence > from.sequence && isEnd(feed, to.location) {
            found.append(Pair(feed: feed, trip: trip, from: from, to: to))
          }
        }
      }
    }
    return found
  }

  private func hops(_ place: Coordinate, isAccess: Bool) -> [(stop: Int, option: FlexOption)] {
    let isHere: (Int, FlexLocation) -> Bool = { !entries(place, $0, $1).isEmpty }
    let hasStops: (Int, FlexLocation) -> Bool = { !stops(in: $1, of: $0).isEmpty }
    let pairs = isAccess ? pairs(where: isHere, hasStops) : pairs(where: hasStops, isHere)
    var found: [(Int, FlexOption)] = []
    for pair in pairs {
      let (near, far) = isAccess ? (pair.from, pair.to) : (pair.to, pair.from)
      guard let own = entries(place, pair.feed, near.location).first else { continue }
      let stops = stops(in: far.location, of: pair.feed)
      let places = stops.map { timetable.stop($0).place }
      let drives =
        isAccess
        ? ways.drives(from: [own.end.place], to: places)[0]
        : ways.drives(from: places, to: [own.end.place]).map { $0[0] }
      for (stop, seconds) in zip(stops, drives) {
        let other = Entry(end: timetable.end(stop), walk: Walk(seconds: 0, metres: 0, effort: 0))
        let option =
          isAccess
          ? option(pair, own, other, seconds: seconds) : option(pair, other, own, seconds: seconds)
        found.append((stop, option))
      }
    }
    return found
  }

  private func option(_ pair: Pair, _ a: Entry, _ b: Entry, seconds: Int) -> FlexOption {
    let trip = timetable.feeds[pair.feed].trips[pair.trip]
    let safe = trip.safeFactor * Double(seconds) + trip.safeOffset
    let shift = zero[pair.feed]
    return FlexOption(
      feed: pair.feed, trip: pair.trip, from: a.end, to: b.end,
      pickup: Int(pair.from.start) + shift...Int(pair.from.end) + shift,
      dropOff: Int(pair.to.start) + shift...Int(pair.to.end) + shift,
      seconds: max(seconds, Int(safe.rounded(.up))), walkBefore: a.walk, walkAfter: b.walk,
      pickupRule: pair.from.pickupRule, dropOffRule: pair.to.dropOffRule)
  }

  /// How the service is met from a place: at the door within a zone, else at the nearest of its stops.
  private func entries(_ place: Coordinate, _ feed: Int, _ location: FlexLocation) -> [Entry] {
    if case .area(let area) = location {
      return timetable.feeds[feed].areas[Int(area)].contains(place)
        ? [
          Entry(
            end: LegEnd(name: "", stop: "", place: place),
            walk: Walk(seconds: 0, metres: 0, effort: 0))
        ] : []
    }
    let near = allStops(in: location, of: feed)
      .map { (stop: $0, metres: place.crowMetres(to: timetable.stop($0).place)) }
      .min { ($0.metres, $0.stop) < ($1.metres, $1.stop) }
    guard let near else { return [] }
    let walk = ways.rule.walk(crowMetres: near.metres)
    return Double(walk.metres) <= ways.rule.longest
      ? [Entry(end: timetable.end(near.stop), walk: walk)] : []
  }

  /// Stops of a location that some scheduled trip calls at.
  private func stops(in location: FlexLocation, of feed: Int) -> [Int] {
    guard case .area(let area) = location else {
      return allStops(in: location, of: feed).filter(isServed)
    }
    return timetable.servedStops.filter {
      timetable.feeds[feed].areas[Int(area)].contains(timetable.stop($0).place)
    }
  }

  private func isServed(_ stop: Int) -> Bool {
    timetable.atStopFirst[stop] < timetable.atStopFirst[stop + 1]
  }

  private func allStops(in location: FlexLocation, of feed: Int) -> [Int] {
    let offset = timetable.stopOffset[feed]
    switch location {
    case .stop(let stop): return [Int(stop) + offset]
    case .group(let group):
      return timetable.feeds[feed].groups[Int(group)].stops.map { Int($0) + offset }
    case .area: return []
    }
  }
}

extension Timetable {
  func end(_ stop: Int) -> LegEnd {
    LegEnd(name: self.stop(stop).name, stop: stopId(stop), place: self.stop(stop).place)
  }
}

extension FlexOption {
  /// As the search takes it.
  func hop(stop: Int, option: Int) -> FlexHop {
    let (before, after) = (Int32(walkBefore.seconds), Int32(walkAfter.seconds))
    return FlexHop(
      stop: Int32(stop),
      pickup: Int32(pickup.lowerBound) - before...Int32(pickup.upperBound) - before,
      dropOff: Int32(dropOff.lowerBound) + after...Int32(dropOff.upperBound) + after,
      seconds: Int32(seconds) + before + after, effort: walkBefore.effort + walkAfter.effort,
      option: Int32(option))
  }

  /// The ride of a rider who sets off at a time, with the walks to and from it.
  func legs(
    settingOff time: Int, from origin: LegEnd, to destination: LegEnd, in planner: JourneyPlanner
  )
    -> [JourneyLeg]
  {
    let pickupTime = max(time + Int(walkBefore.seconds), pickup.lowerBound)
    let setDown = max(pickupTime + seconds, dropOff.lowerBound)
    let feed = planner.timetable.feeds[feed]
    let trip = feed.trips[trip]
    let route = feed.routes[Int(trip.route)]
    let flex = FlexLeg(
      from: from, to: to, departure: pickupTime, arrival: setDown, feed: feed.id,
      agency: route.agency >= 0 ? feed.agencies[Int(route.agency)].name : "", route: route.title,
      routeId: route.id, trip: trip.id, wheelchair: trip.wheelchair, window: pickup,
      booking: planner.booking(of: self, pickup: pickupTime))
    var legs: [JourneyLeg] = [.flex(flex)]
    if walkBefore.metres > 0 {
      legs.insert(
        .walk(
          WalkLeg(
            from: origin, to: from, departure: pickupTime - Int(walkBefore.seconds),
            arrival: pickupTime, metres: Int(walkBefore.metres))), at: 0)
    }
    if walkAfter.metres > 0 {
      legs.append(
        .walk(
          WalkLeg(
            from: to, to: destination, departure: setDown,
            arrival: setDown + Int(walkAfter.seconds), metres: Int(walkAfter.metres))))
    }
    return legs
  }
}
