internal import Planning

/// One import, from its file to what it would change.
final class ImportRun {
  private let request: ImportRequest
  private let base: Scenario
  private let log = InputLog()
  private var outcome = ImportOutcome()
  private var fields = ImportFields(.bookings)
  /// Whether anything but the want of another name says what the sheet is of.
  private var isTableNamed = false
  /// As the coordinator left it, then with what this sheet asks besides.
  private var mapping = ImportMapping()
  private var asked = ImportMapping()

  init(_ request: ImportRequest, _ base: Scenario) {
    self.request = request
    self.base = base
  }

  func run() -> ImportOutcome {
    if let choice = open(), let plan = plan(choice) {
      log.lay(out: layout(choice, plan), of: plan.file)
      read(choice, plan)
    }
    finish()
    return outcome
  }

  /// What the sheet is of, and of which days its bookings are; nothing is compared with what is there.
  func survey() -> ImportOutcome {
    if let choice = open(), let plan = plan(choice) {
      outcome.isDated = plan.has("date")
      let preparation = RowPreparation(
        plan, fields, mapping, date: base.territory.date, log: InputLog())
      for row in choice.rows where outcome.isDated && plan.table == .bookings {
        guard let day = preparation.day(of: row, saidBefore: nil) else { continue }
        outcome.days[day, default: 0] += 1
      }
    }
    outcome.faults = log.faults
    return outcome
  }

  private func open() -> SheetChoice? {
    var rows: MappingRows?
    if let path = request.mapping, Folder.kind(of: path) == .file {
      rows = MappingRows(path, log)
      guard rows != nil else { return nil }
    }
    guard let file = TableFile.read(request.file, as: name, log) else { return nil }
    outcome.isWindowsText = file.decoding == .windows1252
    let table = table(of: file, rows)
    outcome.table = table
    fields = ImportFields(table)
    if let rows { mapping = MappingFile(fields: fields, log: log).mapping(rows) }
    let known = Set(fields.all.flatMap(\.headers))
      .union(mapping.columns.map { Fold.header($0.header) })
    guard
      let choice = SheetChoice(
        file, sheet: request.sheet ?? mapping.sheet,
        table: isTableNamed ? table : nil,
        headerRow: request.headerRow ?? mapping.headerRow, isKnown: { known.contains($0) }, log)
    else { return nil }
    outcome.sheet = choice.grid.name
    if table != .bookings, mapping.table == nil { asked.table = table }
    if let sheet = request.sheet, mapping.sheet == nil { asked.sheet = sheet }
    if let row = request.headerRow, mapping.headerRow == nil { asked.headerRow = row }
    return choice
  }

  /// What the sheet is of: as asked for, as the mapping file, the sheet or the file is named; else bookings.
  private func table(of file: TableFile, _ rows: MappingRows?) -> ImportTable {
    let sheets = file.grids.filter { !$0.isHidden }.compactMap(\.name)
    let sheet = request.sheet ?? rows?.sheet ?? (sheets.count == 1 ? sheets[0] : nil)
    let named =
      request.table ?? rows?.table ?? sheet.flatMap { ImportTable($0) }
      ?? ImportTable(file: request.file)
    isTableNamed = named != nil
    return named ?? .bookings
  }

  /// What faults call the sheet.
  private var name: String { request.file.split(separator: "/").last.map(String.init) ?? "" }

  private func layout(_ choice: SheetChoice, _ plan: ColumnPlan) -> SheetLayout {
    SheetLayout(
      sheet: choice.grid.name,
      columns: Dictionary(choice.labels.enumerated().map { ($1, $0) }) { first, _ in first })
  }

  /// The columns as confirmed, or as their headers leave no doubt; `nil` where something is open or missing.
  private func plan(_ choice: SheetChoice) -> ColumnPlan? {
    var plan = ColumnPlan(file: name, labels: choice.labels, table: fields.table)
    log.lay(out: layout(choice, plan), of: plan.file)
    let line = choice.grid.rows[choice.header].number
    let place = FaultPlace(file: name, line: line)
    let proposal = MappingProposal(fields: fields, people: people, language: request.language)
    let supposed = proposal.columns(choice.labels, rows: choice.rows)
    for (index, label) in choice.labels.enumerated() where !label.isEmpty {
      let own = mapping.column(label)
      guard let column = own ?? supposed.first(where: { $0.header == label }) else { continue }
      if own == nil { asked.columns.append(column) }
      guard column.isConfirmed else {
        let names = column.fields.compactMap { fields[$0]?.name }
        log.fault(.openColumn(names, request.mapping), at: place, field: label)
        continue
      }
      note(label, column.fields)
      for key in column.fields { plan.add(key, at: index) }
    }
    // What is open may be what is missing.
    if log.faults.isEmpty { requireAll(of: plan, at: place) }
    let namesPeople = plan.has("contact.name") || plan.has("contact.full_name")
    if namesPeople, !plan.has(fields.table.idKey), request.contacts == nil {
      log.fault(.namesWithoutContacts, at: place, field: plan.idLabel)
    }
    return log.faults.isEmpty ? plan : nil
  }

