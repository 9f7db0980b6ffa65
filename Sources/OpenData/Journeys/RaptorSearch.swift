/// A place where a search gets into, or out of, the network of stops.
struct StopAccess: Hashable, Sendable {
  var stop: Int32
  var seconds: Int32
  /// Minutes on foot.
  var effort: Int32
}

/// A ride of a booked service between the rider's own place and a stop, at any time within its windows.
struct FlexHop: Hashable, Sendable {
  var stop: Int32
  /// When the vehicle may take up and set down; seconds since local midnight.
  var pickup: ClosedRange<Int32>
  var dropOff: ClosedRange<Int32>
  /// On the way, at most: in the vehicle, and on foot where it does not come to the door.
  var seconds: Int32
  /// Minutes on foot.
  var effort: Int32 = 0
  /// Which option of the query it is.
  var option: Int32

  /// When a rider who is ready at a time arrives; `nil` where it is too late.
  func arrival(readyAt time: Int32) -> Int32? {
    let start = max(time, pickup.lowerBound)
    guard start <= pickup.upperBound else { return nil }
    let end = max(start + seconds, dropOff.lowerBound)
    return end <= dropOff.upperBound ? end : nil
  }

  var mirrored: FlexHop {
    FlexHop(
      stop: stop, pickup: -dropOff.upperBound...(-dropOff.lowerBound),
      dropOff: -pickup.upperBound...(-pickup.lowerBound), seconds: seconds, effort: effort,
      option: option)
  }
}

/// What a search is asked.
struct RaptorTask: Sendable {
  var access: [StopAccess] = []
  var egress: [StopAccess] = []
  var accessHops: [FlexHop] = []
  var egressHops: [FlexHop] = []
  /// The whole way on foot, where it is short enough.
  var walk: StopAccess?
  var mostRides = 5
  /// Longest from departure to arrival, seconds.
  var longest: Int32 = 18 * 3600
}

/// RAPTOR with several criteria: all ways that are best in arrival, number of rides and minutes on foot.
///
/// Round `k` finds the labels that `k` rides reach, from those of round `k - 1`, by scanning each pattern once. A label
/// is kept unless one with as few rides arrives as early with as little walking. Departures are taken from the latest
/// to the earliest and keep the labels of those before ("self-pruning"), which makes the range query one search
/// instead of many. Between two rides at most one walk is taken, for walks are closed.
///
/// Source: D. Delling, T. Pajor, R. F. Werneck, "Round-Based Public Transit Routing", ALENEX 2012 (RAPTOR, McRAPTOR,
/// rRAPTOR); Transportation Science 49 (2015) 591-604.
struct RaptorSearch {
  struct Label {
    var time: Int32
    var effort: Int32
    /// Next of the same bag; -1: none.
    var next: Int32
    /// Label it comes from; -1: the rider's own place.
    var parent: Int32
    /// Trip ridden, of the timetable; `onFoot` or a hop's option below that.
    var trip: Int32
    /// Positions in the trip's pattern.
    var board: Int32
    var alight: Int32
    var stop: Int32
    var epoch: Int32
  }
  /// A way to the destination.
  struct Goal: Hashable {
    var departure: Int32
    var arrival: Int32
    var rides: Int32
    var effort: Int32
    /// Label of the last ride; -1: on foot all the way.
    var label: Int32
    /// Option of the hop that ends it; -1: none.
    var hop: Int32
    var epoch: Int32
  }
  private struct Boarded {
    var trip: Int
    var effort: Int32
    var label: Int32
    var position: Int32
  }

  static let onFoot: Int32 = -1
  /// Trip numbers of hops count down from here.
  static let firstHop: Int32 = -2

  let table: Timetable
  let task: RaptorTask
  private(set) var labels: [Label] = []
  private(set) var goals: [Goal] = []
  /// Heads of the bags: arrivals by ride, and when riders are ready to board, by round and stop.
  private var ridden: [Int32]
  private var ready: [Int32]
  private var epoch: Int32 = 0
  private var start: Int32 = 0
  private var egressAt: [Int32]
  private var hopsAt: [Int32: [FlexHop]] = [:]
  private var readyMarks: [Int32] = []
  private var riddenMarks: [Int32] = []
  private var isReadyMarked: [Bool]
  private var isRiddenMarked: [Bool]
  /// First position to scan each pattern from; -1: not at all.
  private var scanFrom: [Int32]
  private var queue: [Int32] = []
  private var boarded: [Boarded] = []

