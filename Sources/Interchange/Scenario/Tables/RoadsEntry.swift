import Planning

/// What `roads` in a territory says: where road times come from.
public enum RoadsEntry {
  /// Takes estimates though the day names roads.
  public static let none = "none"

  private static let servers = ["osrm:", "valhalla:"]

  /// Whether it names a routing server.
  public static func isServer(_ entry: String) -> Bool {
    servers.contains { entry.lowercased().hasPrefix($0) }
  }

  /// Where the paths that a day names start from.
  ///
  /// They may lead out of there. Whoever takes days from strangers must not open them.
  ///
  /// - Parameter day: folder or JSON file of the day.
  public static func folder(of day: String) -> String {
    guard Folder.kind(of: day) != .folder else { return day }
    guard let slash = day.lastIndex(of: "/") else { return "." }
    return slash == day.startIndex ? "/" : String(day[..<slash])
  }

  /// Tells the log where a path that the day names leads nowhere.
  static func lookFor(_ draft: ScenarioDraft, besides day: String, _ log: InputLog) {
    guard let entry = draft.scenario.territory.roads, entry != none, !isServer(entry) else {
      return
    }
    let path = entry.hasPrefix("/") ? entry : folder(of: day) + "/" + entry
    guard Folder.kind(of: path) == .nothing else { return }
    let origin = draft.origins[.territory, 0]
    log.fault(
      .missingRoads,
      at: FaultPlace(
        file: origin?.file ?? ScenarioFiles.territory, line: origin?.line,
        pointer: (origin?.pointer ?? "") + "/roads"), field: "roads", value: entry)
  }

  /// What is wrong with how an entry is written.
  static func complaint(_ entry: String) -> Complaint? {
    guard !entry.isEmpty,
      entry.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return .noRoads }
    guard isServer(entry) else { return isScheme(entry) ? .otherRoads : nil }
    let url = String(entry.drop { $0 != ":" }.dropFirst())
    guard let scheme = ["http://", "https://"].first(where: url.lowercased().hasPrefix),
      let host = url.dropFirst(scheme.count).split(separator: "/").first
    else { return .notAServer }
    return host.contains("@") ? .passwordInUrl : nil
  }

  /// Something like `http:`, of two letters at least: one could be the drive of a Windows path.
  private static func isScheme(_ entry: String) -> Bool {
    let name = entry.prefix { $0 != ":" }
    return name.count < entry.count && name.count > 1
      && name.allSatisfy { $0.isASCII && $0.isLetter }
  }
}

extension FieldCodec where Value == String {
  static var roads: FieldCodec {
    FieldCodec.words.checked(schema: ["type": "string", "minLength": 1], RoadsEntry.complaint)
  }
}

extension Complaint {
  private static let remedy = Bilingual(
    fr: "Écrivez un chemin à partir du dossier de la journée, ou osrm:http://…, valhalla:http://….",
    en: "Write a path from the day's folder, or osrm:http://…, valhalla:http://….")

  fileprivate static let noRoads = Complaint(
    "bad-roads",
    cause: Bilingual(fr: "Ce n’est pas un chemin.", en: "This is not a path."), remedy: remedy)

  fileprivate static let otherRoads = Complaint(
    "bad-roads",
    cause: Bilingual(
      fr: "Camin ne connaît pas cette sorte de serveur.",
      en: "Camin does not know this kind of server."), remedy: remedy)

  fileprivate static let notAServer = Complaint(
    "bad-roads",
    cause: Bilingual(
      fr: "Ce n’est pas l’adresse d’un serveur.", en: "This is not the address of a server."),
    remedy: remedy)

  fileprivate static let passwordInUrl = Complaint(
    "bad-roads",
    cause: Bilingual(
      fr: "Un fichier partagé ne doit contenir ni identifiant ni mot de passe.",
      en: "A file that is shared must hold no user name or password."),
    remedy: Bilingual(fr: "Retirez ce qui précède « @ ».", en: "Leave out what stands before “@”."))

  fileprivate static let missingRoads = Complaint(
    "missing-roads",
    cause: Bilingual(
      fr: "Il n’y a pas de routes à cet endroit.", en: "There are no roads in this place."),
    remedy: Bilingual(
      fr: "Corrigez le chemin, qui part du dossier de la journée, ou donnez --roads none pour des "
        + "temps estimés.",
      en: "Mend the path, which starts from the day's folder, or give --roads none for estimated "
        + "times."))
}
