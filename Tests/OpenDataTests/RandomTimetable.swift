import OpenData
import Planning
import TravelTimes

/// Draws for tests: SplitMix64.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// A small timetable of random lines: trips overtake each other, stops of a line come twice, some stops are for
/// getting on or off only, trips run past midnight, transfers are forbidden or slow.
struct RandomTimetable {
  static let date = PlanDate(year: 2026, month: 11, day: 25)
  static let walk = WalkRule(
    speed: 1.2, factor: 1.3, longest: 900, longestChange: 400, change: 60)
  static let ways = Ways(walk) { (Int($0 * 1.4), Int($0 / 10)) }

  var feed = Feed(id: "r")
  var origin = Coordinate(latitude: 0, longitude: 0)
  var destination = Coordinate(latitude: 0, longitude: 0)

  init(seed: UInt64) {
    var dice = Dice(seed)
    func place(_ dice: inout Dice) -> Coordinate {
      Coordinate(
        latitude: 44.5 + Double(dice.below(30)) / 1000,
        longitude: 1.5 + Double(dice.below(40)) / 1000)
    }
    func near(_ place: Coordinate, _ dice: inout Dice) -> Coordinate {
      Coordinate(
        latitude: place.latitude + Double(dice.below(9) - 4) / 1000,
        longitude: place.longitude + Double(dice.below(9) - 4) / 1000)
    }
    feed.agencies = [
      TransitAgency(id: "", name: "R", url: "", timeZone: "Europe/Paris", phone: "")
    ]
    feed.services = [TransitService(id: "s")]
    feed.services[0].added = [Self.date, Self.date.adding(days: -1)]
    feed.routes = [TransitRoute(id: "r", agency: 0, shortName: "R", longName: "", type: 3)]
    let stops = 6 + dice.below(8)
    for stop in 0..<stops {
      feed.stops.append(
        TransitStop(
          id: "s\(stop)", name: "S\(stop)", place: place(&dice), kind: .stop, parent: -1, zone: "",
          wheelchair: .unknown))
    }
    for line in 0..<(3 + dice.below(5)) {
      var calls: [Int32] = []
      for _ in 0..<(2 + dice.below(5)) {
        let stop = Int32(dice.below(stops))
        if calls.last != stop { calls.append(stop) }
      }
      guard calls.count > 1 else { continue }
      let types = calls.map { _ -> UInt8 in
        dice.chance(10) ? 1 : dice.chance(10) ? 16 : 0
      }
      for trip in 0..<(3 + dice.below(8)) { add(line, trip, calls, types, &dice) }
    }
    for _ in 0..<dice.below(4) {
      let kind: TransitTransfer.Kind = [.minimum, .impossible, .timed, .minimum][dice.below(4)]
      feed.transfers.append(
        TransitTransfer(
          from: Int32(dice.below(stops)), to: Int32(dice.below(stops)), kind: kind,
          seconds: Int32(dice.below(600))))
    }
    origin = near(feed.stops[dice.below(stops)].place, &dice)
    destination = near(feed.stops[dice.below(stops)].place, &dice)
  }

  private mutating func add(
    _ line: Int, _ trip: Int, _ calls: [Int32], _ types: [UInt8], _ dice: inout Dice
  ) {
    // One in eight of the trips belongs to the night before, and is still under way.
    let isLate = dice.chance(12)
    var time = Int32(60 * dice.below(240)) + (isLate ? 86_400 : 0)
    feed.trips.append(
      TransitTrip(
        id: "l\(line)t\(trip)", route: 0, service: 0, headsign: "", block: "", wheelchair: .unknown)
    )
    for (call, stop) in calls.enumerated() {
      feed.stopTimes.stop.append(stop)
      feed.stopTimes.types.append(types[call])
      feed.stopTimes.arrival.append(time)
      time += Int32(60 * dice.below(3))
      feed.stopTimes.departure.append(time)
      time += Int32(60 * (1 + dice.below(15)))
    }
    feed.stopTimes.first.append(Int32(feed.stopTimes.count))
  }
}

/// How good a way is, in the terms that RAPTOR is asked for.
struct Worth: Hashable, Comparable, CustomStringConvertible {
  var departure: Int
  var arrival: Int
  var rides: Int
  var effort: Int

  func isAsGood(as other: Worth) -> Bool {
    departure >= other.departure && arrival <= other.arrival && rides <= other.rides
      && effort <= other.effort
  }

  static func < (a: Worth, b: Worth) -> Bool {
    (a.departure, a.arrival, a.rides, a.effort) < (b.departure, b.arrival, b.rides, b.effort)
  }

  var description: String { "\(departure)-\(arrival)/\(rides)/\(effort)" }

  /// Those that none of the others is as good as.
  static func best(of all: Set<Worth>) -> Set<Worth> {
    all.filter { one in !all.contains { $0 != one && $0.isAsGood(as: one) } }
  }
}
