internal import Planning

/// Columns that sheets have and the format has not.
enum SheetColumns {
  /// The day of each booking, in a sheet of several days.
  static let date = [
    ImportField(
      key: "date", name: Bilingual(fr: "date", en: "date"),
      headers: [
        "date", "jour", "date_transport", "date_trajet", "date_course", "date_rdv",
        "date_rendez_vous", "jour_transport", "day",
      ], kind: .date)
  ]

  static let wayBack = [
    ImportField(
      key: "return.to", name: Bilingual(fr: "retour.lieu_arrivee", en: "return.to"),
      headers: ["lieu_retour", "destination_retour", "return_to"], kind: .place)
  ]

  /// What a row of bookings may say of its rider.
  static let rider = [
    ImportField(
      key: "rider.home", name: Bilingual(fr: "passager.domicile", en: "rider.home"),
      headers: ["domicile", "lieu_domicile", "commune_domicile", "commune_residence", "home"],
      kind: .place),
    ImportField(
      key: "rider.needs", name: Bilingual(fr: "passager.besoins", en: "rider.needs"),
      headers: ["besoins", "besoin", "needs"], hints: ["fauteuil", "mobilite", "pmr", "handicap"],
      kind: .other),
    ImportField(
      key: "rider.social_criterion",
      name: Bilingual(fr: "passager.critere_social", en: "rider.social_criterion"),
      headers: ["critere_social", "critere_tus", "social_criterion"], kind: .other),
  ]

  /// Names and telephones, which go to the contacts file alone.
  static var contacts: [ImportField] {
    ContactColumn.allCases.map { column in
      ImportField(
        key: "contact." + column.rawValue,
        name: Bilingual(fr: "contact." + column.header.fr, en: "contact." + column.header.en),
        headers: column.headers, kind: .personal)
    }
  }

  /// Latitude and longitude in one cell, as maps copy them.
  static let coordinates = [
    ImportField(
      key: "coordinates", name: Bilingual(fr: "coordonnees", en: "coordinates"),
      headers: [
        "coordonnees", "coordonnees_gps", "gps", "point_gps", "geo_point_2d", "lat_lon",
        "coordinates",
      ], kind: .other)
  ]

  /// Wheelchairs that a vehicle takes besides its seats.
  static let wheelchairs = [
    ImportField(
      key: "wheelchairs", name: Bilingual(fr: "places_fauteuil", en: "wheelchair_places"),
      headers: [
        "places_fauteuil", "nb_fauteuils", "nombre_fauteuils", "fauteuils", "places_ufr",
        "places_pmr", "wheelchairs", "wheelchair_places",
      ], hints: ["ufr", "pmr", "tpmr", "fauteuil"], kind: .other)
  ]

  /// The last day of a span that begins on the row's day.
  static let lastDay = [
    ImportField(
      key: "last_day", name: Bilingual(fr: "jusqu_au", en: "last_day"),
      headers: ["jusqu_au", "jusqu", "date_fin", "dernier_jour", "last_day"], hints: ["au"],
      kind: .date)
  ]

  /// A weekly pattern, a column a day, and days on which it does not hold.
  static var hours: [ImportField] {
    Weekday.allCases.map { day in
      ImportField(
        key: "hours." + day.rawValue,
        name: Bilingual(fr: "heures." + day.words[0], en: "hours." + day.rawValue),
        headers: Set(day.words.flatMap { [$0, "heures_" + $0, "horaires_" + $0] }), kind: .hours)
    } + [
      ImportField(
        key: "absences", name: Bilingual(fr: "absences", en: "absences"),
        headers: [
          "absences", "absence", "absent_le", "conges", "dates_absence", "indisponible_le",
        ],
        kind: .other)
    ]
  }
}

extension Weekday {
  /// What sheets call it, the whole French word first.
  var words: [String] {
    let french =
      switch self {
      case .monday: "lundi"
      case .tuesday: "mardi"
      case .wednesday: "mercredi"
      case .thursday: "jeudi"
      case .friday: "vendredi"
      case .saturday: "samedi"
      case .sunday: "dimanche"
      }
    return [french, String(french.prefix(3)), rawValue]
  }
}
