import Planning
import Reporting
import Testing

@Suite("Tables for spreadsheets") struct CsvTests {
  private func runs(_ language: Language, _ plan: Plan = SmallDay.plan) throws -> CsvReading {
    try #require(
      CsvReading(
        PlanReport(plan: plan, scenario: SmallDay.scenario, language: language).runsTable))
  }

  @Test func hasARowForEveryStopAndBothEnds() throws {
    let table = try runs(.french)
    #expect(table.rows.count == 2 + 2 + 6 + 2)
    #expect(table.rows.map { $0["P/D"] ?? "?" }.joined() == "PDPDPD")
    let first = table.rows[1]
    #expect(first["tournée"] == "v07#1")
    #expect(first["heure"] == "08:15")
    #expect(first["arrivée"] == "08:05")
    #expect(first["voyageur"] == "R1")
    #expect(first["besoins"] == "reste en fauteuil roulant")
    #expect(first["accompagnants"] == "1")
    #expect(first["à bord"] == "2")
    #expect(first["km"] == "2,345")
  }

  @Test(arguments: Language.allCases) func kilometresAddUp(language: Language) throws {
    let table = try runs(language)
    let key = language == .french ? "tournée" : "run"
    for run in SmallDay.plan.runs {
      let metres = table.rows.filter { $0[key] == run.id }.compactMap { row in
        Double((row["km"] ?? "").replacing(",", with: ".")).map { Int(($0 * 1000).rounded()) }
      }
      #expect(metres.count == run.stops.count + 2)
      #expect(metres.reduce(0, +) == run.metres)
    }
  }

  @Test func givesTheDateAfterMidnight() throws {
    let late = try #require(try runs(.french).rows.last)
    #expect(late["heure"] == "00:25")
    #expect(late["date"] == "26/11/2026")
    #expect(try runs(.english).rows.last?["date"] == "2026-11-26")
  }

  @Test func keepsSeparatorsQuotesAndLineBreaksInTheirCell() throws {
    var scenario = SmallDay.scenario
    scenario.places[3].name = "Porte \"B\"; étage 2\r\nau fond"
    let text = PlanReport(plan: SmallDay.plan, scenario: scenario, language: .french).runsTable
    let table = try #require(CsvReading(text))
    #expect(table.rows[2]["lieu"] == "Porte \"B\"; étage 2\r\nau fond")
  }

  @Test func keepsFormulasFromRunning() throws {
    let place = try runs(.french).rows.first { $0["voyageur"] == "R2" }?["lieu"]
    #expect(place == "'=1+1")
  }

  @Test func explainsWhatIsNotServed() throws {
    let report = PlanReport(plan: SmallDay.plan, scenario: SmallDay.scenario, language: .french)
    let table = try #require(CsvReading(report.unservedTable))
    let row = try #require(table.rows.first)
    #expect(table.rows.count == 1)
    #expect(row["demande"] == "b3")
    #expect(row["code du motif"] == "no_resource_in_time")
    #expect(row["motif"] == "Les 2 conducteurs sont pris à cette heure.")
    #expect(row["démontré"] == "oui")
    #expect(row["plus petit changement"] == "Arriver 20 min plus tard, avec v07.")
    #expect(row["souhait"]?.hasSuffix("Hôpital; porte B, Cahors, arriver avant 10:00") == true)
  }

  @Test func aLegThatHangsOnAnotherLeavesTheProofAsItIs() throws {
    let plan = SmallDay.plan {
      $0.unserved[0].reasons.append(SmallDay.linkedLeg)
    }
    let report = PlanReport(plan: plan, scenario: SmallDay.scenario, language: .french)
    #expect(CsvReading(report.unservedTable)?.rows.first?["démontré"] == "oui")
    #expect(report.page.contains("Le trajet b3-2 dépend du trajet b3-1."))
    #expect(!report.page.contains("sans preuve"))
  }

  @Test func showsTheClockOfTheTerritoryWhenItChanges() throws {
    // On 25 October 2026 Paris goes back from 03:00 to 02:00: three hours after midnight it is 02:00 again.
    let plan = SmallDay.plan {
      $0.date = PlanDate(year: 2026, month: 10, day: 25)
      $0.runs[1].departure = 3 * 3600
    }
    #expect(try runs(.french, plan).rows[0]["heure"] == "02:00")
  }
}
