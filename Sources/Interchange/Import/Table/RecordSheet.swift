internal import Planning

/// What a sheet says of the records of a table.
struct RecordSheet<Record> {
  /// A row, or several that say the same.
  struct Entry: SheetEntry {
    var record: Record
    /// Fields that the row says something of; a required one left empty is not said.
    var given: Set<String>
    var origin: Origin
    var hours: [HoursStatement] = []

    var isSound: Bool { origin.isSound }
    var lines: Set<Int> { Set([origin.line].compactMap(\.self)) }
  }

  var entries: [Entry] = []
  /// Rows that say again what another row says.
  var repeated: [Origin] = []
  var rowCount = 0
  var contacts: ContactTable?
  var map: ColumnMap
}

/// Reads the rows of such a sheet.
struct RecordSheetReader<Record> {
  let table: RecordTable<Record>
  let plan: ColumnPlan
  let preparation: RowPreparation
  let places: PlaceIndex
  let base: Scenario
  let log: InputLog

  func read(_ choice: SheetChoice, contacts: ContactTable?) -> RecordSheet<Record> {
    let map = plan.record
    var sheet = RecordSheet<Record>(map: map)
    let known = base[keyPath: table.records]
    let before = Dictionary(known.map { ($0[keyPath: table.id], $0) }) { first, _ in first }
    let ids = Set(before.keys)
    var naming = PersonNaming(
      plan, choice.rows, known: ids, prefix: table.people, contacts: contacts, log: log)
    var codes = CodeNaming(places: table.kind == .place ? places : nil, known: ids, log: log)
    let fields = table.fields(places)
    let hours = HoursColumns(plan, log)
    var first: [String: Int] = [:]
    for row in choice.rows {
      sheet.rowCount += 1
      var csv = preparation.prepared(row)
      table.prepare(&csv, plan)
      guard let id = table.people == nil ? codes.id(of: csv, map, plan) : naming.id(of: row) else {
        sheet.entries.append(nobody(row, map))
        continue
      }
      csv.cells[plan.idColumn].text = id
      var entry = entry(csv, map, fields, before: before[id])
      let said = hours.statements(of: id, csv, entry.origin)
      entry.hours = said.statements
      entry.origin.isSound = entry.origin.isSound && said.isSound
      guard let other = first[id], !id.isEmpty else {
        first[id] = sheet.entries.count
        sheet.entries.append(entry)
        continue
      }
      if says(entry, the: sheet.entries[other], fields) {
        sheet.repeated.append(entry.origin)
      } else {
        log.fault(
          .saidTwice(sheet.entries[other].origin.line ?? 0),
          at: FaultPlace(file: plan.file, line: row.number), field: plan.idLabel,
          value: table.people == nil ? id : "")
        entry.origin.isSound = false
        sheet.entries.append(entry)
      }
    }
    sheet.contacts = naming.contacts
    return sheet
  }

  /// A row of which it has been told why nobody knows of whom it is.
  private func nobody(_ row: SheetRow, _ map: ColumnMap) -> RecordSheet<Record>.Entry {
    RecordSheet.Entry(
      record: table.fields(places).blank, given: [],
      origin: Origin(file: map.file, line: row.number, isSound: false))
  }

  private func entry(
    _ row: CSVRow, _ map: ColumnMap, _ fields: FieldSet<Record>, before: Record?
  ) -> RecordSheet<Record>.Entry {
    var (record, sound) = fields.read(row, map, log, allowMissing: true)
    var given = plan.mapped.union(map.headers.keys)
    for field in fields.fields where field.required && map.cell(field.key, in: row) == nil {
      given.remove(field.key)
      guard before == nil else { continue }
      log.fault(
        .missingValue, at: FaultPlace(file: map.file, line: row.line), field: label(field, map))
      sound = false
    }
    // A row without an id speaks of what it names, by whatever of its names.
    let hasId = plan[plan.table.idKey].map { !row.cells[$0].text.isEmpty } ?? false
    if before != nil, !hasId { given.remove("name") }
    record[keyPath: table.id] = map.cell(plan.table.idKey, in: row)?.text ?? ""
    table.complete(&record, &given, before)
    return RecordSheet.Entry(
      record: record, given: given,
      origin: Origin(file: map.file, line: row.line, isSound: sound))
  }

