internal import Planning

/// Places that a name may mean: those whose name differs by a slip, or else those whose name holds it or is held by it.
struct NearPlaces {
  /// Shorter words stand in too many names to say anything.
  private static let leastLetters = 4

  private let places: [(place: Place, names: [String])]

  init(_ places: [Place]) {
    self.places = places.map { place in
      (place, ([place.id, place.name] + place.aliases).map(Fold.place))
    }
  }

  func near(_ name: String) -> [Place] {
    let word = Fold.place(name)
    guard word.unicodeScalars.count >= Self.leastLetters else { return [] }
    let slips = slips(name)
    guard slips.isEmpty else { return slips }
    return places.filter { known in
      known.names.contains { other in
        other.unicodeScalars.count >= Self.leastLetters
          && (other.contains(word) || word.contains(other))
      }
    }.map(\.place)
  }

  /// Places whose name differs by a slip: a letter in four at most.
  func slips(_ name: String) -> [Place] {
    let letters = Array(Fold.place(name).unicodeScalars)
    guard letters.count >= Self.leastLetters else { return [] }
    let limit = max(2, letters.count / 4 + 1)
    return places.filter { known in
      known.names.contains {
        EditDistance.between(letters, Array($0.unicodeScalars), below: limit) < limit
      }
    }.map(\.place)
  }
}
