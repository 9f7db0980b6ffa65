public import Planning

/// Two plans of one day side by side (R48, R62): as text, table, page and for programs.
public struct ComparisonReport: Sendable {
  let columns: [ImpactColumn]
  let title: String
  /// How the two plans were made, and what keeps them from being compared in all respects; one paragraph each.
  let notes: [String]
  let words: ImpactWords
  let grid: ImpactTable
  let formats: Formats
  private let baselines: [Baseline]

  /// - Parameters:
  ///   - first: what the second is compared with.
  ///   - notes: in the language.
  public init(
    _ first: ImpactColumn, _ second: ImpactColumn, of territory: Territory,
    factors: EmissionFactors, baselines: [Baseline], notes: [String], language: Language
  ) {
    let formats = Formats(language)
    self.formats = formats
    self.notes = notes
    self.baselines = baselines
    columns = [first, second]
    title = territory.name + ", " + formats.longDate(territory.date)
    words = ImpactWords(factors: factors, baselines: baselines, formats: formats)
    grid = ImpactTable([first, second], baselines: baselines, formats)
  }

  /// For the terminal.
  public var text: String {
    title + "\n\n" + grid.text + "\n" + (notes + words.lines).map { "  " + $0 + "\n" }.joined()
  }

  /// `comparison.csv`: one row an indicator, with its formula.
  public var table: String { grid.csv }

  /// `comparison.html`: one page that needs no network.
  public var page: String { ComparisonPage(report: self).document }

  /// For programs.
  public var document: ImpactDocument {
    ImpactDocument(columns, baselines: baselines, factors: words.factors)
  }
}
