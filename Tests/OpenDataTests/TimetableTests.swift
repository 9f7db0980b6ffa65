import OpenData
import Planning
import Testing
import TravelTimes

@Suite struct TimetableTests {
  static let ways = RandomTimetable.ways

  private func planner(
    _ feeds: [Feed], _ date: String = "2026-11-25", accessible: Bool = false
  ) throws -> JourneyPlanner {
    let day = try #require(PlanDate(date))
    return try #require(
      JourneyPlanner(
        feeds, date: day, timeZone: "Europe/Paris", accessible: accessible, ways: Self.ways))
  }

  private func query(_ time: JourneyQuery.Time, window: Int = 0) -> JourneyQuery {
    JourneyQuery(
      from: Coordinate(latitude: 44.5001, longitude: 1.5),
      to: Coordinate(latitude: 44.7, longitude: 1.7),
      time: time, window: window)
  }

  @Test func busThenTrain() throws {
    let feed = try FeedFixture().read().feed
    let journeys = try planner([feed]).journeys(query(.departAt(6 * 3600)))
    // By bus and train at 7:36, by bus alone at 7:40.
    #expect(journeys.map(\.changes).sorted() == [0, 1])
    let quick = try #require(journeys.first { $0.changes == 1 })
    #expect(quick.arrival == 7 * 3600 + 36 * 60)
    #expect(quick.rideLegs.map(\.isRail) == [false, true])
    #expect(quick.departure < 7 * 3600)
    #expect(quick.departure > 6 * 3600 + 50 * 60)
  }

  @Test func aSaturdayHasNoBusButAtNight() throws {
    let feed = try FeedFixture().read().feed
    let day = try planner([feed], "2026-11-28")
    let journeys = day.journeys(query(.departAt(10 * 3600)))
    // Past midnight: the bus of 23:50 is of this day still.
    #expect(journeys.map(\.arrival) == [24 * 3600 + 30 * 60])
    // The one of the night before arrives this morning.
    #expect(day.journeys(query(.arriveBy(3600))).map(\.arrival) == [1800])
  }

  @Test func wheelchairs() throws {
    var fixture = FeedFixture()
    let feed = try fixture.read().feed
    // Gamma cannot be used by wheelchair at all.
    #expect(try planner([feed], accessible: true).journeys(query(.departAt(6 * 3600))).isEmpty)
    fixture.files["stops.txt"]?.replace("44.7000,1.7000,0,,2", with: "44.7000,1.7000,0,,0")
    let open = try fixture.read().feed
    let journeys = try planner([open], accessible: true)
      .journeys(query(.departAt(6 * 3600), window: 6 * 3600))
    // Trip m2 takes no wheelchairs, and n1 does not say.
    #expect(!journeys.isEmpty)
    #expect(journeys.allSatisfy { $0.wheelchair == .possible })
    #expect(!journeys.flatMap(\.rideLegs).contains { $0.trip == "m2" })
  }

  @Test func timesCountFromNoonWhereTheClockChanges() throws {
    let feed = try FeedFixture().read().feed
    // On 25 October 2026 the clock goes back at 3: the train of 7:30 leaves when the clock shows 7:30.
    let clock = try #require(
      PlanClock(date: PlanDate(year: 2026, month: 10, day: 25), timeZone: "Europe/Paris"))
    let day = try planner([feed], "2026-10-25")
    let journeys = day.journeys(
      JourneyQuery(
        from: Coordinate(latitude: 44.6002, longitude: 1.6),
        to: Coordinate(latitude: 44.7, longitude: 1.7),
        time: .departAt(5 * 3600)))
    let ride = try #require(journeys.first?.rideLegs.first)
    #expect(clock.clockTime(ride.departure) == ClockTime(hour: 7, minute: 30))
    #expect(ride.departure == 8 * 3600 + 1800)
  }

  @Test func severalFeedsMeetWhereTheirStopsAreNear() throws {
    var other = FeedFixture()
    other.files["routes.txt"] = "route_id,route_short_name,route_type\nX,9,3\n"
    other.files["trips.txt"] = "route_id,service_id,trip_id\nX,all,x1\n"
    other.files["stop_times.txt"] = """
      trip_id,arrival_time,departure_time,stop_id,stop_sequence
      x1,07:50:00,07:50:00,g,1
      x1,08:10:00,08:10:00,a,2

      """
    other.files["stops.txt"] = """
      stop_id,stop_name,stop_lat,stop_lon
      g,GAMMA,44.7003,1.7002
      a,Delta,44.9,1.9

      """
    other.files["transfers.txt"] = nil
    let feeds = [try FeedFixture().read("one").feed, try other.read("two").feed]
    let matches = StopMatching(feeds).pairs
    #expect(matches.map { [$0.first, $0.second] } == [["one:g", "two:g"]])
    var asked = query(.departAt(6 * 3600))
    asked.to = Coordinate(latitude: 44.9, longitude: 1.9)
    let journeys = try planner(feeds).journeys(asked)
    #expect(journeys.contains { $0.rideLegs.map(\.feed).last == "two" })
  }

  @Test func frequencies() throws {
    var fixture = FeedFixture()
    fixture.files["frequencies.txt"] = """
      trip_id,start_time,end_time,headway_secs
      m1,10:00:00,12:00:00,1800

      """
    let feed = try fixture.read().feed
    let journeys = try planner([feed]).journeys(query(.departAt(9 * 3600 + 600), window: 4 * 3600))
    let departures = journeys.flatMap(\.rideLegs).filter { $0.trip == "m1" }.map(\.departure)
    #expect(Set(departures) == [36_000, 37_800, 39_600, 41_400])
  }
}
