import Planning

/// What days came to, side by side: one row a figure, one column a day or a sum.
struct TotalsTable: Sendable {
  private let columns: [(title: String, totals: ActualsTotals)]
  private let formats: Formats

  init(_ columns: [(title: String, totals: ActualsTotals)], _ formats: Formats) {
    self.columns = columns
    self.formats = formats
  }

  private struct Row {
    var title: String
    var values: [String]
    /// Worth a line where one of the values is something.
    var isEmpty: Bool
  }

  private var rows: [Row] {
    var rows = [
      count("Trajets prévus", "Legs planned") { $0.plannedLegs },
      count("  rien de noté", "  nothing noted", isDetail: true) {
        $0.plannedLegs - $0.reportedLegs
      },
    ]
    for status in Actual.Status.allCases {
      rows.append(
        count("  " + status.title.fr, "  " + status.title.en, isDetail: status != .done) {
          $0.byStatus[status.rawValue] ?? 0
        })
    }
    rows += [
      share(
        "Prises en charge à l’heure", "Pick-ups in time", of: \.timedPickups, \.promptPickups),
      share(
        "Rendez-vous tenus", "Appointments kept", of: \.timedAppointments, \.keptAppointments),
      count("Tournées prévues", "Runs planned") { $0.plannedRuns },
      count("  rien de noté", "  nothing noted", isDetail: true) {
        $0.plannedRuns - $0.reportedRuns
      },
      count("  faites", "  driven") { $0.drivenRuns },
      kilometres("Km prévus des tournées notées", "Km planned of runs noted") { $0.plannedMetres },
      kilometres("Km faits", "Km driven") { $0.drivenMetres },
      kilometres("  dont relevés", "  of them noted") { $0.measuredMetres },
    ]
    for mode in Mode.allCases {
      var row = kilometres("  " + mode.title.fr, "  " + mode.title.en) {
        $0.metresByMode[mode.rawValue] ?? 0
      }
      row.isEmpty = columns.allSatisfy { ($0.totals.metresByMode[mode.rawValue] ?? 0) == 0 }
      rows.append(row)
    }
    return rows
  }

  private func count(
    _ fr: String, _ en: String, isDetail: Bool = false, _ value: (ActualsTotals) -> Int
  ) -> Row {
    Row(
      title: formats.say(fr: fr, en: en),
      values: columns.map { formats.number(Double(value($0.totals))) },
      isEmpty: isDetail && columns.allSatisfy { value($0.totals) == 0 })
  }

  private func share(
    _ fr: String, _ en: String, of whole: KeyPath<ActualsTotals, Int>,
    _ part: KeyPath<ActualsTotals, Int>
  ) -> Row {
    Row(
      title: formats.say(fr: fr, en: en),
      values: columns.map {
        formats.percent(Double($0.totals[keyPath: part]), of: Double($0.totals[keyPath: whole]))
      },
      isEmpty: columns.allSatisfy { $0.totals[keyPath: whole] == 0 })
  }

  private func kilometres(_ fr: String, _ en: String, _ value: (ActualsTotals) -> Int) -> Row {
    Row(
      title: formats.say(fr: fr, en: en),
      values: columns.map { formats.number(Double(value($0.totals)) / 1000, decimals: 1) },
      isEmpty: false)
  }

  /// For the terminal.
  var text: String {
    var grid = TextGrid(right: Set(1...max(1, columns.count)))
    if columns.count > 1 { grid.append([""] + columns.map(\.title)) }
    for row in rows where !row.isEmpty { grid.append([row.title] + row.values) }
    return grid.text
  }

  /// For spreadsheets: the same, every row.
  var csv: String {
    var table = CsvTable(
      header: [formats.say(fr: "libellé", en: "title")] + columns.map { CsvTable.plain($0.title) })
    for row in rows {
      table.append(
        [String(row.title.drop { $0 == " " })] + row.values.map { $0.replacing("\u{A0}", with: "") }
      )
    }
    return table.text
  }
}
