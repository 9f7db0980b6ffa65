import Interchange
import Planning
import Testing

@Suite struct ScenarioFolderTests {
  @Test func readsFrenchFolder() throws {
    let sandbox = try ScenarioSandbox.sound()
    let (scenario, warnings) = try ScenarioSource.read(sandbox.path)
    #expect(warnings.map(brief) == [])
    #expect(scenario.territory.date == PlanDate(year: 2026, month: 11, day: 25))
    #expect(scenario.territory.timeZone == "Europe/Paris")
    #expect(scenario.places.map(\.id) == ["figeac", "livernon", "stcere", "depot"])
    #expect(scenario.places[0].aliases == ["CH Figeac", "hôpital"])
    #expect(scenario.places[0].latitude == 44.608)
    #expect(scenario.places[0].communeClass == .smallUrban)
    #expect(scenario.riders[1].home == "stcere")
    #expect(scenario.riders[1].socialCriterion == .resources)
    #expect(scenario.riders[1].neverTogether == ["r1"])
    #expect(scenario.bookings.map(\.id) == ["b1", "b2"])
    let legs = scenario.bookings[0].legs
    #expect(legs.map(\.id) == ["b1-1", "b1-2"])
    #expect(legs.map(\.from) == ["livernon", "figeac"])
    #expect(legs[0].anchor == .arriveBy(ClockTime(hour: 8, minute: 30)))
    #expect(legs[1].anchor == .release(ClockTime(hour: 11, minute: 0), spread: 1200))
    #expect(scenario.bookings[1].legs[0].from == "stcere")
    #expect(scenario.volunteers[0].longestKilometres == 120.5)
    #expect(scenario.vehicles[0].layouts == [["seat": 8], ["seat": 5, "wheelchair": 1]])
    #expect(scenario.vehicles[0].end == "depot")
    #expect(scenario.availability.count == 7)
    #expect(scenario.availability[4].days == .weekday(.friday))
    #expect(scenario.availability[5].window == nil)
    #expect(scenario.availability[6].days == .everyDay)
    #expect(scenario.locks == [PlanLock(trip: "b1-1", resource: "t1", kind: .assign)])
  }

  @Test func twoFilesMayBeAbsent() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.remove("availability.csv")
    try sandbox.remove("locks.csv")
    let scenario = try ScenarioSource.read(sandbox.path).scenario
    #expect(scenario.availability.isEmpty)
    #expect(scenario.locks.isEmpty)
  }

  @Test func rowsMayStandInAnyOrderWhereTheDirectionIsGiven() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "bookings.csv",
      """
      reservation;passager;sens;lieu_depart;lieu_arrivee;arrivee_avant;fin_de_soin
      b1;;retour;figeac;livernon;;11:00
      b1;r1;aller;livernon;figeac;8h30;
      """)
    let scenario = try ScenarioSource.read(sandbox.path).scenario
    #expect(scenario.bookings[0].legs.map(\.from) == ["livernon", "figeac"])
    #expect(scenario.bookings[0].rider == "r1")
  }

  @Test("R3: every kind of time is read from a table")
  func everyAnchorIsRead() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "bookings.csv",
      """
      booking,rider,leg,from,to,arrive by,depart after,release,spread,fixed,stay min,stay max
      b1,r1,b1-a,livernon,figeac,,9:00,,,,,
      b1,,b1-b,figeac,livernon,,,,,,45,1h30
      b2,r2,,stcere,figeac,,,,,7h15,,
      """)
    try sandbox.remove("locks.csv")
    let bookings = try ScenarioSource.read(sandbox.path).scenario.bookings
    #expect(bookings[0].legs[0].anchor == .departAfter(ClockTime(hour: 9, minute: 0)))
    #expect(bookings[0].legs[1].anchor == .afterStay(least: 2700, greatest: 5400))
    #expect(bookings[1].legs[0].anchor == .fixed(ClockTime(hour: 7, minute: 15)))
  }

  @Test(arguments: [";", ",", "\t"])
  func separatorsByteOrderMarkAndLineEnds(separator: String) throws {
    let sandbox = try ScenarioSandbox.sound()
    let rows = [
      ["id", "domicile", "besoins"], ["r1", "livernon", "wheelchair"],
      ["r2", "\"Saint-Céré\"", "\"walker\r\ndoor_help\""],
    ]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
    try sandbox.write("riders.csv", "\u{FEFF}" + text + "\r\n\r\n")
    let riders = try ScenarioSource.read(sandbox.path).scenario.riders
    #expect(riders.map(\.id) == ["r1", "r2"])
    #expect(riders[1].needs == ["walker", "door_help"])
    #expect(riders[1].home == "stcere")
  }

  @Test(arguments: [
    "id;domicile", "ID;DOMICILE", "Identifiant;Lieu domicile", "rider;home", "Usager;home",
    "sep=;\nid;domicile", " id ;\"Domicile\" ",
  ])
  func headersInEveryDress(header: String) throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", header + "\nr1;livernon\nr2;stcere\n")
    #expect(try ScenarioSource.read(sandbox.path).scenario.riders.map(\.id) == ["r1", "r2"])
  }

  @Test func accentsInHeadersDoNotMatter() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "bookings.csv",
      """
      Réservation;Passager;Priorité;Lieu de départ;Lieu d'arrivée;Arrivée avant;Partagé;Modes
      b1;r1;vital;livernon;figeac;8h30;avec r2;Bénévole|VSL
      """)
    let (scenario, warnings) = try ScenarioSource.read(sandbox.path)
    #expect(warnings.map(brief) == [])
    let booking = scenario.bookings[0]
    #expect(booking.modes == [.volunteer, .vsl])
    #expect(booking.legs[0].sharing == .onlyWith(["r2"]))
  }

  @Test("R1: columns of personal data are dropped and counted, never stored")
  func personalDataIsDroppedWithAWarning() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "riders.csv",
      """
      id;Nom;Prénom;Téléphone;NIR;Date de naissance;e-mail;domicile;couleur
      r1;Dupont;Jeanne;0565000000;2450146000000;01/01/1945;j@exemple.fr;livernon;bleu
      r2;;;;;;;stcere;
      """)
    let (scenario, warnings) = try ScenarioSource.read(sandbox.path)
    #expect(warnings.map(\.code) == ["personal-data", "unknown-column"])
    #expect(warnings[0].cause.fr.contains("R1"))
    #expect(warnings[0].cause.fr.contains("6 colonne(s)"))
    #expect(warnings[1].cause.fr.contains("couleur"))
    let everything = ScenarioDocument.text(scenario) + FaultPrinter.json(warnings)
    for secret in ["Dupont", "Jeanne", "0565", "24501", "exemple"] {
      #expect(!everything.contains(secret))
    }
  }
}
