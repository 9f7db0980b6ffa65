internal import Planning

/// Variants of a day side by side on the terminal.
struct VariantTable {
  private let comparison: VariantComparison

  init(_ comparison: VariantComparison) { self.comparison = comparison }

  var text: String {
    let columns = comparison.columns
    var rows: [[String]] =
      [[""] + columns.map(\.name)]
      + [
        [say(fr: "trajets servis", en: "legs served")]
          + columns.map { "\($0.servedLegs) / \($0.legs)" },
        [say(fr: "demandes servies", en: "bookings served")]
          + columns.map { "\($0.servedBookings) / \($0.bookings)" },
        [say(fr: "tournées", en: "runs")] + columns.map { Figures.whole($0.runs) },
        [say(fr: "kilomètres", en: "kilometres")]
          + columns.map { Figures.decimals($0.kilometres, 0) },
        [say(fr: "dont à vide", en: "of them empty")]
          + columns.map { Figures.decimals($0.emptyKilometres, 0) },
        [say(fr: "coût (€)", en: "cost (€)")] + columns.map { Figures.decimals($0.cost, 0) },
        [say(fr: "y gagnent", en: "gain")] + columns.map { Figures.whole($0.gained.count) },
        [say(fr: "y perdent", en: "lose")] + columns.map { Figures.whole($0.lost.count) },
      ]
    if columns.contains(where: { $0.peopleToCall != nil }) {
      rows += [
        [say(fr: "à rappeler", en: "to be called")]
          + columns.map { Figures.whole($0.peopleToCall ?? 0) },
        [say(fr: "changements (€)", en: "changes (€)")]
          + columns.map { Figures.decimals($0.changePrice ?? 0, 0) },
      ]
    }
    return table(rows) + columns.dropFirst().map(people).joined()
  }

  private func table(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let room = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + room : room + cell
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// Who gains and who loses in a variant.
  private func people(_ column: VariantComparison.Column) -> String {
    guard !column.gained.isEmpty || !column.lost.isEmpty else { return "" }
    var text = "\n\(column.name)\n"
    if !column.gained.isEmpty {
      text += say(fr: "  servies en plus : ", en: "  served in addition: ")
      text += column.gained.joined(separator: ", ") + "\n"
    }
    if !column.lost.isEmpty {
      text += say(fr: "  plus servies : ", en: "  no longer served: ")
      text += column.lost.joined(separator: ", ") + "\n"
    }
    return text
  }
}
