internal import Planning

extension ImportTable {
  /// What the columns of its sheets may hold: the fields of the format, and what only sheets have.
  var columns: [ImportField] {
    let places = PlaceIndex.unavailable
    return switch self {
    case .places: words.fields(PlaceFields.set.columns()) + SheetColumns.coordinates
    case .riders: words.fields(RiderFields.set(places).columns()) + SheetColumns.contacts
    case .volunteers:
      words.fields(VolunteerFields.set(places).columns()) + SheetColumns.hours
        + SheetColumns.contacts
    case .vehicles:
      words.fields(VehicleFields.set(places).columns()) + SheetColumns.wheelchairs
        + SheetColumns.hours
    case .availability:
      words.fields(AvailabilityFields.set(places).columns()) + SheetColumns.lastDay
        + SheetColumns.contacts
    case .standing: words.fields(StandingFields.set.columns()) + rides
    case .bookings: SheetColumns.date + rides
    }
  }

  /// The field that says who or what a row is of, by an id.
  var idKey: String {
    switch self {
    case .places, .riders, .volunteers, .vehicles: "id"
    case .availability: "resource"
    case .standing, .bookings: "booking.rider"
    }
  }

  /// What a sheet must have columns for: of each list one.
  var required: [[String]] {
    let names = ["contact.full_name", "contact.name"]
    return switch self {
    case .places: [["name", "id"]]
    case .riders, .volunteers: [["id"] + names]
    case .vehicles: [["id"]]
    case .availability: [["resource"] + names, ["days"]]
    case .standing: [["leg.from"], ["leg.to"], ["booking.rider"] + names, ["days"]]
    case .bookings: [["leg.from"], ["leg.to"], ["booking.rider"] + names]
    }
  }

  /// Columns of a ride, there and back, with what they say of the rider.
  private var rides: [ImportField] {
    let rows = BookingRowFields(legs: LegFields.set(.unavailable), log: InputLog())
    return words.fields(rows.columns)
      + words.fields(AnchorFields.set.columns()).map(words.onTheWayBack)
      + SheetColumns.wayBack + SheetColumns.rider + SheetColumns.contacts
  }
}

/// What people call the columns of a table that the format has other names for.
struct TableWords {
  /// Folded headers by field, beyond those of the format.
  var headers: [String: Set<String>] = [:]
  /// Words that say too little to be sure.
  var hints: [String: Set<String>] = [:]
  var kinds: [String: ImportField.Kind] = [:]

  func fields(_ columns: [ColumnSpec]) -> [ImportField] {
    columns.map { column in
      ImportField(
        key: column.key,
        // Where both languages have one header, that is all there is.
        name: Bilingual(
          fr: column.headers[0], en: column.headers.dropFirst().first ?? column.headers[0]),
        headers: column.names.union(headers[column.key] ?? []), hints: hints[column.key] ?? [],
        kind: kinds[column.key] ?? .other)
    }
  }

  func onTheWayBack(_ field: ImportField) -> ImportField {
    var back = field
    back.key = "return." + field.key
    back.name = Bilingual(fr: "retour." + field.name.fr, en: "return." + field.name.en)
    back.headers = Set(
      field.headers.flatMap { ["retour_" + $0, "return_" + $0, $0 + "_retour"] })
    back.hints = hints[back.key] ?? []
    return back
  }
}
