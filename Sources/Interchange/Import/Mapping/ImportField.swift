internal import Planning

/// What a column of a sheet may hold.
struct ImportField {
  /// What its cells are, as far as they are prepared before the field reads them.
  enum Kind { case date, time, place, hours, personal, other }

  /// As `ColumnMap` knows it; `return.` before the parts of a way back that stand on the same row.
  var key: String
  /// What a mapping file calls it.
  var name: Bilingual
  /// Folded headers that mean this field and nothing else.
  var headers: Set<String>
  /// Folded headers that may mean it, to be confirmed.
  var hints: Set<String> = []
  var kind: Kind
}

/// All fields that the columns of a table's sheets may hold.
struct ImportFields {
  let all: [ImportField]
  let table: ImportTable
  private let byName: [String: Int]

  /// What a mapping file calls a column that is left aside.
  static let ignored = Bilingual(fr: "ignorer", en: "ignore")

  init(_ table: ImportTable) {
    self.table = table
    all = table.columns
    var names: [String: Int] = [:]
    for (index, field) in all.enumerated() {
      for name in [field.key, field.name.fr, field.name.en] where names[Fold.key(name)] == nil {
        names[Fold.key(name)] = index
      }
    }
    byName = names
  }

  /// The field that a mapping file means by a name.
  func named(_ name: String) -> ImportField? { byName[Fold.key(name)].map { all[$0] } }

  subscript(key: String) -> ImportField? { all.first { $0.key == key } }

  /// The field whose name is closest to a word.
  func closest(to word: String) -> ImportField? {
    let letters = Array(Fold.key(word).unicodeScalars)
    return all.map { field in
      let names = [field.name.fr, field.name.en].map { Array(Fold.key($0).unicodeScalars) }
      return (field, names.map { EditDistance.between(letters, $0, below: 100) }.min() ?? 100)
    }.min { $0.1 < $1.1 }?.0
  }
}
