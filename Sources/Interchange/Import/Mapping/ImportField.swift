internal import Planning

/// What a column of bookings may hold.
struct ImportField {
  /// What its cells are, as far as they are prepared before the field reads them.
  enum Kind { case date, time, place, personal, other }

  /// As `ColumnMap` knows it; `return.` before the parts of a way back that stand on the same row.
  var key: String
  /// What a mapping file calls it.
  var name: Bilingual
  /// Folded headers that mean this field and nothing else.
  var headers: Set<String>
  /// Folded headers that may mean it, to be confirmed.
  var hints: Set<String> = []
  var kind: Kind
}

/// All fields that the columns of a sheet of bookings may hold.
struct ImportFields {
  let all: [ImportField]
  private let byName: [String: Int]

  /// What a mapping file calls a column that is left aside.
  static let ignored = Bilingual(fr: "ignorer", en: "ignore")

  init() {
    let rows = BookingRowFields(legs: LegFields.set(.unavailable), log: InputLog())
    all =
      Self.ownFields + rows.columns.map(Self.field)
      + AnchorFields.set.columns().map(Self.onTheWayBack)
      + Self.riderFields + Self.personalFields
    var names: [String: Int] = [:]
    for (index, field) in all.enumerated() {
      for name in [field.key, field.name.fr, field.name.en] where names[Fold.key(name)] == nil {
        names[Fold.key(name)] = index
      }
    }
    byName = names
  }

  /// The field that a mapping file means by a name.
  func named(_ name: String) -> ImportField? { byName[Fold.key(name)].map { all[$0] } }

  subscript(key: String) -> ImportField? { all.first { $0.key == key } }

  /// The field whose name is closest to a word.
  func closest(to word: String) -> ImportField? {
    let letters = Array(Fold.key(word).unicodeScalars)
    return all.map { field in
      let names = [field.name.fr, field.name.en].map { Array(Fold.key($0).unicodeScalars) }
      return (field, names.map { EditDistance.between(letters, $0, below: 100) }.min() ?? 100)
    }.min { $0.1 < $1.1 }?.0
  }

  private static func field(_ column: ColumnSpec) -> ImportField {
    let times: Set<String> = ["arrive_by", "depart_after", "release", "fixed"]
    let places: Set<String> = ["leg.from", "leg.to"]
    let kind: ImportField.Kind =
      times.contains(column.key) ? .time : places.contains(column.key) ? .place : .other
    return ImportField(
      key: column.key, name: name(of: column),
      headers: column.names.union(furtherHeaders[column.key] ?? []),
      hints: hints[column.key] ?? [], kind: kind)
  }

  /// Where both languages have one header, that is all there is.
  private static func name(of column: ColumnSpec) -> Bilingual {
    Bilingual(fr: column.headers[0], en: column.headers.dropFirst().first ?? column.headers[0])
  }

  private static func onTheWayBack(_ column: ColumnSpec) -> ImportField {
    var field = field(column)
    field.key = "return." + column.key
    field.name = Bilingual(fr: "retour." + field.name.fr, en: "return." + field.name.en)
    field.headers = Set(column.names.flatMap { ["retour_" + $0, "return_" + $0, $0 + "_retour"] })
    field.hints = hints[field.key] ?? []
    return field
  }

  /// What coordinators call the columns that the format has other names for.
  private static let furtherHeaders: [String: Set<String>] = [
    "arrive_by": [
      "heure_rendez_vous", "horaire_rdv", "horaire_rendez_vous", "rdv_heure", "hr_rdv", "h_rdv",
      "heure_rdv_aller", "appointment",
    ],
    "depart_after": ["heure_depart", "heure_prise_en_charge", "heure_pec", "pickup_time"],
    "leg.from": [
      "commune_depart", "point_depart", "lieu_prise_en_charge", "prise_en_charge", "lieu_origine",
      "pickup",
    ],
    "leg.to": [
      "commune_arrivee", "commune_destination", "lieu_destination", "lieu_rdv", "lieu_rendez_vous",
      "etablissement", "dropoff",
    ],
    "booking.companions": ["nb_accompagnants", "nombre_accompagnants", "accompagnant"],
    "booking.id": ["numero_reservation", "no_reservation", "numero_demande", "ref", "reference"],
    "direction": ["aller_retour_sens", "sens_trajet"],
  ]

  /// Words that say too little to be sure.
  private static let hints: [String: Set<String>] = [
    "arrive_by": ["heure", "horaire", "hr", "h", "time"],
    "leg.to": ["lieu", "commune", "ou"],
    "booking.purpose": ["type", "nature", "raison"],
    "direction": ["ar", "a_r", "aller_retour"],
    "return.depart_after": ["heure_retour", "retour", "hr_retour", "h_retour", "retour_heure"],
  ]

  /// What only a sheet of several days has.
  private static var ownFields: [ImportField] {
    [
      ImportField(
        key: "date", name: Bilingual(fr: "date", en: "date"),
        headers: [
          "date", "jour", "date_transport", "date_trajet", "date_course", "date_rdv",
          "date_rendez_vous", "jour_transport", "day",
        ], kind: .date),
      ImportField(
        key: "return.to", name: Bilingual(fr: "retour.lieu_arrivee", en: "return.to"),
        headers: ["lieu_retour", "destination_retour", "return_to"], kind: .place),
    ]
  }

  /// What a row of bookings may say of its rider.
  private static var riderFields: [ImportField] {
    [
      ImportField(
        key: "rider.home", name: Bilingual(fr: "passager.domicile", en: "rider.home"),
        headers: ["domicile", "lieu_domicile", "commune_domicile", "commune_residence", "home"],
        kind: .place),
      ImportField(
        key: "rider.needs", name: Bilingual(fr: "passager.besoins", en: "rider.needs"),
        headers: ["besoins", "besoin", "needs"],
        hints: ["fauteuil", "mobilite", "pmr", "handicap"],
        kind: .other),
      ImportField(
        key: "rider.social_criterion",
        name: Bilingual(fr: "passager.critere_social", en: "rider.social_criterion"),
        headers: ["critere_social", "critere_tus", "social_criterion"], kind: .other),
    ]
  }

  private static var personalFields: [ImportField] {
    ContactColumn.allCases.map { column in
      ImportField(
        key: "contact." + column.rawValue,
        name: Bilingual(fr: "contact." + column.header.fr, en: "contact." + column.header.en),
        headers: column.headers, kind: .personal)
    }
  }
}
