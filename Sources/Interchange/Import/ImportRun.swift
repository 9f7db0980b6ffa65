internal import Planning

/// One import, from its file to what it would change.
final class ImportRun {
  private let request: ImportRequest
  private let base: Scenario
  private let fields = ImportFields()
  private let log = InputLog()
  private var outcome = ImportOutcome()
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

  private func open() -> SheetChoice? {
    if let path = request.mapping, Folder.kind(of: path) == .file {
      guard let read = MappingFile(fields: fields, log: log).read(path) else { return nil }
      mapping = read
    }
    guard let table = TableFile.read(request.file, as: name, log) else { return nil }
    outcome.isWindowsText = table.decoding == .windows1252
    let known = Set(fields.all.flatMap(\.headers))
      .union(mapping.columns.map { Fold.header($0.header) })
    guard
      let choice = SheetChoice(
        table, sheet: request.sheet ?? mapping.sheet,
        headerRow: request.headerRow ?? mapping.headerRow, isKnown: { known.contains($0) }, log)
    else { return nil }
    outcome.sheet = choice.grid.name
    if let sheet = request.sheet, mapping.sheet == nil { asked.sheet = sheet }
    if let row = request.headerRow, mapping.headerRow == nil { asked.headerRow = row }
    return choice
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
    var plan = ColumnPlan(file: name, labels: choice.labels)
    log.lay(out: layout(choice, plan), of: plan.file)
    let line = choice.grid.rows[choice.header].number
    let place = FaultPlace(file: name, line: line)
    let proposal = MappingProposal(
      fields: fields, riders: Set(base.riders.map(\.id)), language: request.language)
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
    let namesRiders = plan.has("contact.name") || plan.has("contact.full_name")
    if namesRiders, !plan.has("booking.rider"), request.contacts == nil {
      log.fault(.namesWithoutContacts, at: place, field: plan.riderLabel)
    }
    return log.faults.isEmpty ? plan : nil
  }

  private func note(_ label: String, _ keys: [String]) {
    if keys.contains(where: { $0.hasPrefix("contact.") }) || PersonalData.isSuspect(header: label) {
      outcome.personalColumns.append(label)
    } else if keys.isEmpty {
      outcome.ignoredColumns.append(label)
    }
  }

  private func requireAll(of plan: ColumnPlan, at place: FaultPlace) {
    for key in ["leg.from", "leg.to"] where !plan.has(key) {
      log.fault(
        .missingColumn(fields[key].map { [$0.name.fr, $0.name.en] } ?? [key]), at: place,
        field: fields[key]?.name.fr ?? key)
    }
    if !["booking.rider", "contact.name", "contact.full_name"].contains(where: plan.has) {
      log.fault(.missingColumn(["passager", "rider", "nom"]), at: place, field: "passager")
    }
    if !AnchorFields.set.fields.contains(where: { plan.has($0.key) }) {
      log.fault(.noAnchor, at: place)
    }
  }

  private func read(_ choice: SheetChoice, _ plan: ColumnPlan) {
    guard let index = places() else { return }
    var book: ContactTable?
    if let path = request.contacts, plan.columns.keys.contains(where: { $0.hasPrefix("contact.") })
    {
      let others = Set(
        base.volunteers.map(\.id) + base.vehicles.map(\.id) + base.places.map(\.id))
      book =
        Folder.kind(of: path) == .nothing
        ? ContactTable(language: request.language) : ContactTable(path, besides: others, log)
      guard book != nil else { return }
    }
    let reader = BookingSheetReader(
      plan: plan,
      preparation: RowPreparation(plan, fields, mapping, date: base.territory.date, log: log),
      places: index, base: base, log: log)
    let sheet = reader.read(choice, contacts: book)
    outcome.rows = sheet.rowCount
    outcome.isDated = plan.has("date")
    outcome.days = sheet.days
    outcome.otherDays = sheet.days.reduce(0) { sum, day in
      day.key == base.territory.date ? sum : sum + day.value
    }
    asked.add(ImportQuestions(plan, base, language: request.language).about(log.faults))
    let merge = ImportMerge(base: base, sheet: sheet, plan: plan, request: request, log: log)
    let riders = merge.run(into: &outcome)
    outcome.nameThePlaces()
    guard let kept = sheet.contacts?.keeping(riders), !kept.added.isEmpty else { return }
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
    for index in bookings.indices { bookings[index].place = bookings[index].place.map(log.located) }
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
