public import Planning

/// Riders and legs by statistics code, for those who fund the service: text and table (R19).
public struct StatisticsReport: Sendable {
  private let count: StatisticsCount
  private let title: String
  private let formats: Formats

  public init(_ count: StatisticsCount, of plan: Plan, language: Language) {
    self.count = count
    formats = Formats(language)
    title = plan.territoryName + ", " + formats.longDate(plan.date)
  }

  /// For the terminal.
  public var text: String {
    let note = formats.say(
      fr:
        "Aucune ligne ne compte moins de \(count.leastRiders) voyageurs ; ce qui en dirait trop est tu.",
      en: "No row has fewer than \(count.leastRiders) riders; what would tell too much is left out."
    )
    return title + "\n\n" + count.tables.map(text).joined(separator: "\n") + "\n" + note + "\n"
  }

  private func text(_ table: StatisticsCount.Table) -> String {
    let heading = formats.capitalized(name(table.dimension))
    guard !table.rows.isEmpty else {
      return heading + formats.say(fr: " : trop peu de voyageurs\n", en: ": too few riders\n")
    }
    var grid = TextGrid(right: [1, 2, 3])
    grid.append([
      heading, formats.say(fr: "voyageurs", en: "riders"), formats.say(fr: "trajets", en: "legs"),
      formats.say(fr: "servis", en: "served"),
    ])
    for row in table.rows {
      grid.append([name(row), "\(row.riders)", "\(row.legs)", row.served.map { "\($0)" } ?? "–"])
    }
    return grid.text
  }

  /// One row a code, for spreadsheets.
  public var table: String {
    var table = CsvTable(header: [
      formats.say(fr: "rubrique", en: "dimension"), "code",
      formats.say(fr: "voyageurs", en: "riders"), formats.say(fr: "trajets", en: "legs"),
      formats.say(fr: "servis", en: "served"),
    ])
    for part in count.tables {
      for row in part.rows {
        table.append([
          name(part.dimension), CsvTable.plain(name(row)), "\(row.riders)", "\(row.legs)",
          row.served.map { "\($0)" } ?? "",
        ])
      }
    }
    return table.text
  }

  private func name(_ row: StatisticsCount.Row) -> String {
    guard let code = row.code else { return formats.say(fr: "autres", en: "others") }
    return code.isEmpty ? formats.say(fr: "non renseigné", en: "not stated") : code
  }

  private func name(_ dimension: StatisticsCount.Dimension) -> String {
    switch dimension {
    case .purpose: formats.say(fr: "objet", en: "purpose")
    case .ageBand: formats.say(fr: "tranche d’âge", en: "age band")
    case .funding: formats.say(fr: "financement", en: "funding")
    case .commune: formats.say(fr: "commune", en: "commune")
    case .priority: formats.say(fr: "priorité", en: "priority")
    }
  }
}
