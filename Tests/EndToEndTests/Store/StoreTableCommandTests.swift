import Foundation
import Testing

/// A territory begun from spreadsheets, and what else the commands of a store take.
@Suite struct StoreTableCommandTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ name: String, _ rows: String...) throws -> String {
    try Data(rows.joined(separator: "\r\n").utf8).write(to: scratch.folder.appending(path: name))
    return scratch.path(name)
  }

  private func tables() throws -> [String] {
    [
      try write(
        "benevoles.csv", "Nom;Prénom;Domicile;Places;Lundi;Mercredi",
        "Fau;Luc;Assier;3;8h-18h;8h-18h"
      ),
      try write(
        "demandes.csv", "date;Nom;Prénom;lieu_depart;lieu_arrivee;rdv",
        "25/11/2026;Lacaze;Jean;domicile;CH Figeac;10h"),
      try write(
        "lieux.csv", "nom;alias;coordonnées;commune;classe_commune;type",
        "Assier;;44.674, 1.876;Assier;rurale;home",
        "Hôpital de Figeac;CH Figeac;44.608, 2.034;Figeac;petite ville;hospital"),
      try write(
        "passagers.csv", "Nom;Prénom;Domicile;Critère social", "Lacaze;Jean;Assier;lieu"),
    ]
  }

  @Test func aTerritoryIsBegunFromItsTables() throws {
    let store = scratch.path("neuf.camin")
    let contacts = scratch.path("contacts.csv")
    #expect(try Camin.run("init", store, "--name", "Causse").status == 0)
    // Whatever the order in which they are given, those come first on which others rest.
    let all = ["import", store] + (try tables()) + ["--contacts", contacts]
    let dry = try Camin.run(all + ["--dry-run"])
    #expect(dry.status == 0, "\(dry.everything)")
    #expect(dry.output.contains("Lieux nouveaux") && dry.output.contains("Essai"))
    #expect(!FileManager.default.fileExists(atPath: contacts))
    // People are entered into the contacts file with the table that knows where they live.
    let run = try Camin.run(all + ["--json"])
    #expect(run.status == 0, "\(run.everything)")
    let sheets = try object(run.output)["sheets"] as? [[String: Any]]
    #expect(
      sheets?.map { $0["table"] as? String } == ["places", "riders", "volunteers", "bookings"])
    let again = try Camin.run(all)
    #expect(
      again.output.components(separatedBy: "Rien à changer").count == 5, "\(again.everything)")
    let plan = try Camin.run(
      "plan", store, "--date", "2026-11-25", "--iterations", "20", "--json", "--out",
      scratch.path("out"))
    #expect(plan.status == 0, "\(plan.everything)")
    let indicators = try object(plan.output)["indicators"] as? [String: Any]
    #expect(indicators?["served_legs"] as? Int == 1, "\(plan.output)")
    for name in try scratch.names() where name.hasPrefix("neuf.camin") {
      #expect(try scratch.data(name).range(of: Data("Lacaze".utf8)) == nil)
    }
  }

  /// R52: the faults of all sheets are told at once, and with any of them none goes in.
  @Test func severalSheetsGoInTogetherOrNotAtAll() throws {
    let store = scratch.path("neuf.camin")
    let contacts = scratch.path("contacts.csv")
    #expect(try Camin.run("init", store).status == 0)
    let before = try scratch.data("neuf.camin")
    let sound = try tables()
    let people = try write(
      "benevoles.csv", "Nom;Prénom;Domicile;Places;Lundi;Mercredi",
      "Fau;Luc;Assier;trois;8h-18h;8h-18h", "Roux;Anne;Assier;3;8h-18h;")
    let rides = try write(
      "demandes.csv", "date;Nom;Prénom;lieu_depart;lieu_arrivee;rdv",
      "25/11/2026;Lacaze;Jean;domicile;CH Figeac;10h99",
      "26/11/2026;Lacaze;Jean;domicile;CH Figeac;10h")
    let all = ["import", store] + sound + ["--contacts", contacts]
    let bad = try Camin.run(all)
    #expect(bad.status == 65, "\(bad.everything)")
    #expect(bad.errors.contains("trois") && bad.errors.contains("10h99"), "\(bad.everything)")
    #expect(bad.output.contains("dans une autre feuille"))
    #expect(!bad.output.contains("Essai") && !bad.output.contains("Importé"))
    #expect(!FileManager.default.fileExists(atPath: contacts))
    #expect(try scratch.data("neuf.camin") == before)
    let told = try object(Camin.run(all + ["--json"]).output)["sheets"] as? [[String: Any]]
    #expect(told?.allSatisfy { $0["applied"] as? Bool == false } == true)
    // With both mended everything goes in, a person known by one pseudonym on both days.
    for (path, wrong, right) in [(people, "trois", "3"), (rides, "10h99", "10h")] {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try Data(text.replacing(wrong, with: right).utf8).write(to: URL(filePath: path))
    }
    let good = try Camin.run(all)
    #expect(good.status == 0 && good.output.contains("Importé"), "\(good.everything)")
    #expect(try scratch.text("contacts.csv").components(separatedBy: "Lacaze").count == 2)
    for day in ["2026-11-25", "2026-11-26"] {
      let valid = try Camin.run("validate", store, "--date", day, "--json")
      #expect(valid.status == 0, "\(valid.everything)")
    }
    let again = try Camin.run(all)
    #expect(again.status == 0 && !again.output.contains("Importé"), "\(again.everything)")
  }

  @Test func faultsOfATableAreToldByCell() throws {
    let store = scratch.path("neuf.camin")
    #expect(try Camin.run("init", store).status == 0)
    let places = try write("lieux.csv", "nom;lat;lon", "Assier;44,67;", "Cajarc;quatre;1,84")
    let bad = try Camin.run("import", store, places)
    #expect(bad.status == 65 && bad.errors.contains("lieux.csv, ligne 3, « lat » = « quatre »"))
    #expect(bad.errors.contains("ligne 2") && bad.output.contains("Rien n’a été importé"))
    let good = try Camin.run("import", store, places, "--accept-good-rows")
    #expect(good.status == 0 && good.output.contains("Rien à changer"), "\(good.everything)")
    let other = try write("tableau.csv", "qui;quand", "a;b")
    let told = try Camin.run("import", store, other)
    #expect(told.status == 65 && told.errors.contains("--table"), "\(told.everything)")
    let unknown = try Camin.run("import", store, other, "--table", "chaises")
    #expect(unknown.status == 64 && unknown.errors.contains("véhicules"), "\(unknown.everything)")
  }

  @Test func howLongRecordsAreKeptIsSet() throws {
    let store = try StoreAtHand()
    let set = try Camin.run("journal", store.path, "--keep-months", "8", "--role", "direction")
    #expect(set.status == 0 && set.output.contains("8 mois"), "\(set.everything)")
    let journal = try Camin.run("journal", store.path, "--json")
    #expect(try object(journal.output)["retention_months"] as? Int == 8)
    let changes = try Camin.run("journal", store.path, "--changes")
    #expect(changes.output.contains("direction  retention"), "\(changes.everything)")
    let few = try Camin.run("journal", store.path, "--keep-months", "3")
    #expect(few.status == 64 && few.errors.contains("de 6 à 12"), "\(few.everything)")
    #expect(
      try Camin.run("journal", scratch.path("none"), "--keep-months", "8").status == 66)
  }

  @Test func plansOfAStoreAreFoundByTheirDate() throws {
    let store = try StoreAtHand()
    try store.plan()
    #expect(try store.run("publish", "--quiet").status == 0)
    let day = ["--date", StoreAtHand.day]
    let here = store.path + "@" + StoreAtHand.day
    for arguments in [
      ["report", "impact", store.path] + day, ["report", "impact", here],
      ["report", "month", here], ["check", store.path, store.path] + day,
      ["explain", store.path, store.path] + day,
      ["report", "tariff", store.path, store.path] + day,
      ["diff", store.path, store.path, "--day", store.path] + day,
      ["rehearse", store.path, store.path, "--days", "5"] + day,
      ["compare", store.path, here, here] + day,
      ["rules", "show", "--day", store.path] + day,
      ["scenario", "expand", store.path, "--out", store.scratch.path("whole")] + day,
      ["roads", "compare", "none", "none", store.path] + day,
    ] {
      let run = try Camin.run(arguments)
      #expect(run.status == 0, "\(arguments)\n\(run.everything)")
    }
    let bare = try Camin.run("report", "impact", store.path)
    #expect(bare.status == 64 && bare.errors.contains("--date"), "\(bare.everything)")
  }

  /// R52: the day is planned without what is at fault, which is named; the status says so.
  @Test func bookingsAtFaultAreLeftOutOnRequest() throws {
    let day = try scratch.scenario()
    let rows = try scratch.text("scenario/bookings.csv")
    let lines = rows.split(separator: "\r\n").count
    let header = rows.split(separator: "\r\n")[0].dropFirst().split(separator: ";")
    var cells = header.map { _ in "" }
    for (name, text) in [
      ("reservation", "b900"), ("passager", "r004"), ("lieu_depart", "nulle part"),
      ("lieu_arrivee", "8761310"), ("arrivee_avant", "10:00"),
    ] {
      let index = try #require(header.firstIndex { $0 == name }, "\(name) in \(header)")
      cells[header.distance(from: header.startIndex, to: index)] = text
    }
    try day.write("bookings.csv", Data((rows + cells.joined(separator: ";") + "\r\n").utf8))
    let out = scratch.path("out")
    let refused = try Camin.run("plan", day.path, "--iterations", "20", "--out", out)
    #expect(refused.status == 65 && refused.errors.contains("nulle part"), "\(refused.everything)")
    #expect(!FileManager.default.fileExists(atPath: out))
    let run = try Camin.run(
      "plan", day.path, "--iterations", "20", "--out", out, "--leave-out-faulty")
    #expect(run.status == 3, "\(run.everything)")
    #expect(run.errors.contains("Demande laissée de côté") && run.errors.contains("nulle part"))
    #expect(run.errors.contains("ligne \(lines + 1)"))
    #expect(FileManager.default.fileExists(atPath: out + "/plan.json"))
    let json = try Camin.run(
      "plan", day.path, "--iterations", "20", "--out", out, "--leave-out-faulty", "--json")
    let warnings = try object(json.output)["warnings"] as? [[String: Any]]
    #expect(warnings?.contains { $0["code"] as? String == "left-out" } == true)
    // A sound day is planned as ever.
    try day.write("bookings.csv", Data(rows.utf8))
    let sound = try Camin.run(
      "plan", day.path, "--iterations", "20", "--out", out, "--leave-out-faulty", "--quiet")
    #expect(sound.status == 0, "\(sound.everything)")
  }
}
