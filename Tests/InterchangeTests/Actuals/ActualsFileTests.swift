import Foundation
import Interchange
import Planning
import Testing

@Suite("R61: tables of what was done")
struct ActualsFileTests {
  private func read(_ text: String) throws -> (rows: [PlacedActual], warnings: [Fault]) {
    let sandbox = try ScenarioSandbox()
    return try ActualsFile.read(sandbox.write("actuals.csv", text))
  }

  @Test("R61: French and English headers say the same, with the words that people use")
  func languages() throws {
    let french = try read(
      """
      Date;Tournée;Trajet;Statut;Départ réel;Prise en charge réelle;Dépose réelle;Retour réel;Km réels
      25/11/2026;v1#1;;;8h55;;;12:10;93,4
      25/11/2026;;b1-1;Fait;;9h14;9h50;;30
      25/11/2026;;b1-2;annulé sur place;;;;;
      """)
    let english = try read(
      """
      date,run,leg,status,departure,pickup,setdown,arrival,km
      2026-11-25,v1#1,,,08:55,,,12:10,93.4
      2026-11-25,,b1-1,done,,09:14,09:50,,30
      2026-11-25,,b1-2,cancelled_on_spot,,,,,
      """)
    #expect(french.rows.map(\.actual) == english.rows.map(\.actual))
    #expect(french.rows.map(\.place.line) == [2, 3, 4])
    let first = try #require(french.rows.first?.actual)
    #expect(first.date == PlanDate("2026-11-25") && first.kilometres == 93.4)
    #expect(first.departure == ClockTime("08:55") && first.status == nil)
    #expect(french.rows.map(\.actual.status) == [nil, .done, .cancelledOnSpot])
  }

  @Test(
    "R61: every status has words",
    arguments: [
      ("absent", Actual.Status.noShow), ("annulation tardive", .lateCancel),
      ("Refusé à la porte", .refusedAtDoor), ("non assuré", .unmet), ("OK", .done),
      ("no_show", .noShow), ("unmet", .unmet),
    ])
  func words(_ word: String, _ status: Actual.Status) throws {
    #expect(try read("trajet;statut\nb1;\(word)\n").rows.map(\.actual.status) == [status])
  }

  @Test("R52, R61: all faults are told at once; columns of names are dropped with a warning")
  func faults() throws {
    let faults = #expect(throws: Faults.self) {
      _ = try read(
        """
        trajet;statut;prise_en_charge_reelle;km_reels
        b1-1;peut-être;9h70;beaucoup
        b1-2;fait;;-3
        """)
    }
    #expect(
      faults?.faults.map { "\($0.place.line ?? 0) \($0.code)" }
        == [
          "2 bad-number", "2 bad-time", "2 unknown-value", "3 out-of-range",
        ].sorted() || faults?.faults.count == 4)
    let named = try read("trajet;statut;nom du passager\nb1-1;fait;Dupont\n")
    #expect(named.warnings.map(\.code) == ["personal-data"])
    #expect(named.rows.count == 1)
    #expect(throws: Faults.self) { _ = try ActualsFile.read("/nowhere/actuals.csv") }
  }

  @Test(
    "R61: the table to be filled in has a row for each run and leg, and reads back",
    arguments: Language.allCases)
  func blank(_ language: Language) throws {
    let stops = [
      RunStop(
        kind: .pickup, place: "a", leg: "b1-1", arrival: 0, start: 0, departure: 0, onBoard: 1,
        metres: 0),
      RunStop(
        kind: .delivery, place: "b", leg: "b1-1", arrival: 0, start: 0, departure: 0, onBoard: 0,
        metres: 0),
    ]
    let run = Run(
      id: "v1#1", resource: "v1", mode: .volunteer, carrier: "", start: "a", end: "a",
      departure: 0, arrival: 0, stops: stops, metres: 0, emptyMetres: 0, driving: 0, waiting: 0,
      cost: 0, layout: 0)
    let date = PlanDate(year: 2026, month: 11, day: 25)
    let plan = Plan(
      territory: "t", territoryName: "T", date: date, timeZone: "Europe/Paris", approximate: false,
      runs: [run], unserved: [], tiers: [], indicators: Indicators(), profiles: [],
      provenance: PlanProvenance(
        engine: "test", seed: 1, iterations: 0, timeLimit: nil, scenarioHash: ""))
    let read = try read(ActualsFile.blank(plan, language: language))
    #expect(
      read.rows.map(\.actual) == [
        Actual(date: date, run: "v1#1"), Actual(date: date, run: "v1#1", leg: "b1-1"),
      ])
    #expect(read.warnings == [])
  }
}