  init(_ table: Timetable, _ task: RaptorTask) {
    self.table = table
    self.task = task
    let bags = (task.mostRides + 1) * table.stopCount
    ridden = [Int32](repeating: -1, count: bags)
    ready = ridden
    isReadyMarked = [Bool](repeating: false, count: table.stopCount)
    isRiddenMarked = isReadyMarked
    scanFrom = [Int32](repeating: -1, count: table.patternCount)
    egressAt = [Int32](repeating: -1, count: table.stopCount)
    for (index, egress) in task.egress.enumerated() { egressAt[Int(egress.stop)] = Int32(index) }
    hopsAt = Dictionary(grouping: task.egressHops, by: \.stop)
  }

  /// Adds the ways of one departure; departures must come from the latest to the earliest.
  mutating func depart(at time: Int32) {
    epoch += 1
    start = time
    if let walk = task.walk {
      reach(arrival: time + walk.seconds, rides: 0, effort: walk.effort, label: -1, hop: -1)
    }
    for access in task.access {
      addReady(0, access.stop, time + access.seconds, access.effort, parent: -1)
    }
    var hops = task.accessHops
    for rides in 1...max(1, task.mostRides) {
      collectPatterns()
      for pattern in queue { scan(Int(pattern), round: rides) }
      for pattern in queue { scanFrom[Int(pattern)] = -1 }
      queue.removeAll(keepingCapacity: true)
      if rides == 1 {
        for hop in hops { ride(hop, leaving: time) }
        hops = []
      }
      if rides < task.mostRides { change(after: rides) }
      for stop in riddenMarks { isRiddenMarked[Int(stop)] = false }
      riddenMarks.removeAll(keepingCapacity: true)
      if readyMarks.isEmpty { break }
    }
    for stop in readyMarks { isReadyMarked[Int(stop)] = false }
    readyMarks.removeAll(keepingCapacity: true)
  }

  private mutating func ride(_ hop: FlexHop, leaving time: Int32) {
    guard let arrival = hop.arrival(readyAt: time) else { return }
    addRidden(
      1, hop.stop, arrival, hop.effort, parent: -1, trip: Self.firstHop - hop.option, board: 0,
      alight: 0)
  }

  /// Patterns to scan, from the first stop where somebody is newly ready.
  private mutating func collectPatterns() {
    for stop in readyMarks {
      isReadyMarked[Int(stop)] = false
      for place in Int(table.atStopFirst[Int(stop)])..<Int(table.atStopFirst[Int(stop) + 1]) {
        let pattern = Int(table.atStopPattern[place])
        let position = table.atStopPosition[place]
        if scanFrom[pattern] < 0 {
          queue.append(Int32(pattern))
          scanFrom[pattern] = position
        } else if position < scanFrom[pattern] {
          scanFrom[pattern] = position
        }
      }
    }
    readyMarks.removeAll(keepingCapacity: true)
  }

  private mutating func scan(_ pattern: Int, round: Int) {
    let first = Int(table.patternFirst[pattern])
    let count = table.stopsCount(pattern)
    let base = Int(table.timeFirst[pattern])
    let firstTrip = table.tripFirst[pattern]
    boarded.removeAll(keepingCapacity: true)
    for position in Int(scanFrom[pattern])..<count {
      let stop = table.patternStop[first + position]
      let flags = table.patternFlags[first + position]
      if flags & Timetable.alight != 0 {
        for entry in boarded {
          addRidden(
            round, stop, table.arrival[base + entry.trip * count + position], entry.effort,
            parent: entry.label, trip: firstTrip + Int32(entry.trip), board: entry.position,
            alight: Int32(position))
        }
      }
      guard flags & Timetable.board != 0, position < count - 1 else { continue }
      var label = ready[(round - 1) * table.stopCount + Int(stop)]
      while label >= 0 {
        let next = labels[Int(label)].next
        if labels[Int(label)].epoch == epoch {
          board(label, pattern, position: position, base: base, count: count)
        }
        label = next
      }
    }
  }

