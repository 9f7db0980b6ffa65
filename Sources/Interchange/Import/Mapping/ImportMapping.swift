internal import Planning

/// How a sheet is to be read: what each column holds, what words in it mean, and which place a name is. The
/// coordinator confirms what Camin only supposes; nothing supposed is ever used.
struct ImportMapping: Equatable {
  struct Column: Equatable {
    var header: String
    /// Keys of fields; none: the column is left aside.
    var fields: [String]
    var isConfirmed = true
    var note = ""
  }

  /// A word in a column and what stands for it.
  struct Value: Equatable {
    /// Empty: all columns of hours.
    var header: String
    var word: String
    var replacement: String
    var isConfirmed = true
    var note = ""
  }

  /// A name and the id of the place that it is.
  struct Name: Equatable {
    var name: String
    var place: String
    var isConfirmed = true
    var note = ""
  }

  /// What the sheet is of; `nil`: as its name says, or bookings.
  var table: ImportTable?
  var sheet: String?
  /// Row of the sheet, from 1.
  var headerRow: Int?
  var columns: [Column] = []
  var values: [Value] = []
  var places: [Name] = []

  /// What is still only supposed.
  var openCount: Int {
    columns.count { !$0.isConfirmed } + values.count { !$0.isConfirmed }
      + places.count { !$0.isConfirmed }
  }

  func column(_ header: String) -> Column? {
    columns.first { $0.header == header }
      ?? columns.first { Fold.header($0.header) == Fold.header(header) }
  }

  /// Adds what is not in it yet; what is there stays as the coordinator left it.
  mutating func add(_ more: ImportMapping) {
    table = table ?? more.table
    sheet = sheet ?? more.sheet
    headerRow = headerRow ?? more.headerRow
    for column in more.columns where self.column(column.header) == nil { columns.append(column) }
    for value in more.values
    where !values.contains(where: {
      $0.header == value.header && RowPreparation.key($0.word) == RowPreparation.key(value.word)
    }) {
      values.append(value)
    }
    for name in more.places
    where !places.contains(where: { Fold.place($0.name) == Fold.place(name.name) }) {
      places.append(name)
    }
  }
}
