import Foundation
import Interchange
import Planning
import Testing

@Suite struct ScenarioFaultTests {
  @Test func missingFile() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.remove("riders.csv")
    #expect(sandbox.faults().map(brief) == ["riders.csv missing-file"])
  }

  @Test func missingFolder() throws {
    let sandbox = try ScenarioSandbox()
    #expect(throws: Faults.self) { try ScenarioSource.read(sandbox.path + "/absent") }
  }

  @Test func badDate() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "territory.json",
      "{\n\"version\": 1, \"id\": \"e\", \"name\": \"E\", \"priorities\": {\"vital\": 2},\n"
        + "\"date\": \"31/11/2026\"}")
    #expect(sandbox.faults().map(brief) == ["territory.json:3#/date bad-date date=31/11/2026"])
  }

  @Test("R21: an unknown place is told with the three closest, never guessed")
  func unknownPlaceNamesTheThreeClosest() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "riders.csv", "id;domicile\nr1;Livernnon\nr2;stcere\n")
    let faults = sandbox.faults()
    #expect(faults.map(brief) == ["riders.csv:2 unknown-place domicile=Livernnon"])
    #expect(faults[0].remedy.fr.contains("livernon"))
    #expect(faults[0].remedy.fr.split(separator: ",").count >= 3)
  }

  @Test("R3: two times that fix one leg are a fault")
  func twoAnchors() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "bookings.csv",
      """
      reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant;depart_apres
      b1;r1;livernon;figeac;8h30;8h00
      b1;;figeac;livernon;;
      """)
    let faults = sandbox.faults().map(brief)
    #expect(
      faults == [
        "bookings.csv:2 two-anchors arrivee_avant, depart_apres=08:30, 08:00",
        "bookings.csv:3 no-anchor",
      ])
  }

  @Test func negativeCapacity() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "vehicles.csv", "id;mode;depot;places\nt1;tad;depot;8 places | -1 places\n")
    #expect(
      sandbox.faults().map(brief) == ["vehicles.csv:2 bad-layout places=8 places | -1 places"])
  }

  @Test func notUTF8() throws {
    let sandbox = try ScenarioSandbox.sound()
    let bytes = Array("id;domicile\nr1;livernon\nr2;\"\"\"x".utf8) + [0xE9] + Array("\"\n".utf8)
    try sandbox.write("riders.csv", bytes: bytes)
    let faults = sandbox.faults()
    #expect(faults.map(brief) == ["riders.csv:3 not-utf-8"])
    let offset = try #require(bytes.firstIndex(of: 0xE9))
    #expect(faults[0].cause.fr.contains("L’octet \(offset) "))
  }

  @Test(.timeLimit(.minutes(1)))
  func hugeFieldIsRefusedAtOnce() throws {
    let sandbox = try ScenarioSandbox.sound()
    let huge = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
    try sandbox.write("riders.csv", bytes: Array("id;domicile\nr1;".utf8) + huge)
    let start = ContinuousClock.now
    let faults = sandbox.faults()
    #expect(faults.map(brief) == ["riders.csv:2 field-too-long"])
    #expect(ContinuousClock.now - start < .milliseconds(900))
    try sandbox.write("riders.csv", ScenarioSandbox.soundFiles["riders.csv"] ?? "")
    try sandbox.write("territory.json", bytes: Array("{\"id\": \"".utf8) + huge)
    #expect(sandbox.faults().first.map(brief) == "territory.json:1 field-too-long")
  }

  @Test(arguments: [("", "empty-file"), ("\u{FEFF}\n \r\n", "empty-file")])
  func emptyFile(text: String, code: String) throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("bookings.csv", text)
    #expect(sandbox.faults().map(brief) == ["bookings.csv \(code)"])
  }

  @Test func headerOnly() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", "id;domicile\n")
    #expect(sandbox.faults().map(brief) == ["riders.csv:1 header-only"])
    try sandbox.write("riders.csv", ScenarioSandbox.soundFiles["riders.csv"] ?? "")
    try sandbox.write("volunteers.csv", "id;domicile\n")
    try sandbox.remove("availability.csv")
    #expect(sandbox.faults().map(brief) == [])
  }

  @Test func missingColumns() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("places.csv", "id;nom\nfigeac;Figeac\n")
    #expect(
      sandbox.faults().map(brief) == [
        "places.csv:1 missing-column latitude", "places.csv:1 missing-column longitude",
      ])
  }

  @Test(arguments: [
    ("r1;li\"vernon", "riders.csv:2 stray-quote"),
    ("r1;\"livernon\"x", "riders.csv:2 stray-quote"),
    ("r2;stcere\nr1;\"livernon", "riders.csv:3 open-quote"),
    ("r1;liver\0non", "riders.csv:2 not-text"),
    ("r1;livernon;trop", "riders.csv:2 too-many-cells"),
    (";livernon", "riders.csv:2 missing-value id"),
    ("r 1;livernon", "riders.csv:2 bad-id id=r 1"),
    ("0612345678;livernon", "riders.csv:2 personal-data id"),
  ])
  func brokenRows(row: String, fault: String) throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", "id;domicile\n" + row + "\n")
    #expect(sandbox.faults().map(brief).contains(fault))
  }

  @Test func workbookInPlaceOfCSV() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", bytes: [0x50, 0x4B, 3, 4, 0, 0, 1])
    #expect(sandbox.faults().map(brief) == ["riders.csv spreadsheet-file"])
    try sandbox.write("riders.csv", bytes: [0xFF, 0xFE, 0x69, 0x00])
    #expect(sandbox.faults().map(brief) == ["riders.csv:1 not-utf-8"])
  }

  @Test func aFolderInPlaceOfAFile() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.remove("riders.csv")
    try sandbox.write("riders.csv/x", "")
    #expect(sandbox.faults().map(brief) == ["riders.csv not-a-file"])
  }

  @Test("R21: an alias of two places is a fault, and names none of them")
  func aliasOfTwoPlaces() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "places.csv",
      """
      id;nom;alias;latitude;longitude
      figeac;Hôpital de Figeac;CH Figeac | Villeneuve;44,6;2,03
      livernon;Livernon;villeneuve;44,6;1,84
      stcere;Saint-Céré;;44,859;1,891
      depot;Dépôt;;44,61;2,03
      a;Mairie;;44;2
      b;Mairie;;45;2
      """)
    try sandbox.write("riders.csv", "id;domicile\nr1;la mairie\nr2;Mairie\n")
    let faults = sandbox.faults()
    #expect(
      faults.map(brief) == [
        "places.csv:2 duplicate-alias alias=Villeneuve",
        "places.csv:3 duplicate-alias alias=villeneuve",
        "riders.csv:2 unknown-place domicile=la mairie",
        "riders.csv:3 ambiguous-place domicile=Mairie",
      ])
    #expect(faults[2].remedy.fr.contains("Mairie (a), Mairie (b)"))
  }

  @Test func contradictingRows() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "bookings.csv",
      """
      reservation;passager;priorite;conducteur_reste;lieu_depart;lieu_arrivee;arrivee_avant
      b1;r1;vital;oui;livernon;figeac;8h30
      b1;r2;;yes;figeac;livernon;12h00
      """)
    #expect(sandbox.faults().map(brief) == ["bookings.csv:3 contradiction passager=r2"])
  }

  @Test("R52: the faults of several files are told together")
  func faultsOfSeveralFilesAreToldTogether() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("places.csv", "id;nom;latitude;longitude\nfigeac;F;91;2\nlivernon;L;x;1,8\n")
    try sandbox.write(
      "vehicles.csv", "id;mode;depot;places\nt1;bus;figeac;8\nt2;tad;figeac;8 places\n")
    try sandbox.write("riders.csv", "id;domicile\nr1;figeac\nr2;livernon\n")
    try sandbox.write("volunteers.csv", "id;domicile;peut_rentrer\nv1;figeac;peut-être\n")
    try sandbox.write(
      "bookings.csv",
      "reservation;passager;de;a;rdv\nb1;r1;figeac;livernon;25h61\nb2;r2;livernon;figeac;8:00\n")
    try sandbox.write("availability.csv", "benevole;jours;debut;fin\nv1;lundi;9:00;\n")
    try sandbox.remove("locks.csv")
    #expect(
      sandbox.faults().map(brief) == [
        "availability.csv:2 no-hours debut=09:00-",
        "bookings.csv:2 bad-time rdv=25h61",
        "places.csv:2 out-of-range latitude=91",
        "places.csv:3 bad-number latitude=x",
        "vehicles.csv:2 unknown-value mode=bus",
        "vehicles.csv:2 bad-layout places=8",
        "volunteers.csv:2 unknown-value peut_rentrer=peut-être",
      ])
  }
}

