public import Planning

/// Indicators of several plans side by side.
struct ImpactTable: Sendable {
  struct Row: Sendable {
    var indicator: ImpactIndicator
    /// One a column.
    var values: [Double?]

    /// Every plan has something else than zero or nothing to divide, or the line counts all the same.
    var isWorthALine: Bool { !indicator.isDetail || values.contains { ($0 ?? 0) != 0 } }
  }

  let titles: [String]
  let rows: [Row]
  let formats: Formats

  /// - Parameter columns: at least one.
  init(_ columns: [ImpactColumn], baselines: [Baseline], _ formats: Formats) {
    self.formats = formats
    titles = columns.map { $0.title[formats.language] }
    let lists = columns.map { $0.impact.indicators(baselines) }
    rows = (lists.first ?? []).indices.map { row in
      Row(indicator: lists[0][row], values: lists.map { $0[row].value })
    }
  }

  // MARK: Cells

  func title(_ row: Row) -> String { row.indicator.title[formats.language] }

  func cell(_ value: Double?, _ unit: ImpactIndicator.Unit) -> String {
    guard let value else { return "–" }
    switch unit {
    case .share: return percent(value)
    case .euros: return formats.euros(value)
    default: return formats.number(value, decimals: unit.decimals) + symbol(unit)
    }
  }

  /// `+3`, `-0,4 pt`; a dash where either is nothing.
  func difference(_ row: Row) -> String {
    guard row.values.count == 2, let a = row.values[0], let b = row.values[1] else { return "–" }
    let unit = row.indicator.unit
    let change = b - a
    let sign = change > 0 ? "+" : ""
    guard unit == .share else { return sign + cell(change, unit) }
    return sign + formats.number(change * 100, decimals: 1) + Formats.noBreak
      + formats.say(fr: "pt", en: "pp")
  }

  private func percent(_ value: Double) -> String {
    let figure = formats.number(value * 100, decimals: 1)
    return formats.language == .french ? figure + Formats.noBreak + "%" : figure + "%"
  }

  private func symbol(_ unit: ImpactIndicator.Unit) -> String {
    switch unit {
    case .kilometres: Formats.noBreak + "km"
    case .minutes: Formats.noBreak + "min"
    case .kilograms: Formats.noBreak + "kg"
    case .gramsPerKilometre: Formats.noBreak + "g"
    case .count, .share, .ratio, .euros: ""
    }
  }

  // MARK: Whole tables

  /// For the terminal; two columns get a third with what the second has more.
  var text: String {
    let differs = titles.count == 2
    var grid = TextGrid(right: Set(1...titles.count + 1))
    grid.append([""] + titles + (differs ? [formats.say(fr: "écart", en: "change")] : []))
    for row in rows where row.isWorthALine {
      grid.append(
        [title(row)] + row.values.map { cell($0, row.indicator.unit) }
          + (differs ? [difference(row)] : []))
    }
    return grid.text
  }

  /// Every indicator with its formula, also those without a line in the text.
  var csv: String {
    var table = CsvTable(
      header: [
        formats.say(fr: "indicateur", en: "indicator"), formats.say(fr: "libellé", en: "title"),
        formats.say(fr: "unité", en: "unit"),
      ] + titles.map(CsvTable.plain) + [formats.say(fr: "formule", en: "formula")])
    for row in rows {
      let name = title(row).drop { $0 == " " }
      let values = row.values.map { value in
        value.map { formats.number($0, decimals: 4, grouped: false) } ?? ""
      }
      table.append(
        [row.indicator.id, String(name), row.indicator.unit.rawValue] + values
          + [row.indicator.formula[formats.language]])
    }
    return table.text
  }

  /// One line an indicator that has a formula, each formula once.
  var formulas: String {
    var told: Set<String> = []
    return rows.filter(\.isWorthALine).map { row in
      let formula = row.indicator.formula[formats.language]
      guard !formula.isEmpty, told.insert(formula).inserted else { return "" }
      let name = title(row).drop { $0 == " " }
      return "  \(name) = \(formula)\n"
    }.joined()
  }
}

/// A plan, or several, by a name.
public struct ImpactColumn: Sendable {
  /// Stable, for programs.
  public let id: String
  public let title: Bilingual
  public let impact: Impact

  public init(id: String, title: Bilingual, impact: Impact) {
    self.id = id
    self.title = title
    self.impact = impact
  }
}
