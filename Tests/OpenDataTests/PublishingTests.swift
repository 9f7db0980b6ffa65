import Foundation
import OpenData
import Planning
import Testing
import TravelTimes

@Suite struct PublishingTests {
  @Test func whatIsWrittenReadsBackEqual() throws {
    for fixture in [FeedFixture(), FeedFixture.flex] {
      let feed = try fixture.read().feed
      let again = try writtenAndRead(feed)
      #expect(again.feed == feed)
      #expect(again.notices.notices.map(\.code) == [])
    }
  }

  private func writtenAndRead(_ feed: Feed) throws -> FeedReading {
    var fixture = FeedFixture()
    fixture.files = Dictionary(
      uniqueKeysWithValues: try FeedWriter.files(feed).map { ($0.name, $0.text) })
    return try fixture.read(feed.id)
  }

  private var scenario: Scenario {
    var scenario = Scenario(
      territory: Territory(
        id: "causse", name: "Causse", date: PlanDate(year: 2026, month: 11, day: 25),
        holidays: [
          PlanDate(year: 2026, month: 12, day: 25), PlanDate(year: 2028, month: 1, day: 1),
        ]))
    scenario.places = [
      Place(id: "base", name: "Base", latitude: 44.6, longitude: 1.6),
      Place(id: "p1", name: "Halte 1", latitude: 44.61, longitude: 1.61, zones: ["z2"], stop: "h1"),
      Place(id: "p2", name: "Halte 2", latitude: 44.62, longitude: 1.62, zones: ["z2"], stop: "h2"),
    ]
    scenario.vehicles = [
      FleetVehicle(
        id: "tad1", mode: .tad, carrier: "c", start: "base", end: "base",
        layouts: [["seat": 8], ["seat": 4, "wheelchair": 1]], zones: ["z1", "z2"],
        closedOnHolidays: true),
      FleetVehicle(
        id: "tad2", mode: .tad, carrier: "c", start: "base", end: "base", layouts: [["seat": 8]],
        zones: ["z2"], meeting: .stop),
      FleetVehicle(id: "vsl", mode: .vsl, start: "base", end: "base", layouts: [["seat": 3]]),
    ]
    func hours(_ vehicle: String, _ days: Availability.Days, _ start: Int, _ end: Int)
      -> Availability
    {
      Availability(
        resource: vehicle, days: days,
        window: ClockWindow(
          start: ClockTime(hour: start, minute: 0), end: ClockTime(hour: end, minute: 0)))
    }
    scenario.availability = [
      hours("tad1", .weekday(.monday), 8, 12), hours("tad1", .weekday(.friday), 8, 12),
      hours("tad1", .weekday(.friday), 14, 18), hours("tad2", .everyDay, 9, 17),
      hours("vsl", .everyDay, 7, 19),
    ]
    return scenario
  }

  private func square(_ id: String, _ west: Double) -> FlexArea {
    func point(_ latitude: Double, _ longitude: Double) -> Coordinate {
      Coordinate(latitude: latitude, longitude: longitude)
    }
    return FlexArea(
      id: id, name: "Zone \(id)",
      polygons: [
        [
          [
            point(44.5, west), point(44.5, west + 0.1), point(44.7, west + 0.1), point(44.7, west),
            point(44.5, west),
          ]
        ]
      ])
  }

  private func publisher(_ areas: [FlexArea]) throws -> FlexPublisher {
    FlexPublisher(
      scenario, rules: try RuleBook(for: scenario), areas: areas,
      terms: FlexPublisher.Terms(
        period: PlanDate(year: 2026, month: 9, day: 1)...PlanDate(year: 2027, month: 8, day: 31),
        url: "https://example.org",
        phone: "05 65 00 00 00"))
  }

  @Test func theTerritorysOwnServices() throws {
    let publisher = try publisher([square("z1", 1.5), square("z2", 1.6), square("z9", 1.7)])
    #expect(publisher.missingAreas.isEmpty)
    let feed = publisher.feed()
    // Two stretches of hours of one vehicle, and the one that keeps to stops.
    #expect(feed.routes.count == 3)
    #expect(feed.areas.map(\.id) == ["z1", "z2"])
    #expect(feed.groups.map(\.id) == ["stops-z2"])
    #expect(feed.stops.map(\.id) == ["h1", "h2"])
    let morning = try #require(feed.services.first { $0.weekdays == [.monday, .friday] })
    #expect(morning.removed == [PlanDate(year: 2026, month: 12, day: 25)])
    // Of the shipped profile: the day before at 16:00, among working days.
    let rule = try #require(feed.bookingRules.first)
    #expect(rule.lastDay == 1)
    #expect(rule.lastTime == 16 * 3600)
    #expect(feed.trips.map(\.wheelchair).contains(.possible))
    #expect(feed.trips[0].safeFactor == 1.5)
    // Ten minutes on top, in seconds.
    #expect(feed.trips[0].safeOffset == 600)
    // Valid, and equal when read back.
    let again = try writtenAndRead(feed)
    #expect(again.notices.notices.map(\.code) == [])
    #expect(again.feed == feed)
  }

  @Test func aZoneWithoutOutlineIsNamed() throws {
    #expect(try publisher([square("z1", 1.5)]).missingAreas == ["z2"])
  }

  /// A rider of the published feed is offered what the territory's own vehicle would do.
  @Test func ridersFindIt() throws {
    let feed = try publisher([square("z1", 1.5), square("z2", 1.6)]).feed()
    let planner = try #require(
      JourneyPlanner(
        [feed], date: PlanDate(year: 2026, month: 11, day: 27), timeZone: "Europe/Paris",
        ways: RandomTimetable.ways)
    )
    let journeys = planner.journeys(
      JourneyQuery(
        from: Coordinate(latitude: 44.55, longitude: 1.55),
        to: Coordinate(latitude: 44.65, longitude: 1.65), time: .departAt(9 * 3600)))
    let journey = try #require(journeys.first)
    #expect(journey.flexLegs.count == 1)
    #expect(journey.deadline?.text == "2026-11-26T16:00")
  }
}
