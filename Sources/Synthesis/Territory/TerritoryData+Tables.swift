import Planning

extension TerritoryData {
  static func communes(_ reader: inout TableReader) -> [Commune] {
    reader.table.rows.map { row in
      Commune(
        code: reader.required(row, "insee"), name: reader.required(row, "name"),
        latitude: reader.number(row, "latitude", in: -90...90),
        longitude: reader.number(row, "longitude", in: -180...180),
        population: reader.number(row, "population", in: 0...1e8),
        population75: reader.number(row, "population75", in: 0...1e8),
        communeClass: reader.choice(row, "class", else: .rural), group: reader.text(row, "group"),
        zone: reader.text(row, "tad_zone"), shops: reader.number(row, "shops", in: 0...1e6))
    }
  }

  static func cells(_ reader: inout TableReader) -> [PopulationCell] {
    reader.table.rows.map { row in
      PopulationCell(
        latitude: reader.number(row, "latitude", in: -90...90),
        longitude: reader.number(row, "longitude", in: -180...180),
        population: reader.number(row, "population", in: 0...1e8),
        commune: reader.required(row, "insee"))
    }
  }

  static func zones(_ reader: inout TableReader) -> [TadZone] {
    reader.table.rows.map { row in
      TadZone(
        code: reader.required(row, "code"), name: reader.required(row, "name"),
        centre: reader.required(row, "centre"), poles: reader.words(row, "poles"))
    }
  }

  static func markets(_ reader: inout TableReader) -> [String: [Weekday]] {
    var markets: [String: [Weekday]] = [:]
    for row in reader.table.rows {
      let days = reader.words(row, "weekdays").compactMap { word -> Weekday? in
        if let day = Weekday(rawValue: word) { return day }
        reader.noteChoice(row, "weekdays", word, known: Weekday.allCases.map(\.rawValue))
        return nil
      }
      markets[reader.required(row, "insee"), default: []] += days
    }
    return markets
  }

  static func sites(_ reader: inout TableReader) -> [Site] {
    reader.table.rows.map { row in
      Site(
        id: reader.required(row, "id"), kinds: kinds(row, &reader),
        name: reader.required(row, "name"), commune: reader.required(row, "commune"),
        communeClass: reader.choice(row, "class", else: .rural),
        latitude: reader.number(row, "latitude", in: -90...90),
        longitude: reader.number(row, "longitude", in: -180...180),
        weight: reader.number(row, "weight", in: 0...1e6), opening: opening(row, &reader))
    }
  }

  private static func kinds(_ row: CsvTable.Row, _ reader: inout TableReader) -> [String] {
    _ = reader.required(row, "kinds")
    return reader.words(row, "kinds")
  }

  /// Hours stand in columns named after the weekdays, e.g. `09:00-12:00 14:00-17:00`; a row with
  /// none at all has unknown hours, an empty cell beside filled ones is a day closed.
  private static func opening(_ row: CsvTable.Row, _ reader: inout TableReader)
    -> [Weekday: [ClockWindow]]?
  {
    var hours: [Weekday: [ClockWindow]] = [:]
    for day in Weekday.allCases {
      for word in reader.words(row, day.rawValue) {
        let ends = word.split(separator: "-").map { ClockTime(String($0)) }
        if ends.count == 2, let start = ends[0], let end = ends[1], start < end {
          hours[day, default: []].append(ClockWindow(start: start, end: end))
        } else {
          reader.note(
            "bad-hours", row, day.rawValue, word,
            Bilingual(fr: "Ce n’est pas un horaire.", en: "These are no opening hours."),
            Bilingual(
              fr: "Écrire par exemple 09:00-12:00 14:00-17:00.",
              en: "Write for example 09:00-12:00 14:00-17:00."))
        }
      }
    }
    return hours.isEmpty ? nil : hours
  }
}
