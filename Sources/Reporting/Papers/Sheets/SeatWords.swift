import Planning

/// Seat layouts in words.
enum SeatWords {
  /// How to set up the seats for a run; `nil` where the vehicle leaves no choice.
  static func text(_ run: Run, _ index: PlanIndex, _ formats: Formats) -> String? {
    let layouts = index.scenario.vehicles.first { $0.id == run.resource }?.layouts ?? []
    guard layouts.count > 1, layouts.indices.contains(run.layout) else { return nil }
    return layouts[run.layout].sorted { $0.key < $1.key }.filter { $0.value > 0 }
      .map { "\($0.value)" + Formats.noBreak + title($0.key, formats.language) }
      .joined(separator: " + ")
  }

  /// Names of capacity dimensions.
  private static func title(_ dimension: String, _ language: Language) -> String {
    switch dimension {
    case "seat": Bilingual(fr: "sièges", en: "seats")[language]
    case "wheelchair": Bilingual(fr: "fauteuil roulant", en: "wheelchair")[language]
    case "folded": Bilingual(fr: "fauteuil plié", en: "folded wheelchair")[language]
    case "child_seat": Bilingual(fr: "siège enfant", en: "child seat")[language]
    case "animal": Bilingual(fr: "animal", en: "animal")[language]
    default: dimension
    }
  }
}
