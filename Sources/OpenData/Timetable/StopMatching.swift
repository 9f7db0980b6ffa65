internal import Foundation
internal import TravelTimes

/// Stops of different feeds that are one place: very near each other, or near and of one name.
///
/// Journeys change between them by walking, as between any two stops; what is told here is for people who check a
/// territory's feeds.
public struct StopMatching: Sendable {
  public struct Pair: Hashable, Sendable {
    /// `feed:id`.
    public let first: String
    public let second: String
    public let metres: Int
  }
  public let pairs: [Pair]

  /// Metres within which two stops are one whatever they are called, and where they are called alike.
  private static let near = 60.0
  private static let nearOfOneName = 400.0

  public init(_ feeds: [Feed]) {
    let all = feeds.flatMap { feed in
      feed.stops.filter { $0.kind == .stop }.map {
        (feed: feed.id, stop: $0, name: Self.plain($0.name))
      }
    }
    let index = NearStops(all.map(\.stop.place), metres: Self.nearOfOneName)
    var found: [Pair] = []
    for (i, one) in all.enumerated() {
      for j in index.near(one.stop.place) where j > i && all[j].feed != one.feed {
        let metres = one.stop.place.crowMetres(to: all[j].stop.place)
        let isOne = metres <= Self.near || metres <= Self.nearOfOneName && one.name == all[j].name
        guard isOne else { continue }
        found.append(
          Pair(
            first: one.feed + ":" + one.stop.id, second: all[j].feed + ":" + all[j].stop.id,
            metres: Int(metres.rounded())))
      }
    }
    pairs = found
  }

  /// A name without accents, signs, and words that publishers add.
  static func plain(_ name: String) -> String {
    let folded = name.folding(
      options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "fr"))
    let words = folded.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let added: Set<String> = ["gare", "sncf", "arret", "de", "du", "la", "le", "les", "d", "l"]
    return words.filter { !added.contains($0) }.joined(separator: " ")
  }
}
