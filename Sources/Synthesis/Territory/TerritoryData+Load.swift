public import Foundation
public import Planning

extension TerritoryData {
  /// Reads a territory folder.
  ///
  /// - Throws: `Faults` with everything wrong in all the files: unreadable or missing files,
  ///   columns, numbers, words, communes and zones referred to but not there, families that no
  ///   place can serve.
  public init(folder: URL) throws(Faults) {
    var files: [String: Data] = [:]
    var faults: [Fault] = []
    for name in TerritoryFile.all {
      do {
        files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
      } catch {
        faults.append(TerritoryReading.unreadable(name))
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    try self.init(files: files)
  }

  /// Reads a territory from the contents of its files, by name (`TerritoryFile`).
  public init(files: [String: Data]) throws(Faults) {
    var reading = TerritoryReading(files: files)
    let communes = reading.table(
      TerritoryFile.communes,
      [
        "insee", "name", "latitude", "longitude", "population", "population75", "class", "group",
        "tad_zone", "shops",
      ], Self.communes)
    let cells = reading.table(
      TerritoryFile.cells, ["latitude", "longitude", "population", "insee"], Self.cells)
    let zones = reading.table(
      TerritoryFile.zones, ["code", "name", "centre", "poles"], Self.zones)
    let markets = reading.table(TerritoryFile.markets, ["insee", "weekdays"], Self.markets)
    let sites = TerritoryFile.sites.flatMap {
      reading.table(
        $0, ["id", "kinds", "name", "commune", "class", "latitude", "longitude", "weight"],
        Self.sites)
    }
    let profile = reading.profile()
    guard reading.faults.isEmpty, let profile else { throw Faults(reading.faults) }
    self.init(
      profile: profile, communes: communes, cells: cells, sites: sites, zones: zones,
      markets: markets)
    let inconsistent = TerritoryCheck(self).faults
    guard inconsistent.isEmpty else { throw Faults(inconsistent) }
  }
}

/// Reads file after file and gathers their faults.
private struct TerritoryReading {
  let files: [String: Data]
  private(set) var faults: [Fault] = []

  init(files: [String: Data]) { self.files = files }

  mutating func table<Value>(
    _ file: String, _ required: [String], _ read: (inout TableReader) -> Value
  ) -> Value {
    let text = files[file].flatMap { String(data: $0, encoding: .utf8) }
    if text == nil { faults.append(Self.unreadable(file)) }
    // An unreadable file reads as one without rows, so that the others are still looked at.
    var reader = TableReader(
      CsvTable(file: file, text: text ?? required.joined(separator: ",")), required: required)
    let value = read(&reader)
    faults += reader.faults
    return value
  }

  mutating func profile() -> DemandProfile? {
    do {
      return try JSONDecoder().decode(
        DemandProfile.self, from: files[TerritoryFile.profile] ?? Data())
    } catch {
      faults.append(Self.undecodable(error))
      return nil
    }
  }

  static func unreadable(_ file: String) -> Fault {
    let all = TerritoryFile.all.joined(separator: ", ")
    return Fault(
      code: "unreadable-file", place: FaultPlace(file: file), field: "", value: "",
      cause: Bilingual(
        fr: "Le fichier manque, ne se laisse pas lire ou n’est pas en UTF-8.",
        en: "The file is missing, cannot be read or is not UTF-8."),
      remedy: Bilingual(
        fr: "Un dossier de territoire contient : \(all).", en: "A territory folder holds: \(all)."))
  }

  private static func undecodable(_ error: any Error) -> Fault {
    let (path, detail): ([any CodingKey], String) =
      switch error {
      case DecodingError.keyNotFound(let key, let context): (context.codingPath + [key], "")
      case DecodingError.typeMismatch(_, let context),
        DecodingError.valueNotFound(_, let context), DecodingError.dataCorrupted(let context):
        (context.codingPath, context.debugDescription)
      default: ([], "")
      }
    let pointer = path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    return Fault(
      code: "bad-json", place: FaultPlace(file: TerritoryFile.profile, pointer: pointer),
      field: path.last?.stringValue ?? "", value: detail,
      cause: Bilingual(
        fr: "Cette clé manque ou sa valeur n’a pas la forme attendue.",
        en: "This key is missing or its value has not the expected form."),
      remedy: Bilingual(
        fr: "Prendre pour modèle le fichier d’un territoire livré.",
        en: "Take the file of a shipped territory as a model."))
  }
}
