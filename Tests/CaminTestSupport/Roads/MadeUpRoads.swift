import Foundation
package import TravelTimes

/// Times that a stub tells, from a formula: what a client must come to, however it asks.
package enum MadeUpRoads {
  /// Some places round Cahors, two of them at the same spot.
  package static func places(_ count: Int) -> [RoadPlace] {
    var places = (0..<count).map { index in
      RoadPlace(
        "p\(index)",
        at: Coordinate(
          latitude: (44.4e6 + Double(index * 37 % 101) * 2000) / 1e6,
          longitude: (1.3e6 + Double(index) * 3333) / 1e6))
    }
    if count > 3 { places[3].at = places[1].at }
    return places
  }

  /// One in three times the way east than the way west.
  package static func seconds(_ a: Coordinate, _ b: Coordinate) -> Double {
    (a.crowMetres(to: b) * (a.longitude < b.longitude ? 0.09 : 0.06) * 10).rounded() / 10
  }

  package static func metres(_ a: Coordinate, _ b: Coordinate) -> Double {
    (a.crowMetres(to: b) * 1.4 * 10).rounded() / 10
  }

  /// What the client must make of it.
  package static func cost(_ a: Coordinate, _ b: Coordinate, terminal: Double) -> TravelCost {
    TravelCost(seconds: seconds(a, b) + terminal, metres: metres(a, b))
  }

  /// The faults of a matrix, by names of pairs.
  package static func faults(
    _ matrix: RoadMatrix, _ places: [RoadPlace], terminal: Double
  ) -> [String] {
    var faults: [String] = []
    for (i, from) in places.enumerated() {
      for (j, to) in places.enumerated() {
        let right = i == j ? TravelCost.zero : cost(from.at, to.at, terminal: terminal)
        guard let found = matrix[i, j],
          abs(found.seconds - right.seconds) < 0.06, abs(found.metres - right.metres) < 0.06
        else {
          faults.append("\(from.name) → \(to.name): \(String(describing: matrix[i, j]))")
          continue
        }
      }
    }
    return faults
  }

  /// Origins and destinations of a request to OSRM.
  package static func osrm(_ target: String) -> (from: [Coordinate], to: [Coordinate]) {
    let parts = target.split(separator: "?").map(String.init)
    let points = parts[0].split(separator: "/").last.map(coordinates) ?? []
    var numbers: [String: [Int]] = [:]
    for item in parts.last?.split(separator: "&") ?? [] {
      let pair = item.split(separator: "=").map(String.init)
      numbers[pair[0]] = pair[1].split(separator: ";").compactMap { Int($0) }
    }
    return (
      (numbers["sources"] ?? []).map { points[$0] },
      (numbers["destinations"] ?? []).map { points[$0] }
    )
  }

  /// `lon,lat;lon,lat`
  package static func coordinates(_ text: some StringProtocol) -> [Coordinate] {
    text.split(separator: ";").map { pair in
      let numbers = pair.split(separator: ",").compactMap { Double($0) }
      return Coordinate(latitude: numbers[1], longitude: numbers[0])
    }
  }

  /// Origins and destinations of a request to Valhalla.
  package static func valhalla(_ body: String) -> (from: [Coordinate], to: [Coordinate]) {
    struct Point: Decodable {
      var lat: Double
      var lon: Double
      var coordinate: Coordinate { Coordinate(latitude: lat, longitude: lon) }
    }
    struct Body: Decodable {
      var sources: [Point]?
      var targets: [Point]?
      var locations: [Point]?
    }
    let read = try? JSONDecoder().decode(Body.self, from: Data(body.utf8))
    return (
      (read?.sources ?? read?.locations ?? []).map(\.coordinate),
      (read?.targets ?? []).map(\.coordinate)
    )
  }

  /// The answer, in OSRM's form.
  ///
  /// - Parameters:
  ///   - time: `nil` where there is no way.
  ///   - off: the point on the road that stands for a place.
  package static func table(
    _ from: [Coordinate], _ to: [Coordinate],
    time: (Coordinate, Coordinate) -> Double? = seconds,
    way: (Coordinate, Coordinate) -> Double? = metres,
    off: (Coordinate) -> Coordinate = { $0 }
  ) -> String {
    func rows(_ value: (Coordinate, Coordinate) -> Double?) -> String {
      let rows = from.map { a in
        "[" + to.map { value(a, $0).map { "\($0)" } ?? "null" }.joined(separator: ",") + "]"
      }
      return "[" + rows.joined(separator: ",") + "]"
    }
    func points(_ all: [Coordinate]) -> String {
      let points = all.map(off).map {
        "{\"location\":[\($0.longitude),\($0.latitude)],\"name\":\"\"}"
      }
      return "[" + points.joined(separator: ",") + "]"
    }
    return "{\"code\":\"Ok\",\"durations\":\(rows(time)),\"distances\":\(rows(way)),"
      + "\"sources\":\(points(from)),\"destinations\":\(points(to))}"
  }
}
