import Foundation
import OpenData
import Planning
import Testing

/// Each fault has the public validator's code, and the place where it lies.
@Suite struct BrokenFeedTests {
  @Test(arguments: ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"])
  func aMissingFile(_ name: String) throws {
    var fixture = FeedFixture()
    fixture.files[name] = nil
    let reading = try fixture.read()
    let notice = try #require(reading.notices.notices.first { $0.code == .missingRequiredFile })
    #expect(notice.place.file == name)
    #expect(!reading.isUsable)
  }

  @Test func noCalendarAtAll() throws {
    var fixture = FeedFixture()
    fixture.files["calendar.txt"] = nil
    fixture.files["calendar_dates.txt"] = nil
    let reading = try fixture.read()
    #expect(reading.notices.counts[.missingCalendarAndCalendarDateFiles] == 1)
    #expect(!reading.isUsable)
  }

  @Test func danglingIds() throws {
    var fixture = FeedFixture()
    fixture.files["trips.txt", default: ""] += "L9,week,x1,Gamma,1\nL1,never,x2,Gamma,1\n"
    fixture.files["stop_times.txt", default: ""] += "m1,08:00:00,08:00:00,nowhere,9,,\n"
    fixture.files["stops.txt", default: ""] += "z,Zeta,44.1,1.1,0,nowhere,\n"
    let reading = try fixture.read()
    let found = reading.notices.notices.filter { $0.code == .foreignKeyViolation }
    #expect(
      found.map { "\($0.place.file):\($0.place.line ?? 0) \($0.field) \($0.value)" }.sorted() == [
        "stop_times.txt:13 stop_id nowhere", "stops.txt:7 parent_station nowhere",
        "trips.txt:6 route_id L9", "trips.txt:7 service_id never",
      ])
    // What is right is kept.
    #expect(reading.isUsable)
    #expect(reading.feed.trips.count == 4)
  }

  @Test func timesThatCannotBe() throws {
    var fixture = FeedFixture()
    fixture.files["stop_times.txt"] = """
      trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled
      m1,07:00:00,07:00:00,a,1,0
      m1,06:50:00,06:50:00,b,2,5
      m2,07:00:00,07:00:00,a,1,0
      m2,7h20,07:22:00,b,2,4
      m2,08:00:00,08:00:00,g,3,4
      t1,,,q,1,
      t1,07:36:00,07:36:00,g,2,
      n1,23:50:00,23:50:00,a,1,

      """
    let reading = try fixture.read()
    #expect(
      reading.notices.counts == [
        .stopTimeWithArrivalBeforePreviousDepartureTime: 1, .invalidTime: 1,
        .stopTimeWithOnlyArrivalOrDepartureTime: 1, .decreasingOrEqualStopTimeDistance: 1,
        .missingTripEdge: 1, .unusableTrip: 1,
      ])
    let backwards = try #require(
      reading.notices.notices.first {
        $0.code == .stopTimeWithArrivalBeforePreviousDepartureTime
      })
    #expect(backwards.place.line == 3)
    #expect(backwards.value == "06:50:00")
    #expect(reading.feed.stopTimes.count == 3)
  }

  @Test func circlesAmongTransfers() throws {
    var fixture = FeedFixture()
    fixture.files["transfers.txt"] = """
      from_stop_id,to_stop_id,from_trip_id,to_trip_id,transfer_type
      ,,m1,t1,4
      ,,t1,m2,4
      ,,m2,m1,4

      """
    let reading = try fixture.read()
    let circle = try #require(reading.notices.notices.first { $0.code == .transferCycle })
    #expect(circle.place.line == 4)
    #expect(circle.severity == .warning)
  }

  @Test func values() throws {
    var fixture = FeedFixture()
    fixture.files["calendar.txt"] = """
      service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
      week,1,1,1,1,1,0,0,20260931,20270630
      all,1,1,1,1,1,1,1,20270901,20260630
      all,1,1,1,1,1,1,9,20260901,20270630

      """
    fixture.files["stops.txt"]?.replace("44.7000", with: "144.7")
    fixture.files["agency.txt", default: ""] += "B,Autre,https://example.org,Europe/Cahors,\n"
    let counts = try fixture.read().notices.counts
    #expect(counts[.invalidDate] == 1)
    #expect(counts[.startAndEndRangeOutOfOrder] == 1)
    #expect(counts[.unexpectedEnumValue] == 1)
    #expect(counts[.numberOutOfRange] == 1)
    #expect(counts[.invalidTimezone] == 1)
  }

  @Test func flexRules() throws {
    var fixture = FeedFixture.flex
    fixture.files["booking_rules.txt"] = """
      booking_rule_id,booking_type,prior_notice_duration_min,prior_notice_last_day,prior_notice_last_time
      eve,2,30,1,
      day,1,,,
      now,0,5,,

      """
    fixture.files["stop_times.txt"]?.replace(
      "f1,,,,1,2,1,zone,,06:30:00,12:00:00,eve,eve",
      with: "f1,07:00:00,,,1,0,1,zone,,12:30:00,12:00:00,eve,eve")
    fixture.files["locations.geojson"]?.replace("[1.45,44.55]]]", with: "[1.45,44.56]]]")
    let codes = try fixture.codes()
    #expect(
      codes.isSuperset(of: [
        .forbiddenPriorDayBookingFieldValue, .missingPriorNoticeLastTime,
        .missingPriorNoticeDurationMin, .forbiddenRealTimeBookingFieldValue, .invalidGeometry,
        .foreignKeyViolation,
      ]))
    fixture.files["locations.geojson"] = "{\"type\":"
    #expect(try fixture.codes().contains(.malformedJson))
  }

  @Test func anUnclosedQuote() throws {
    var fixture = FeedFixture()
    fixture.files["routes.txt"] =
      "route_id,route_type,route_long_name\nL1,3,\"never closed\nT,2,x\n"
    let reading = try fixture.read()
    #expect(reading.notices.counts[.csvParsingFailed] == 1)
  }

  @Test func nothingThere() throws {
    let missing = FeedReader.read("/nowhere/feed.zip", id: "x")
    #expect(missing.notices.notices.map(\.code) == [.missingFeed])
    #expect(!missing.isUsable)
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("no zip".utf8).write(to: URL(filePath: path))
    let broken = FeedReader.read(path, id: "x")
    #expect(broken.notices.notices.map(\.code) == [.unreadableFeed])
    #expect(!broken.isUsable)
  }

  /// A file of a gigabyte of spaces, packed to a megabyte, is refused before it is unpacked.
  @Test func aZipBomb() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Zip.writeBomb(named: "stop_times.txt", megabytes: 1024, to: path)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    #expect(size < 8 << 20)
    let clock = ContinuousClock()
    let start = clock.now
    let reading = FeedReader.read(path, id: "x")
    #expect(clock.now - start < .seconds(5))
    #expect(reading.notices.notices.map(\.code) == [.feedTooLarge])
    #expect(!reading.isUsable)
  }
}
