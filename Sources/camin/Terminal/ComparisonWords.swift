internal import Planning
internal import Reporting
internal import TravelTimes

/// A comparison of two sources of times for the terminal.
struct ComparisonWords {
  let comparison: MatrixComparison
  /// By id of the place.
  let names: [String: String]
  let first: String
  let reference: String
  private let formats = Formats(CommandLanguage.spoken)
  /// Names that several places have.
  private let shared: Set<String>

  init(
    comparison: MatrixComparison, names: [String: String], first: String, reference: String
  ) {
    self.comparison = comparison
    self.names = names
    self.first = first
    self.reference = reference
    shared = Set(Dictionary(grouping: names.values) { $0 }.filter { $1.count > 1 }.keys)
  }

  var text: String {
    let title = say(
      fr: "Écarts de \(first) à \(reference)", en: "\(first), compared with \(reference)")
    let tables = [
      table(say(fr: "Temps", en: "Time"), \.time),
      table(say(fr: "Distance", en: "Distance"), \.distance),
    ]
    return ([title] + tables + [lonely, worst]).filter { !$0.isEmpty }.joined(separator: "\n\n")
      + "\n"
  }

  private func table(
    _ title: String, _ path: KeyPath<MatrixComparison.Band, MatrixComparison.Figures?>
  ) -> String {
    let heading = [
      title, say(fr: "paires", en: "pairs"), say(fr: "médiane", en: "median"), "p90", "p95",
      say(fr: "à 5 % près", en: "within 5%"), say(fr: "à 15 % près", en: "within 15%"),
      say(fr: "biais", en: "bias"),
    ]
    let rows = comparison.bands.compactMap { band -> [String]? in
      guard let figures = band[keyPath: path] else { return nil }
      return [
        range(band), Figures.whole(figures.pairs), share(figures.median), share(figures.p90),
        share(figures.p95), formats.percent(figures.within5, of: 1),
        formats.percent(figures.within15, of: 1), signed(figures.bias),
      ]
    }
    guard !rows.isEmpty else { return "" }
    return aligned([heading] + rows)
  }

  private func range(_ band: MatrixComparison.Band) -> String {
    let from = Figures.whole(Int(band.from / 1000))
    guard let upTo = band.upTo.map({ Figures.whole(Int($0 / 1000)) }) else {
      return band.from == 0
        ? say(fr: "tous les trajets", en: "all trips")
        : say(fr: "\(from) km et plus", en: "\(from) km and more")
    }
    return band.from == 0
      ? say(fr: "moins de \(upTo) km", en: "under \(upTo) km")
      : say(fr: "\(from) à \(upTo) km", en: "\(from) to \(upTo) km")
  }

  /// The first column to the left, figures to the right.
  private func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let pad = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + pad : pad + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func share(_ value: Double) -> String {
    let figure = Figures.decimals(value * 100, 1)
    return formats.language == .french ? figure + "\u{A0}%" : figure + "%"
  }

  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + share(value) }

  /// Pairs that one source alone has a way for.
  private var lonely: String {
    let sides = [
      (first, comparison.onlyFirst), (reference, comparison.onlyReference),
    ].filter { !$0.1.isEmpty }
    return sides.map { source, pairs in
      let count = Figures.whole(pairs.count)
      let some = pairs.prefix(5).map { name($0.origin) + " → " + name($0.destination) }
      return say(
        fr: "Une route selon \(source) seulement : \(count) paires",
        en: "A road in \(source) only: \(count) pairs")
        + " (" + some.joined(separator: ", ") + (pairs.count > some.count ? ", …)" : ")")
    }.joined(separator: "\n")
  }

  private var worst: String {
    guard !comparison.worst.isEmpty else { return "" }
    let rows = comparison.worst.map { pair in
      [
        "  " + name(pair.origin) + " → " + name(pair.destination),
        duration(pair.first.seconds),
        say(fr: "au lieu de ", en: "for ") + duration(pair.reference.seconds),
        signed(pair.difference),
      ]
    }
    return say(fr: "Temps les plus éloignés", en: "Times farthest apart") + "\n" + aligned(rows)
  }

  /// To the second where that matters.
  private func duration(_ seconds: Double) -> String {
    seconds < 600 ? Figures.duration(seconds) : formats.duration(seconds: Int(seconds.rounded()))
  }

  /// What people call the place, with its id where others are called the same.
  private func name(_ id: String) -> String {
    guard let name = names[id], !name.isEmpty, name != id else { return id }
    return shared.contains(name) ? "\(name) (\(id))" : name
  }
}
