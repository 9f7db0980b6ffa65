/// An entry of a table that cannot be right.
struct Doubt: Hashable {
  var entry: Int
  /// Metres as the crow flies between both points on the road.
  var crow: Double
  var fault: Senseless
}

/// A server's answer for some origins and destinations, found sound.
struct ServerTable: Hashable {
  /// Row-major; `unreachable` where there is no way.
  var costs: [TravelCost]
  /// Entries that cannot be right: shorter than the straight line, or too fast for a car.
  var doubtful: [Doubt]
  /// Metres from each origin, then from each destination, to the point on the road that the server took for it.
  var metresOff: [Double]
}

/// A table as OSRM writes it, and Valhalla where it is asked to.
struct TableDocument: Decodable {
  struct Waypoint: Decodable {
    /// Longitude and latitude of the point on the road.
    var location: [Double]
  }

  var code: String
  var message: String?
  var durations: [[Double?]]?
  var distances: [[Double?]]?
  var sources: [Waypoint]?
  var destinations: [Waypoint]?

  /// Reads the table, unless it cannot be the answer to what was asked.
  ///
  /// - Parameter slack: metres by which a way may be shorter than the straight line for each metre that its ends lie
  ///   from their places.
  /// - Returns: the table, or what is wrong with it.
  func table(
    from origins: [ServerPoint], to destinations: [ServerPoint], slack: Double = 0
  ) -> Result<ServerTable, Senseless> {
    let (rows, columns) = (origins.count, destinations.count)
    for (name, entries) in [("durations", durations), ("distances", distances)] {
      guard let entries else { return .failure(Senseless("no \(name)")) }
      guard entries.count == rows, entries.allSatisfy({ $0.count == columns }) else {
        let widths = Set(entries.map(\.count)).sorted().map(String.init).joined(separator: ", ")
        return .failure(
          Senseless("\(name): \(entries.count) × \(widths), asked \(rows) × \(columns)"))
      }
    }
    guard let onRoad = onRoad(rows, columns) else {
      return .failure(Senseless("sources, destinations: not \(rows) and \(columns) points"))
    }
    let points = origins + destinations
    let off = zip(points, onRoad).map { $0.coordinate.crowMetres(to: $1) }
    var costs: [TravelCost] = []
    costs.reserveCapacity(rows * columns)
    var doubtful: [Doubt] = []
    for row in 0..<rows {
      for column in 0..<columns {
        guard let seconds = durations?[row][column], let metres = distances?[row][column] else {
          costs.append(.unreachable)
          continue
        }
        let crow = onRoad[row].crowMetres(to: onRoad[rows + column])
        let spare = slack * (off[row] + off[rows + column])
        if let fault = Senseless(seconds: seconds, metres: metres) { return .failure(fault) }
        if let fault = Senseless(seconds: seconds, metres: metres, crow: crow - spare) {
          doubtful.append(Doubt(entry: costs.count, crow: crow, fault: fault))
        }
        costs.append(TravelCost(seconds: seconds, metres: metres))
      }
    }
    // A few are the server's oddities, many mean that the answer is another one than asked for.
    if doubtful.count > max(10, rows * columns / 50) { return .failure(doubtful[0].fault) }
    return .success(ServerTable(costs: costs, doubtful: doubtful, metresOff: off))
  }

  /// Points on the road, of origins and destinations.
  private func onRoad(_ rows: Int, _ columns: Int) -> [Coordinate]? {
    guard let sources, let destinations, sources.count == rows, destinations.count == columns
    else { return nil }
    let all = (sources + destinations).compactMap { point -> Coordinate? in
      guard point.location.count == 2, abs(point.location[1]) <= 90, abs(point.location[0]) <= 180
      else { return nil }
      return Coordinate(latitude: point.location[1], longitude: point.location[0])
    }
    return all.count == rows + columns ? all : nil
  }
}

/// What is wrong with an answer.
struct Senseless: Error, Hashable {
  let words: String

  init(_ words: String) { self.words = words }

  /// Of an entry that is no time or distance at all.
  ///
  /// Entries a little below zero pass, for OSRM has them between points of one stretch.
  init?(seconds: Double, metres: Double) {
    let longest = 30 * 86_400.0
    if !seconds.isFinite || seconds < -1 || seconds > longest {
      words = "duration \(seconds)"
    } else if !metres.isFinite || metres < -20 || metres > 4e7 {
      words = "distance \(metres)"
    } else {
      return nil
    }
  }

  /// Of an entry that cannot be right: no way is shorter than the straight line, and no car is that fast.
  init?(seconds: Double, metres: Double, crow: Double) {
    if metres < crow * 0.98 - 20 {
      words = "distance \(metres), the straight line is \(Int(crow)) m"
    } else if metres > 1000, seconds < metres / 70 {
      words = "\(metres) m in \(seconds) s"
    } else {
      return nil
    }
  }
}