  /// Ids of whom a row may be.
  private var people: Set<String> {
    switch fields.table {
    case .volunteers: Set(base.volunteers.map(\.id))
    case .availability: Set(base.volunteers.map(\.id) + base.vehicles.map(\.id))
    case .places, .vehicles: []
    case .riders, .standing, .bookings: Set(base.riders.map(\.id))
    }
  }

  private func note(_ label: String, _ keys: [String]) {
    let isPersonal = keys.isEmpty && PersonalData.isSuspect(header: label)
    if isPersonal || keys.contains(where: { $0.hasPrefix("contact.") }) {
      outcome.personalColumns.append(label)
    } else if keys.isEmpty {
      outcome.ignoredColumns.append(label)
    }
  }

  private func requireAll(of plan: ColumnPlan, at place: FaultPlace) {
    for keys in fields.table.required where !keys.contains(where: plan.has) {
      let names = keys.compactMap { fields[$0]?.name }
      var complaint = Complaint.missingColumn(names.flatMap { [$0.fr, $0.en] })
      if !isTableNamed { complaint.mayBeOtherTable() }
      log.fault(complaint, at: place, field: names.first?.fr ?? keys[0])
    }
    let areRides = [.standing, .bookings].contains(fields.table)
    if areRides, !AnchorFields.set.fields.contains(where: { plan.has($0.key) }) {
      log.fault(.noAnchor, at: place)
    }
  }

  private func read(_ choice: SheetChoice, _ plan: ColumnPlan) {
    guard let index = places() else { return }
    var book: ContactTable?
    if let path = request.contacts, plan.columns.keys.contains(where: { $0.hasPrefix("contact.") })
    {
      book =
        request.contactsText == nil && Folder.kind(of: path) == .nothing
        ? ContactTable(language: request.language)
        : ContactTable(path, text: request.contactsText, besides: isOther, log)
      guard book != nil else { return }
    }
    let reading = Reading(
      choice: choice, plan: plan,
      preparation: RowPreparation(plan, fields, mapping, date: base.territory.date, log: log),
      places: index, contacts: book)
    switch fields.table {
    case .places: readRecords(.places, reading)
    case .riders: readRecords(.riders, reading)
    case .volunteers: readRecords(.volunteers, reading)
    case .vehicles: readRecords(.vehicles, reading)
    case .availability:
      HoursSheet(
        plan: plan, preparation: reading.preparation, base: base, request: request, log: log
      ).run(choice, contacts: book, into: &outcome)
    case .standing, .bookings: readRides(reading)
    }
    asked.add(ImportQuestions(plan, base, language: request.language).about(log.faults))
    outcome.nameThePlaces()
  }

  /// Whether an id of the contacts file is of somebody whom the sheet cannot mean.
  private var isOther: (String) -> Bool {
    let volunteers = Set(base.volunteers.map(\.id))
    let others = Set(base.vehicles.map(\.id) + base.places.map(\.id))
    guard [.volunteers, .availability].contains(fields.table) else {
      return { volunteers.contains($0) || others.contains($0) }
    }
    let riders = Set(base.riders.map(\.id))
    // Somebody entered for an import that did not come to its end has a volunteer's pseudonym already.
    return { id in
      !volunteers.contains(id) && (riders.contains(id) || others.contains(id) || !id.hasPrefix("v"))
    }
  }

  /// A sheet that has been opened, with what its rows are read by.
  private struct Reading {
    let choice: SheetChoice
    let plan: ColumnPlan
    let preparation: RowPreparation
    let places: PlaceIndex
    let contacts: ContactTable?
  }

