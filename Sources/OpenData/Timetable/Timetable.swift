internal import TravelTimes

/// The trips of some days round the plan's, from one or more feeds, as RAPTOR scans them: flat arrays of patterns.
///
/// A pattern is a list of stops with the trips that call at exactly these, none of which overtakes another, by first
/// departure. Times are seconds since local midnight of the plan's date. Source: D. Delling, T. Pajor, R. F. Werneck,
/// "Round-Based Public Transit Routing", ALENEX 2012 and Transportation Science 49 (2015), section 3.2.
public struct Timetable: Sendable {
  /// A trip on one day, or one of its departures by frequency.
  struct Instance: Hashable, Sendable {
    let feed: Int32
    let trip: Int32
    /// Seconds to add to the trip's times.
    let shift: Int32
  }
  /// What may be done at a stop of a pattern.
  static let board: UInt8 = 1
  static let alight: UInt8 = 2

  public let feeds: [Feed]
  /// Position of each feed's first stop among all.
  let stopOffset: [Int]
  let stopCount: Int

  // Patterns
  var patternFirst: [Int32] = [0]
  var patternStop: [Int32] = []
  var patternFlags: [UInt8] = []
  var tripFirst: [Int32] = [0]
  /// Where the times of a pattern's first trip begin; those of its trip `t` at stop `i` stand `t * n + i` further.
  var timeFirst: [Int32] = []
  var arrival: [Int32] = []
  var departure: [Int32] = []
  var instances: [Instance] = []

  // Patterns at each stop, with the position in the pattern
  var atStopFirst: [Int32] = []
  var atStopPattern: [Int32] = []
  var atStopPosition: [Int32] = []

  // Walks from each stop to others
  var footFirst: [Int32] = []
  var footTo: [Int32] = []
  var foot: [Walk] = []
  /// Seconds from getting off to getting on at the same stop; `Timetable.never` where it is not possible.
  var change: [Int32] = []

  static let never = Int32.max / 4

  var patternCount: Int { patternFirst.count - 1 }

  func stopsCount(_ pattern: Int) -> Int { Int(patternFirst[pattern + 1] - patternFirst[pattern]) }

  func tripsCount(_ pattern: Int) -> Int { Int(tripFirst[pattern + 1] - tripFirst[pattern]) }

  func timeIndex(_ pattern: Int, trip: Int, position: Int) -> Int {
    Int(timeFirst[pattern]) + trip * stopsCount(pattern) + position
  }

  /// Trips that run, whatever their day.
  public var tripCount: Int { instances.count }

  // MARK: Stops

  func feed(ofStop stop: Int) -> Int { stopOffset.lastIndex { $0 <= stop } ?? 0 }

  public func stop(_ stop: Int) -> TransitStop {
    let feed = feed(ofStop: stop)
    return feeds[feed].stops[stop - stopOffset[feed]]
  }

  /// `feed:id`.
  public func stopId(_ stop: Int) -> String {
    feeds[feed(ofStop: stop)].id + ":" + self.stop(stop).id
  }

  /// Stops that some trip calls at.
  public var servedStops: [Int] {
    (0..<stopCount).filter { atStopFirst[$0] < atStopFirst[$0 + 1] }
  }

  init(feeds: [Feed]) {
    self.feeds = feeds
    var offsets: [Int] = []
    var count = 0
    for feed in feeds {
      offsets.append(count)
      count += feed.stops.count
    }
    stopOffset = offsets
    stopCount = count
  }

  /// The same trips run backwards in time: a search for the earliest arrival in it finds the latest departure.
  func mirrored() -> Timetable {
    var mirror = Timetable(feeds: feeds)
    mirror.patternFirst = patternFirst
    mirror.tripFirst = tripFirst
    mirror.timeFirst = timeFirst
    mirror.patternStop = patternStop
    mirror.patternFlags = patternFlags
    mirror.arrival = arrival
    mirror.departure = departure
    mirror.instances = instances
    for pattern in 0..<patternCount {
      let first = Int(patternFirst[pattern])
      let (n, m) = (stopsCount(pattern), tripsCount(pattern))
      for i in 0..<n {
        let flags = patternFlags[first + n - 1 - i]
        mirror.patternStop[first + i] = patternStop[first + n - 1 - i]
        mirror.patternFlags[first + i] =
          (flags & Self.board != 0 ? Self.alight : 0) | (flags & Self.alight != 0 ? Self.board : 0)
      }
      for t in 0..<m {
        mirror.instances[Int(tripFirst[pattern]) + t] =
          instances[Int(tripFirst[pattern]) + m - 1 - t]
        for i in 0..<n {
          let target = timeIndex(pattern, trip: t, position: i)
          let source = timeIndex(pattern, trip: m - 1 - t, position: n - 1 - i)
          mirror.arrival[target] = -departure[source]
          mirror.departure[target] = -arrival[source]
        }
      }
    }
    mirror.indexStops()
    mirror.change = change
    var back: [[(Int32, Walk)]] = Array(repeating: [], count: stopCount)
    for stop in 0..<stopCount {
      for edge in Int(footFirst[stop])..<Int(footFirst[stop + 1]) {
        back[Int(footTo[edge])].append((Int32(stop), foot[edge]))
      }
    }
    mirror.setFootpaths(back)
    return mirror
  }

  mutating func indexStops() {
    atStopFirst = [Int32](repeating: 0, count: stopCount + 1)
    for stop in patternStop { atStopFirst[Int(stop) + 1] += 1 }
    for stop in 0..<stopCount { atStopFirst[stop + 1] += atStopFirst[stop] }
    var next = atStopFirst
    atStopPattern = [Int32](repeating: 0, count: patternStop.count)
    atStopPosition = atStopPattern
    for pattern in 0..<patternCount {
      for place in Int(patternFirst[pattern])..<Int(patternFirst[pattern + 1]) {
        let stop = Int(patternStop[place])
        atStopPattern[Int(next[stop])] = Int32(pattern)
        atStopPosition[Int(next[stop])] = Int32(place) - patternFirst[pattern]
        next[stop] += 1
      }
    }
  }

  mutating func setFootpaths(_ walks: [[(Int32, Walk)]]) {
    footFirst = [0]
    footTo = []
    foot = []
    for list in walks {
      for (to, walk) in list {
        footTo.append(to)
        foot.append(walk)
      }
      footFirst.append(Int32(footTo.count))
    }
  }

  /// The walk from a stop to another, the wait for a change included; `nil` where there is none, or to the same stop.
  public func footpath(from: Int, to: Int) -> Walk? {
    (Int(footFirst[from])..<Int(footFirst[from + 1])).first { footTo[$0] == Int32(to) }
      .map { foot[$0] }
  }
}
