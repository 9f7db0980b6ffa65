public import Planning

/// A table of a territory that a sheet may hold, in the order in which one rests on those before it.
public enum ImportTable: String, CaseIterable, Encodable, Sendable {
  case places, riders, volunteers, vehicles, availability, standing, bookings

  /// What Camin calls it, also in mapping files.
  public var title: Bilingual {
    switch self {
    case .places: Bilingual(fr: "lieux", en: "places")
    case .riders: Bilingual(fr: "passagers", en: "riders")
    case .volunteers: Bilingual(fr: "bénévoles", en: "volunteers")
    case .vehicles: Bilingual(fr: "véhicules", en: "vehicles")
    case .availability: Bilingual(fr: "disponibilités", en: "availability")
    case .standing: Bilingual(fr: "commandes permanentes", en: "standing")
    case .bookings: Bilingual(fr: "demandes", en: "bookings")
    }
  }

  /// The table that a word means, such as the name of a sheet; `nil` where it means none.
  public init?(_ word: String) {
    let folded = Fold.header(word)
    let found = Self.allCases.first { table in
      ([table.title.fr, table.title.en] + table.otherNames).contains { Fold.header($0) == folded }
    }
    guard let found else { return nil }
    self = found
  }

  /// The table that a file is named after, whatever year or word for a list stands beside it: `Liste des bénévoles
  /// 2026.xlsx`.
  public init?(file path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let words = Fold.header(stem).split(separator: "_").filter { word in
      !word.allSatisfy(\.isNumber)
        && !["liste", "list", "tableau", "table", "export"].contains(word)
    }
    self.init(words.joined(separator: " "))
  }

  private var otherNames: [String] {
    switch self {
    case .places: ["lieu", "place", "adresses", "points d’arrêt"]
    case .riders: ["passager", "rider", "usagers", "voyageurs", "bénéficiaires", "patients"]
    case .volunteers: ["bénévole", "volunteer", "conducteurs bénévoles", "chauffeurs bénévoles"]
    case .vehicles: ["véhicule", "vehicle", "flotte", "fleet", "parc"]
    case .availability: ["disponibilité", "horaires", "présences", "absences", "congés", "hours"]
    case .standing: ["commandes régulières", "trajets réguliers", "standing orders", "abonnements"]
    case .bookings: ["demande", "booking", "réservations"]
    }
  }
}
