/// Finds the header of a table below titles, empty rows and notes.
struct HeaderSearch {
  /// A title seldom takes more rows.
  static let depth = 40

  /// Whether a cell is a known header, its text folded.
  let isKnown: (String) -> Bool

  /// Index of the header among the rows: the first of those with the most known headers; `nil` where no row has two,
  /// or one that stands alone.
  func header(of rows: [SheetRow]) -> Int? {
    let scores = rows.prefix(Self.depth).map(score)
    guard let most = scores.max(), most > 0, let index = scores.firstIndex(of: most) else {
      return nil
    }
    let alone = rows[index].cells.count { !$0.text.isEmpty } == 1
    return most > 1 || alone ? index : nil
  }

  /// How many different known headers a row has.
  func score(_ row: SheetRow) -> Int {
    Set(row.cells.map { Fold.header($0.text) }.filter { !$0.isEmpty && isKnown($0) }).count
  }
}
