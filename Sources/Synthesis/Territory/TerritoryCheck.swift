import Planning

/// Whether the files of a territory agree with each other.
struct TerritoryCheck {
  private(set) var faults: [Fault] = []
  private let data: TerritoryData
  private let codes: Set<String>

  init(_ data: TerritoryData) {
    self.data = data
    codes = Set(data.communes.map(\.code))
    checkVersion()
    checkCommunes()
    checkReferences()
    checkFamilies()
  }

  private mutating func checkVersion() {
    guard data.profile.version != 1 else { return }
    note(
      "unknown-version", TerritoryFile.profile, "/version", "version", "\(data.profile.version)",
      Bilingual(
        fr: "Cette version du format n’est pas connue.", en: "This format version is not known."),
      Bilingual(fr: "Écrire 1.", en: "Write 1."))
  }

  private mutating func checkCommunes() {
    if data.communes.reduce(0, { $0 + $1.population }) <= 0 {
      note(
        "no-inhabitants", TerritoryFile.communes, nil, "population", "",
        Bilingual(fr: "Aucune commune n’est habitée.", en: "No commune has inhabitants."),
        Bilingual(fr: "Indiquer la population.", en: "Give the population."))
    }
    repeated(data.communes.map(\.code), in: TerritoryFile.communes, field: "insee")
    repeated(data.sites.map(\.id), in: TerritoryFile.sites.joined(separator: ", "), field: "id")
    repeated(data.zones.map(\.code), in: TerritoryFile.zones, field: "code")
  }

  private mutating func repeated(_ ids: [String], in file: String, field: String) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      note(
        "repeated-id", file, nil, field, id,
        Bilingual(fr: "Ce code est donné deux fois.", en: "This code is given twice."),
        Bilingual(fr: "Garder un code par ligne.", en: "Keep one code a row."))
    }
  }

  private mutating func checkReferences() {
    let zones = Set(data.zones.map(\.code))
    for commune in data.communes where !commune.zone.isEmpty && !zones.contains(commune.zone) {
      unknown(commune.zone, in: TerritoryFile.communes, field: "tad_zone")
    }
    for cell in data.cells where !codes.contains(cell.commune) {
      unknown(cell.commune, in: TerritoryFile.cells, field: "insee")
    }
    for code in data.markets.keys.sorted() where !codes.contains(code) {
      unknown(code, in: TerritoryFile.markets, field: "insee")
    }
    for zone in data.zones {
      for code in [zone.centre] + zone.poles where !codes.contains(code) {
        unknown(code, in: TerritoryFile.zones, field: "poles")
      }
    }
    let groups = Set(data.communes.map(\.group))
    for (size, day) in data.profile.sizes.sorted(by: { $0.key < $1.key }) {
      for group in day.groups where !groups.contains(group) {
        unknown(group, in: TerritoryFile.profile, field: "groups", "/sizes/\(size)/groups")
      }
    }
  }

  private mutating func checkFamilies() {
    let kinds = Set(data.sites.flatMap(\.kinds) + data.profile.derivedSites.map(\.kind))
    for (index, family) in data.profile.families.enumerated() {
      let pointer = "/families/\(index)"
      for kind in family.destinations where !kinds.contains(kind) {
        unknown(kind, in: TerritoryFile.profile, field: "destinations", pointer + "/destinations")
      }
      let spans = [family.stay] + (family.group.map { [$0] } ?? [])
      let orderly =
        spans.allSatisfy { 1 <= $0.least && $0.least <= $0.most }
        && family.starts.allSatisfy { $0.from <= $0.to && $0.weight >= 0 }
        && !family.starts.isEmpty && family.share >= 0 && family.halfKilometres > 0
        && family.leastKilometres <= family.mostKilometres
      if !orderly {
        note(
          "bad-family", TerritoryFile.profile, pointer, "families", family.id,
          Bilingual(
            fr: "Une borne dépasse l’autre, ou une valeur est négative ou absente.",
            en: "One bound exceeds the other, or a value is negative or missing."),
          Bilingual(
            fr: "Revoir les durées, horaires, distances et parts de cette famille.",
            en: "Look over the durations, times, distances and shares of this family."))
      }
    }
  }

  private mutating func unknown(
    _ value: String, in file: String, field: String, _ pointer: String? = nil
  ) {
    note(
      "unknown-reference", file, pointer, field, value,
      Bilingual(
        fr: "Ce code ne figure pas dans le fichier qui devrait le définir.",
        en: "The file that should define this code does not hold it."),
      Bilingual(fr: "Corriger le code ou l’ajouter.", en: "Mend the code, or add it."))
  }

  private mutating func note(
    _ code: String, _ file: String, _ pointer: String?, _ field: String, _ value: String,
    _ cause: Bilingual, _ remedy: Bilingual
  ) {
    faults.append(
      Fault(
        code: code, place: FaultPlace(file: file, pointer: pointer), field: field, value: value,
        cause: cause, remedy: remedy))
  }
}
