import Planning

/// Faults of a CSV file's shape.
extension Complaint {
  static let strayQuote = Complaint(
    "stray-quote",
    cause: Bilingual(
      fr: "Un guillemet « \" » se trouve au milieu d’une valeur.",
      en: "A quotation mark “\"” stands in the middle of a value."),
    remedy: Bilingual(
      fr: "Entourez toute la valeur de guillemets et doublez ceux qu’elle contient, ou enlevez-le.",
      en: "Quote the whole value and double the quotation marks in it, or remove it."))

  static let openQuote = Complaint(
    "open-quote",
    cause: Bilingual(
      fr: "Un guillemet ouvert sur cette ligne n’est jamais refermé.",
      en: "A quotation mark opened on this line is never closed."),
    remedy: Bilingual(
      fr: "Ajoutez le guillemet qui manque à la fin de la valeur.",
      en: "Add the missing quotation mark at the end of the value."))

  static let headerOnly = Complaint(
    "header-only",
    cause: Bilingual(
      fr: "Le fichier n’a que sa ligne de titres, sans aucune donnée.",
      en: "The file has its header line only, and no data."),
    remedy: Bilingual(fr: "Ajoutez au moins une ligne.", en: "Add at least one row."))

  static func missingColumn(_ names: [String]) -> Complaint {
    let list = names.joined(separator: ", ")
    return Complaint(
      "missing-column",
      cause: Bilingual(
        fr: "La colonne « \(names[0]) » manque.", en: "The column “\(names[0])” is missing."),
      remedy: Bilingual(
        fr: "Ajoutez-la ; titres reconnus : \(list).", en: "Add it; headers understood: \(list)."))
  }

  static func duplicateColumn(_ other: String) -> Complaint {
    Complaint(
      "duplicate-column",
      cause: Bilingual(
        fr: "Cette colonne dit la même chose que la colonne « \(other) ».",
        en: "This column says the same as the column “\(other)”."),
      remedy: Bilingual(
        fr: "N’en gardez qu’une, ou changez l’un des deux titres.",
        en: "Keep one of them, or change one of the two headers."))
  }

  static func tooManyCells(_ found: Int, _ expected: Int) -> Complaint {
    Complaint(
      "too-many-cells",
      cause: Bilingual(
        fr: "La ligne a \(found) valeurs, la ligne de titres \(expected).",
        en: "The row has \(found) values, the header \(expected)."),
      remedy: Bilingual(
        fr: "Entourez de guillemets la valeur qui contient le séparateur.",
        en: "Put quotation marks around the value that contains the separator."))
  }

  static func unknownColumns(_ names: [String]) -> Complaint {
    let list = names.joined(separator: ", ")
    return Complaint(
      "unknown-column",
      cause: Bilingual(
        fr: "\(names.count) colonne(s) que Camin ne connaît pas, laissée(s) de côté : \(list).",
        en: "\(names.count) column(s) unknown to Camin, left aside: \(list)."),
      remedy: Bilingual(
        fr: "Vérifiez l’orthographe du titre si la colonne devait servir.",
        en: "Check the spelling of the header if the column was meant to be used."))
  }

  static func personalColumns(_ names: [String]) -> Complaint {
    let list = names.joined(separator: ", ")
    return Complaint(
      "personal-data",
      cause: Bilingual(
        fr: "\(names.count) colonne(s) de données personnelles ou de santé, ni lue(s) ni gardée(s) "
          + "(règle R1 : pseudonymes seulement) : \(list).",
        en: "\(names.count) column(s) of personal or health data, neither read nor kept "
          + "(rule R1: pseudonyms only): \(list)."),
      remedy: keepContactsApart)
  }

  /// What to do with personal data in a scenario.
  static let keepContactsApart = Bilingual(
    fr: "Retirez cela du fichier ; noms et téléphones vont dans un fichier de contacts à part.",
    en: "Remove this from the file; names and phones go into a separate contacts file.")
}
