internal import Foundation
internal import Interchange
public import Planning
public import TravelTimes

extension Failure {
  /// Road data that could not be used.
  public init(roads error: RoadError) { self.init(reading: Faults(error.faults)) }
}

extension RoadError {
  /// What to tell.
  public var faults: [Fault] {
    switch self {
    case .file(let path, let code): [.roadFile(path, code)]
    case .badAddress(let text): [.badAddress(text)]
    case .server(let error): [Fault(error)]
    case .notInMatrix(let path, let places):
      places.map { place in
        Fault(
          code: "not-in-matrix", place: FaultPlace(file: path), field: "place", value: place,
          cause: Bilingual(
            fr: "La matrice ne connaît pas ce lieu.", en: "The matrix does not know this place."),
          remedy: Bilingual(
            fr: "Refaites-la pour ce scénario : camin roads matrix.",
            en: "Make it anew for this scenario: camin roads matrix."))
      }
    case .notAGraph(let path), .notAMatrix(let path):
      [
        fault(
          "not-roads", path,
          Bilingual(
            fr: "Ce n’est ni un graphe ni une matrice de Camin.",
            en: "This is neither a graph nor a matrix of Camin's."), .build)
      ]
    case .otherVersion(let path, let found, let known):
      [
        fault(
          "other-version", path,
          Bilingual(
            fr: "Fichier de version \(found) ; version connue : \(known).",
            en: "The file is of version \(found); known: \(known)."), .build)
      ]
    case .truncated(let path, let bytes, let expected):
      [
        fault(
          "truncated", path,
          Bilingual(
            fr: "Le fichier est tronqué : \(bytes) octets sur \(expected).",
            en: "The file is truncated: \(bytes) bytes of \(expected)."), .build)
      ]
    case .corrupt(let path):
      [
        fault(
          "corrupt", path,
          Bilingual(
            fr: "Le contenu ne correspond pas à sa somme de contrôle.",
            en: "The content does not match its checksum."), .build)
      ]
    case .undecodable(let path, let reason):
      [
        fault(
          "not-osm", path,
          Bilingual(
            fr: "Illisible comme données OpenStreetMap (\(reason)).",
            en: "Not readable as OpenStreetMap data (\(reason))."),
          Bilingual(
            fr: "Donnez un fichier .osm.pbf, .osm ou .osm.gz entier.",
            en: "Give a whole .osm.pbf, .osm or .osm.gz file."))
      ]
    case .noRoads(let path):
      [
        fault(
          "no-roads", path,
          Bilingual(
            fr: "Aucune route ouverte aux voitures n’y figure.",
            en: "It holds no road open to cars."),
          Bilingual(fr: "Donnez un autre fichier.", en: "Give another file."))
      ]
    case .rows(let rows): rows.map(Fault.init)
    }
  }

  private func fault(_ code: String, _ path: String, _ cause: Bilingual, _ remedy: Bilingual)
    -> Fault
  {
    Fault(
      code: code, place: FaultPlace(file: path), field: "", value: "", cause: cause, remedy: remedy)
  }
}

extension Bilingual {
  fileprivate static var build: Bilingual {
    Bilingual(
      fr: "Refaites-le (camin roads build ou camin roads matrix), ou copiez-le de nouveau.",
      en: "Make it anew (camin roads build or camin roads matrix), or copy it again.")
  }
}

extension Fault {
  /// A road file that is not there, or cannot be read.
  fileprivate static func roadFile(_ path: String, _ code: Int32) -> Fault {
    let isMissing = code == ENOENT
    let reason =
      code == EISDIR
      ? Bilingual(fr: "c’est un dossier", en: "it is a folder") : SystemWords.of(code)
    return Fault(
      code: isMissing ? "missing-file" : "unreadable-file", place: FaultPlace(file: path),
      field: "", value: "",
      cause: isMissing
        ? Bilingual(
          fr: "Il n’y a pas de fichier à cet endroit.", en: "There is no file there.")
        : Bilingual(
          fr: "Lecture impossible (\(reason.fr)).", en: "Cannot be read (\(reason.en))."),
      remedy: Bilingual(
        fr: "Vérifiez le chemin et les droits d’accès.", en: "Check path and access rights."))
  }

  fileprivate init(_ row: RowFault) {
    self.init(
      code: "bad-row", place: FaultPlace(file: row.file, line: row.line), field: row.field,
      value: row.value, cause: Bilingual(fr: row.cause.french, en: row.cause.rawValue),
      remedy: Bilingual(fr: "Corrigez cette ligne.", en: "Mend this row."))
  }
}

extension RowFault.Cause {
  fileprivate var french: String {
    switch self {
    case .noSuchColumn: "cette colonne manque"
    case .notLatitude: "ce n’est pas une latitude en degrés"
    case .notLongitude: "ce n’est pas une longitude en degrés"
    case .notAboveZero: "ce n’est pas un nombre supérieur à zéro"
    case .notFromZero: "ce n’est pas un nombre positif ou nul"
    case .nameTwice: "ce nom figure déjà plus haut"
    case .noSuchNode: "aucun nœud ne porte ce nom"
    case .distanceToItself: "un lieu est à distance nulle de lui-même"
    case .pairTwice: "cette paire figure déjà plus haut"
    case .pairMissing: "cette paire manque"
    }
  }
}
