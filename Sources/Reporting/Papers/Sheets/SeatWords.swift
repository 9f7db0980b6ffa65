import Planning

/// Seat layouts in words.
enum SeatWords {
  /// How to set up the seats for a run; `nil` where the vehicle leaves no choice.
  static func text(_ run: Run, _ index: PlanIndex, _ formats: Formats) -> String? {
    let layouts = index.scenario.vehicles.first { $0.id == run.resource }?.layouts ?? []
    guard layouts.count > 1, layouts.indices.contains(run.layout) else { return nil }
    let layout = layouts[run.layout].filter { $0.value > 0 }
    let order = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.key, $0) })
    return layout.sorted { a, b in
      (order[a.key] ?? known.count, a.key) < (order[b.key] ?? known.count, b.key)
    }.map { dimension, count in
      guard let words = known.first(where: { $0.key == dimension }) else {
        return "\(count)" + Formats.noBreak + dimension
      }
      return formats.count(count, words.one, words.many)
    }.joined(separator: " + ")
  }

  private struct Words {
    let key: String
    let one: Bilingual
    let many: Bilingual
  }

  /// Names of capacity dimensions, in the order in which they are told.
  private static let known = [
    Words(
      key: "seat", one: Bilingual(fr: "siège", en: "seat"),
      many: Bilingual(fr: "sièges", en: "seats")),
    Words(
      key: "wheelchair", one: Bilingual(fr: "fauteuil roulant", en: "wheelchair"),
      many: Bilingual(fr: "fauteuils roulants", en: "wheelchairs")),
    Words(
      key: "folded", one: Bilingual(fr: "fauteuil plié", en: "folded wheelchair"),
      many: Bilingual(fr: "fauteuils pliés", en: "folded wheelchairs")),
    Words(
      key: "child_seat", one: Bilingual(fr: "siège enfant", en: "child seat"),
      many: Bilingual(fr: "sièges enfant", en: "child seats")),
    Words(
      key: "animal", one: Bilingual(fr: "animal", en: "animal"),
      many: Bilingual(fr: "animaux", en: "animals")),
  ]
}
