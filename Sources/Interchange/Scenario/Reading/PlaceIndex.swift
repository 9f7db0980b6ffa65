import Planning

/// Finds places by id, name or alias, whatever the case, accents and hyphens (R21). A name is never
/// guessed: one that no place has, or that several have, is a fault.
struct PlaceIndex {
  private var places: [Place]
  private var ids: Set<String>
  /// Indices of the places that bear a folded name.
  private var bearers: [String: [Int]] = [:]
  /// `false` where the places themselves could not be read: then unknown words pass, so that one
  /// broken file does not make a fault of every row of the others.
  private var isComplete: Bool

  private let suggestions: PlaceSuggestions

  init(_ places: [Place], isComplete: Bool = true) {
    self.places = places
    suggestions = PlaceSuggestions(places)
    self.isComplete = isComplete
    ids = Set(places.map(\.id))
    for (index, place) in places.enumerated() {
      for name in [place.id, place.name] + place.aliases {
        let key = Fold.place(name)
        if !key.isEmpty, bearers[key]?.last != index { bearers[key, default: []].append(index) }
      }
    }
  }

  /// An index that lets every word pass.
  static var unavailable: PlaceIndex { PlaceIndex([], isComplete: false) }

  /// The id of the place that `word` means. An id written exactly wins over names.
  func id(of word: String) throws(Complaint) -> String {
    if ids.contains(word) { return word }
    let found = bearers[Fold.place(word)] ?? []
    switch found.count {
    case 1: return places[found[0]].id
    case 0:
      guard isComplete else { return word }
      throw .unknownPlace(closest(to: word))
    default: throw .ambiguousPlace(found.map { shown(places[$0]) })
    }
  }

  /// Ids of all places that bear a name.
  func bearers(of name: String) -> [String] {
    (bearers[Fold.place(name)] ?? []).map { places[$0].id }
  }

  /// The other places that bear an alias of the place at `index`.
  func rivals(of alias: String, at index: Int) -> [String] {
    (bearers[Fold.place(alias)] ?? []).filter { $0 != index }.map { shown(places[$0]) }
  }

  private func shown(_ place: Place) -> String {
    place.name.isEmpty || place.name == place.id ? place.id : "\(place.name) (\(place.id))"
  }

  /// The three places with the closest names.
  private func closest(to word: String) -> [String] {
    (suggestions.closest(to: word) ?? []).map { shown(places[$0]) }
  }
}

extension FieldCodec where Value == String {
  /// A place by id, name or alias; the model holds its id.
  static func place(_ index: PlaceIndex) -> FieldCodec {
    var codec = FieldCodec.text(
      schema: [
        "type": "string", "minLength": 1,
      ],
      parse: { text throws(Complaint) in try index.id(of: text) },
      print: { id, _ in id })
    let decode = codec.decode
    codec.decode = { node, site, log in
      if case .string(let text) = node.content, text.trimmed.isEmpty {
        log.fault(.missingValue, at: site, node: node)
        return nil
      }
      return decode(node, site, log)
    }
    return codec
  }
}
