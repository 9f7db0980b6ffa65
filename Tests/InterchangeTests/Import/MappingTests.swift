import Foundation
import Interchange
import Planning
import Testing

/// R21, R53: a workbook of a coordinator's own, from its first look to an import that changes nothing any more.
@Suite struct MappingTests {
  private let day: ImportDay
  private let workbook: String

  init() throws {
    day = try ImportDay()
    workbook = try TableSourceTests.fixture("excel-like.xlsx")
  }

  @Test func whatIsNotCertainIsAskedAndNotGuessed() throws {
    let outcome = try day.outcome(workbook)
    #expect(
      outcome.faults.map(briefCell) == [
        "Demandes!F3 open-column", "Demandes!B3 names-without-contacts",
      ])
    #expect(outcome.faults.first?.remedy.fr.contains("--map") == true)
    #expect(outcome.mappingText == nil && outcome.scenario == nil)
  }

  @Test func fromTheFirstLookToAnImport() throws {
    // First: what the columns are.
    var outcome = try day.mapped(workbook)
    #expect(outcome.faults.map(briefCell) == ["Demandes!F3 open-column"])
    #expect(outcome.openQuestions == 1)
    #expect(outcome.personalColumns == ["Nom", "Prénom", "Téléphone"])
    #expect(outcome.ignoredColumns == ["Observations"])
    var map = try day.sandbox.text("carte.csv")
    #expect(map.contains("colonne;Heure de rendez-vous;;arrivee_avant;confirmé;ex. 08:30"))
    #expect(map.contains("colonne;Heure retour;;retour.depart_apres;à confirmer;ex. 11:00"))
    #expect(map.contains("colonne;Nom;;contact.nom;confirmé;\r\n"))
    // Then: what the words mean, and where the riders live.
    try day.confirmAll()
    outcome = try day.mapped(workbook)
    #expect(
      outcome.faults.map(briefCell) == [
        "Demandes!I4 unknown-value =Dialyse", "Demandes!I5 unknown-value =courses",
        "Demandes!I6 unknown-value =courses",
      ])
    map = try day.sandbox.text("carte.csv")
    #expect(map.contains("valeur;Motif;Dialyse;care;à confirmer"))
    #expect(map.contains("valeur;Motif;courses;shopping;à confirmer"))
    try day.confirmAll()
    outcome = try day.mapped(workbook)
    #expect(outcome.faults.map(\.code) == ["unknown-rider", "unknown-rider", "unknown-rider"])
    try day.change("carte.csv", ";lieu_depart;", to: ";lieu_depart | passager.domicile;")
    outcome = try day.mapped(workbook)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(briefCell))")
    #expect(outcome.mappingText == nil && outcome.otherDays == 1 && outcome.newContacts == 3)
    #expect(
      outcome.changes.map(brief) == [
        "added b003", "added b004", "added b005", "gone b1", "gone b2",
      ])
    try day.apply(outcome)
    try checkWhatWasWritten()
    // Again: nothing to change, and nothing touched.
    let before = try day.contents()
    outcome = try day.mapped(workbook)
    #expect(outcome.isSound && !outcome.hasChanges && outcome.newContacts == 0)
    #expect(try day.contents() == before)
    // The same table as a French computer saves it.
    outcome = try day.mapped(TableSourceTests.fixture("calc-1252.csv"))
    #expect(outcome.isSound && !outcome.hasChanges && outcome.isWindowsText)
  }

  private func checkWhatWasWritten() throws {
    let after = try day.sink.day().scenario
    #expect(after.riders.map(\.id) == ["r1", "r2", "r003", "r004", "r005"])
    #expect(after.riders.map(\.home) == ["livernon", "stcere", "livernon", "stcere", "livernon"])
    let first = after.bookings[2]
    #expect(first.rider == "r003" && first.purpose == "care" && first.insured)
    #expect(first.legs.map(\.id) == ["b003-1", "b003-2"])
    #expect(first.legs[1].anchor == .departAfter(ClockTime(hour: 11, minute: 0)))
    let contacts = try TableSource.read(day.path("contacts.csv"))[0].rows.map(\.cells)
    #expect(
      contacts[0] == [
        "id", "prenom", "nom", "telephone", "autre_telephone", "adresse", "code_porte", "remarque",
      ])
    #expect(contacts[1].prefix(4) == ["r003", "Élise", "Durand", "06 12 34 56 78"])
    // Excel had taken the zero away.
    #expect(contacts[2].prefix(4) == ["r004", "Jean-Noël", "Lacaze", "0612345670"])
    let attributes = try FileManager.default.attributesOfItem(atPath: day.path("contacts.csv"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    for file in ["bookings.csv", "riders.csv", "carte.csv"] {
      let text = try day.sandbox.text(file)
      for name in ["Durand", "Lacaze", "Vayssié", "0612345670", "Élise"] {
        #expect(!text.contains(name), "\(file) holds a name or a number")
      }
    }
  }

  @Test("R21: local names are proposed, used once confirmed, and kept")
  func namesOfPlacesAreConfirmedAndKept() throws {
    let path = try day.sheet("b2;r2;Saint Cérés;hosto;09:30;;")
    var outcome = try day.mapped(path)
    #expect(outcome.faults.map(\.code) == ["unknown-place", "unknown-place"])
    #expect(try day.sandbox.text("carte.csv").contains("lieu;;Saint Cérés;stcere;à confirmer"))
    // Nothing is used before it is confirmed.
    outcome = try day.mapped(path)
    #expect(outcome.faults.count == 2)
    try day.change(
      "carte.csv", "lieu;;Saint Cérés;stcere;à confirmer", to: "lieu;;Saint Cérés;stcere;ok")
    let hosto = try #require(
      try day.sandbox.text("carte.csv").split(separator: "\r\n").first {
        $0.hasPrefix("lieu;;hosto")
      })
    try day.change("carte.csv", String(hosto), to: "lieu;;hosto;figeac;confirmé;")
    outcome = try day.mapped(path)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(outcome.changes.map(brief) == ["same b2", "gone b1"] && outcome.hasChanges)
    try day.apply(outcome)
    #expect(try day.sandbox.text("aliases.csv").contains("hosto;figeac"))
    let figeac = try #require(try day.sink.day().scenario.places.first { $0.id == "figeac" })
    #expect(figeac.aliases == ["CH Figeac", "hôpital", "hosto"])
    // From now on the day itself knows the names.
    try day.sandbox.remove("carte.csv")
    outcome = try day.outcome(path)
    #expect(outcome.isSound && !outcome.hasChanges)
  }

  @Test func aPlaceIsFilledInWhereOneAloneIsNear() throws {
    let path = try day.sheet(
      "b3;r2;Livernonn;figeac;09:30;;", "b4;r2;Dépôt de Figeac;zone inconnue;9:30;;",
      "b5;r2;Hôpital;Saint;9:30;;")
    _ = try day.mapped(path)
    let rows = try day.sandbox.text("carte.csv").split(separator: "\r\n").filter {
      $0.hasPrefix("lieu;")
    }
    #expect(
      rows == [
        "lieu;;Livernonn;livernon;à confirmer;Livernon = livernon",
        "lieu;;Dépôt de Figeac;;à confirmer;Hôpital de Figeac = figeac, Dépôt = depot",
        "lieu;;zone inconnue;;à confirmer;", "lieu;;Saint;stcere;à confirmer;Saint-Céré = stcere",
      ])
  }

  @Test func aMappingFileIsCheckedAsAWhole() throws {
    let path = try day.sheet("b2;r2;stcere;figeac;09:30;;")
    try day.sandbox.write(
      "carte.csv",
      """
      quoi;colonne;valeur;pour_camin;statut
      colonne;passager;;pasager;
      collone;x;;ignorer;
      ligne de titres;;deux;;
      colonne;y;;ignorer;peut-être
      """)
    let outcome = try day.mapped(path)
    #expect(
      outcome.faults.map { brief($0).replacing(day.sandbox.path + "/", with: "") } == [
        "carte.csv:2 unknown-field pour_camin=pasager", "carte.csv:3 unknown-value quoi=collone",
        "carte.csv:4 bad-number valeur=deux", "carte.csv:5 unknown-value statut=peut-être",
      ])
    #expect(outcome.faults[0].remedy.fr.contains("passager"))
    #expect(outcome.mappingText == nil)
  }

  @Test func aNameThatMeansAnotherPlaceIsNoAlias() throws {
    let path = try day.sheet("b2;r2;stcere;figeac;09:30;;")
    try day.sandbox.write(
      "carte.csv", "quoi;valeur;pour_camin\nlieu;Livernon;figeac\nlieu;là;ici\n")
    let outcome = try day.mapped(path)
    #expect(outcome.faults.map(\.code) == ["duplicate-alias", "unknown-place"])
  }
}
