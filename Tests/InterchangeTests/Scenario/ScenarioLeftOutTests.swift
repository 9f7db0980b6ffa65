import Foundation
import Interchange
import Planning
import Testing

/// R52: on request a day is read without the bookings at fault, which are named.
@Suite struct ScenarioLeftOutTests {
  private let sandbox: ScenarioSandbox

  init() throws { sandbox = try ScenarioSandbox.sound() }

  private func read() throws -> (scenario: Scenario, warnings: [Fault]) {
    try ScenarioSource.read(sandbox.path, leavesOutFaulty: true)
  }

  private func spoil(_ rows: String) throws {
    try sandbox.write(
      "bookings.csv", (ScenarioSandbox.soundFiles["bookings.csv"] ?? "") + "\n" + rows)
  }

  @Test("R52: bookings at fault are left out whole, and named")
  func bookingsAtFaultAreLeftOutWhole() throws {
    try spoil(
      """
      b3;r2;;;stcere;Figeak;09:30;;
      b4;r2;;b4-1;stcere;figeac;25h;;
      b4;;;b4-2;figeac;stcere;;11:00;
      b5;r9;;;stcere;figeac;09:30;;
      ;r2;;;stcere;figeac;09:30;;
      b6;r2;;;figeac;stcere;16:30;;

      """)
    try sandbox.write(
      "locks.csv", "trajet;ressource;verrou\nb4-2;t1;imposer\nb1-1;t1;imposer\n")
    #expect(throws: Faults.self) { try ScenarioSource.read(sandbox.path) }
    let (scenario, warnings) = try read()
    #expect(scenario.bookings.map(\.id) == ["b1", "b2", "b6"])
    #expect(scenario.locks.map(\.trip) == ["b1-1"])
    let leftOut = warnings.filter { $0.code == Fault.leftOutCode }
    // 25h is one in the morning; what is wrong is the end of care before it, on the next row.
    #expect(leftOut.compactMap(\.place.line) == [5, 7, 8, 9], "\(leftOut.map(brief))")
    #expect(leftOut.allSatisfy { $0.cause.fr.hasPrefix("Demande laissée de côté") })
    // Of one document as of files.
    let document = ScenarioDocument.text(scenario).replacing("\"b6\"", with: "\"b 6\"")
    let one = try ScenarioSource.read(json: Array(document.utf8), leavesOutFaulty: true)
    #expect(one.scenario.bookings.map(\.id) == ["b1", "b2"])
    #expect(one.warnings.contains { $0.code == Fault.leftOutCode })
  }

  @Test func whatIsWrongElsewhereIsToldWithAllTheRest() throws {
    try spoil("b3;r2;;;stcere;Figeak;09:30;;\n")
    try sandbox.write("vehicles.csv", "id;mode;lieu_debut;places\nt1;tad;nulle part;8 places\n")
    let faults = #expect(throws: Faults.self) { try read() }
    #expect(
      faults?.faults.map(brief) == [
        "bookings.csv:5 unknown-place lieu_arrivee=Figeak",
        "vehicles.csv:2 unknown-place lieu_debut=nulle part",
      ])
  }

  /// Nobody knows of which booking an unreadable row was a part.
  @Test func aTableThatCannotBeReadIsNotReadInPart() throws {
    try spoil("b2;\"stcere\"x;;;figeac;stcere;09:30;;\n")
    #expect(throws: Faults.self) { try read() }
    try sandbox.write("bookings.csv", "reservation;passager;lieu_depart;lieu_arrivee\n")
    #expect(throws: Faults.self) { try read() }
  }

  @Test func aDayOfNothingButFaultsIsNone() throws {
    try sandbox.remove("locks.csv")
    try sandbox.write(
      "bookings.csv",
      "reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant\nb3;r2;stcere;Figeak;09:30\n")
    #expect(throws: Faults.self) { try read() }
  }

  @Test func aSoundDayIsTheSameDay() throws {
    let (scenario, warnings) = try read()
    #expect(try scenario == ScenarioSource.read(sandbox.path).scenario)
    #expect(!warnings.contains { $0.code == Fault.leftOutCode })
  }
}
