import Planning
import Reporting
import Testing

@Suite("R61: reports of what was done") struct ActualsReportTests {
  private func actuals(_ rows: [Actual]) throws -> DayActuals {
    let scenario = SmallDay.scenario
    let rules = try RuleBook(for: scenario)
    let day = try Day(
      scenario, rules: rules, travel: FallbackTravel(rules).matrix(of: scenario.places))
    return try DayActuals(
      rows.map { PlacedActual($0, at: FaultPlace(file: "actuals.csv", line: 2)) },
      plan: SmallDay.plan, day: day)
  }

  private func sample() throws -> DayActuals {
    try actuals([
      Actual(run: "v07#1", kilometres: 40),
      Actual(leg: "b1-1", pickup: ClockTime(hour: 8, minute: 20)),
    ])
  }

  @Test(arguments: Language.allCases) func aDayIsToldRunByRun(_ language: Language) throws {
    let text = ActualsReport(try sample(), language: language).text
    #expect(text.contains("v07#1") && text.contains("08:15 +5"))
    #expect(text.contains(language == .french ? "relevés" : "noted"))
    #expect(text.contains(language == .french ? "rien de noté" : "nothing noted"))
  }

  @Test(arguments: Language.allCases) func volunteersAreToldWithTheirMoney(_ language: Language)
    throws
  {
    let report = VolunteersReport(
      VolunteerAccounts([try sample()]), territory: "Vallée d’essai", period: "2026-11",
      language: language)
    #expect(report.text.contains(language == .french ? "12,80" : "12.80"))
    let table = try #require(CsvReading(report.table))
    #expect(table.rows.map { $0[language == .french ? "bénévole" : "volunteer"] } == ["v07"])
    #expect(
      table.rows[0][language == .french ? "remboursé" : "reimbursed"]
        == (language == .french ? "12,80" : "12.80"))
  }

  @Test(arguments: Language.allCases) func theMonthAddsUp(_ language: Language) throws {
    let report = MonthReport([try sample()], language: language)
    let title = language == .french ? "libellé" : "title"
    let table = try #require(CsvReading(report.table))
    let km = language == .french ? "Km faits" : "Km driven"
    let row = try #require(table.rows.first { $0[title] == km })
    #expect(row["total"] == (language == .french ? "40,0" : "40.0"))
    #expect(!report.text.isEmpty)
  }

  @Test(arguments: Language.allCases) func theYearIsFitForThePrefect(_ language: Language) throws {
    let year = SocialTransportYear(2026, of: [try sample()])
    let report = SocialTransportReport(year, territory: "Vallée d’essai", language: language)
    #expect(report.text.contains("2026") && report.text.contains("R.3133-5"))
    let table = try #require(CsvReading(report.table))
    let id = language == .french ? "rubrique" : "figure"
    #expect(table.rows.contains { $0[id] == "trips" })
    #expect(table.rows.count == Set(table.rows.compactMap { $0[id] }).count)
  }
}
