/// Rows of `stop_times.txt` with fixed times, in the order of the file.
struct StopTimeRows {
  var trip: [Int32] = []
  var sequence: [Int32] = []
  var stop: [Int32] = []
  var arrival: [Int32] = []
  var departure: [Int32] = []
  var types: [UInt8] = []
  var distance: [Float] = []
  var line: [Int32] = []

  mutating func append(
    trip: Int32, sequence: Int32, stop: Int32, arrival: Int32, departure: Int32, types: UInt8,
    distance: Float, line: Int32
  ) {
    self.trip.append(trip)
    self.sequence.append(sequence)
    self.stop.append(stop)
    self.arrival.append(arrival)
    self.departure.append(departure)
    self.types.append(types)
    self.distance.append(distance)
    self.line.append(line)
  }
}

/// Puts the rows of each trip together, in order and with all times, and leaves trips aside that cannot be ridden.
struct StopTimeAssembly {
  private var rows: StopTimeRows
  private let feed: Feed
  private let tripLines: [Int]
  private let flexTrips: Set<Int32>

  init(_ rows: StopTimeRows, feed: Feed, tripLines: [Int]) {
    self.rows = rows
    self.feed = feed
    self.tripLines = tripLines
    flexTrips = Set(feed.flexTimes.map(\.trip))
  }

  mutating func assembled(log: inout NoticeLog) -> StopTimes {
    let (order, first) = sorted()
    var times = StopTimes()
    times.first.reserveCapacity(feed.trips.count + 1)
    times.stop.reserveCapacity(order.count)
    times.arrival.reserveCapacity(order.count)
    times.departure.reserveCapacity(order.count)
    times.types.reserveCapacity(order.count)
    for trip in feed.trips.indices {
      var own = Array(order[first[trip]..<first[trip + 1]])
      if zip(own, own.dropFirst()).contains(where: { rows.sequence[$0] > rows.sequence[$1] }) {
        own.sort { (rows.sequence[$0], rows.line[$0]) < (rows.sequence[$1], rows.line[$1]) }
      }
      if isRideable(trip, &own, log: &log) {
        for row in own {
          times.stop.append(rows.stop[row])
          times.arrival.append(rows.arrival[row])
          times.departure.append(rows.departure[row])
          times.types.append(rows.types[row])
        }
      }
      times.first.append(Int32(times.stop.count))
    }
    return times
  }

  /// Rows by trip, each trip's in the order of the file: a counting sort.
  private func sorted() -> (order: [Int], first: [Int]) {
    var first = [Int](repeating: 0, count: feed.trips.count + 1)
    for trip in rows.trip { first[Int(trip) + 1] += 1 }
    for trip in feed.trips.indices { first[trip + 1] += first[trip] }
    var next = first
    var order = [Int](repeating: 0, count: rows.trip.count)
    for row in rows.trip.indices {
      let trip = Int(rows.trip[row])
      order[next[trip]] = row
      next[trip] += 1
    }
    return (order, first)
  }

  private mutating func isRideable(_ trip: Int, _ own: inout [Int], log: inout NoticeLog) -> Bool {
    func tell(_ code: NoticeCode, _ row: Int, _ field: String, _ value: String) -> Notice {
      Notice(
        code, file: "stop_times.txt", line: Int(rows.line[row]), field: field, value: value)
    }
    let isFlex = flexTrips.contains(Int32(trip))
    guard own.count > 1 else {
      if !isFlex {
        log.add(
          Notice(
            own.isEmpty ? .unusedTrip : .unusableTrip, file: "trips.txt", line: tripLines[trip],
            field: "trip_id", value: feed.trips[trip].id))
      }
      return false
    }
    var kept: [Int] = []
    for row in own {
      if let last = kept.last, rows.sequence[last] == rows.sequence[row] {
        log.add(tell(.duplicateKey, row, "stop_sequence", "\(rows.sequence[row])"))
      } else {
        kept.append(row)
      }
    }
    own = kept
    guard let head = own.first, let tail = own.last, own.count > 1 else { return false }
    for row in [head, tail] where rows.arrival[row] == StopTimes.none {
      if !isFlex { log.add(tell(.missingTripEdge, row, "arrival_time", feed.trips[trip].id)) }
      return false
    }
    fill(own)
    checkDistances(own, log: &log)
    for (a, b) in zip(own, own.dropFirst())
    where rows.departure[a] > rows.arrival[b] || rows.arrival[a] > rows.departure[a] {
      log.add(
        tell(
          .stopTimeWithArrivalBeforePreviousDepartureTime, b, "arrival_time",
          Self.clock(rows.arrival[b])))
      return false
    }
    return rows.arrival[tail] <= rows.departure[tail]
  }

  /// Times between time points, in equal steps.
  private mutating func fill(_ own: [Int]) {
    var last = 0
    for next in own.indices.dropFirst() where rows.arrival[own[next]] != StopTimes.none {
      let start = rows.departure[own[last]]
      let steps = Int32(next - last)
      for between in own.indices[(last + 1)..<next] {
        let time = start + (rows.arrival[own[next]] - start) * Int32(between - last) / steps
        rows.arrival[own[between]] = time
        rows.departure[own[between]] = time
      }
      last = next
    }
  }

  private func checkDistances(_ own: [Int], log: inout NoticeLog) {
    var last: Float = -1
    for row in own where !rows.distance[row].isNaN {
      if rows.distance[row] <= last {
        log.add(
          Notice(
            .decreasingOrEqualStopTimeDistance, file: "stop_times.txt",
            line: Int(rows.line[row]), field: "shape_dist_traveled",
            value: "\(rows.distance[row])"))
      }
      last = rows.distance[row]
    }
  }

  /// `25:10:00`.
  static func clock(_ seconds: Int32) -> String {
    func two(_ n: Int32) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
  }
}
