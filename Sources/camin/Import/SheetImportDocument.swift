internal import Desk
internal import Interchange
internal import Planning

/// What `--json` tells of an import.
struct SheetImportDocument: Encodable {
  struct Field: Encodable {
    let field: String
    let before: Bilingual
    let after: Bilingual
  }

  struct Change: Encodable {
    let id: String
    let kind: ImportChange.Kind
    let rider: String?
    let otherId: String?
    let row: Int?
    let fields: [Field]

    init(_ change: ImportChange) {
      id = change.id
      kind = change.kind
      rider = change.rider.isEmpty ? nil : change.rider
      otherId = change.otherId.isEmpty ? nil : change.otherId
      row = change.place?.line
      fields = change.fields.map { Field(field: $0.field, before: $0.before, after: $0.after) }
    }
  }

  let date: String
  let table: ImportTable
  let sheet: String?
  let dryRun: Bool
  let applied: Bool
  let rows: Int
  let otherDays: Int
  /// By kind of change.
  let counts: [String: Int]
  /// What changes of the table; of bookings under their own name.
  let bookings: [Change]?
  let records: [Change]?
  /// Riders whom bookings or standing orders have brought, or changed.
  let riders: [Change]
  let repeatedRows: [Int]
  let rowsLeftOut: [Int]
  let personalColumns: [String]
  let ignoredColumns: [String]
  let newContacts: Int
  let newAliases: Int
  let openQuestions: Int
  let faults: [FaultItem]
  let warnings: [FaultItem]
}

extension SheetImportReport {
  var document: SheetImportDocument {
    let kinds = ImportChange.Kind.allCases.map { kind in
      (kind.rawValue, outcome.changes.count { $0.kind == kind })
    }
    func news(_ list: [ImportChange]) -> [SheetImportDocument.Change] {
      list.filter { $0.kind != .same }.map(SheetImportDocument.Change.init)
    }
    let areBookings = outcome.table == .bookings
    return SheetImportDocument(
      date: date.text, table: outcome.table, sheet: outcome.sheet, dryRun: isDryRun,
      applied: isApplied,
      rows: outcome.rows, otherDays: outcome.otherDays,
      counts: Dictionary(uniqueKeysWithValues: kinds),
      bookings: areBookings ? news(outcome.changes) : nil,
      records: areBookings ? nil : news(outcome.changes), riders: news(outcome.riders),
      repeatedRows: outcome.repeated, rowsLeftOut: outcome.leftOut,
      personalColumns: outcome.personalColumns, ignoredColumns: outcome.ignoredColumns,
      newContacts: outcome.newContacts, newAliases: outcome.aliases.count,
      openQuestions: outcome.openQuestions, faults: outcome.faults.map(FaultItem.init),
      warnings: outcome.warnings.map(FaultItem.init))
  }
}
