import Foundation
import OpenData
import Planning
import Testing

/// Archives and files as publishers pack and write them.
@Suite struct PackedFeedTests {
  private func read(_ files: [String: String]) throws -> FeedReading {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Zip.write(files.mapValues { Array($0.utf8) }, to: path)
    return FeedReader.read(path, id: "x")
  }

  private func under(_ folder: String, _ files: [String: String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: files.map { (folder + $0.key, $0.value) })
  }

  /// Packed on Windows: a folder round the files, byte-order marks, CRLF.
  @Test(arguments: ["Horaires été/", "Horaires été\\", "export/2026/gtfs/"])
  func fromWindows(_ folder: String) throws {
    let plain = try FeedFixture.flex.read()
    let files = FeedFixture.flex.files.mapValues {
      "\u{FEFF}" + $0.replacingOccurrences(of: "\n", with: "\r\n")
    }
    let reading = try read(under(folder, files))
    #expect(reading.notices.notices.map(\.code) == [])
    #expect(reading.feed == plain.feed)
  }

  @Test func theFolderWithMostOfTheFilesIsTheFeed() throws {
    let old = ["ancien/stops.txt": "stop_id\nfaux\n", "lisez-moi.txt": "Bonjour"]
    let reading = try read(under("gtfs/", FeedFixture().files).merging(old) { a, _ in a })
    #expect(reading.isUsable)
    #expect(reading.feed.stops.count == 5)
    let unread = reading.notices.notices.filter { $0.code == .unknownFile }.map(\.place.file)
    #expect(unread.sorted() == ["ancien/stops.txt", "lisez-moi.txt"])
  }

  @Test func oneFolderTooHigh() throws {
    try FeedFixture().inFolder { inner in
      let outer = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: outer, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: outer) }
      let gtfs = outer.appending(path: "gtfs").path
      try FileManager.default.copyItem(atPath: inner, toPath: gtfs)
      #expect(FeedReader.read(outer.path, id: "x").feed.trips.count == 4)
      // Of two feeds none is guessed.
      try FileManager.default.copyItem(atPath: inner, toPath: outer.appending(path: "autre").path)
      #expect(!FeedReader.read(outer.path, id: "x").isUsable)
    }
  }

  /// A line break within quotes is the reference's fault, and shifts no line number.
  @Test func quotedLineBreaks() throws {
    var fixture = FeedFixture()
    fixture.files["routes.txt"] =
      "route_id,agency_id,route_short_name,route_long_name,route_type\r\n"
      + "L1,A,1,\"Alpha\r\nGamma\",3\r\nT,A,TER,\"Ligne \"\"du nord\"\"\",2\r\nX,A,,,3\r\n"
    let reading = try fixture.read()
    let told = reading.notices.notices.map {
      "\($0.code.rawValue) \($0.place.line ?? 0) \($0.field)"
    }
    #expect(
      told == [
        "new_line_in_value 2 route_long_name",
        "route_both_short_and_long_name_missing 5 route_short_name",
      ])
    #expect(reading.feed.routes.map(\.id) == ["L1", "T", "X"])
    #expect(reading.feed.routes[1].longName == "Ligne \"du nord\"")
  }

  /// Every row hangs on something that is not there: nothing is left to ride.
  @Test func aFeedInWhichNothingRuns() throws {
    var fixture = FeedFixture()
    fixture.files["trips.txt"] = "route_id,service_id,trip_id\nL9,week,m1\n"
    let reading = try fixture.read()
    #expect(reading.notices.counts[.nothingRuns] == 1)
    #expect(!reading.isUsable)
  }

  @Test func calendarsThatHaveEnded() throws {
    let reading = try FeedFixture().read()
    let last = PlanDate(year: 2027, month: 6, day: 30)
    #expect(reading.seen(on: last).notices.counts[.expiredCalendar] == nil)
    let after = reading.seen(on: last.adding(days: 1)).notices
    #expect(after.counts[.expiredCalendar] == 2)
    #expect(after.notices.map(\.value) == ["week: 2027-06-30", "all: 2027-06-30"])
    #expect(after.count(.warning) == 2)
  }

  @Test func aFareOfOneOfTwoAgenciesNamesIt() throws {
    var fixture = FeedFixture()
    fixture.files["agency.txt", default: ""] += "B,Autre,https://example.org,Europe/Paris,\n"
    fixture.files["fare_attributes.txt"] =
      "fare_id,price,currency_type,payment_method,transfers,agency_id\np,2,EUR,0,,B\nq,3,EUR,0,,\n"
    fixture.files["fare_rules.txt"] = "fare_id,route_id,contains_id\np,L1,\nq,L1,z\n"
    let reading = try fixture.read()
    #expect(reading.notices.counts == [.missingRequiredField: 1])
    #expect(reading.feed.fares.map(\.agency) == [1, -1])
    var again = FeedFixture()
    again.files = Dictionary(
      uniqueKeysWithValues: try FeedWriter.files(reading.feed).map { ($0.name, $0.text) })
    #expect(try again.read().feed == reading.feed)
  }
}
