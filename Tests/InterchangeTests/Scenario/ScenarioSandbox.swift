import Foundation
import Interchange
import Planning

/// A folder of its own for one test, removed at the end.
final class ScenarioSandbox {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "camin-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making folders as needed, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// A small sound folder, to be spoilt by the test.
  static func sound() throws -> ScenarioSandbox {
    let sandbox = try ScenarioSandbox()
    for (name, text) in soundFiles { try sandbox.write(name, text) }
    return sandbox
  }

  static let soundFiles: [String: String] = [
    "territory.json": """
    {
      "version": 1, "id": "essai", "name": "Territoire d’essai",
      "date": "2026-11-25", "priorities": {"vital": 3}
    }
    """,
    "places.csv": """
    id;nom;alias;latitude;longitude;commune;classe_commune;type;zones
    figeac;Hôpital de Figeac;CH Figeac | hôpital;44,608;2,034;Figeac;petite ville;hospital;est
    livernon;Livernon;;44,646;1,842;Livernon;rurale;home;est
    stcere;Saint-Céré;;44,859;1,891;Saint-Céré;rurale;market;
    depot;Dépôt;;44,61;2,03;Figeac;petite ville;depot;est
    """,
    "riders.csv": """
    id;domicile;besoins;critere_social;jamais_avec
    r1;livernon;wheelchair;lieu;
    r2;Saint Cere;;ressources;r1
    """,
    "bookings.csv": """
    reservation;passager;priorite;trajet;lieu_depart;lieu_arrivee;arrivee_avant;fin_de_soin;incertitude
    b1;r1;vital;;livernon;Hôpital de Figeac;8h30;;
    b1;;;;ch figeac;livernon;;11:00;20
    b2;r2;;;ST-CÉRÉ;figeac;09:30;;
    """,
    "volunteers.csv": """
    id;domicile;places;km_max
    v1;livernon;3 places;120,5
    """,
    "vehicles.csv": """
    id;mode;lieu_debut;places;cout_km
    t1;tad;depot;8 places | 5 places + 1 fauteuil;0,8
    """,
    "availability.csv": """
    ressource;jours;debut;fin;absent
    v1;lundi-vendredi;8h;18h00;
    v1;25/12/2026;;;oui
    t1;tous les jours;07:00;19:00;
    """,
    "locks.csv": """
    trajet;ressource;verrou
    b1-1;t1;imposer
    """,
  ]

  /// The faults of reading the folder; none where it is sound.
  func faults() -> [Fault] {
    do throws(Faults) {
      _ = try ScenarioSource.read(path)
      return []
    } catch {
      return error.faults
    }
  }
}

/// A fault in the short form that tests compare: `file:line code field=value`.
func brief(_ fault: Fault) -> String {
  let line = fault.place.line.map { ":\($0)" } ?? ""
  let pointer = fault.place.pointer.map { "#" + $0 } ?? ""
  let field = fault.field.isEmpty ? "" : " " + fault.field
  let value = fault.value.isEmpty ? "" : "=" + fault.value
  return fault.place.file + line + pointer + " " + fault.code + field + value
}