  /// Takes the first trip that leaves once the rider is ready.
  private mutating func board(
    _ label: Int32, _ pattern: Int, position: Int, base: Int, count: Int
  ) {
    let time = labels[Int(label)].time
    var (low, high) = (0, table.tripsCount(pattern))
    while low < high {
      let middle = (low + high) / 2
      if table.departure[base + middle * count + position] < time {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < table.tripsCount(pattern) else { return }
    let effort = labels[Int(label)].effort
    if boarded.contains(where: { $0.trip <= low && $0.effort <= effort }) { return }
    boarded.removeAll { $0.trip >= low && $0.effort >= effort }
    boarded.append(Boarded(trip: low, effort: effort, label: label, position: Int32(position)))
  }

  /// From where riders got off to where they may board next.
  private mutating func change(after round: Int) {
    for stop in riddenMarks {
      var index = ridden[round * table.stopCount + Int(stop)]
      while index >= 0 {
        let label = labels[Int(index)]
        if label.epoch == epoch {
          if table.change[Int(stop)] < Timetable.never {
            addReady(
              round, stop, label.time + table.change[Int(stop)], label.effort, parent: index)
          }
          for edge in Int(table.footFirst[Int(stop)])..<Int(table.footFirst[Int(stop) + 1]) {
            let walk = table.foot[edge]
            addReady(
              round, table.footTo[edge], label.time + walk.seconds, label.effort + walk.effort,
              parent: index)
          }
        }
        index = label.next
      }
    }
  }

  // MARK: Bags

  private mutating func addReady(
    _ round: Int, _ stop: Int32, _ time: Int32, _ effort: Int32, parent: Int32
  ) {
    guard !isBeaten(time, effort, rides: Int32(round + 1)) else { return }
    for k in 0...round
    where Self.isDominated(ready[k * table.stopCount + Int(stop)], time, effort, labels) {
      return
    }
    let bag = round * table.stopCount + Int(stop)
    let head = withoutDominated(ready[bag], time, effort)
    labels.append(
      Label(
        time: time, effort: effort, next: head, parent: parent, trip: Self.onFoot, board: 0,
        alight: 0, stop: stop, epoch: epoch))
    ready[bag] = Int32(labels.count - 1)
    if !isReadyMarked[Int(stop)] {
      isReadyMarked[Int(stop)] = true
      readyMarks.append(stop)
    }
  }

  private mutating func addRidden(
    _ round: Int, _ stop: Int32, _ time: Int32, _ effort: Int32, parent: Int32, trip: Int32,
    board: Int32, alight: Int32
  ) {
    guard !isBeaten(time, effort, rides: Int32(round)) else { return }
    for k in 1...round
    where Self.isDominated(ridden[k * table.stopCount + Int(stop)], time, effort, labels) {
      return
    }
    let bag = round * table.stopCount + Int(stop)
    let head = withoutDominated(ridden[bag], time, effort)
    labels.append(
      Label(
        time: time, effort: effort, next: head, parent: parent, trip: trip, board: board,
        alight: alight, stop: stop, epoch: epoch))
    let index = Int32(labels.count - 1)
    ridden[bag] = index
    if !isRiddenMarked[Int(stop)] {
      isRiddenMarked[Int(stop)] = true
      riddenMarks.append(stop)
    }
    if egressAt[Int(stop)] >= 0 {
      let egress = task.egress[Int(egressAt[Int(stop)])]
      reach(
        arrival: time + egress.seconds, rides: Int32(round), effort: effort + egress.effort,
        label: index, hop: -1)
    }
    guard round < task.mostRides, let hops = hopsAt[stop] else { return }
    let margin = min(table.change[Int(stop)], Timetable.never)
    for hop in hops {
      if let arrival = hop.arrival(readyAt: time + margin) {
        reach(
          arrival: arrival, rides: Int32(round + 1), effort: effort + hop.effort, label: index,
          hop: hop.option)
      }
    }
  }

  private static func isDominated(_ head: Int32, _ time: Int32, _ effort: Int32, _ labels: [Label])
    -> Bool
  {
    var index = head
    while index >= 0 {
      let label = labels[Int(index)]
      if label.time <= time, label.effort <= effort { return true }
      index = label.next
    }
    return false
  }

  /// The bag's first label once those are out that a new one makes superfluous.
  private mutating func withoutDominated(_ head: Int32, _ time: Int32, _ effort: Int32) -> Int32 {
    var first = head
    var kept: Int32 = -1
    var index = head
    while index >= 0 {
      let label = labels[Int(index)]
      if label.time >= time, label.effort >= effort {
        if kept < 0 { first = label.next } else { labels[Int(kept)].next = label.next }
      } else {
        kept = index
      }
      index = label.next
    }
    return first
  }

  // MARK: The destination

  /// Whether no way on from here can be of interest any more.
  private func isBeaten(_ time: Int32, _ effort: Int32, rides: Int32) -> Bool {
    if time > start + task.longest { return true }
    for goal in goals
    where goal.arrival <= time && goal.rides <= rides && goal.effort <= effort { return true }
    return false
  }

  private mutating func reach(arrival: Int32, rides: Int32, effort: Int32, label: Int32, hop: Int32)
  {
    guard !isBeaten(arrival, effort, rides: rides) else { return }
    goals.removeAll {
      $0.epoch == epoch && $0.arrival >= arrival && $0.rides >= rides && $0.effort >= effort
    }
    goals.append(
      Goal(
        departure: start, arrival: arrival, rides: rides, effort: effort, label: label, hop: hop,
        epoch: epoch))
  }
}
