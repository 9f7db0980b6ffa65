internal import Foundation

/// A server that tells travel times and ways.
protocol RoutingServer: Sendable {
  var address: ServerAddress { get }
  /// Most origins, and most destinations, to be asked for at once: what such servers allow unless they are told
  /// otherwise.
  var side: Int { get }

  /// Times and distances from some points to others.
  func table(
    from origins: [ServerPoint], to destinations: [ServerPoint]
  ) throws(TableFailure) -> ServerTable

  /// The fastest way; `nil` where there is none.
  func way(from origin: ServerPoint, to destination: ServerPoint) throws(ServerError) -> ServerWay?
}

/// The fastest way between two points, as a server tells it.
struct ServerWay: Hashable {
  var seconds: Double
  var metres: Double
  var line: [Coordinate]
}

/// Why there is no table.
enum TableFailure: Error, Hashable {
  /// Fewer at once may be allowed.
  case tooLarge(ServerError)
  /// No road is near to these of the origins and destinations, counted through both.
  case offRoad([Int])
  /// Some pair has no way, and it is not said which.
  case unconnected
  case failed(ServerError)
}

/// A point in millionths of a degree: as precise as servers are asked, and answers are kept.
struct ServerPoint: Hashable, Sendable, BitwiseCopyable {
  var latitude: Int32
  var longitude: Int32

  init(latitude: Int32, longitude: Int32) {
    self.latitude = latitude
    self.longitude = longitude
  }

  init(_ coordinate: Coordinate) {
    latitude = Int32(clamping: Int((coordinate.latitude * 1e6).rounded()))
    longitude = Int32(clamping: Int((coordinate.longitude * 1e6).rounded()))
  }

  var coordinate: Coordinate {
    Coordinate(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6)
  }

  /// Decimal degrees with six decimals.
  static func degrees(_ millionths: Int32) -> String {
    let digits = String(abs(Int(millionths) % 1_000_000))
    return (millionths < 0 ? "-" : "") + String(abs(Int(millionths)) / 1_000_000) + "."
      + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension JSONDecoder {
  /// The value, or `nil` where the bytes are no such JSON.
  static func value<Value: Decodable>(_ type: Value.Type, in data: Data) -> Value? {
    try? JSONDecoder().decode(type, from: data)
  }
}
