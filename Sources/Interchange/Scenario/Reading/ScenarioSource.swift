public import Planning

/// Reads scenarios, from a folder of CSV files or from one JSON document; both give the same model.
public enum ScenarioSource {
  /// Reads the scenario at `path`.
  ///
  /// - Parameters:
  ///   - lookingForRoads: whether the roads that it names must be there; not where others are taken.
  ///   - leavesOutFaulty: whether bookings at fault are left out, each of their faults told as a warning (R52).
  /// - Returns: the scenario, and warnings about what was left aside.
  /// - Throws: every fault of how it is written and of what it means, sorted by file and line.
  public static func read(
    _ path: String, lookingForRoads: Bool = true, leavesOutFaulty: Bool = false
  ) throws(Faults) -> (scenario: Scenario, warnings: [Fault]) {
    let log = InputLog()
    let draft: ScenarioDraft
    switch Folder.kind(of: path) {
    case .nothing:
      throw Faults([missing(path)])
    case .folder:
      draft = FolderReader.read(path, log)
    case .file:
      let name = String(path.split(separator: "/").last ?? "")
      guard let root = JSONFile.read(path, as: name, log) else {
        throw Faults(log.faults)
      }
      draft = DocumentReader.read(root, file: name, log)
    }
    if lookingForRoads { RoadsEntry.lookFor(draft, besides: path, log) }
    return try finish(draft, log, leavesOutFaulty)
  }

  /// Whether what stands at a path looks like a scenario rather than an instance: a folder, or a JSON document
  /// that speaks of a territory.
  public static func isScenario(_ path: String) -> Bool {
    switch Folder.kind(of: path) {
    case .nothing: return false
    case .folder: return true
    case .file:
      guard path.lowercased().hasSuffix(".json"),
        case .object(let members)? = JSONFile.read(path, as: path, InputLog())?.content
      else { return false }
      return members.contains { $0.key == "territory" }
    }
  }

  /// Reads a scenario document that is in memory, such as the body of a request.
  ///
  /// - Parameters:
  ///   - name: what faults call the document.
  ///   - leavesOutFaulty: whether bookings at fault are left out, each of their faults told as a warning (R52).
  public static func read(
    json bytes: [UInt8], name: String = "scenario.json", leavesOutFaulty: Bool = false
  ) throws(Faults) -> (
    scenario: Scenario, warnings: [Fault]
  ) {
    let log = InputLog()
    guard let root = JSONFile.parse(bytes, as: name, log) else { throw Faults(log.faults) }
    return try finish(DocumentReader.read(root, file: name, log), log, leavesOutFaulty)
  }

  private static func finish(
    _ read: ScenarioDraft, _ log: InputLog, _ leavesOutFaulty: Bool
  ) throws(Faults) -> (
    scenario: Scenario, warnings: [Fault]
  ) {
    var draft = read
    var meaning = ScenarioMeaning(draft).findings(besides: log.faults)
    var faults = log.faults + meaning.faults
    var leftOut: [Fault] = []
    if leavesOutFaulty, !faults.isEmpty {
      leftOut = draft.leaveOutBookings(at: faults)
      faults = faults.filter { !leftOut.contains($0) }
      if faults.isEmpty {
        meaning = ScenarioMeaning(draft).findings(besides: [])
        faults = meaning.faults
      }
    }
    // What is wrong besides is told with all the rest: who mends it should see the whole.
    guard faults.isEmpty else {
      throw Faults(FaultPrinter.sorted((faults + leftOut).map(log.located)))
    }
    let warnings = leftOut.map(\.ofLeftOut) + log.warnings + meaning.warnings
    return (draft.scenario, FaultPrinter.sorted(warnings.map(log.located)))
  }

  private static func missing(_ path: String) -> Fault {
    Fault(
      code: "missing-scenario", place: FaultPlace(file: path), field: "", value: path,
      cause: Bilingual(
        fr: "Il n’y a ni dossier ni fichier à cet endroit.",
        en: "There is neither a folder nor a file there."),
      remedy: Bilingual(
        fr: "Vérifiez le chemin ; un scénario est un dossier ou un fichier .json.",
        en: "Check the path; a scenario is a folder or a .json file."))
  }
}
