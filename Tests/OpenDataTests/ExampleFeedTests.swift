import OpenData
import Planning
import Testing
import TravelTimes

/// What the published examples show is read without a fault.
@Suite struct ExampleFeedTests {
  @Test(arguments: [
    ("network", ExampleFeeds.network), ("station", ExampleFeeds.station),
    ("within one zone", ExampleFeeds.withinOneZone), ("between zones", ExampleFeeds.betweenZones),
    ("groups", ExampleFeeds.groups), ("deviated route", ExampleFeeds.deviatedRoute),
  ])
  func readWithoutFault(_ name: String, _ feed: FeedFixture) throws {
    let reading = try feed.read()
    let told = reading.notices.notices
      // In the examples of booked services no trip calls at the stops of the network.
      .filter { $0.code != .stopWithoutStopTime }
      .map { "\($0.code.rawValue) \($0.place.file):\($0.place.line ?? 0) \($0.value)" }
    #expect(told == [], "\(name)")
    #expect(reading.isUsable)
  }

  @Test func theNetworkMeansWhatItSays() throws {
    let feed = try ExampleFeeds.network.read().feed
    #expect(feed.frequencies.map(\.headway) == [1800, 600, 1800])
    #expect(feed.frequencies[2].end == 28 * 3600)
    // Rows that leave trailing fields away, a stop that only sets down, a time between time points, after midnight.
    #expect(feed.stopTimes.count == 10)
    #expect(!feed.stopTimes.mayBoard(1))
    #expect(feed.stopTimes.mayAlight(1))
    #expect(feed.stopTimes.arrival[6] == 8 * 3600 + 20 * 60)
    #expect(feed.stopTimes.arrival[9] == 25 * 3600 + 45 * 60)
    #expect(feed.stops[1].name == "Halle, place du marché")
    #expect(feed.transfers.map(\.kind) == [.minimum, .impossible, .timed])
    // Fares that hang on zones are no flat fares.
    #expect(feed.flatFare(route: "V") == 1.25)
    #expect(feed.flatFare(route: "L") == nil)
  }

  @Test func stationsHoldTogether() throws {
    let feed = try ExampleFeeds.station.read().feed
    let station = try #require(feed.stops.firstIndex { $0.id == "ST" })
    let parents = Dictionary(uniqueKeysWithValues: feed.stops.map { ($0.id, Int($0.parent)) })
    #expect(parents["E1"] == station)
    #expect(parents["GARE"] == station)
    #expect(parents["B1"] == feed.stops.firstIndex { $0.id == "GARE" })
    #expect(feed.stops.count { $0.kind == .node } == 2)
  }

  /// Whether anything is offered from place to place at a time.
  private func isOffered(
    _ feed: FeedFixture, _ from: (Double, Double), _ to: (Double, Double), at hour: Int
  ) throws -> Bool {
    let planner = try #require(
      JourneyPlanner(
        [try feed.read().feed], date: PlanDate(year: 2026, month: 11, day: 25),
        timeZone: "Europe/Paris", ways: RandomTimetable.ways))
    let journeys = planner.journeys(
      JourneyQuery(
        from: Coordinate(latitude: from.0, longitude: from.1),
        to: Coordinate(latitude: to.0, longitude: to.1), time: .departAt(hour * 3600)))
    return journeys.contains { journey in
      journey.flexLegs.contains { $0.departure < (hour + 1) * 3600 }
    }
  }

  @Test func bookedServicesCarryWhereTheySay() throws {
    // All over the county by day, in the town alone before eight.
    let (town, edge) = ((44.45, 1.44), (44.55, 1.49))
    #expect(try isOffered(ExampleFeeds.withinOneZone, town, edge, at: 9))
    #expect(try !isOffered(ExampleFeeds.withinOneZone, town, edge, at: 7))
    #expect(try isOffered(ExampleFeeds.withinOneZone, town, (44.5, 1.432), at: 7))
    // One way between the zones, and not within either.
    let (north, south) = ((44.45, 1.42), (44.45, 1.48))
    #expect(try isOffered(ExampleFeeds.betweenZones, north, south, at: 9))
    #expect(try !isOffered(ExampleFeeds.betweenZones, south, north, at: 9))
    #expect(try !isOffered(ExampleFeeds.betweenZones, north, (44.5, 1.41), at: 9))
    // From stop to stop of the group.
    #expect(
      try isOffered(ExampleFeeds.groups, (44.4493, 1.4333), (44.5210, 1.5102), at: 18))
  }

  /// Ground, time, and taking up or setting down must all be common for two zones of a trip to be a fault.
  @Test(arguments: [
    ("nord,2,10:00:00,14:00:00,2,1", true), ("nord,2,12:00:00,14:00:00,2,1", false),
    ("nord,2,10:00:00,14:00:00,1,2", false), ("est,2,10:00:00,14:00:00,2,1", false),
  ])
  func zonesThatOverlap(_ second: String, _ isFault: Bool) throws {
    let codes = try ExampleFeeds.overlap(second).codes()
    #expect(codes.contains(.overlappingZoneAndPickupDropOffWindow) == isFault)
  }

  @Test func offsetsAreSecondsInTheReferenceAndMinutesInDrafts() throws {
    var feed = ExampleFeeds.betweenZones
    feed.files["trips.txt"] =
      "route_id,service_id,trip_id,safe_duration_factor,safe_duration_offset\nV,TOUS,aller,1.5,600\n"
    #expect(try feed.read().feed.trips.first?.safeOffset == 600)
    feed.files["trips.txt"] = "route_id,service_id,trip_id\nV,TOUS,aller\n"
    feed.files["stop_times.txt"] = """
      trip_id,location_id,stop_sequence,start_pickup_drop_off_window,end_pickup_drop_off_window,pickup_type,drop_off_type,pickup_booking_rule_id,drop_off_booking_rule_id,safe_duration_factor,safe_duration_offset
      aller,nord,1,06:30:00,20:00:00,2,1,veille,veille,1.5,10
      aller,sud,2,06:30:00,20:00:00,1,2,veille,veille,1.5,10

      """
    #expect(try feed.read().feed.trips.first?.safeOffset == 600)
  }
}