  /// A column that is not there is called as Camin would call it.
  private func label(_ field: Field<Record>, _ map: ColumnMap) -> String {
    map.headers[field.key] ?? field.header.fr
  }

  private func says(
    _ entry: RecordSheet<Record>.Entry, the other: RecordSheet<Record>.Entry,
    _ fields: FieldSet<Record>
  ) -> Bool {
    entry.given == other.given && entry.hours.map(\.content) == other.hours.map(\.content)
      && fields.fields.allSatisfy { $0.writeJSON(entry.record) == $0.writeJSON(other.record) }
  }
}

/// Finds the code of what each row is of: the one that it gives, or one made of its name.
private struct CodeNaming {
  /// By whose names places are found again; `nil` of other things.
  let places: PlaceIndex?
  private var taken: [String: String] = [:]
  private let known: Set<String>
  private let log: InputLog

  init(places: PlaceIndex?, known: Set<String>, log: InputLog) {
    self.places = places
    self.known = known
    self.log = log
  }

  /// - Returns: `nil` after telling why there is none.
  mutating func id(of row: CSVRow, _ map: ColumnMap, _ plan: ColumnPlan) -> String? {
    let name = plan["name"].map { row.cells[$0].text } ?? ""
    let key = Fold.place(name)
    let place = FaultPlace(file: plan.file, line: row.line)
    if let column = plan[plan.table.idKey], !row.cells[column].text.isEmpty {
      let text = row.cells[column].text
      // No code has spaces; a name in its place makes one.
      let id = text.contains(where: \.isWhitespace) ? Fold.key(text) : text
      guard let places, !known.contains(id), !key.isEmpty else { return id }
      let bearers = places.bearers(of: name) + [taken[key]].compactMap(\.self)
      guard let bearer = bearers.first(where: { $0 != id }) else {
        taken[key] = id
        return id
      }
      log.fault(.nameTaken(bearer), at: place, field: map.label("name"), value: name)
      return nil
    }
    guard let places, !key.isEmpty else {
      log.fault(.missingValue, at: place, field: plan.idLabel)
      return nil
    }
    let bearers = places.bearers(of: name)
    guard bearers.count < 2 else {
      log.fault(.ambiguousPlace(bearers), at: place, field: map.label("name"), value: name)
      return nil
    }
    if let bearer = bearers.first ?? taken[key] { return bearer }
    let stem = String(key.prefix(56))
    var id = stem
    var number = 2
    while known.contains(id) || taken.values.contains(id) {
      id = "\(stem)_\(number)"
      number += 1
    }
    taken[key] = id
    return id
  }
}

extension Complaint {
  fileprivate static func saidTwice(_ line: Int) -> Complaint {
    Complaint(
      "contradiction",
      cause: Bilingual(
        fr: "La ligne \(line) parle déjà de la même personne ou chose, et dit autre chose.",
        en: "Row \(line) speaks of the same person or thing already, and says otherwise."),
      remedy: Bilingual(fr: "Gardez une seule ligne.", en: "Keep one row."))
  }

  fileprivate static func nameTaken(_ place: String) -> Complaint {
    Complaint(
      "duplicate-name",
      cause: Bilingual(
        fr: "Le lieu \(place) porte déjà ce nom.", en: "The place \(place) bears this name already."
      ),
      remedy: Bilingual(
        fr:
          "Si c’est lui, écrivez son identifiant ; sinon, précisez le nom (« Villeneuve-sur-Lot »).",
        en: "If it is the same one, write its id; if not, make the name precise "
          + "(“Villeneuve-sur-Lot”)."))
  }
}
