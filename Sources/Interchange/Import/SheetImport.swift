public import Planning

/// What to import, and how.
public struct ImportRequest: Sendable {
  /// The sheet: a path to an `.xlsx` or CSV file.
  public var file: String
  /// What the sheet is of; `nil`: what the mapping file says, or the name of the sheet or file, else bookings.
  public var table: ImportTable?
  /// Sheet of a workbook; `nil`: the one that looks like the table.
  public var sheet: String?
  /// Row of the header, from 1; `nil`: the one that looks like it.
  public var headerRow: Int?
  /// The mapping file; it need not be there yet. `nil`: headers must speak for themselves.
  public var mapping: String?
  /// The contacts file; it need not be there yet. `nil`: names and telephones are dropped.
  public var contacts: String?
  /// What sheets before this one would have put into the contacts file, where nothing is written; `nil`: what stands in it.
  public var contactsText: String?
  /// Leave out the rows that are at fault, and take the rest.
  public var acceptGoodRows = false
  /// Take away what the sheet has no more.
  public var removeGone = false
  /// Language of the files that are written for people.
  public var language = Language.french

  public init(file: String) { self.file = file }
}

/// What an import has found. Nothing is changed until a sink applies it.
public struct ImportOutcome: Sendable {
  /// What the sheet is of.
  public internal(set) var table = ImportTable.bookings
  /// Name of the sheet; `nil` for CSV.
  public var sheet: String?
  /// The file is no UTF-8, and was read in the characters of Windows.
  public var isWindowsText = false
  /// Rows below the header, and those of them that are of another day.
  public var rows = 0
  public var otherDays = 0
  /// Whether the sheet has a column for the day, and how many rows are of which day.
  public var isDated = false
  public var days: [PlanDate: Int] = [:]
  /// What becomes of the table's records.
  public var changes: [ImportChange] = []
  /// Riders whom bookings or standing orders have brought, or changed.
  public var riders: [ImportChange] = []
  /// Rows that repeat what another row says.
  public var repeated: [Int] = []
  /// Rows left out for their faults, where that was asked for.
  public var leftOut: [Int] = []
  /// Columns whose names or telephones go to the contacts file or are dropped, and columns that mean nothing to Camin.
  public var personalColumns: [String] = []
  public var ignoredColumns: [String] = []
  /// People who are new in the contacts file.
  public var newContacts = 0
  /// All that is wrong, by row.
  public var faults: [Fault] = []
  public var warnings: [Fault] = []
  /// What the mapping file leaves open; it has been written anew with it, if asked to be.
  public var openQuestions = 0
  /// The day with the import in it.
  public internal(set) var scenario: Scenario?
  /// Names that the coordinator has confirmed, with the ids of their places, which are no aliases yet.
  public internal(set) var aliases: [(name: String, place: String)] = []
  /// Files besides the day: the mapping to confirm, which is written in any case, and the contacts.
  public internal(set) var mappingText: String?
  public internal(set) var contactsText: String?

  /// Whether it can be applied: nothing is wrong, or what is wrong is left out.
  public var isSound: Bool { faults.isEmpty || (scenario != nil && !leftOut.isEmpty) }

  public var hasChanges: Bool {
    !aliases.isEmpty || newContacts > 0
      || (changes + riders).contains { $0.kind == .added || $0.kind == .changed }
      || removesGone
  }

  /// What is gone is taken away.
  public internal(set) var removesGone = false
}

/// Reads a sheet against a day, or against a territory as a whole.
public enum SheetImport {
  /// What the import would do. Reads files, writes none.
  ///
  /// - Parameter base: the day; of other tables than bookings with the hours and standing orders of all days.
  public static func run(_ request: ImportRequest, into base: Scenario) -> ImportOutcome {
    ImportRun(request, base).run()
  }

  /// What a sheet is of, and of which days its bookings are; the rest of the outcome is left open.
  public static func survey(_ request: ImportRequest, for base: Scenario) -> ImportOutcome {
    ImportRun(request, base).survey()
  }

  /// What the sheets of a file are of, each by its name, in the order in which one rests on another; empty where it has
  /// not two such sheets, so that it is one table, or cannot be read.
  public static func tables(of path: String) -> [(table: ImportTable, sheet: String)] {
    let names = (try? TableSource.read(path))?.filter { !$0.isHidden }.map(\.name) ?? []
    let found = names.compactMap { name in ImportTable(name).map { (table: $0, sheet: name) } }
    guard found.count > 1 else { return [] }
    return ImportTable.allCases.flatMap { table in found.filter { $0.table == table } }
  }
}
