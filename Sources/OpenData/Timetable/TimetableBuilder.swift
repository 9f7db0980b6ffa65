public import Planning

extension Timetable {
  /// The trips that run on a date, with those of the night before that are still under way and those of the morning
  /// after.
  ///
  /// - Parameters:
  ///   - date: whose local midnight times count from.
  ///   - timeZone: IANA name; feeds of other zones are converted.
  ///   - accessible: only trips that say that wheelchairs can be taken, and no stop that says that they cannot.
  ///   - ways: how riders walk between stops.
  /// - Returns: `nil` where the time zone is unknown.
  public init?(
    _ feeds: [Feed], date: PlanDate, timeZone: String, accessible: Bool = false, ways: Ways
  ) {
    guard let clock = PlanClock(date: date, timeZone: timeZone) else { return nil }
    var builder = TimetableBuilder(feeds, clock: clock, accessible: accessible)
    builder.addTrips()
    self = builder.finished()
    addFootpaths(ways)
  }
}

/// Gathers the trips of the days round a date into patterns.
struct TimetableBuilder {
  /// Stops and what may be done at them.
  private struct Key: Hashable {
    var stops: [Int32]
    var flags: [UInt8]
  }
  private struct Ride {
    var instance: Timetable.Instance
    var arrival: [Int32]
    var departure: [Int32]
  }

  private var table: Timetable
  private let clock: PlanClock
  private let accessible: Bool
  private var patterns: [Key: Int] = [:]
  private var keys: [Key] = []
  private var rides: [[Ride]] = []

  /// Seconds after midnight until which departures are of interest: until the next morning.
  private static let horizon = 30 * 3600

  init(_ feeds: [Feed], clock: PlanClock, accessible: Bool) {
    table = Timetable(feeds: feeds)
    self.clock = clock
    self.accessible = accessible
  }

  mutating func addTrips() {
    for (f, feed) in table.feeds.enumerated() {
      let frequencies = Dictionary(grouping: feed.frequencies, by: \.trip)
      for days in -1...1 {
        let date = clock.date.adding(days: days)
        guard let zero = Self.zero(of: date, zone: feed.timeZone, clock: clock) else { continue }
        let runs = feed.services.map { $0.runs(on: date) }
        for (t, trip) in feed.trips.enumerated() where runs[Int(trip.service)] {
          if accessible, trip.wheelchair != .possible { continue }
          let rows = feed.stopTimes.rows(of: t)
          guard let first = rows.first else { continue }
          guard let headways = frequencies[Int32(t)] else {
            add(f, t, rows, shift: zero)
            continue
          }
          for headway in headways {
            for start in stride(from: headway.start, to: headway.end, by: Int(headway.headway)) {
              add(f, t, rows, shift: zero + Int(start - feed.stopTimes.departure[first]))
            }
          }
        }
      }
    }
  }

  /// Elapsed seconds on the plan's clock of noon less twelve hours of a service day, which is what its times count
  /// from: not midnight where the clock is changed.
  static func zero(of date: PlanDate, zone: String, clock: PlanClock) -> Int? {
    guard let own = PlanClock(date: date, timeZone: zone),
      let noon = own.elapsed(ClockTime(hour: 12, minute: 0)),
      let elapsed = clock.elapsed(iso8601: own.iso8601(noon))
    else { return nil }
    return elapsed - 43_200
  }

  private mutating func add(_ feed: Int, _ trip: Int, _ rows: Range<Int>, shift: Int) {
    let times = table.feeds[feed].stopTimes
    guard let last = rows.last, Int(times.arrival[last]) + shift >= 0,
      Int(times.departure[rows.lowerBound]) + shift < Self.horizon
    else { return }
    let offset = Int32(table.stopOffset[feed])
    var key = Key(stops: [], flags: [])
    key.stops.reserveCapacity(rows.count)
    key.flags.reserveCapacity(rows.count)
    for row in rows {
      key.stops.append(times.stop[row] + offset)
      var flags: UInt8 = 0
      let isOpen =
        !accessible || table.feeds[feed].stops[Int(times.stop[row])].wheelchair != .impossible
      if isOpen, times.mayBoard(row) { flags |= Timetable.board }
      if isOpen, times.mayAlight(row) { flags |= Timetable.alight }
      key.flags.append(flags)
    }
    let pattern = patterns[key] ?? keys.count
    if pattern == keys.count {
      patterns[key] = pattern
      keys.append(key)
      rides.append([])
    }
    let s = Int32(shift)
    rides[pattern].append(
      Ride(
        instance: Timetable.Instance(feed: Int32(feed), trip: Int32(trip), shift: s),
        arrival: rows.map { times.arrival[$0] + s }, departure: rows.map { times.departure[$0] + s }
      ))
  }

  mutating func finished() -> Timetable {
    for (pattern, key) in keys.enumerated() {
      for lane in Self.lanes(rides[pattern]) {
        table.patternStop += key.stops
        table.patternFlags += key.flags
        table.patternFirst.append(Int32(table.patternStop.count))
        table.timeFirst.append(Int32(table.arrival.count))
        for ride in lane {
          table.instances.append(ride.instance)
          table.arrival += ride.arrival
          table.departure += ride.departure
        }
        table.tripFirst.append(Int32(table.instances.count))
      }
    }
    table.indexStops()
    return table
  }

  /// Trips in lists in which none overtakes another.
  private static func lanes(_ rides: [Ride]) -> [[Ride]] {
    let sorted = rides.sorted {
      ($0.departure[0], $0.arrival[$0.arrival.count - 1], $0.instance.feed, $0.instance.trip)
        < ($1.departure[0], $1.arrival[$1.arrival.count - 1], $1.instance.feed, $1.instance.trip)
    }
    var lanes: [[Ride]] = []
    for ride in sorted {
      let lane = lanes.firstIndex { lane in
        guard let last = lane.last else { return false }
        return zip(last.arrival, ride.arrival).allSatisfy { $0 <= $1 }
          && zip(last.departure, ride.departure).allSatisfy { $0 <= $1 }
      }
      if let lane {
        lanes[lane].append(ride)
      } else {
        lanes.append([ride])
      }
    }
    return lanes
  }
}
