import Foundation
import OpenData
import Planning
import Testing
import TravelTimes

/// A farm off the line Alpha – Beta – Gamma, and who is driven to its bus.
@Suite struct FeederTests {
  private static let rule = FeederRule(
    isOn: true, reach: 25_000, stops: 4, forms: 2, margin: 600, after: 300, wait: 1200, ratio: 3)
  private static let limits = SteeringRule(
    isOn: false, walk: 600, changes: 1, early: 3600, margin: 300, late: 3600, ratio: 2.5,
    leastDirect: 600)

  private static func at(_ hour: Int, _ minute: Int) -> ClockTime {
    ClockTime(hour: hour, minute: minute)
  }

  private func scenario(
    _ legs: [(String, String, Anchor)], needs: [String] = [],
    change: (inout Booking) -> Void = { _ in }
  ) -> Scenario {
    var scenario = Scenario(
      territory: Territory(
        id: "causse", name: "Causse", date: PlanDate(year: 2026, month: 11, day: 25)))
    scenario.places = [
      Place(
        id: "farm", name: "Ferme", latitude: 44.45, longitude: 1.4, kind: "home", zones: ["z1"]),
      Place(id: "market", name: "Marché", latitude: 44.7002, longitude: 1.7),
    ]
    scenario.riders = [Rider(id: "r1", home: "farm", needs: needs)]
    var booking = Booking(
      id: "b1", rider: "r1",
      legs: legs.enumerated().map {
        Leg(id: "b1-\($0 + 1)", from: $1.0, to: $1.1, anchor: $1.2)
      })
    change(&booking)
    scenario.bookings = [booking]
    return scenario
  }

  private func found(
    _ scenario: Scenario, rule: FeederRule = FeederTests.rule, feed: FeedFixture = FeedFixture()
  ) throws -> (day: Day, connections: [String: [Connection]]) {
    let feeds = [try feed.read().feed]
    let ways = RandomTimetable.ways
    let stops = try #require(FeederStops(scenario, feeds: feeds, ways: ways))
    var known = scenario
    known.places += stops.missing(from: scenario, rule: rule)
    let rules = try RuleBook(for: known)
    let day = try Day(
      known, rules: rules, travel: FallbackTravel(rules).matrix(of: known.places))
    let finder = try #require(
      FeederFinder(
        day, stops: stops, feeds: feeds, ways: ways, rule: rule, limits: FeederTests.limits))
    return (day, finder.connections())
  }

  @Test("R12: the ride to the bus is timed by the bus, with the margin")
  func toTheBus() throws {
    let (day, all) = try found(scenario([("farm", "market", .arriveBy(Self.at(8, 0)))]))
    let connection = try #require(all["b1-1"]?.first)
    #expect(connection.order == .rideFirst)
    #expect(connection.stop.name == "Alpha")
    #expect(connection.stop.zones == [], "too far from the farm for its zones")
    #expect(connection.board == 7 * 3600)
    #expect(connection.time <= connection.board)
    #expect(connection.farTime >= 7 * 3600 + 40 * 60 && connection.farTime <= 8 * 3600 - 300)
    #expect(connection.line.fr == "car 1")
    let taken = try day.taking([connection])
    let leg = taken.legs[0]
    #expect(taken.scenario.places[leg.to].id == connection.stop.id)
    #expect(leg.leg.anchor == .arriveBy(ClockTime(seconds: connection.time)))
    #expect(leg.leg.latestBefore == 600 && leg.leg.earliestBefore == 1800)
  }

  @Test func backTheRideComesLast() throws {
    // The feed has no bus back: nothing to come home by.
    let none = try found(scenario([("market", "farm", .departAfter(Self.at(9, 0)))]))
    #expect(none.connections.isEmpty)
    var day = scenario([("market", "farm", .departAfter(Self.at(6, 30)))])
    (day.places[0].latitude, day.places[0].longitude) = (44.75, 1.8)
    (day.places[1].latitude, day.places[1].longitude) = (44.5002, 1.5)
    let connection = try #require(try found(day).connections["b1-1"]?.first)
    #expect(connection.order == .rideLast && connection.stop.name == "Gamma")
    #expect(connection.board == 7 * 3600 + 40 * 60 && connection.farTime <= 7 * 3600)
  }

  @Test func whoIsLeftToThroughRides() throws {
    let leg = ("farm", "market", Anchor.arriveBy(Self.at(8, 0)))
    #expect(try found(scenario([leg], needs: ["door_help"])).connections.isEmpty)
    #expect(try found(scenario([leg]) { $0.insured = true }).connections.isEmpty)
    #expect(try found(scenario([leg]) { $0.accompany = true }).connections.isEmpty)
    #expect(try found(scenario([leg]) { $0.legs[0].sameDriver = .required }).connections.isEmpty)
    let stay = ("market", "farm", Anchor.afterStay(least: 3600, greatest: 7200))
    #expect(try found(scenario([leg, stay])).connections.isEmpty)
    // Gamma takes no wheelchairs; where it does, the bus that takes them will do.
    #expect(try found(scenario([leg], needs: ["wheelchair"])).connections.isEmpty)
    var open = FeedFixture()
    open.files["stops.txt"] = open.files["stops.txt"]?
      .replacingOccurrences(of: "1.7000,0,,2", with: "1.7000,0,,1")
    #expect(try !found(scenario([leg], needs: ["wheelchair"]), feed: open).connections.isEmpty)
    var near = Self.rule
    near.reach = 5_000
    #expect(try found(scenario([leg]), rule: near).connections.isEmpty)
    var quick = Self.rule
    quick.ratio = 1
    #expect(try found(scenario([leg]), rule: quick).connections.isEmpty)
  }

  /// A station that the day has as a place stands for the stop beside it.
  @Test func aKnownStationIsTheStop() throws {
    var day = scenario([("farm", "market", .arriveBy(Self.at(8, 0)))])
    day.places.append(
      Place(
        id: "alpha-station", name: "Arrêt d’Alpha", latitude: 44.5001, longitude: 1.5001,
        kind: "station"))
    let (known, all) = try found(day)
    #expect(all["b1-1"]?.first?.stop.id == "alpha-station")
    #expect(!known.scenario.places.contains { $0.name == "Alpha" })
  }

  @Test func theShippedProfileHasTheFigures() throws {
    let rules = try RuleBook(for: scenario([]))
    let shipped = try #require(FeederRule(rules))
    #expect(!shipped.isOn)
    #expect(shipped.margin > 0 && shipped.forms > 0)
  }
}
