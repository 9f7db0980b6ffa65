import Foundation
import OpenData
import Planning
import Testing

@Suite struct FeedReaderTests {
  @Test func aSoundFeedReadsWithoutFault() throws {
    let reading = try FeedFixture().read()
    #expect(reading.notices.notices.map(\.code) == [])
    let feed = reading.feed
    #expect(feed.stops.count == 5)
    #expect(feed.trips.count == 4)
    #expect(feed.stopTimes.count == 11)
    #expect(feed.routes[1].longName == "Ligne \"du nord\"")
    #expect(feed.stops[2].name == "Beta, place")
    // The platform belongs to the station, and takes its wheelchair field.
    #expect(feed.stops[3].parent == 0)
    #expect(feed.stops[3].wheelchair == .possible)
    // Past midnight, and a time between time points.
    #expect(feed.stopTimes.arrival.contains(24 * 3600 + 30 * 60))
    #expect(feed.stopTimes.arrival[4] == 9 * 3600 + 20 * 60)
    #expect(!feed.stopTimes.mayAlight(0))
    #expect(!feed.stopTimes.mayBoard(2))
    #expect(
      feed.validity == PlanDate(
        year: 2026, month: 9, day: 1)...PlanDate(year: 2027, month: 6, day: 30))
  }

  @Test func exceptionsWinOverTheWeek() throws {
    let week = try FeedFixture().read().feed.services[0]
    #expect(week.runs(on: PlanDate(year: 2026, month: 11, day: 25)))
    #expect(!week.runs(on: PlanDate(year: 2026, month: 11, day: 11)))
    #expect(week.runs(on: PlanDate(year: 2026, month: 11, day: 29)))
    #expect(!week.runs(on: PlanDate(year: 2026, month: 11, day: 28)))
  }

  @Test func toleratesHowFilesAreWritten() throws {
    var fixture = FeedFixture()
    let plain = try fixture.read().feed
    for (name, text) in fixture.files {
      fixture.files[name] = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n")
    }
    fixture.files["routes.txt"] = #"""
      route_type , route_id,route_long_name,unheard_of,route_short_name,agency_id
      3, L1 ,"Alpha – Gamma",1,1,A

      2,T,"Ligne ""du nord""",2,TER,A
      """#
    let reading = try fixture.read()
    #expect(reading.feed.routes == plain.routes)
    #expect(reading.feed.stops == plain.stops)
    #expect(reading.feed.stopTimes.arrival == plain.stopTimes.arrival)
    #expect(reading.notices.counts == [.unknownColumn: 1])
  }

  @Test func readsFlex() throws {
    let reading = try FeedFixture.flex.read()
    #expect(reading.notices.notices.map(\.code) == [])
    let feed = reading.feed
    #expect(feed.areas.map(\.name) == ["Le causse"])
    #expect(feed.groups.first?.stops == [2, 3])
    #expect(feed.flexTimes.count == 2)
    #expect(feed.flexTimes[0].mayBoard && !feed.flexTimes[0].mayAlight)
    let rule = try #require(feed.bookingRules.first)
    #expect(rule.kind == .priorDays)
    // The day before a Monday, among working days, is Friday.
    let deadline = rule.deadline(pickup: 8 * 3600, on: PlanDate(year: 2026, month: 11, day: 30)) {
      feed.services[0].runs(on: $0) && $0 != PlanDate(year: 2026, month: 11, day: 29)
    }
    #expect(deadline?.text == "2026-11-27T16:00")
  }

  @Test func aZipIsReadLikeAFolder() throws {
    let fixture = FeedFixture.flex
    let plain = try fixture.read().feed
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Zip.write(fixture.files.mapValues { Array($0.utf8) }, prefix: "gtfs/", to: path)
    let reading = FeedReader.read(path, id: "x")
    #expect(reading.notices.notices.map(\.code) == [])
    #expect(reading.feed.stops == plain.stops)
    #expect(reading.feed.flexTimes == plain.flexTimes)
  }
}
