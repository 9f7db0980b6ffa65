public import TravelTimes

/// Finds places as people name them: coordinates, ids or names of stops.
public struct StopFinder: Sendable {
  private let stops: [(id: String, name: String, plain: String, place: Coordinate)]

  public init(_ feeds: [Feed]) {
    stops = feeds.flatMap { feed in
      feed.stops.filter { $0.kind == .stop || $0.kind == .station }.map {
        (feed.id + ":" + $0.id, $0.name, StopMatching.plain($0.name), $0.place)
      }
    }
  }

  /// The first that is called so, up to accents, signs and words like “gare”.
  public func find(_ text: String) -> (name: String, place: Coordinate)? {
    let parts = text.split(separator: ",").map {
      Double($0.trimmingPrefix { $0 == " " })
    }
    if parts.count == 2, let latitude = parts[0], let longitude = parts[1],
      abs(latitude) <= 90, abs(longitude) <= 180
    {
      return ("", Coordinate(latitude: latitude, longitude: longitude))
    }
    let plain = StopMatching.plain(text)
    let found =
      stops.first { $0.id == text || $0.id.hasSuffix(":" + text) } ?? stops.first {
        $0.name == text
      }
      ?? stops.first { $0.plain == plain && !plain.isEmpty }
    return found.map { ($0.name, $0.place) }
  }

  /// Names that hold one of the words, ten at most.
  public func near(_ text: String) -> [String] {
    let words = Self.words(StopMatching.plain(text))
    let names = stops.filter { stop in
      Self.words(stop.plain).contains { part in
        words.contains { part.hasPrefix($0) || $0.hasPrefix(part) }
      }
    }.map(\.name)
    return Array(Set(names).sorted().prefix(10))
  }

  /// Words that tell one name from another.
  private static func words(_ plain: String) -> [Substring] {
    plain.split { $0 == " " }.filter { $0.count > 2 }
  }
}
