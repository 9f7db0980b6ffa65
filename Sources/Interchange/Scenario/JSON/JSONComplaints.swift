import Planning

/// Faults of a JSON text.
extension Complaint {
  private static func badJSON(fr: String, en: String, remedyFr: String, remedyEn: String)
    -> Complaint
  {
    Complaint(
      "bad-json", cause: Bilingual(fr: fr, en: en),
      remedy: Bilingual(fr: remedyFr, en: remedyEn))
  }

  static let endsTooSoon = badJSON(
    fr: "Le fichier JSON s’arrête avant la fin.", en: "The JSON file ends too soon.",
    remedyFr: "Refermez les accolades, les crochets et les guillemets ouverts.",
    remedyEn: "Close the braces, brackets and quotation marks that are open.")

  static let afterDocument = badJSON(
    fr: "Du texte suit la fin du document JSON.", en: "Text follows the end of the JSON document.",
    remedyFr: "Supprimez ce qui suit, ou une accolade en trop.",
    remedyEn: "Remove what follows, or a brace too many.")

  static func unexpected(_ shown: String) -> Complaint {
    badJSON(
      fr: "« \(shown) » n’a pas sa place ici.", en: "“\(shown)” does not belong here.",
      remedyFr: "Vérifiez les virgules, les deux-points et les guillemets de cette ligne "
        + "et de la précédente.",
      remedyEn: "Check the commas, colons and quotation marks of this line and the one before.")
  }

  static let tooDeep = badJSON(
    fr: "Le document emboîte plus de \(InputLimits.depth) niveaux.",
    en: "The document nests more than \(InputLimits.depth) levels.",
    remedyFr: "Suivez le schéma publié (« camin schema »).",
    remedyEn: "Follow the published schema (`camin schema`).")

  static func repeatedKey(_ key: String) -> Complaint {
    Complaint(
      "repeated-key",
      cause: Bilingual(
        fr: "La clé « \(key) » est écrite deux fois.", en: "The key “\(key)” is written twice."),
      remedy: Bilingual(fr: "N’en gardez qu’une.", en: "Keep one of them."))
  }

  static func noNumber(_ text: String) -> Complaint {
    badJSON(
      fr: "« \(text) » n’est pas un nombre JSON.", en: "“\(text)” is no JSON number.",
      remedyFr: "Écrivez-le avec un point décimal et sans zéro devant.",
      remedyEn: "Write it with a decimal point and no leading zero.")
  }

  static let controlCharacter = badJSON(
    fr: "Un texte contient un saut de ligne ou un caractère de contrôle.",
    en: "A string contains a line break or a control character.",
    remedyFr: "Écrivez \\n, ou refermez le guillemet.", remedyEn: "Write \\n, or close the quote.")

  static func wrongType(_ expected: Bilingual) -> Complaint {
    Complaint(
      "wrong-type",
      cause: Bilingual(
        fr: "Il faut ici \(expected.fr).", en: "This must be \(expected.en)."),
      remedy: Bilingual(
        fr: "Suivez le schéma publié (« camin schema »).",
        en: "Follow the published schema (`camin schema`)."))
  }

  static func unknownKeys(_ keys: [String]) -> Complaint {
    let list = keys.joined(separator: ", ")
    return Complaint(
      "unknown-key",
      cause: Bilingual(
        fr: "\(keys.count) clé(s) que Camin ne connaît pas, laissée(s) de côté : \(list).",
        en: "\(keys.count) key(s) unknown to Camin, left aside: \(list)."),
      remedy: Bilingual(
        fr: "Vérifiez l’orthographe si la valeur devait servir.",
        en: "Check the spelling if the value was meant to be used."))
  }

  static func personalKeys(_ keys: [String]) -> Complaint {
    let list = keys.joined(separator: ", ")
    return Complaint(
      "personal-data",
      cause: Bilingual(
        fr: "\(keys.count) clé(s) de données personnelles ou de santé, ni lue(s) ni gardée(s) "
          + "(règle R1 : pseudonymes seulement) : \(list).",
        en: "\(keys.count) key(s) of personal or health data, neither read nor kept "
          + "(rule R1: pseudonyms only): \(list)."),
      remedy: keepContactsApart)
  }
}
