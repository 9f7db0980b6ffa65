import Interchange
import Planning
import Testing

/// Faults speak of the columns that the file has, and of nothing that follows from another fault.
@Suite struct ScenarioFileWordsTests {
  private func faults(ofBookings text: String) throws -> [Fault] {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("bookings.csv", text)
    return sandbox.faults()
  }

  @Test func anIncompleteAnchorNamesItsColumns() throws {
    let faults = try faults(
      ofBookings: """
        reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant;sur_place_min;sur_place_max
        b1;r1;livernon;figeac;8h30;;
        b1;;figeac;livernon;;30;
        """)
    #expect(faults.first?.place.line == 3)
    #expect(faults.first?.code == "incomplete-anchor")
    #expect(faults.first?.field == "sur_place_min")
    #expect(faults.first?.cause.fr.contains("« sur_place_max »") == true)
  }

  @Test func aReturnBeforeItsOutwardTripNamesItsColumn() throws {
    let faults = try faults(
      ofBookings: """
        reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant;fin_de_soin
        b1;r1;livernon;figeac;9h30;
        b1;;figeac;livernon;;8h00
        b2;r2;stcere;figeac;9h30;
        """)
    #expect(faults.map(brief) == ["bookings.csv:3 return-before-outward fin_de_soin=08:00"])
  }

  @Test func aRefusedRowIsNotAskedForWhatItHeld() throws {
    let sandbox = try ScenarioSandbox.sound()
    let text = """
      reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant;depart_apres
      b1;r1;livernon;H\u{1}pital de Figeac;8h30;
      b1;;figeac;livernon;;11h00
      b2;r2;stcere;figeac;9h30;
      """
    // As a spreadsheet saves it in Windows-1252.
    try sandbox.write("bookings.csv", bytes: text.utf8.map { $0 == 1 ? 0xF4 : $0 })
    #expect(sandbox.faults().map(brief) == ["bookings.csv:2 not-utf-8"])
  }

  @Test func anEmptyDocumentIsNotSentToTheSpreadsheet() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("territory.json", "")
    let faults = sandbox.faults()
    #expect(faults.map(brief) == ["territory.json empty-file"])
    #expect(faults.first?.remedy.fr.contains("ligne de titres") == false)
  }

  @Test(arguments: [
    ("fauteuil", ["wheelchair"]), ("Fauteuil roulant", ["wheelchair"]),
    ("déambulateur | aide à la porte", ["walker", "door_help"]),
    ("walker fauteuil", ["walker", "wheelchair"]),
    ("oxygène, siège enfant", ["oxygen", "child_seat"]),
    ("wheelchair", ["wheelchair"]),
  ])
  func needsMayBeSaidInFrench(cell: String, codes: [String]) throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", "id;domicile;besoins\nr1;livernon;\(cell)\nr2;stcere;\n")
    #expect(try ScenarioSource.read(sandbox.path).scenario.riders[0].needs == codes)
  }

  @Test(arguments: ["25/11/26", "25/11/2026", "25-11-2026", "25.11.2026", "2026-11-25"])
  func datesAsSpreadsheetsShowThem(date: String) throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("availability.csv", "ressource;jours;absent\nv1;\(date);oui\n")
    let days = try ScenarioSource.read(sandbox.path).scenario.availability.map(\.days)
    #expect(days == [.date(PlanDate(year: 2026, month: 11, day: 25))])
  }

  @Test(arguments: ["26-11-25", "31/11/26", "25/11", "25/11/126", "//26"])
  func datesThatCouldMeanAnotherDayAreRefused(date: String) throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("availability.csv", "ressource;jours;absent\nv1;\(date);oui\n")
    let faults = sandbox.faults().map(brief)
    #expect(faults.count == 1 && faults[0].hasPrefix("availability.csv:2 "))
  }

  @Test func hoursTheWrongWayRoundNameTheirColumn() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "availability.csv", "ressource;jours;debut;fin\nv1;mercredi;9h;8h\nv1;jeudi;9h;\n")
    #expect(
      sandbox.faults().map(brief) == [
        "availability.csv:2 hours-reversed debut=09:00-08:00",
        "availability.csv:3 no-hours debut=09:00-",
      ])
  }
}