/// What is wrong with the meaning comes along with what is wrong with the writing.
@Suite struct ScenarioMeaningTests {
  @Test func duplicateId() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", "id;domicile\nr1;livernon\nr2;stcere\nr1;figeac\n")
    #expect(sandbox.faults().map(brief) == ["riders.csv:4 duplicate-id id=r1"])
  }

  @Test func returnBeforeOutward() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "bookings.csv",
      """
      reservation;passager;lieu_depart;lieu_arrivee;arrivee_avant;depart_apres
      b1;r1;livernon;figeac;10h30;
      b1;;figeac;livernon;;9h00
      """)
    #expect(
      sandbox.faults().map(brief) == ["bookings.csv:3 return-before-outward depart_apres=09:00"])
  }

  @Test func writingAndMeaningTogetherWithoutRepetition() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write(
      "riders.csv", "Identifiant;Domicile;Besoins;Jamais avec\nr1;nulle part;;\nr2;stcere;lit;r9\n")
    try sandbox.remove("locks.csv")
    #expect(
      sandbox.faults().map(brief) == [
        "riders.csv:2 unknown-place Domicile=nulle part",
        "riders.csv:3 unknown-need Besoins=lit",
        "riders.csv:3 unknown-rider Jamais avec=r9",
      ])
  }

  @Test func aMissingFileDoesNotMakeItsRowsUnknown() throws {
    let sandbox = try ScenarioSandbox.sound()
    for name in ["places.csv", "riders.csv", "volunteers.csv"] { try sandbox.remove(name) }
    #expect(
      sandbox.faults().map(brief) == [
        "places.csv missing-file", "riders.csv missing-file", "volunteers.csv missing-file",
      ])
  }

  @Test func anUnreadableIdDoesNotMakeItsBookingsWrong() throws {
    let sandbox = try ScenarioSandbox.sound()
    try sandbox.write("riders.csv", "id;domicile\nMme Dupont;livernon\nr2;stcere\n")
    #expect(sandbox.faults().map(brief) == ["riders.csv:2 bad-id id=Mme Dupont"])
  }
}
