import Foundation
import OpenData
import Planning
import Testing
import TravelTimes

/// The targets on a feed of 1,000 stops and 10,000 trips. The bounds leave room for a machine that is busy with other
/// things, and for a build without optimisation; what was measured is printed.
@Suite(.serialized) struct SpeedTests {
  #if DEBUG
    static let slack = 60.0
  #else
    static let slack = 4.0
  #endif

  private func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  private func planner() throws -> JourneyPlanner {
    try #require(
      JourneyPlanner(
        [LargeFeed.make()], date: LargeFeed.date, timeZone: "Europe/Paris",
        ways: RandomTimetable.ways))
  }

  /// Two places, each a short walk from a stop.
  private func ends(_ planner: JourneyPlanner, _ dice: inout Dice) -> (Coordinate, Coordinate) {
    func place() -> Coordinate {
      let stops = planner.timetable.servedStops
      var place = planner.timetable.stop(stops[dice.below(stops.count)]).place
      place.latitude += 0.002
      return place
    }
    return (place(), place())
  }

  @Test func queries() throws {
    let planner = try planner()
    var dice = Dice(46)
    var times: [Double] = []
    var found = 0
    for _ in 0..<200 {
      let (from, to) = ends(planner, &dice)
      let time = (6 + dice.below(12)) * 3600
      times.append(
        milliseconds {
          found += planner.journeys(JourneyQuery(from: from, to: to, time: .departAt(time))).count
        })
    }
    times.sort()
    let (median, p95) = (times[times.count / 2], times[times.count * 95 / 100])
    print(
      "RAPTOR, 1,000 stops, 10,000 trips: median \(median) ms, p95 \(p95) ms, journeys \(found)")
    #expect(found > 200)
    #expect(p95 < 20 * Self.slack)
  }

  @Test func ranges() throws {
    let planner = try planner()
    var dice = Dice(47)
    var times: [Double] = []
    var found = 0
    for _ in 0..<12 {
      let (from, to) = ends(planner, &dice)
      times.append(
        milliseconds {
          found +=
            planner.journeys(
              JourneyQuery(from: from, to: to, time: .departAt(7 * 3600), window: 6 * 3600)
            ).count
        })
    }
    times.sort()
    let p95 = times[times.count * 95 / 100]
    print(
      "range RAPTOR over 6 h: median \(times[times.count / 2]) ms, p95 \(p95) ms, journeys \(found)"
    )
    #expect(found > 50)
    #expect(p95 < 200 * Self.slack)
  }

  @Test func importing() throws {
    let feed = LargeFeed.make()
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "large-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in try FeedWriter.files(feed) {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
    var reading: FeedReading?
    let time = milliseconds { reading = FeedReader.read(folder.path, id: "large") }
    print("import, 1,000 stops, 10,000 trips, \(feed.stopTimes.count) stop times: \(time) ms")
    // Read back as it was.
    #expect(reading?.feed == feed)
    #expect(time < 5000 * Self.slack)
  }
}
