import Planning

/// Riders' needs in words.
enum Needs {
  private static let known: [String: Bilingual] = [
    "wheelchair": Bilingual(fr: "reste en fauteuil roulant", en: "stays in the wheelchair"),
    "wheelchair_transfer": Bilingual(
      fr: "passe du fauteuil au siège, fauteuil à plier",
      en: "moves from wheelchair to seat, wheelchair to fold"),
    "walker": Bilingual(fr: "déambulateur", en: "walking frame"),
    "door_help": Bilingual(fr: "aide jusqu’à la porte", en: "help to the door"),
    "door_only": Bilingual(fr: "prise en charge à la porte", en: "picked up at the door"),
    "child_seat": Bilingual(fr: "siège enfant", en: "child seat"),
    "assistance_animal": Bilingual(fr: "animal d’assistance", en: "assistance animal"),
    "oxygen": Bilingual(fr: "oxygène", en: "oxygen"),
  ]

  /// An unknown code is shown as it stands, with spaces.
  static func title(_ code: String, _ language: Language) -> String {
    known[code]?[language] ?? code.split(separator: "_").joined(separator: " ")
  }

  /// Needs and companions in one phrase, e.g. `déambulateur, 1 accompagnant`.
  static func phrase(_ codes: [String], companions: Int, _ formats: Formats) -> String {
    var parts = codes.map { title($0, formats.language) }
    if companions > 0 {
      parts.append(
        formats.count(
          companions, Bilingual(fr: "accompagnant", en: "companion"),
          Bilingual(fr: "accompagnants", en: "companions")))
    }
    return parts.joined(separator: ", ")
  }
}
