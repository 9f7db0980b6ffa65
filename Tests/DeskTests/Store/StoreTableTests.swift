import Desk
import Foundation
import Interchange
import PlanStore
import Planning
import Testing

/// R53: a territory begun from spreadsheets alone.
@Suite struct StoreTableTests {
  private let fixture: StoreFixture
  private let wednesday = PlanDate(year: 2026, month: 11, day: 25)

  init() throws {
    fixture = try StoreFixture()
    try fixture.make(
      Scenario(territory: Territory(id: "neuf", name: "Neuf", date: wednesday)))
  }

  /// Imports a table as the command does, and tells what came of it.
  @discardableResult
  private func take(
    _ name: String, _ rows: String..., replaces: Bool = false, on date: PlanDate? = nil
  ) throws -> ImportOutcome {
    let path = fixture.folder.appending(path: name).path
    try Data(rows.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    var request = ImportRequest(file: path)
    request.contacts = fixture.folder.appending(path: "contacts.csv").path
    request.removeGone = replaces
    let sink = StoreSink(
      store: fixture.path, on: date ?? wednesday, table: ImportTable(file: path) ?? .bookings,
      role: "coordination", at: StoreFixture.now)
    let outcome = SheetImport.run(request, into: try sink.day().scenario)
    try #require(outcome.isSound, "\(name): \(outcome.faults.map { "\($0.code) \($0.value)" })")
    if outcome.hasChanges { try sink.apply(outcome, of: request) }
    return outcome
  }

  private func takeAll() throws -> [ImportOutcome] {
    [
      try take(
        "lieux.csv", "nom;alias;coordonnées;commune;classe_commune;type",
        "Livernon;;44.646, 1.842;Livernon;rurale;home",
        "Assier;;44.674, 1.876;Assier;rurale;home",
        "Hôpital de Figeac;CH Figeac;44.608, 2.034;Figeac;petite ville;hospital",
        "Dépôt;;44.61, 2.03;Figeac;petite ville;depot"),
      try take(
        "passagers.csv", "Nom;Prénom;Téléphone;Domicile;Critère social",
        "Durand;Élise;0612345678;Livernon;lieu", "Lacaze;Jean;;Assier;ressources"),
      try take(
        "bénévoles.csv", "Nom;Prénom;Domicile;Places;Km année;Lundi;Mercredi;Absences",
        "Fau;Luc;Assier;3;1200;8h-18h;8h-18h;02/12/2026"),
      try take(
        "véhicules.csv", "Code;Mode;Dépôt;Places;Coût km", "Minibus 1;tad;Dépôt;8;0,9"),
      try take(
        "disponibilités.csv", "ressource;jours;début;fin;absent",
        "minibus_1;lundi-vendredi;7h;19h;", "minibus_1;25/12/2026;;;oui"),
      try take(
        "commandes permanentes.csv",
        "Nom;Prénom;jours;lieu_depart;lieu_arrivee;rdv;retour_fin_de_soin",
        "Durand;Élise;lundi mercredi;domicile;CH Figeac;9h;11h"),
      try take(
        "demandes.csv", "date;Nom;Prénom;lieu_depart;lieu_arrivee;rdv",
        "25/11/2026;Lacaze;Jean;domicile;CH Figeac;10h"),
    ]
  }

  @Test func aTerritoryComesFromItsTablesAlone() throws {
    let first = try takeAll()
    #expect(first.allSatisfy { $0.hasChanges })
    let day = try fixture.day(wednesday)
    #expect(day.bookings.map(\.id) == ["b001", "s001:2026-11-25"])
    #expect(day.riders.map(\.id) == ["r001", "r002"])
    #expect(day.volunteers.map(\.id) == ["v001"])
    #expect(day.volunteers.first?.kilometresThisYear == 1200)
    #expect(day.vehicles.map(\.id) == ["minibus_1"])
    // It can be planned.
    #expect(try !fixture.plan(wednesday).runs.isEmpty)
    // Exceptions of other days are there too, and nothing is there twice.
    let later = try fixture.day(PlanDate(year: 2026, month: 12, day: 25), .everything)
    #expect(later.availability.contains { $0.resource == "minibus_1" && $0.window == nil })
    #expect(try takeAll().allSatisfy { !$0.hasChanges })
    let contacts = try String(
      contentsOf: fixture.folder.appending(path: "contacts.csv"), encoding: .utf8)
    #expect(contacts.contains("v001;Luc;Fau") && contacts.contains("r001;Élise;Durand"))
    #expect(try TerritoryStore.open(fixture.path).faults().isEmpty)
    let notes = try TerritoryStore.open(fixture.path).read { view throws(StoreError) in
      try view.changes().filter { $0.action == "import" }.map(\.note)
    }
    #expect(notes.count >= 8, "\(notes)")
  }

  /// R21: names learned from one table are not unlearned by another, and are kept once.
  @Test func localNamesStayWhereTheyAre() throws {
    _ = try takeAll()
    try TerritoryStore.open(fixture.path).edit { edit throws(StoreError) in
      try edit.putAlias("hosto", key: "hosto", for: "hopital_de_figeac")
    }
    let outcome = try take(
      "lieux.csv", "nom;alias;coordonnées", "Hôpital de Figeac;les urgences;44.608, 2.034")
    #expect(outcome.changes.first?.kind == .changed)
    let place = try fixture.day(wednesday).places.first { $0.id == "hopital_de_figeac" }
    #expect(place?.aliases == ["CH Figeac", "les urgences"])
    #expect(place?.communeClass == .smallUrban)
    #expect(
      try !take(
        "lieux.csv", "nom;alias;coordonnées", "hosto;les urgences;44.608, 2.034"
      ).hasChanges)
  }

