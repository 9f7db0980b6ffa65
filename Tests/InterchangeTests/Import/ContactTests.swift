import Foundation
import Interchange
import Planning
import Testing

/// R56: people get their pseudonyms from the contacts file, and nothing of them goes elsewhere.
@Suite struct ContactTests {
  private let day: ImportDay

  init() throws { day = try ImportDay() }

  private static let contacts = """
    Pseudonyme,Nom,Prénom,Téléphone,Tournée du facteur
    r2,LACAZE,Jean-Noël,06 12 34 56 70,"oui, le matin"
    r1,Durand,Élise,,
    r5,Durand,Élise,0565000000,
    v1,Lacaze,Jean-Noël,,
    """

  private func outcome(_ rows: String...) throws -> ImportOutcome {
    try day.sandbox.write("contacts.csv", Self.contacts)
    let header = "Nom;Prénom;Tel;Portable;Domicile;Départ;Arrivée;Heure RDV"
    let path = try day.sandbox.write("noms.csv", ([header] + rows).joined(separator: "\n"))
    return try day.outcome(path) { $0.contacts = day.path("contacts.csv") }
  }

  @Test func knownPeopleKeepTheirPseudonyms() throws {
    let outcome = try outcome(
      "lacaze;jean noel;;;;stcere;figeac;11:00",
      "M. Jean-Noël Lacaze;;612345670;;;figeac;stcere;12:00")
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(outcome.scenario?.bookings.suffix(2).map(\.rider) == ["r2", "r2"])
    #expect(outcome.newContacts == 0 && outcome.contactsText == nil)
  }

  @Test func newPeopleGetTheNextOne() throws {
    let outcome = try outcome(
      "Vayssié;Odette;0565111111;0612121212;livernon;livernon;figeac;9h",
      "VAYSSIE;odette;;;;figeac;livernon;11h", "Fau;Luc;le soir au 12;;stcere;stcere;figeac;9h")
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(outcome.scenario?.bookings.suffix(3).map(\.rider) == ["r006", "r006", "r007"])
    #expect(outcome.scenario?.riders.suffix(2).map(\.home) == ["livernon", "stcere"])
    let text = try #require(outcome.contactsText)
    // Columns of the file that Camin does not know stay as they are.
    #expect(text.contains("r2;LACAZE;Jean-Noël;06 12 34 56 70;oui, le matin\r\n"))
    #expect(text.contains("r006;Vayssié;Odette;0565111111;\r\n"))
    #expect(text.contains("r007;Fau;Luc;;\r\n"))
  }

  @Test func aSheetMayGiveThePseudonymsItself() throws {
    try day.sandbox.write("contacts.csv", Self.contacts)
    let path = try day.sandbox.write(
      "deux.csv",
      """
      passager;Nom;Tel;Domicile;Départ;Arrivée;Heure RDV
      r2;Autre;;;stcere;figeac;9h
      r012;Neuve;0565222222;livernon;livernon;figeac;10h
      ;Personne;;livernon;livernon;figeac;11h
      """)
    let outcome = try day.outcome(path) { $0.contacts = day.path("contacts.csv") }
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(outcome.scenario?.bookings.suffix(3).map(\.rider) == ["r2", "r012", "r006"])
    #expect(outcome.newContacts == 2)
    #expect(outcome.contactsText?.contains("r012;Neuve;;0565222222;") == true)
    #expect(outcome.contactsText?.contains("Autre") == false)
    // Without a contacts file nobody knows who the third is.
    let blind = try day.outcome(path)
    #expect(blind.faults.map(brief) == ["deux.csv:4 missing-value passager"])
    #expect(blind.personalColumns == ["Nom", "Tel"])
  }

  @Test func whoIsMeantIsNeverGuessed() throws {
    let outcome = try outcome(
      "Durand;Élise;;;;livernon;figeac;9h", "Lacaze;Jean-Noël;0699999999;;;stcere;figeac;11:00",
      "Durand;Élise;05 65 00 00 00;;;livernon;figeac;10h", ";;0600000000;;;livernon;figeac;10h")
    #expect(
      outcome.faults.map(brief) == [
        "noms.csv:2 ambiguous-person Nom", "noms.csv:4 unknown-rider Nom=r5",
        "noms.csv:5 missing-value Nom",
      ])
    #expect(outcome.warnings.map(brief) == ["noms.csv:3 other-phone Nom"])
  }

  @Test func nothingPersonalIsTold() throws {
    let outcome = try outcome(
      "Durand;Élise;;;;livernon;figeac;9h", "Zèbre;Zoé;0788888888;;;livernon;nulle;9h")
    let told =
      FaultPrinter.json(outcome.faults + outcome.warnings)
      + FaultPrinter.text(outcome.faults, language: .english)
    for word in ["Durand", "Élise", "Zèbre", "Zoé", "0788888888"] { #expect(!told.contains(word)) }
  }

  @Test func peopleOfRowsLeftOutAreNotEntered() throws {
    try day.sandbox.write("contacts.csv", Self.contacts)
    let path = try day.sandbox.write(
      "noms.csv",
      """
      Nom;Domicile;Départ;Arrivée;Heure RDV
      Bon;stcere;stcere;figeac;9h
      Mauvais;stcere;stcere;nulle;9h
      """)
    let outcome = try day.outcome(path) {
      $0.contacts = day.path("contacts.csv")
      $0.acceptGoodRows = true
    }
    #expect(outcome.leftOut == [3] && outcome.newContacts == 1)
    #expect(outcome.contactsText?.contains("Mauvais") == false)
  }
}
