internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning

/// `camin import`: scenarios into a territory's store, and sheets of its tables into a store or a day's folder.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        fr: "Importer des journées, ou les tableaux d’un tableur.",
        en: "Import days, or tables from a spreadsheet."),
      discussion: say(
        fr: """
          Ce qui est nouveau s’ajoute, ce qui existe sous le même identifiant est mis à jour ; recommencer ne change rien. \
          Tous les fichiers entrent ensemble, ou aucun : les erreurs sont toutes dites à la fois. --dry-run montre ce qui \
          changerait.

            camin import lot.camin jeudi vendredi.json

          Les demandes d’un tableur (.xlsx ou CSV, comme Excel et LibreOffice les écrivent) vont dans une base, au jour que \
          dit chaque ligne ou --date, ou dans le dossier d’une journée. Une demande déjà là est reconnue, même sous un autre \
          numéro ; chaque erreur est dite avec la feuille et la cellule.

            camin import lot.camin demandes.xlsx --map colonnes.csv --contacts contacts.csv --dry-run
            camin import demandes.xlsx --into mercredi

          Ce dont Camin n’est pas sûr (une colonne, un mot, un nom de lieu), il l’écrit dans le fichier de \
          correspondance (--map) ; on l’ouvre dans le tableur, on corrige, on écrit « confirmé », et l’on recommence. Les \
          noms de lieux confirmés sont gardés. Noms et téléphones ne vont que dans le fichier de contacts.

          Les autres tableaux du territoire s’importent de même : lieux, passagers, bénévoles, véhicules, disponibilités, \
          commandes permanentes. Le nom du fichier ou de la feuille dit lequel, ou --table. Un classeur dont les feuilles \
          portent ces noms s’importe d’un coup.

            camin import lot.camin lieux.xlsx benevoles.xlsx --contacts contacts.csv
            camin import lot.camin "planning 2026.xlsx" --table disponibilités
          """,
        en: """
          What is new is added, what exists under the same id is brought up to date; doing it again changes nothing. All \
          files go in together, or none: all faults are told at once. --dry-run shows what would change.

            camin import lot.camin thursday friday.json

          Bookings from a spreadsheet (.xlsx or CSV, as Excel and LibreOffice write them) go into a store, on the day that \
          each row or --date says, or into the folder of a day. A booking that is there is recognised, also under another \
          number; each fault is told with sheet and cell.

            camin import lot.camin bookings.xlsx --map columns.csv --contacts contacts.csv --dry-run
            camin import bookings.xlsx --into wednesday

          What Camin is not sure of (a column, a word, the name of a place) it writes to the mapping file (--map); open \
          it in the spreadsheet, correct it, write “confirmed”, and try again. Names of places once confirmed are kept. \
          Names and phones go to the contacts file only.

          The territory's other tables are imported likewise: places, riders, volunteers, vehicles, availability, standing \
          orders. The name of the file or sheet says which, or --table. A workbook whose sheets bear these names is imported \
          at once.

            camin import lot.camin places.xlsx volunteers.xlsx --contacts contacts.csv
            camin import lot.camin "planning 2026.xlsx" --table availability
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "La base (ou le dossier d’une journée), puis scénarios ou tableaux.",
        en: "The store (or a day's folder), then scenarios or tables."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Où importer, au lieu du premier des fichiers.",
        en: "Where to import to, in place of the first of the files."),
      valueName: say(fr: "cible", en: "target")),
    completion: .file())
  var into: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Jour des demandes d’une feuille ; sans lui, celui que dit chaque ligne. Pour les autres "
          + "tableaux, jour où ils valent ; sans lui, aujourd’hui.",
        en: "Day of a sheet's bookings; by default what each row says. For other tables the day as "
          + "of which they hold; by default today."), valueName: "date"))
  var date: String?

  @OptionGroup var sheet: SheetOptions

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Retirer ce que la feuille n’a pas ; d’un scénario, demandes et verrous de son jour.",
        en: "Remove what the sheet does not have; of a scenario, bookings and locks of its day.")))
  var replace = false

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Reprendre aussi les réglages et profils de règles du territoire.",
        en: "Take over the territory's settings and rule profiles too.")))
  var settings = false

  @Flag(
    help: ArgumentHelp(
      say(fr: "Montrer ce qui changerait, sans rien écrire.", en: "Show what would change only.")))
  var dryRun = false

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    var sources = paths
    let target = into ?? sources.removeFirst()
    // `*.csv` takes in the files that Camin has written beside the sheets.
    sources.removeAll { [sheet.mapping, sheet.contacts].contains($0) }
    guard !sources.isEmpty else { throw Failure(.usage, [.nothingToImport]) }
    let sheets = sources.filter(SheetTarget.isSheet)
    guard !sheets.isEmpty else { return try importScenarios(sources, into: target) }
    guard sheets.count == sources.count else { throw Failure(.usage, [.sheetsAndScenarios]) }
    try importSheets(sheets, into: target)
  }

  private func importSheets(_ files: [String], into target: String) throws {
    let day = try date.map { text throws(Failure) in try ProfileInput.date(text) }
    let series = SheetSeries(
      requests: try requests(files),
      target: SheetTarget(
        path: target, date: day, role: try role.id(), language: output.lang ?? .french),
      isDryRun: dryRun, output: output)
    try SheetImportTelling(reports: series.run(), output: output).tell()
  }

  /// What is asked for, a table each: a workbook may hold several.
  private func requests(_ files: [String]) throws(Failure) -> [ImportRequest] {
    var requests: [(table: ImportTable?, request: ImportRequest)] = []
    for file in files {
      var request = try sheet.request(file, language: output.language)
      request.removeGone = replace
      let tables =
        request.table == nil && request.sheet == nil ? SheetImport.tables(of: file) : []
      guard !tables.isEmpty else {
        requests.append((request.table ?? ImportTable(file: file), request))
        continue
      }
      for (table, name) in tables {
        var one = request
        one.table = table
        one.sheet = name
        one.mapping = request.mapping.map { Self.mapping($0, of: table, output.language) }
        requests.append((table, one))
      }
    }
    let order = ImportTable.allCases
    func rank(_ table: ImportTable?) -> Int {
      table.flatMap { order.firstIndex(of: $0) } ?? order.count
    }
    return requests.enumerated().sorted {
      (rank($0.element.table), $0.offset) < (rank($1.element.table), $1.offset)
    }.map(\.element.request)
  }

  /// The mapping file of one of a workbook's tables: `carte-lieux.csv` beside `carte.csv`.
  private static func mapping(
    _ path: String, of table: ImportTable, _ language: Language
  ) -> String {
    let file = URL(filePath: path)
    let word = table.title[language].replacing(" ", with: "-")
    let name = file.deletingPathExtension().lastPathComponent + "-" + word
    let folder = path.contains("/") ? file.deletingLastPathComponent().path + "/" : ""
    return folder + name + (file.pathExtension.isEmpty ? "" : "." + file.pathExtension)
  }

  private func importScenarios(_ paths: [String], into store: String) throws {
    let rules = StoreImport(
      takesSettings: settings, replacesDay: replace, role: try role.id())
    let (scenarios, warnings) = try ImportedScenario.read(paths, into: store)
    Warnings.show(warnings, output)
    let moment = try WallClock.now()
    let outcomes = try storing {
      try TerritoryStore.open(store).transaction(keepsChanges: !dryRun) { edit in
        try scenarios.map { item in
          try rules.put(item.scenario, roads: item.roads, into: edit, at: moment)
        }
      }
    }
    try ImportReport(outcomes: outcomes, warnings: warnings, isDryRun: dryRun).write(output)
  }
}

extension Fault {
  fileprivate static let nothingToImport = Fault.usage(
    Bilingual(
      fr: "Dites aussi ce qu’il faut importer : camin import BASE FICHIER….",
      en: "Say what to import too: camin import STORE FILE…."))

  fileprivate static let sheetsAndScenarios = Fault.usage(
    Bilingual(
      fr: "Importez feuilles de demandes et scénarios l’un après l’autre.",
      en: "Import sheets of bookings and scenarios one after the other."))
}

/// A scenario to be imported.
struct ImportedScenario {
  let path: String
  let scenario: Scenario
  /// Its roads, as the store's settings would name them.
  let roads: String?

  /// Reads all, and tells the faults of all at once.
  static func read(
    _ paths: [String], into store: String
  ) throws(Failure) -> (scenarios: [ImportedScenario], warnings: [Fault]) {
    var scenarios: [ImportedScenario] = []
    var warnings: [Fault] = []
    var faults: [Fault] = []
    for path in paths {
      do throws(Faults) {
        let read = try ScenarioSource.read(path, lookingForRoads: false)
        let roads = StoreImport.roads(of: read.scenario, at: path, in: store)
        scenarios.append(ImportedScenario(path: path, scenario: read.scenario, roads: roads))
        warnings += read.warnings.filter { $0.code != "standing-not-expanded" }
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw Failure(reading: Faults(faults)) }
    return (scenarios, warnings)
  }
}

/// Tells what an import has done.
struct ImportReport {
  let outcomes: [StoreImport.Outcome]
  let warnings: [Fault]
  let isDryRun: Bool

  /// What `--json` tells.
  private struct Told: Encodable {
    struct Day: Encodable {
      let date: String
      let added: [String: Int]
      let changed: [String: Int]
      let unchanged: [String: Int]
      let removed: [String: Int]
      let keepsSettings: Bool
    }
    let dryRun: Bool
    let days: [Day]
    let warnings: [FaultItem]
  }

  func write(_ output: OutputOptions) throws {
    if output.json {
      try JSONOutput.write(
        Told(
          dryRun: isDryRun, days: outcomes.map(Self.day), warnings: warnings.map(FaultItem.init)))
    } else if !output.quiet {
      try Console.write(outcomes.map(paragraph).joined())
    }
  }

  private static func day(_ outcome: StoreImport.Outcome) -> Told.Day {
    func counts(_ change: ItemChange) -> [String: Int] {
      var counts: [String: Int] = [:]
      for (kind, changes) in outcome.changes { counts[kind.rawValue] = changes[change] }
      return counts
    }
    var removed: [String: Int] = [:]
    for (kind, count) in outcome.removed { removed[kind.rawValue] = count }
    return Told.Day(
      date: outcome.date.text, added: counts(.added), changed: counts(.changed),
      unchanged: counts(.unchanged), removed: removed, keepsSettings: outcome.keepsSettings)
  }

  private func paragraph(_ outcome: StoreImport.Outcome) -> String {
    var text = outcome.date.text + "\n"
    text +=
      outcome.isIdle
      ? say(fr: "Rien de nouveau.\n", en: "Nothing new.\n") : StoreWords.changes(outcome)
    if outcome.keepsSettings {
      text += say(
        fr: "Les réglages du territoire diffèrent ; ceux de la base restent (sinon --settings).\n",
        en: "The territory's settings differ; the store's stay (else --settings).\n")
    }
    if isDryRun {
      text += say(fr: "Essai : rien n’est écrit.\n", en: "Dry run: nothing is written.\n")
    }
    return text
  }
}
