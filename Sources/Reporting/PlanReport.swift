public import Planning

/// Everything that people read of a plan, in one language: page, tables, map data, summary.
///
/// A report is a pure function of plan, scenario, roads and language: equal input gives equal bytes on every machine.
/// It is made of any plan, also one edited by hand; ids that the scenario does not know are shown as they stand.
public struct PlanReport: Sendable {
  private let index: PlanIndex
  private let formats: Formats

  /// - Parameters:
  ///   - roads: lines of what is driven (`DriveEnds.all`); drives without one are drawn straight.
  ///   - alternatives: what scheduled transport would do for each leg; `nil`: no timetables are known.
  ///   - audience: who was told the plan before, where there is one.
  public init(
    plan: Plan, scenario: Scenario, language: Language, roads: RoadLines? = nil,
    alternatives: [LegAlternative]? = nil, audience: Audience = .everybody
  ) {
    index = PlanIndex(
      plan: plan, scenario: scenario, roads: roads, alternatives: alternatives, audience: audience)
    formats = Formats(language)
  }

  /// `plan.html`: one page with figures, map, day, unserved bookings and a printable sheet per driver.
  public var page: String { Page(index: index, formats: formats).document }

  /// `runs.csv`: one row a stop; `;` between cells, byte order mark, decimal comma in French.
  public var runsTable: String { RunsCsv(index: index, formats: formats).text }

  /// `unserved.csv`: one row a booking that is not wholly served.
  public var unservedTable: String { UnservedCsv(index: index, formats: formats).text }

  /// `outside.csv`: one row a leg that somebody outside the scheme drives.
  public var outsideTable: String { OutsideCsv(index: index, formats: formats).text }

  /// `plan.geojson` (RFC 7946).
  public var mapData: String { PlanGeoJson(index: index, formats: formats).text }

  /// For the terminal: served, runs, kilometres, cost, unserved by reason, what to check.
  public var summary: String { Summary(index: index, formats: formats).text }

  /// The files of the report by name, in the order in which they are written; `outside.csv` where the territory has
  /// somebody outside to turn to.
  public var files: [ReportFile] {
    let outside =
      index.hasOutside ? [ReportFile(name: "outside.csv", text: outsideTable)] : []
    return [
      ReportFile(name: "plan.html", text: page), ReportFile(name: "runs.csv", text: runsTable),
      ReportFile(name: "unserved.csv", text: unservedTable),
      ReportFile(name: "plan.geojson", text: mapData),
    ] + outside
  }
}

/// A file to write, UTF-8.
public struct ReportFile: Hashable, Sendable {
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
