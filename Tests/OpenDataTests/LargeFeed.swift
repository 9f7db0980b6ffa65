import OpenData
import Planning
import TravelTimes

/// A feed of 1,000 stops and 10,000 trips a day: lines that wander over a grid of sixty by sixty kilometres and cross.
enum LargeFeed {
  static let date = PlanDate(year: 2026, month: 11, day: 25)
  static let side = 32

  static func make(seed: UInt64 = 8) -> Feed {
    var dice = Dice(seed)
    var feed = Feed(id: "large")
    feed.agencies = [
      TransitAgency(
        id: "a", name: "Large", url: "https://example.org", timeZone: "Europe/Paris", phone: "")
    ]
    feed.services = [TransitService(id: "s")]
    feed.services[0].weekdays = Set(Weekday.allCases)
    feed.services[0].period = date.adding(days: -30)...date.adding(days: 30)
    for stop in 0..<1000 {
      let (row, column) = (stop / side, stop % side)
      feed.stops.append(
        TransitStop(
          id: "stop-\(stop)", name: "Stop \(stop)",
          place: Coordinate(
            latitude: 44.3 + Double(row) * 0.017 + Double(dice.below(40)) / 1e4,
            longitude: 1.2 + Double(column) * 0.023 + Double(dice.below(40)) / 1e4), kind: .stop,
          parent: -1, zone: "", wheelchair: .unknown))
    }
    for line in 0..<100 {
      feed.routes.append(
        TransitRoute(
          id: "line-\(line)", agency: 0, shortName: "\(line)", longName: "", type: 3))
      let calls = wander(&dice)
      for trip in 0..<100 {
        add(line, trip, trip % 2 == 0 ? calls : calls.reversed(), &feed, &dice)
      }
    }
    return feed
  }

  private static func wander(_ dice: inout Dice) -> [Int] {
    var calls: [Int] = []
    var (row, column) = (dice.below(31), dice.below(side))
    let (down, right) = (dice.chance(50) ? 1 : -1, dice.chance(50) ? 1 : -1)
    while calls.count < 20, (0..<31).contains(row), (0..<side).contains(column) {
      calls.append(row * side + column)
      if dice.chance(50) { row += down } else { column += right }
    }
    return calls.count > 1 ? calls : [0, 1]
  }

  private static func add(
    _ line: Int, _ trip: Int, _ calls: [Int], _ feed: inout Feed, _ dice: inout Dice
  ) {
    var time = Int32(5 * 3600 + trip * 612 + dice.below(600))
    feed.trips.append(
      TransitTrip(
        id: "trip-\(line)-\(trip)", route: Int32(line), service: 0, headsign: "", block: "",
        wheelchair: .possible))
    for stop in calls {
      feed.stopTimes.stop.append(Int32(stop))
      feed.stopTimes.arrival.append(time)
      feed.stopTimes.departure.append(time)
      feed.stopTimes.types.append(0)
      time += Int32(120 + 60 * dice.below(2))
    }
    feed.stopTimes.first.append(Int32(feed.stopTimes.count))
  }
}
