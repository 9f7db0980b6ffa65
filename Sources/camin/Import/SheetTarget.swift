internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning

/// Where a sheet goes: into the folder of a day, or into a store, of bookings into its days.
struct SheetTarget {
  let path: String
  /// The day asked for; `nil`: what each row says.
  let date: PlanDate?
  let role: String
  /// Language of the files of a folder.
  let language: Language
  /// The sheets that go in with this one.
  var sitting: StoreSitting?

  /// Whether it is a store, or meant to be one.
  private var isStore: Bool {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return TerritoryStore.isDatabase(path) || !isFolder.boolValue
  }

  /// Runs work on the target: in one transaction where it is a store; a folder takes one table after the other.
  ///
  /// - Parameter work: returns whether what it has put in shall stay.
  func together(_ work: (SheetTarget) throws -> Bool) throws {
    guard isStore else {
      _ = try work(self)
      return
    }
    var target = self
    let sitting = StoreSitting()
    target.sitting = sitting
    try sitting.run(path) { try work(target) }
  }

  /// Whether a file is a table rather than a scenario.
  static func isSheet(_ path: String) -> Bool {
    let lower = path.lowercased()
    return [".xlsx", ".csv", ".tsv", ".txt", ".xls", ".ods"].contains(where: lower.hasSuffix)
  }

  /// What takes the sheet, of bookings a day each.
  ///
  /// - Parameter tables: what sheets before it would have changed.
  func sinks(_ request: ImportRequest, _ tables: ImportedTables) throws -> [any ImportSink] {
    let today = try WallClock.now(in: "Europe/Paris").date
    let isStore = isStore
    if let table = request.table {
      if !isStore { return [try folder(table)] }
      if table != .bookings || date != nil { return [try store(date ?? today, table)] }
    }
    // What the sheet is of, and of which days, is seen from any of them.
    let probe = try isStore ? store(date ?? today, .bookings) : folder(.bookings)
    var day: Scenario
    do throws(Faults) { day = try probe.day().scenario } catch { throw Failure(reading: error) }
    tables.replace(in: &day)
    let found = SheetImport.survey(request, for: day)
    guard isStore else { return [try folder(found.table)] }
    guard found.table == .bookings else { return [try store(date ?? today, found.table)] }
    if let date { return [try store(date, .bookings)] }
    guard found.isDated || !found.faults.isEmpty else {
      // What is wrong besides is told with it.
      let faults = SheetImport.run(request, into: day).faults
      throw Failure(faults.isEmpty ? .usage : .badData, [.noDate(path)] + faults)
    }
    let days = found.days.keys.sorted()
    return days.isEmpty ? [probe] : try days.map { try store($0, .bookings) }
  }

  private func store(_ date: PlanDate, _ table: ImportTable) throws -> any ImportSink {
    try StoreSink(
      store: path, on: date, table: table, role: role, at: WallClock.now(), in: sitting)
  }

  private func folder(_ table: ImportTable) throws -> any ImportSink {
    let sink = FolderSink(folder: path, table: table, language: language)
    guard let date else { return sink }
    do throws(Faults) {
      let own = try sink.day().scenario.territory.date
      guard own == date else { throw Faults([.otherDate(path, own, date)]) }
    } catch {
      throw Failure(reading: error)
    }
    return sink
  }
}

extension Fault {
  fileprivate static func noDate(_ path: String) -> Fault {
    Fault(
      code: "store-without-date", place: FaultPlace(file: path), field: "date", value: "",
      cause: Bilingual(
        fr: "La feuille ne dit pas de quel jour sont ses demandes.",
        en: "The sheet does not say of which day its bookings are."),
      remedy: Bilingual(
        fr: "Dites-le : --date AAAA-MM-JJ, ou ajoutez une colonne « date ».",
        en: "Say it: --date YYYY-MM-DD, or add a column “date”."))
  }

  fileprivate static func otherDate(_ path: String, _ own: PlanDate, _ asked: PlanDate) -> Fault {
    Fault(
      code: "other-day", place: FaultPlace(file: path), field: "date", value: asked.text,
      cause: Bilingual(
        fr: "Ce dossier est la journée du \(own.text).", en: "This folder is the day \(own.text)."),
      remedy: Bilingual(
        fr: "Retirez --date, ou donnez le dossier de l’autre journée.",
        en: "Leave out --date, or give the folder of the other day."))
  }
}
