import Foundation
import OpenData
import Planning
import Testing
import TravelTimes

@Suite struct FlexTests {
  private func planner() throws -> JourneyPlanner {
    try #require(
      JourneyPlanner(
        [try FeedFixture.flex.read().feed], date: PlanDate(year: 2026, month: 11, day: 25),
        timeZone: "Europe/Paris",
        ways: RandomTimetable.ways))
  }

  /// In the zone, three kilometres from any stop.
  private let home = Coordinate(latitude: 44.57, longitude: 1.56)

  @Test func aBookedRideFeedsTheTrain() throws {
    let journeys = try planner().journeys(
      JourneyQuery(
        from: home, to: Coordinate(latitude: 44.7, longitude: 1.7), time: .departAt(6 * 3600)))
    let journey = try #require(journeys.first)
    let flex = try #require(journey.flexLegs.first)
    #expect(journey.rides == 2)
    #expect(journey.rideLegs.first?.departure ?? 0 > flex.arrival)
    #expect(flex.window == 6 * 3600 + 1800...12 * 3600)
    #expect(flex.departure >= flex.window.lowerBound)
    #expect(flex.booking.phone == "05 65 11 11 11")
    // To be booked the day before, by the office's calendar.
    #expect(journey.deadline?.text == "2026-11-24T16:00")
    let clock = PlanClock(
      date: PlanDate(year: 2026, month: 11, day: 25), timeZone: "Europe/Paris")
    let words = JourneyWords(try #require(clock))
    let french = words.sentences(journey).map(\.fr).joined(separator: " ")
    #expect(french.contains("à réserver avant le 24/11/2026 à 16 h 00 au 05 65 11 11 11"))
    #expect(
      words.sentences(journey).map(\.en).joined().contains("to be booked by 2026-11-24 at 16:00"))
  }

  @Test func afterTheDeadlineItIsNotOffered() throws {
    var query = JourneyQuery(
      from: home, to: Coordinate(latitude: 44.7, longitude: 1.7), time: .departAt(6 * 3600))
    query.bookedAt = LocalMoment("2026-11-24T16:00")
    #expect(try !planner().journeys(query).isEmpty)
    query.bookedAt = LocalMoment("2026-11-24T16:01")
    #expect(try planner().journeys(query).isEmpty)
    query.bookedAt = nil
    query.usesFlex = false
    #expect(try planner().journeys(query).isEmpty)
  }

  @Test func arriveByTheTrainThatItFeeds() throws {
    let journeys = try planner().journeys(
      JourneyQuery(
        from: home, to: Coordinate(latitude: 44.7, longitude: 1.7), time: .arriveBy(10 * 3600)))
    let journey = try #require(journeys.first)
    #expect(journey.arrival <= 10 * 3600)
    // No earlier than the bus of 9:20 asks for.
    #expect(journey.departure > 8 * 3600)
    #expect(journey.flexLegs.count == 1)
  }

  @Test func doorToStop() throws {
    let journeys = try planner().journeys(
      JourneyQuery(
        from: home, to: Coordinate(latitude: 44.6002, longitude: 1.6), time: .departAt(7 * 3600)))
    let flex = try #require(journeys.flatMap(\.flexLegs).first)
    #expect(flex.to.stop == "x:q")
    #expect(flex.arrival > flex.departure)
  }

  @Test func deadlines() throws {
    func rule(_ kind: BookingRule.Kind, minutes: Int? = nil, days: Int? = nil, time: Int? = nil)
      -> BookingRule
    {
      BookingRule(id: "", kind: kind, noticeLeast: minutes, lastDay: days, lastTime: time)
    }
    let day = PlanDate(year: 2026, month: 11, day: 25)
    #expect(rule(.realTime).deadline(pickup: 3600, on: day) == nil)
    #expect(rule(.sameDay, minutes: 90).deadline(pickup: 3600, on: day)?.text == "2026-11-24T23:30")
    #expect(
      rule(.priorDays, days: 2, time: 43_200).deadline(pickup: 3600, on: day)?.text
        == "2026-11-23T12:00")
  }
}
