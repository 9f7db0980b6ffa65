public import Planning

/// Writes a scenario as a folder of CSV files that a spreadsheet opens with a double click.
public enum ScenarioFolder {
  /// Writes the folder; a kill at any moment leaves the old folder or the new one, whole.
  ///
  /// - Parameter language: of headers and values, and which separator and decimal sign stand in the
  ///   files.
  /// - Throws: where the folder cannot be written, or holds files that Camin did not write.
  public static func write(
    _ scenario: Scenario, to folder: String, language: Language = .french
  ) throws(Faults) {
    try AtomicOutput(folder: folder).replace(with: files(scenario, language: language))
  }

  /// The files of the folder.
  public static func files(_ scenario: Scenario, language: Language) -> [OutputFile] {
    let places = PlaceIndex.unavailable
    var files = [
      OutputFile(
        ScenarioFiles.territory,
        text: JSONText.document(TerritoryFields.set.encode(scenario.territory))),
      OutputFile(
        ScenarioFiles.places, text: table(PlaceFields.set, scenario.places, language)),
      OutputFile(
        ScenarioFiles.riders, text: table(RiderFields.set(places), scenario.riders, language)),
      OutputFile(ScenarioFiles.bookings, text: bookings(scenario.bookings, language)),
      OutputFile(ScenarioFiles.volunteers, text: volunteers(scenario, language: language)),
      OutputFile(
        ScenarioFiles.vehicles,
        text: table(VehicleFields.set(places), scenario.vehicles, language)),
      OutputFile(
        ScenarioFiles.availability,
        text: table(
          AvailabilityFields.set(.unavailable), scenario.availability.map { AvailabilityDraft($0) },
          language)),
      OutputFile(ScenarioFiles.locks, text: table(LockFields.set, scenario.locks, language)),
    ]
    if !scenario.lines.isEmpty {
      files.append(
        OutputFile(
          ScenarioFiles.lines, text: table(LineFields.set(places), scenario.lines, language)))
    }
    if !scenario.standing.isEmpty {
      files.append(
        OutputFile(ScenarioFiles.standing, text: standing(scenario.standing, language)))
    }
    // The number keeps the profiles in order.
    for (number, profile) in scenario.profiles.enumerated() {
      let digits = String(number + 1)
      let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      files.append(
        OutputFile(
          "\(ScenarioFiles.rules)/\(padded)-\(Fold.key(profile.id)).json",
          text: JSONText.document(ProfileFields.set.encode(profile))))
    }
    return files
  }

  /// The table of volunteers alone.
  public static func volunteers(_ scenario: Scenario, language: Language) -> String {
    table(VolunteerFields.set(.unavailable), scenario.volunteers, language)
  }

  private static func table<Record>(
    _ fields: FieldSet<Record>, _ records: [Record], _ language: Language
  ) -> String {
    let fields = fields.needed(for: records)
    var text = CSVText(language: language)
    text.add(fields.fields.map { $0.header[language] })
    for record in records { text.add(fields.cells(record, language)) }
    return text.text
  }

  /// One row a leg; what holds for the whole booking stands on its first row.
  private static func bookings(_ bookings: [Booking], _ language: Language) -> String {
    rides(bookings, before: [[String]](repeating: [], count: bookings.count), [], language)
  }

  /// The same with the pattern before the ride.
  private static func standing(_ orders: [StandingOrder], _ language: Language) -> String {
    let patterns = StandingFields.set
    return rides(
      orders.map(\.booking), before: orders.map { patterns.cells($0, language) },
      patterns.fields.map { $0.header[language] }, language)
  }

  /// - Parameter before: cells of each booking's first row that come before its own, under `headers`.
  private static func rides(
    _ bookings: [Booking], before: [[String]], _ headers: [String], _ language: Language
  ) -> String {
    let fields = BookingFields.set.needed(for: bookings)
    let legFields = LegFields.set(.unavailable).needed(
      for: bookings.flatMap(\.legs).map { LegDraft($0) })
    let anchorFields = AnchorFields.set
    var text = CSVText(language: language)
    text.add(
      headers + fields.fields.map { $0.header[language] }
        + legFields.fields.map { $0.header[language] }
        + anchorFields.fields.map { $0.header[language] })
    for (booking, extra) in zip(bookings, before) {
      for (number, leg) in booking.legs.enumerated() {
        let draft = LegDraft(leg)
        var head = fields.cells(booking, language)
        if number > 0 {
          for index in head.indices where fields.fields[index].key != "id" { head[index] = "" }
        }
        text.add(
          (number == 0 ? extra : extra.map { _ in "" }) + head + legFields.cells(draft, language)
            + anchorFields.cells(draft.anchor, language))
      }
    }
    return text.text
  }
}

extension FieldSet {
  /// The cells of a record, in the order of the fields.
  func cells(_ record: Record, _ language: Language) -> [String] {
    fields.map { $0.writeCell(record, language) }
  }
}