  /// Two at once: the second is told, and overwrites neither the other's bookings nor the other's people.
  @Test func whoImportsMeanwhileIsTold() throws {
    _ = try takeAll()
    let contacts = fixture.folder.appending(path: "contacts.csv")
    func look(_ name: String, _ row: String) throws -> (StoreSink, ImportOutcome, ImportRequest) {
      let path = fixture.folder.appending(path: name).path
      try Data("Nom;Domicile;lieu_depart;lieu_arrivee;rdv\n\(row)".utf8).write(
        to: URL(filePath: path))
      var request = ImportRequest(file: path)
      request.contacts = contacts.path
      let sink = StoreSink(
        store: fixture.path, on: wednesday, role: "coordination", at: StoreFixture.now)
      return (sink, SheetImport.run(request, into: try sink.day().scenario), request)
    }
    let first = try look("une.csv", "Vayssié;Assier;Assier;CH Figeac;15h")
    let second = try look("autre.csv", "Fournier;Livernon;Livernon;CH Figeac;16h")
    #expect(first.1.changes.first?.id == second.1.changes.first?.id)
    try first.0.apply(first.1, of: first.2)
    let before = try (fixture.day(wednesday), Data(contentsOf: contacts))
    let faults = #expect(throws: Faults.self) { try second.0.apply(second.1, of: second.2) }
    #expect(faults?.faults.map(\.code) == ["store-moved-on"])
    #expect(try fixture.day(wednesday) == before.0)
    #expect(try Data(contentsOf: contacts) == before.1)
    let again = try look("autre.csv", "Fournier;Livernon;Livernon;CH Figeac;16h")
    try again.0.apply(again.1, of: again.2)
    #expect(try fixture.day(wednesday).bookings.count == before.0.bookings.count + 1)
  }

  /// A volunteer who leaves goes with the hours; whom any day still needs does not.
  @Test func whoIsGoneGoesUnlessADayNeedsThem() throws {
    _ = try takeAll()
    try take("bénévoles.csv", "id;domicile", "v009;Livernon")
    let outcome = try take("bénévoles.csv", "id;domicile", "v009;Livernon", replaces: true)
    #expect(outcome.removesGone)
    let all = try fixture.day(wednesday, .territory)
    #expect(all.volunteers.map(\.id) == ["v009"])
    #expect(!all.availability.contains { $0.resource == "v001" })
    // The booking of another day names the vehicle in a decision.
    let thursday = wednesday.adding(days: 1)
    try take(
      "demandes.csv", "passager;lieu_depart;lieu_arrivee;rdv", "r002;domicile;CH Figeac;10h",
      on: thursday)
    try StoreLocks.put(
      PlanLock(trip: "b001-1", resource: "minibus_1", kind: .assign), on: thursday,
      in: fixture.path, role: "coordination", at: StoreFixture.now)
    let faults = #expect(throws: Faults.self) {
      try take(
        "véhicules.csv", "Code;Mode;Dépôt;Places", "Minibus 2;tad;Dépôt;8", replaces: true)
    }
    #expect(faults?.faults.contains { $0.code == "unknown-resource" } == true)
    #expect(try fixture.day(wednesday).vehicles.map(\.id) == ["minibus_1"])
  }
}
