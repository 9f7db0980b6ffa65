internal import Planning

/// Places that a name may mean: those whose name differs by a slip, or else those whose name holds it or is held by it.
struct NearPlaces {
  /// Shorter words stand in too many names to say anything.
  private static let leastLetters = 4

  private let places: [Place]

  init(_ places: [Place]) { self.places = places }

  func near(_ name: String) -> [Place] {
    let word = Fold.place(name)
    let letters = Array(word.unicodeScalars)
    guard letters.count >= Self.leastLetters else { return [] }
    let limit = max(2, letters.count / 4 + 1)
    let slips = places.filter { place in
      names(of: place).contains {
        EditDistance.between(letters, Array($0.unicodeScalars), below: limit) < limit
      }
    }
    guard slips.isEmpty else { return slips }
    return places.filter { place in
      names(of: place).contains { other in
        other.unicodeScalars.count >= Self.leastLetters
          && (other.contains(word) || word.contains(other))
      }
    }
  }

  private func names(of place: Place) -> [String] {
    ([place.id, place.name] + place.aliases).map(Fold.place)
  }
}
