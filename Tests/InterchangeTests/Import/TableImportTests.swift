import Foundation
import Interchange
import Planning
import Testing

/// R21, R53: the other tables of a territory come from spreadsheets as bookings do.
@Suite struct TableImportTests {
  private let day: ImportDay

  init() throws { day = try ImportDay() }

  private func sheet(_ name: String, _ rows: String...) throws -> String {
    try day.sandbox.write(name, rows.joined(separator: "\r\n"))
  }

  /// Applies a sound outcome to the folder.
  private func apply(_ outcome: ImportOutcome) throws {
    var request = ImportRequest(file: "")
    request.contacts = day.path("contacts.csv")
    try #require(outcome.isSound, "\(outcome.faults.map(brief))")
    try FolderSink(folder: day.sandbox.path, table: outcome.table, language: .french)
      .apply(outcome, of: request)
  }

  private func changes(_ outcome: ImportOutcome) -> [String] {
    outcome.changes.filter { $0.kind != .same }.map(brief)
  }

  @Test func placesAreKnownByIdOrName() throws {
    let path = try sheet(
      "Lieux 2026.csv", "Nom;Autres noms;Coordonnées;Commune;Type",
      "saint cere;St Céré centre;44.859, 1.891;Saint-Céré;market",
      #"Cajarc;"Cajarc bourg ; la gare de Cajarc";44,4851 1,8437;Cajarc;station"#,
      "CAJARC;;44,4851 1,8437;Cajarc;station", "Hôpital;;44,608;Figeac;hospital")
    let outcome = try day.outcome(path)
    #expect(outcome.table == .places)
    #expect(
      outcome.faults.map(brief) == [
        "Lieux 2026.csv:4 contradiction Nom=cajarc",
        "Lieux 2026.csv:5 out-of-range Coordonnées=608",
      ], "\(outcome.faults.map(brief))")
    let good = try day.outcome(path) { $0.acceptGoodRows = true }
    #expect(good.leftOut == [4, 5])
    #expect(
      changes(good) == [
        "changed stcere Autres noms:  > St Céré centre", "added cajarc", "gone livernon",
        "gone depot",
      ])
    try apply(good)
    let places = try day.sink.day().scenario.places
    try #require(places.map(\.id) == ["figeac", "livernon", "stcere", "depot", "cajarc"])
    #expect(places[4].aliases == ["Cajarc bourg", "la gare de Cajarc"])
    #expect(places[4].latitude == 44.4851 && places[4].longitude == 1.8437)
    #expect(places[2].zones.isEmpty && places[2].communeClass == .rural)
    // From now on bookings may name it so, and doing it again changes nothing.
    #expect(
      try changes(day.outcome(path) { $0.acceptGoodRows = true }).allSatisfy {
        $0.hasPrefix("gone")
      })
    let booking = try day.sheet("b9;r2;la gare de cajarc;figeac;09:30;;")
    #expect(try day.outcome(booking).scenario?.bookings.last?.legs[0].from == "cajarc")
  }

  @Test("R21: a place that resembles one that is known is told, never taken for it")
  func placesAreNotGuessed() throws {
    let path = try sheet(
      "lieux.csv", "id;nom;lat;lon", "p1;Livernonn;44,6;1,8", "p2;CH Figeac;44,6;2,0",
      "p3;Assier;44,67;1,88")
    let outcome = try day.outcome(path)
    #expect(outcome.faults.map(brief) == ["lieux.csv:3 duplicate-name nom=CH Figeac"])
    #expect(outcome.warnings.filter { $0.code == "near-name" }.map(\.value) == ["Livernonn"])
    let alias = try sheet("autres lieux.csv", "nom;alias;lat;lon", "Assier;hôpital;44,67;1,88")
    let shared = try day.outcome(alias) { $0.table = .places }
    #expect(shared.faults.contains { $0.code == "duplicate-alias" })
  }

  @Test func volunteersComeWithTheirWeekAndTheirAbsences() throws {
    let path = try sheet(
      "Bénévoles.csv",
      "Nom;Prénom;Téléphone;Domicile;Places;Km max;Lundi;Mardi;Mercredi;Absences",
      "Fau;Luc;0612121212;Livernon;4;80;8h-12h, 14h-18h30;;9:00 à 17:00;25/11/2026",
      "Bru;Léa;;St Céré;3;;matin;;;24/12/2026 au 26/12/2026, 02/01/2027")
    var outcome = try day.mapped(path)
    #expect(outcome.table == .volunteers)
    #expect(outcome.faults.map(brief) == ["Bénévoles.csv:3 bad-hours Lundi=matin"])
    let map = try day.sandbox.text("carte.csv")
    #expect(map.contains("table;;bénévoles;;confirmé;"))
    #expect(map.contains("valeur;;matin;;à confirmer;heures, ex. 8h-12h"))
    try day.change("carte.csv", "valeur;;matin;;à confirmer", to: "valeur;;matin;8h-12h;confirmé")
    outcome = try day.mapped(path)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(outcome.newContacts == 2)
    try apply(outcome)
    let after = try day.sink.day().scenario
    try #require(after.volunteers.map(\.id) == ["v1", "v002", "v003"])
    #expect(after.volunteers[1].home == "livernon" && after.volunteers[1].layouts == [["seat": 4]])
    #expect(after.volunteers[1].longestKilometres == 80 && after.volunteers[2].home == "stcere")
    let hours = after.availability.filter { $0.resource == "v002" }
    func window(_ start: Int, _ end: Int, _ minute: Int = 0) -> ClockWindow {
      ClockWindow(
        start: ClockTime(hour: start, minute: 0), end: ClockTime(hour: end, minute: minute))
    }
    #expect(
      hours == [
        Availability(resource: "v002", days: .weekday(.monday), window: window(8, 12)),
        Availability(resource: "v002", days: .weekday(.monday), window: window(14, 18, 30)),
        Availability(resource: "v002", days: .weekday(.wednesday), window: window(9, 17)),
        Availability(
          resource: "v002", days: .date(PlanDate(year: 2026, month: 11, day: 25)), window: nil),
      ])
    #expect(after.availability.filter { $0.resource == "v003" }.count == 5)
    let volunteers = try day.sandbox.text("volunteers.csv")
    #expect(!volunteers.contains("Fau") && !volunteers.contains("0612121212"))
    outcome = try day.mapped(path)
    #expect(outcome.isSound && !outcome.hasChanges, "\(outcome.changes.map(brief))")
    // Another week: what the sheet says of a day is all of it; dates stay.
    let other = try sheet(
      "benevoles.csv", "id;lundi;mardi", "v002;9h-12h;", "v1;;8h-10h")
    outcome = try day.outcome(other)
    #expect(
      changes(outcome) == [
        "changed v002 lundi: 08:00-12:00, 14:00-18:30 > 09:00-12:00",
        "changed v1 lundi: 08:00-18:00 >  mardi: 08:00-18:00 > 08:00-10:00", "gone v003",
      ], "\(outcome.changes.map(brief))")
    try apply(outcome)
    let second = try day.sink.day().scenario.availability
    #expect(second.filter { $0.resource == "v002" }.count == 3)
    #expect(try !day.outcome(other).hasChanges)
  }

  @Test func hoursOfEveryDayAreSpreadWhereTheWeekIsGiven() throws {
    try day.sandbox.write(
      "availability.csv", "ressource;jours;debut;fin\nv1;tous les jours;8:00;18:00\n")
    let outcome = try day.outcome(try sheet("benevoles.csv", "id;lundi", "v1;"))
    #expect(changes(outcome).count == 1 && outcome.hasChanges)
    let hours = try #require(outcome.scenario?.availability)
    #expect(
      Set(hours.map(\.days)) == Set(Weekday.allCases.filter { $0 != .monday }.map { .weekday($0) }))
    try apply(outcome)
    #expect(try !day.outcome(day.path("benevoles.csv")).hasChanges)
  }

  @Test func vehiclesHaveSeatsAndWheelchairs() throws {
    let path = try sheet(
      "flotte.csv", "Véhicule;Offre;Dépôt;Nb places;Nb fauteuils;Coût km;Lundi;Mardi",
      "t1;TAD;Dépôt;8;;0,8;7h-19h;7h-19h", "Minibus 2;tad;figeac;5;2;0,9;7h-19h;",
      "Taxi;taksi;figeac;4;;;;")
    let outcome = try day.outcome(path)
    #expect(outcome.table == .vehicles)
    #expect(outcome.faults.map(brief) == ["flotte.csv:4 unknown-value Offre=taksi"])
    let good = try day.outcome(path) { $0.acceptGoodRows = true }
    let vehicles = try #require(good.scenario?.vehicles)
    try #require(vehicles.map(\.id) == ["t1", "minibus_2"])
    #expect(vehicles[1].layouts == [["seat": 5, "wheelchair": 2]])
    #expect(vehicles[1].start == "figeac" && vehicles[1].end == "figeac")
    #expect(vehicles[0].layouts == [["seat": 8]])
    try apply(good)
    #expect(try !day.outcome(path) { $0.acceptGoodRows = true }.hasChanges)
  }

  @Test func hoursComeAloneToo() throws {
    let path = try sheet(
      "Disponibilités.csv", "ressource;jours;début;fin;absent",
      "v1;lundi-mercredi;9h;12h;", "v1;mercredi;14h;18h;", "t1;25/12/2026;;;oui",
      "v9;lundi;8h;9h;", "v1;jeudi;12h;8h;", "v1;vendredi;;;")
    let outcome = try day.outcome(path)
    #expect(
      outcome.faults.map(brief) == [
        "Disponibilités.csv:5 unknown-resource ressource=v9",
        "Disponibilités.csv:6 hours-reversed début=12:00-08:00",
        "Disponibilités.csv:7 no-hours début=-",
      ], "\(outcome.faults.map(brief))")
    let good = try day.outcome(path) { $0.acceptGoodRows = true }
    let hours = try #require(good.scenario?.availability).filter { $0.resource == "v1" }
    #expect(hours.filter { $0.days == .weekday(.wednesday) }.count == 2)
    #expect(
      hours.filter { $0.days == .weekday(.monday) }.compactMap(\.window?.end.text) == ["12:00"])
    try apply(good)
    #expect(try !day.outcome(path) { $0.acceptGoodRows = true }.hasChanges)
    // A sheet without hours is one of absences, day by day or from one to another.
    try day.sandbox.write("contacts.csv", "id;nom;prenom\nv1;Fau;Luc\nr1;Fau;Luc\n")
    let away = try sheet(
      "congés.csv", "Nom;Prénom;Du;Jusqu’au", "Fau;Luc;24/12/2026;26/12/2026", "Fau;Jean;1/1/2027;")
    let read = try day.mapped(away)
    #expect(read.faults.map(\.code) == ["open-column"])
    try day.confirmAll()
    let absent = try day.mapped(away)
    #expect(absent.faults.map(brief) == ["congés.csv:3 unknown-person Nom"])
    let added = absent.changes.filter { $0.kind == .added }.map(\.id)
    #expect(added == ["v1|2026-12-24", "v1|2026-12-26"])
  }

  @Test func standingOrdersAreComparedByTripAndDays() throws {
    let path = try sheet(
      "commandes permanentes.csv",
      "passager;jours;du;lieu_depart;lieu_arrivee;rdv;retour_fin_de_soin",
      "r1;lundi mercredi vendredi;;domicile;Hôpital de Figeac;6h30;11h",
      "r1;mardi;;domicile;figeac;6h30;11h", "r2;jeudi;;domicile;figeac;9h;",
      "r2;jeudi;;stcere;CH Figeac;09:00;")
    let asked = try day.outcome(path)
    #expect(asked.faults.map(\.code) == ["open-column"] && asked.table == .standing)
    _ = try day.mapped(path)
    try day.confirmAll()
    let outcome = try day.mapped(path)
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    #expect(changes(outcome) == ["added s001", "added s002", "added s003"])
    #expect(outcome.repeated == [5])
    try apply(outcome)
    let orders = try day.sink.day().scenario.standing
    try #require(orders.map(\.id) == ["s001", "s002", "s003"])
    #expect(orders[0].days == [.weekday(.monday), .weekday(.wednesday), .weekday(.friday)])
    try #require(orders[0].booking.legs.map(\.id) == ["s001-1", "s001-2"])
    #expect(orders[0].booking.legs[0].from == "livernon")
    #expect(try !day.mapped(path).hasChanges)
    // Known by its id its days may change.
    let other = try sheet(
      "permanentes.csv", "reservation;passager;jours;a_partir_du;lieu_depart;lieu_arrivee;rdv",
      "s003;r2;vendredi;1 décembre 2026;stcere;figeac;9h")
    let changed = try day.outcome(other) { $0.table = .standing }
    #expect(
      changes(changed).first
        == "changed s003 jours: jeudi > vendredi a_partir_du:  > 2026-12-01",
      "\(changed.changes.map(brief)) \(changed.faults.map(brief))")
  }

  @Test func whatIsGoneGoesOnlyWhenAskedAndUnused() throws {
    let path = try sheet("benevoles.csv", "id;domicile", "v2;livernon")
    let kept = try day.outcome(path)
    #expect(kept.scenario?.volunteers.map(\.id) == ["v1", "v2"])
    try day.sandbox.remove("locks.csv")
    let removed = try day.outcome(path) { $0.removeGone = true }
    #expect(removed.removesGone)
    try apply(removed)
    let after = try day.sink.day().scenario
    #expect(after.volunteers.map(\.id) == ["v2"])
    #expect(!after.availability.contains { $0.resource == "v1" })
    let used = try day.outcome(try sheet("lieux.csv", "id;nom;lat;lon", "p1;Assier;44,6;1,9")) {
      $0.removeGone = true
    }
    #expect(Set(used.faults.map(\.code)) == ["unknown-place"] && used.scenario == nil)
  }

  @Test func aSheetOfSomethingElseIsToldFromBookings() throws {
    let path = try sheet("tableau.csv", "id;nom;lat;lon", "p1;Assier;44,6;1,9")
    let outcome = try day.outcome(path)
    #expect(outcome.faults.contains { $0.remedy.fr.contains("--table") })
    #expect(try day.outcome(path) { $0.table = .places }.isSound)
    #expect(ImportTable("Bénévoles") == .volunteers && ImportTable("Standing") == .standing)
    #expect(ImportTable(file: "/a/Liste des véhicules 2026.xlsx") == .vehicles)
    #expect(ImportTable(file: "semaine 47.csv") == nil)
    try day.sandbox.write("carte.csv", "quoi;colonne;valeur;pour_camin\ntable;;chaises;\n")
    #expect(try day.mapped(path).faults.contains { $0.code == "unknown-table" })
  }

  @Test func aWorkbookNamesItsTables() throws {
    var book = TestWorkbook()
    book.add("Bénévoles", texts: [["id", "domicile"], ["v7", "assier"]])
    book.add("Notes", texts: [["à voir"]])
    book.add("Lieux", texts: [["id", "nom", "lat", "lon"], ["assier", "Assier", "44,6", "1,9"]])
    let path = try day.sandbox.write("territoire.xlsx", bytes: book.bytes())
    let tables = SheetImport.tables(of: path)
    #expect(tables.map(\.table) == [.places, .volunteers])
    #expect(tables.map(\.sheet) == ["Lieux", "Bénévoles"])
    let places = try day.outcome(path) { $0.table = .places }
    #expect(places.sheet == "Lieux" && places.isSound, "\(places.faults.map(briefCell))")
  }

  @Test(arguments: [
    ("8h-12h", "08:00-12:00"), ("8:00 à 12:00 et 14h-18h30", "08:00-12:00 14:00-18:30"),
    ("8-12 / 14-18", "08:00-12:00 14:00-18:00"), ("de 8h à 12h", "08:00-12:00"),
    ("14h – 18h\n8h – 12h", "08:00-12:00 14:00-18:00"),
    ("8h 12h 14h 18h", "08:00-12:00 14:00-18:00"),
    ("non", ""), ("-", ""), ("", ""),
  ])
  func hoursAreReadAsPeopleWriteThem(cell: String, windows: String) throws {
    let outcome = try day.outcome(
      try sheet("benevoles.csv", "id,jeudi", "v1,\"\(cell)\""))
    #expect(outcome.faults.isEmpty, "\(outcome.faults.map(brief))")
    let found = try #require(outcome.scenario?.availability).filter {
      $0.resource == "v1" && $0.days == .weekday(.thursday)
    }
    #expect(
      found.compactMap(\.window).map { "\($0.start.text)-\($0.end.text)" }
        .joined(separator: " ") == windows)
  }

  @Test(arguments: ["matin", "x", "12h-8h", "8h-12h-14h", "8h", "25h90-26h", "?", "✓"])
  func whatIsNoHoursIsNotGuessed(cell: String) throws {
    let outcome = try day.outcome(try sheet("benevoles.csv", "id,jeudi", "v1,\(cell)"))
    #expect(outcome.faults.map(\.code) == ["bad-hours"] && outcome.scenario == nil)
  }
}
