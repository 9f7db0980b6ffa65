import Planning

/// Finds the places whose names are closest to a word that no place bears, to be offered, never taken.
final class PlaceSuggestions {
  /// Beyond so many words the file as a whole is wrong, and comparing on would only cost time.
  private static let mostWords = 200

  private let places: [Place]
  /// All names folded, with the index of the place that bears each.
  private lazy var names: [(letters: [Unicode.Scalar], text: String, owner: Int)] =
    places.enumerated().flatMap { index, place in
      ([place.id, place.name] + place.aliases).map(Fold.place).filter { !$0.isEmpty }
        .map { (Array($0.unicodeScalars), $0, index) }
    }
  private var known: [String: [Int]] = [:]

  init(_ places: [Place]) { self.places = places }

  /// Indices of the three closest places, nearest first; `nil` where too many words were asked for.
  func closest(to word: String) -> [Int]? {
    let folded = Fold.place(word)
    if let found = known[folded] { return found }
    guard known.count < Self.mostWords else { return nil }
    let found = search(folded)
    known[folded] = found
    return found
  }

  private func search(_ folded: String) -> [Int] {
    let letters = Array(folded.unicodeScalars)
    var best: [(rank: Int, owner: Int)] = []
    for name in names {
      let limit = best.count < 3 ? Int.max : best[2].rank
      // A word that contains the other one whole counts as near, whatever its length.
      let within =
        !folded.isEmpty && (name.text.contains(folded) || folded.contains(name.text))
      let rank = within ? 1 : EditDistance.between(letters, name.letters, below: limit)
      guard rank < limit else { continue }
      if let index = best.firstIndex(where: { $0.owner == name.owner }) {
        best[index].rank = min(best[index].rank, rank)
      } else {
        best.append((rank, name.owner))
      }
      best.sort { ($0.rank, $0.owner) < ($1.rank, $1.owner) }
      if best.count > 3 { best.removeLast() }
    }
    return best.map(\.owner)
  }
}
