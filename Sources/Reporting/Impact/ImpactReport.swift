public import Planning

/// What plans of one or several days come to, for people and programs (R62).
public struct ImpactReport: Sendable {
  private let columns: [ImpactColumn]
  private let days: [(date: PlanDate, impact: Impact)]
  private let baselines: [Baseline]
  private let words: ImpactWords
  private let title: String
  private let formats: Formats

  /// - Parameters:
  ///   - days: at least one, in the order to show them.
  ///   - territory: name to put above all.
  public init(
    _ days: [(date: PlanDate, totals: ImpactTotals)], territory: String,
    factors: EmissionFactors, baselines: [Baseline], language: Language
  ) {
    let formats = Formats(language)
    self.formats = formats
    self.baselines = baselines
    self.days = days.map { ($0.date, Impact($0.totals, factors: factors)) }
    words = ImpactWords(factors: factors, baselines: baselines, formats: formats)
    title = territory
    let sum = days.map { $0.totals }.reduce(ImpactTotals(), +)
    let total = ImpactColumn(
      id: "total", title: Bilingual(fr: "total", en: "total"),
      impact: Impact(sum, factors: factors))
    columns =
      self.days.map {
        ImpactColumn(
          id: $0.date.text,
          title: Bilingual(
            fr: Formats(.french).shortDate($0.date), en: Formats(.english).shortDate($0.date)),
          impact: $0.impact)
      } + (days.count > 1 ? [total] : [])
  }

  /// For the terminal: a line a day, then the indicators of all days with their formulas.
  public var text: String {
    guard let last = columns.last else { return "" }
    let table = ImpactTable([last], baselines: baselines, formats)
    return heading + (days.count > 1 ? "\n" + dayByDay : "") + "\n" + table.text + "\n"
      + formats.say(fr: "Formules\n", en: "Formulas\n") + table.formulas + "\n"
      + formats.say(fr: "Hypothèses\n", en: "Hypotheses\n")
      + words.lines.map { "  " + $0 + "\n" }.joined()
  }

  /// `impact.csv`: one row an indicator, one column a day and one for their sum.
  public var table: String { ImpactTable(columns, baselines: baselines, formats).csv }

  /// For programs.
  public var document: ImpactDocument {
    ImpactDocument(columns, baselines: baselines, factors: words.factors)
  }

  private var heading: String {
    let dates = days.map { formats.longDate($0.date) }
    let span =
      days.count == 1
      ? dates[0]
      : formats.count(
        days.count, Bilingual(fr: "jour", en: "day"), Bilingual(fr: "jours", en: "days"))
    return title + ", " + span + "\n"
  }

  private var dayByDay: String {
    var grid = TextGrid(right: Set(1...7))
    grid.append([
      formats.say(fr: "jour", en: "day"), formats.say(fr: "demandés", en: "asked"),
      formats.say(fr: "servis", en: "served"), "km", formats.say(fr: "à vide", en: "empty"),
      formats.say(fr: "occupation", en: "occupancy"), formats.say(fr: "coût", en: "cost"), "CO2",
    ])
    for column in columns {
      let impact = column.impact
      let totals = impact.totals
      let table = ImpactTable([column], baselines: baselines, formats)
      grid.append([
        column.title[formats.language], formats.number(Double(totals.legs)),
        formats.number(Double(totals.servedLegs)),
        formats.number(Double(totals.all.metres) / 1000), table.cell(impact.emptyShare(), .share),
        table.cell(impact.occupancy(), .ratio), formats.euros(totals.all.cost, decimals: 0),
        table.cell(impact.emissions(), .kilograms),
      ])
    }
    return grid.text
  }
}