  private func readRides(_ reading: Reading) {
    let plan = reading.plan
    let sheet = BookingSheetReader(
      plan: plan, preparation: reading.preparation, places: reading.places, base: base, log: log
    ).read(reading.choice, contacts: reading.contacts)
    outcome.rows = sheet.rowCount
    outcome.isDated = plan.has("date")
    outcome.days = plan.table == .bookings ? sheet.days : [:]
    outcome.otherDays = outcome.days.reduce(0) { sum, day in
      day.key == base.territory.date ? sum : sum + day.value
    }
    let merge = ImportMerge(base: base, sheet: sheet, plan: plan, request: request, log: log)
    enter(sheet.contacts, merge.run(into: &outcome))
  }

  private func readRecords<Record>(_ table: RecordTable<Record>, _ reading: Reading) {
    let plan = reading.plan
    let sheet = RecordSheetReader(
      table: table, plan: plan, preparation: reading.preparation, places: reading.places,
      base: base, log: log
    ).read(reading.choice, contacts: reading.contacts)
    outcome.rows = sheet.rowCount
    let records = RecordImport(
      table: table, base: base, sheet: sheet, plan: plan, places: reading.places, request: request,
      log: log)
    enter(sheet.contacts, records.run(into: &outcome))
  }

  /// New people go into the contacts file, of those alone who are taken in.
  private func enter(_ contacts: ContactTable?, _ taken: Set<String>) {
    guard let kept = contacts?.keeping(taken), !kept.added.isEmpty else { return }
    outcome.newContacts = kept.added.count
    outcome.contactsText = kept.text(request.language)
  }

  /// The places with the names that the coordinator has confirmed; `nil` after telling which of these cannot be.
  private func places() -> PlaceIndex? {
    var places = base.places
    let known = PlaceIndex(places)
    let indices = Dictionary(places.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let file = FaultPlace(file: request.mapping ?? "")
    for name in mapping.places where name.isConfirmed {
      do throws(Complaint) {
        let id = try known.id(of: name.place)
        let present = try? known.id(of: name.name)
        if let present, present != id { throw .aliasTaken(present) }
        guard present == nil, let index = indices[id] else { continue }
        places[index].aliases.append(name.name)
        outcome.aliases.append((name.name, id))
      } catch {
        log.fault(error, at: file, field: name.name, value: name.place)
      }
    }
    return log.faults.isEmpty ? PlaceIndex(places) : nil
  }

  private func finish() {
    var whole = mapping
    whole.add(asked)
    outcome.openQuestions = whole.openCount
    if let path = request.mapping, whole != mapping || Folder.kind(of: path) == .nothing {
      // A mapping that cannot be read is the coordinator's to mend, not to be written over.
      let isReadable = !log.faults.contains { $0.place.file == path }
      if isReadable, !whole.columns.isEmpty {
        outcome.mappingText = MappingFile(fields: fields, log: log).text(whole, request.language)
      }
    }
    outcome.faults = FaultPrinter.sorted((log.faults + outcome.faults).map(log.located))
    outcome.warnings = FaultPrinter.sorted((log.warnings + outcome.warnings).map(log.located))
    outcome.locate(log)
  }
}

extension Complaint {
  /// What is taken for bookings for want of a name may be something else.
  mutating func mayBeOtherTable() {
    remedy.fr +=
      " Si ce n’est pas une feuille de demandes, dites de quoi : --table lieux, bénévoles, …"
    remedy.en += " If this is no sheet of bookings, say of what: --table places, volunteers, …"
  }
}

extension ImportOutcome {
  /// Puts the names that were confirmed among the aliases of their places.
  fileprivate mutating func nameThePlaces() {
    for alias in aliases {
      let place = scenario?.places.firstIndex { $0.id == alias.place }
      guard let index = place else { continue }
      scenario?.places[index].aliases.append(alias.name)
    }
  }

  /// Gives the changes the cells of their rows.
  fileprivate mutating func locate(_ log: InputLog) {
    for index in changes.indices { changes[index].place = changes[index].place.map(log.located) }
    for index in riders.indices { riders[index].place = riders[index].place.map(log.located) }
  }
}

extension InputLog {
  fileprivate func located(_ place: FaultPlace) -> FaultPlace {
    let nothing = Bilingual(fr: "", en: "")
    return located(
      Fault(code: "", place: place, field: "", value: "", cause: nothing, remedy: nothing)
    ).place
  }
}
