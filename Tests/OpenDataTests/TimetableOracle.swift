import OpenData
import Planning
import TravelTimes

/// Finds all best ways through a timetable by Dijkstra's search over events, one label a (stop, time, rides, walk).
///
/// It boards every trip that can be caught, knows no patterns, rounds or mirrors, and shares no code with RAPTOR save
/// for the closed walks between stops, which a test of their own covers.
struct TimetableOracle {
  private struct Call {
    let stop: Int
    let arrival: Int
    let departure: Int
    let mayBoard: Bool
    let mayAlight: Bool
  }
  private struct Label: Hashable {
    var stop: Int
    var time: Int
    var rides: Int
    var effort: Int
  }

  let table: Timetable
  let mostRides: Int
  private let rule = RandomTimetable.walk
  private var trips: [[Call]] = []
  private let access: [Int: (seconds: Int, effort: Int)]
  private let egress: [Int: (seconds: Int, effort: Int)]
  private let onFoot: (seconds: Int, effort: Int)?
  private let change: [Int: Int?]

  init(_ random: RandomTimetable, _ table: Timetable, mostRides: Int) {
    self.table = table
    self.mostRides = mostRides
    let feed = random.feed
    let times = feed.stopTimes
    for day in [-86_400, 0] {
      for trip in feed.trips.indices {
        trips.append(
          times.rows(of: trip).map { row in
            Call(
              stop: Int(times.stop[row]), arrival: Int(times.arrival[row]) + day,
              departure: Int(times.departure[row]) + day, mayBoard: times.types[row] & 15 != 1,
              mayAlight: times.types[row] >> 4 != 1)
          })
      }
    }
    let served = Set(times.stop.map(Int.init))
    func walks(_ place: Coordinate) -> [Int: (seconds: Int, effort: Int)] {
      var found: [Int: (seconds: Int, effort: Int)] = [:]
      for stop in served {
        found[stop] = Self.walk(place.crowMetres(to: feed.stops[stop].place), most: 900)
      }
      return found
    }
    access = walks(random.origin)
    egress = walks(random.destination)
    onFoot = Self.walk(random.origin.crowMetres(to: random.destination), most: 1800)
    var change: [Int: Int?] = [:]
    for stop in feed.stops.indices { change[stop] = 60 }
    for transfer in feed.transfers where transfer.from == transfer.to {
      switch transfer.kind {
      case .impossible: change[Int(transfer.from)] = .some(nil)
      case .timed: change[Int(transfer.from)] = 0
      case .minimum: change[Int(transfer.from)] = Int(transfer.seconds)
      case .recommended: break
      }
    }
    self.change = change
  }

  private static func walk(_ crow: Double, most: Double) -> (seconds: Int, effort: Int)? {
    let metres = crow * 1.3
    guard metres <= most else { return nil }
    let seconds = metres.rounded() / 1.2
    return (Int(seconds.rounded(.up)), Int((seconds / 60).rounded(.up)))
  }

  /// Best ways of somebody who sets off at a time.
  func ways(leavingAt time: Int) -> Set<Worth> {
    var found: Set<Worth> = []
    if let onFoot {
      found.insert(
        Worth(departure: time, arrival: time + onFoot.seconds, rides: 0, effort: onFoot.effort))
    }
    var open: Set<Label> = []
    var closed: [Int: [Label]] = [:]
    for (stop, walk) in access {
      open.insert(Label(stop: stop, time: time + walk.seconds, rides: 0, effort: walk.effort))
    }
    while let next = open.min(by: {
      ($0.time, $0.rides, $0.effort, $0.stop) < ($1.time, $1.rides, $1.effort, $1.stop)
    }) {
      open.remove(next)
      let isBeaten = closed[next.stop, default: []].contains {
        $0.time <= next.time && $0.rides <= next.rides && $0.effort <= next.effort
      }
      if isBeaten { continue }
      closed[next.stop, default: []].append(next)
      guard next.rides < mostRides else { continue }
      for (call, arrival) in rides(from: next) {
        if let egress = egress[call.stop] {
          found.insert(
            Worth(
              departure: time, arrival: arrival + egress.seconds, rides: next.rides + 1,
              effort: next.effort + egress.effort))
        }
        open.formUnion(onward(call.stop, arrival, next))
      }
    }
    return Worth.best(of: found)
  }

  private func rides(from label: Label) -> [(Call, Int)] {
    trips.flatMap { calls -> [(Call, Int)] in
      calls.indices.filter {
        calls[$0].stop == label.stop && calls[$0].mayBoard && calls[$0].departure >= label.time
      }.flatMap { board in
        calls[(board + 1)...].filter(\.mayAlight).map { ($0, $0.arrival) }
      }
    }
  }

  private func onward(_ stop: Int, _ arrival: Int, _ from: Label) -> [Label] {
    var labels: [Label] = []
    if case .some(.some(let seconds)) = change[stop] {
      labels.append(
        Label(stop: stop, time: arrival + seconds, rides: from.rides + 1, effort: from.effort))
    }
    for other in 0..<table.feeds[0].stops.count {
      guard let walk = table.footpath(from: stop, to: other) else { continue }
      let minutes = Int((Double(walk.metres) / rule.speed / 60).rounded(.up))
      labels.append(
        Label(
          stop: other, time: arrival + Int(walk.seconds), rides: from.rides + 1,
          effort: from.effort + minutes))
    }
    return labels
  }

  /// Times at which somebody who sets off just then catches a trip.
  func departures(in window: ClosedRange<Int>) -> [Int] {
    var times: Set<Int> = []
    for calls in trips {
      for call in calls where call.mayBoard {
        guard let walk = access[call.stop] else { continue }
        let leave = call.departure - walk.seconds
        if window.contains(leave) { times.insert(leave) }
      }
    }
    return times.sorted()
  }
}
