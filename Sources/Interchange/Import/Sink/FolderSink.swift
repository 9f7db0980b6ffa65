public import Planning

/// Imports into a scenario folder. Each file is replaced as a whole, and in such an order that the folder is a sound
/// day at every moment: local names first, then riders, then bookings, which speak of both. What a kill leaves undone,
/// the same import does the next time.
public struct FolderSink: ImportSink {
  private let folder: String
  private let table: ImportTable
  private let language: Language

  /// - Parameters:
  ///   - table: what the sheet is of.
  ///   - language: of headers and values in what is written.
  public init(folder: String, table: ImportTable = .bookings, language: Language) {
    self.folder = folder
    self.table = table
    self.language = language
  }

  public func day() throws(Faults) -> (scenario: Scenario, warnings: [Fault]) {
    guard Folder.kind(of: folder) == .folder else { throw Faults([Self.noFolder(folder)]) }
    for file in table.files {
      guard let workbook = CSVTable.workbook(for: path(file)) else { continue }
      throw Faults([Self.workbookInTheWay(String(workbook.split(separator: "/").last ?? ""))])
    }
    return try ScenarioSource.read(folder, lookingForRoads: false)
  }

  public func apply(_ outcome: ImportOutcome) throws(Faults) {
    guard let scenario = outcome.scenario else { return }
    if !outcome.aliases.isEmpty { try write(aliases(outcome.aliases)) }
    let files = ScenarioFolder.files(scenario, language: language)
    func news(_ list: [ImportChange]) -> Bool {
      list.contains { $0.kind == .added || $0.kind == .changed }
    }
    let isChanged = news(outcome.changes) || outcome.removesGone
    // What goes is first let go of by those that speak of it.
    let order = outcome.removesGone ? table.files.reversed() : table.files
    for name in order
    where name == ScenarioFiles.riders && table != .riders ? news(outcome.riders) : isChanged {
      if let file = files.first(where: { $0.name == name }) {
        try write(file)
      } else {
        // A table that is not there and one without rows say the same.
        SystemCalls.removeTree(path(name))
      }
    }
  }

  private func path(_ file: String) -> String { folder + "/" + file }

  private func write(_ file: OutputFile) throws(Faults) {
    try AtomicFile.write(file.bytes, to: path(file.name))
  }

  /// The table of local names with more of them.
  private func aliases(_ new: [(name: String, place: String)]) throws(Faults) -> OutputFile {
    let log = InputLog()
    let fields = AliasFields.set(.unavailable)
    var rows: [PlaceAlias] = []
    let table = CSVTable(file: ScenarioFiles.aliases, columns: fields.columns(), log: log)
    _ = table.read(path(ScenarioFiles.aliases), mayBeAbsent: true, mayBeEmpty: true) { row, map in
      rows.append(fields.read(row, map, log).record)
    }
    guard log.faults.isEmpty else { throw Faults(log.faults) }
    rows += new.map { PlaceAlias(name: $0.name, place: $0.place) }
    var text = CSVText(language: language)
    text.add(fields.fields.map { $0.header[language] })
    for row in rows { text.add(fields.cells(row, language)) }
    return OutputFile(ScenarioFiles.aliases, text: text.text)
  }

  private static func noFolder(_ folder: String) -> Fault {
    Fault(
      code: "missing-scenario", place: FaultPlace(file: folder), field: "", value: folder,
      cause: Bilingual(
        fr: "Il n’y a pas de dossier à cet endroit.", en: "There is no folder there."),
      remedy: Bilingual(
        fr: "Donnez le dossier de la journée, celui qui contient territory.json.",
        en: "Give the folder of the day, the one that holds territory.json."))
  }

  private static func workbookInTheWay(_ file: String) -> Fault {
    Fault(
      code: "workbook-in-folder", place: FaultPlace(file: file), field: "", value: "",
      cause: Bilingual(
        fr: "Le dossier tient ce tableau dans un classeur, que Camin ne modifie pas.",
        en: "The folder keeps this table in a workbook, which Camin does not change."),
      remedy: Bilingual(
        fr: "Enregistrez-le en CSV dans le dossier et retirez le classeur, puis recommencez.",
        en: "Save it as CSV in the folder and take the workbook away, then try again."))
  }
}

extension ImportTable {
  /// The files of a folder that an import of its sheets may change, those first of which the others speak.
  fileprivate var files: [String] {
    switch self {
    case .places: [ScenarioFiles.places]
    case .riders: [ScenarioFiles.riders]
    case .volunteers: [ScenarioFiles.volunteers, ScenarioFiles.availability]
    case .vehicles: [ScenarioFiles.vehicles, ScenarioFiles.availability]
    case .availability: [ScenarioFiles.availability]
    case .standing: [ScenarioFiles.riders, ScenarioFiles.standing]
    case .bookings: [ScenarioFiles.riders, ScenarioFiles.bookings]
    }
  }
}
