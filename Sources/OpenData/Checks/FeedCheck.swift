internal import Planning
internal import TravelTimes

/// What can be told only once all tables are read.
struct FeedCheck {
  let feed: Feed

  private let called: Set<Int32>

  /// - Parameter called: stops that some row of `stop_times.txt` names.
  init(_ feed: Feed, called: Set<Int32>) {
    self.feed = feed
    self.called = called
  }

  func run(into log: inout NoticeLog) {
    checkStopsUsed(into: &log)
    checkSpeeds(into: &log)
    checkFrequencies(into: &log)
    checkZones(into: &log)
  }

  private func checkStopsUsed(into log: inout NoticeLog) {
    var used = called
    used.formUnion(feed.groups.flatMap(\.stops))
    for time in feed.flexTimes { if case .stop(let stop) = time.location { used.insert(stop) } }
    for (position, stop) in feed.stops.enumerated()
    where stop.kind == .stop && !used.contains(Int32(position)) {
      log.add(Notice(.stopWithoutStopTime, file: "stops.txt", field: "stop_id", value: stop.id))
    }
  }

  /// Kilometres an hour that no vehicle of the type exceeds, as the public validator has them.
  private func mostSpeed(_ route: TransitRoute) -> Double {
    route.isRail ? 500 : 150
  }

  /// A minute is added to each drive, since times are rounded to minutes.
  private func checkSpeeds(into log: inout NoticeLog) {
    let times = feed.stopTimes
    for (t, trip) in feed.trips.enumerated() {
      let most = mostSpeed(feed.routes[Int(trip.route)]) / 3.6
      let rows = times.rows(of: t)
      for row in rows.dropLast() {
        let metres = feed.stops[Int(times.stop[row])].place
          .crowMetres(to: feed.stops[Int(times.stop[row + 1])].place)
        let seconds = Double(times.arrival[row + 1] - times.departure[row]) + 60
        guard metres / seconds > most else { continue }
        log.add(
          Notice(
            .fastTravelBetweenConsecutiveStops, file: "stop_times.txt", field: "trip_id",
            value: trip.id))
        break
      }
    }
  }

  private func checkFrequencies(into log: inout NoticeLog) {
    for (trip, list) in Dictionary(grouping: feed.frequencies, by: \.trip).sorted(by: {
      $0.key < $1.key
    }) {
      let sorted = list.sorted { $0.start < $1.start }
      for (a, b) in zip(sorted, sorted.dropFirst()) where b.start < a.end {
        log.add(
          Notice(
            .overlappingFrequency, file: "frequencies.txt", field: "trip_id",
            value: feed.trips[Int(trip)].id))
      }
    }
  }

  /// Two zones of one trip that overlap while both take up, or both set down, leave open which of them a rider books.
  private func checkZones(into log: inout NoticeLog) {
    var known: [Set<Int32>: Bool] = [:]
    func overlap(_ a: Int32, _ b: Int32) -> Bool {
      if let found = known[[a, b]] { return found }
      let found = feed.areas[Int(a)].ground(sharedWith: feed.areas[Int(b)]) != nil
      known[[a, b]] = found
      return found
    }
    for (trip, rows) in Dictionary(grouping: feed.flexTimes, by: \.trip).sorted(by: {
      $0.key < $1.key
    }) {
      for (i, a) in rows.enumerated() {
        for b in rows[(i + 1)...]
        where a.start < b.end && b.start < a.end
          && (a.mayBoard && b.mayBoard || a.mayAlight && b.mayAlight)
        {
          guard case .area(let one) = a.location, case .area(let other) = b.location, one != other,
            overlap(one, other)
          else { continue }
          log.add(
            Notice(
              .overlappingZoneAndPickupDropOffWindow, file: "stop_times.txt", field: "location_id",
              value: feed.trips[Int(trip)].id + ": " + feed.areas[Int(one)].id + ", "
                + feed.areas[Int(other)].id))
        }
      }
    }
  }
}
