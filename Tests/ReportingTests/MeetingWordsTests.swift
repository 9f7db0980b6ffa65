import Planning
import Reporting
import Testing

/// R24 and R34 in what coordinators and drivers read.
@Suite("Stops near the door, and waits on board") struct MeetingWordsTests {
  /// The small day with the TAD's last rider met at a stop, and ten minutes waited with R1 on board.
  private var plan: Plan {
    SmallDay.plan {
      $0.indicators.parkedMinutes = 10
      $0.runs[0].stops[4].place = "depot"
      $0.runs[0].stops[4].door = "home-r2"
      $0.runs[0].stops[4].walk = 250
      $0.runs[0].stops[5].door = "depot"
      $0.runs[0].stops[5].walk = 1200
      $0.runs[0].stops[1].arrival = SmallDay.at(12, 0)
    }
  }

  private func report(_ language: Language) -> PlanReport {
    PlanReport(plan: plan, scenario: SmallDay.scenario, language: language)
  }

  private func page(_ language: Language) throws -> String {
    try #require(XmlReading(report(language).page)).text.replacing("\u{A0}", with: " ")
  }

  @Test("R24: the call list says at which stop and how far it is")
  func toRiders() throws {
    let french = try page(.french)
    #expect(french.contains("Rendez-vous à l’arrêt Dépôt, 250 m à pied"))
    #expect(french.contains("Dépose à l’arrêt Hôpital; porte B, 1 200 m à pied"))
    let english = try page(.english)
    #expect(english.contains("Meet at stop Dépôt, 250 m on foot"))
    #expect(english.contains("Set down at stop Hôpital; porte B, 1,200 m on foot"))
  }

  @Test("R24: the run sheet says where the rider comes from on foot")
  func toDrivers() throws {
    #expect(
      try page(.french).contains(
        "Rendez-vous à l’arrêt, vient à pied de =1+1, Mercuès (250 m)"))
    #expect(
      try page(.english).contains("Meets you at the stop, on foot from =1+1, Mercuès (250 m)"))
  }

  @Test("R24: the table of runs has the door and the walk")
  func table() throws {
    let rows = try #require(CsvReading(report(.french).runsTable)).rows
    let stop = try #require(rows.first { $0["voyageur"] == "R2" && $0["P/D"] == "P" })
    #expect(stop["lieu"] == "Dépôt" && stop["porte"] == "'=1+1" && stop["à pied (m)"] == "250")
    #expect(rows.filter { $0["voyageur"] == "R1" }.allSatisfy { $0["porte"] == "" })
  }

  @Test("R34: minutes parked with riders on board stand on page, sheet and summary")
  func parked() throws {
    let french = try page(.french)
    #expect(french.contains("10 min d’attente à bord"))
    #expect(french.contains("Sur place à 12:00, 10 min d’attente avec 2 personnes à bord"))
    #expect(try page(.english).contains("There at 12:00, 10 min to wait with 2 people on board"))
    let summary = report(.french).summary.replacing("\u{A0}", with: " ")
    #expect(summary.contains("Attente à bord            10 min"))
    // Where it was not computed, nothing is said of it.
    let old = PlanReport(plan: SmallDay.plan, scenario: SmallDay.scenario, language: .french)
    #expect(!old.summary.contains("Attente à bord"))
  }
}
