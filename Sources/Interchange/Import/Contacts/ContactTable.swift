internal import Planning

/// Who is behind the pseudonyms: a table of its own, which planning never opens (R56). Pseudonyms come from it and
/// nothing else; they are counted on, never computed from a name, which could then be guessed back.
struct ContactTable {
  /// What a row of a sheet says of a person.
  struct Person {
    var details: [ContactColumn: String] = [:]

    /// By which the person is found again: the name without case, accents and order of its parts.
    var key: String {
      let parts = [details[.name], details[.firstName], details[.fullName]].compactMap { $0 }
      return parts.flatMap { Fold.key($0).split(separator: "_").map(String.init) }
        .filter { !["m", "mr", "mme", "mlle", "monsieur", "madame"].contains($0) }.sorted()
        .joined(separator: "_")
    }

    /// The telephone number as its nine significant digits.
    var phone: String { ContactTable.digits(details[.phone] ?? "") }
  }

  /// What a name means.
  enum Finding {
    case known(String)
    /// Somebody of this name, whose telephone number is another one.
    case otherPhone(String)
    case several([String])
    case new
  }

  private var header: [String]
  private var rows: [[String]]
  private let idColumn: Int
  private let columns: [ContactColumn: Int]
  private var byKey: [String: [Int]] = [:]
  /// Ids of all rows.
  private var present: Set<String> = []
  /// Ids entered since the table was read.
  private(set) var added: Set<String> = []

  /// An empty one.
  init(language: Language) {
    header = ["id"] + ContactColumn.written.map { $0.header[language] }
    rows = []
    idColumn = 0
    columns = Dictionary(
      uniqueKeysWithValues: ContactColumn.written.enumerated().map { ($1, $0 + 1) })
  }

  /// The table in a file, all of whose columns are kept; `nil` after telling what is wrong with it.
  ///
  /// - Parameters:
  ///   - text: what will stand in the file, where that is known; `nil`: what stands in it.
  ///   - isOther: whether an id is of somebody whom the sheet cannot mean; a volunteer may bear a rider's name.
  init?(_ path: String, text: String?, besides isOther: (String) -> Bool, _ log: InputLog) {
    let read =
      text.map { TableFile.read(Array($0.utf8), as: path, log) }
      ?? TableFile.read(path, as: path, log)
    guard let table = read, let grid = table.grids.first,
      let first = grid.rows.first, !table.isDamaged
    else { return nil }
    header = first.cells.map(\.text)
    let folded = header.map(Fold.header)
    let titles: Set<String> = [
      "id", "identifiant", "pseudonyme", "code", "passager", "rider", "person",
    ]
    guard let idColumn = folded.firstIndex(where: { titles.contains($0) }) else {
      log.fault(.missingColumn(["id"]), at: FaultPlace(file: path, line: first.number), field: "id")
      return nil
    }
    self.idColumn = idColumn
    var columns: [ContactColumn: Int] = [:]
    for column in ContactColumn.written {
      let names = column.headers.union([column.header.fr, column.header.en])
      columns[column] = folded.firstIndex { names.contains($0) }
    }
    self.columns = columns
    let width = header.count
    rows = grid.rows.dropFirst().map { row in
      let cells = row.cells.map(\.text)
      return cells + [String](repeating: "", count: max(0, width - cells.count))
    }
    present = Set(self.ids)
    for index in rows.indices where !isOther(rows[index][idColumn]) { note(index) }
  }

  var ids: [String] { rows.map { $0[idColumn] } }

  func has(_ id: String) -> Bool { present.contains(id) }

  private mutating func note(_ index: Int) {
    let key = person(index).key
    if !key.isEmpty { byKey[key, default: []].append(index) }
  }

  private func person(_ index: Int) -> Person {
    var person = Person()
    for (column, place) in columns where !rows[index][place].isEmpty {
      person.details[column] = rows[index][place]
    }
    return person
  }

  /// Who a person is.
  func find(_ person: Person) -> Finding {
    let found = byKey[person.key] ?? []
    let phone = person.phone
    let same = found.filter { !phone.isEmpty && self.person($0).phone == phone }
    switch (found.count, same.count) {
    case (0, _): return .new
    case (_, 1): return .known(rows[same[0]][idColumn])
    case (1, _):
      let known = self.person(found[0]).phone
      let id = rows[found[0]][idColumn]
      return phone.isEmpty || known.isEmpty ? .known(id) : .otherPhone(id)
    default: return .several(found.map { rows[$0][idColumn] })
    }
  }

  /// Enters a person under a new id.
  mutating func add(_ person: Person, as id: String) {
    var row = [String](repeating: "", count: header.count)
    row[idColumn] = id
    for column in ContactColumn.allCases {
      guard let text = person.details[column] else { continue }
      // A table may write a name in fewer parts than the sheet.
      let isName = [.name, .firstName, .fullName].contains(column)
      guard let place = columns[column] ?? (isName ? columns[.name] : nil) else { continue }
      row[place] += row[place].isEmpty ? text : " " + text
    }
    rows.append(row)
    present.insert(id)
    added.insert(id)
    note(rows.count - 1)
  }

  /// Without the people entered since who are not among these.
  func keeping(_ ids: Set<String>) -> ContactTable {
    var book = self
    book.rows.removeAll { added.contains($0[idColumn]) && !ids.contains($0[idColumn]) }
    book.added = added.intersection(ids)
    return book
  }

  func text(_ language: Language) -> String {
    var text = CSVText(language: language)
    text.add(header)
    for row in rows { text.add(row) }
    return text.text
  }

  /// The last nine digits: `06 12 34 56 78`, `+33 6 12 34 56 78` and the 612345678 that a spreadsheet makes of them
  /// are one number.
  static func digits(_ phone: String) -> String { String(phone.filter(\.isNumber).suffix(9)) }

  /// Whether the papers for drivers can show a text as a telephone number: digits and what parts them.
  static func isPhone(_ text: String) -> Bool {
    let digits = text.count { $0.isASCII && $0.isNumber }
    return (3...15).contains(digits) && !text.dropFirst().contains("+")
      && text.allSatisfy { ($0.isASCII && $0.isNumber) || " .-/()+\u{A0}\u{202F}".contains($0) }
  }
}
