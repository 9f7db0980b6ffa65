internal import Planning

/// A sheet of which each row says when somebody is there, or is not.
struct HoursSheet {
  struct Entry: SheetEntry {
    var statements: [HoursStatement]
    var origin: Origin

    var isSound: Bool { origin.isSound }
    var lines: Set<Int> { Set([origin.line].compactMap(\.self)) }
  }

  let plan: ColumnPlan
  let preparation: RowPreparation
  let base: Scenario
  let request: ImportRequest
  let log: InputLog

  /// Without a column of hours a sheet can only be one of absences.
  private var areAbsences: Bool { !["start", "end", "absent"].contains(where: plan.has) }

  func run(_ choice: SheetChoice, contacts: ContactTable?, into outcome: inout ImportOutcome) {
    let map = plan.record
    let entries = read(choice, map, contacts)
    outcome.rows = entries.count
    let selection = RowSelection(
      entries: entries, file: plan.file, takesGoodRows: request.acceptGoodRows, log: log)
    _ = selection.run(into: &outcome) { entries, isWhole in
      attempt(entries, present: entries.flatMap(\.statements), isWhole, map)
    }
  }

  private func read(
    _ choice: SheetChoice, _ map: ColumnMap, _ contacts: ContactTable?
  ) -> [Entry] {
    let ids = Set(base.volunteers.map(\.id) + base.vehicles.map(\.id))
    var naming = PersonNaming(
      plan, choice.rows, known: ids, prefix: nil, contacts: contacts, log: log)
    let fields = AvailabilityFields.set(PlaceIndex(base.places))
    return choice.rows.map { row in
      var csv = preparation.prepared(row)
      var origin = Origin(file: plan.file, line: row.number)
      guard let id = naming.id(of: row) else {
        origin.isSound = false
        return Entry(statements: [], origin: origin)
      }
      csv.cells[plan.idColumn].text = id
      var (draft, isSound) = fields.read(csv, map, log)
      if areAbsences { draft.absent = true }
      isSound = lengthen(&draft, csv) && isSound
      do throws(Complaint) {
        let entries = try draft.entries()
        origin.isSound = isSound
        return Entry(
          statements: entries.map {
            HoursStatement(
              resource: id, days: $0.days, entries: [$0], label: "", origin: origin)
          }, origin: origin)
      } catch {
        // A part that was itself unreadable has been told already.
        if isSound {
          log.fault(
            error, at: FaultPlace(file: plan.file, line: row.number), field: map.label("start"),
            value: draft.shown)
        }
        origin.isSound = false
        return Entry(statements: [], origin: origin)
      }
    }
  }

  /// Makes of a date all days up to the last one that the row names.
  private func lengthen(_ draft: inout AvailabilityDraft, _ row: CSVRow) -> Bool {
    guard let column = plan["last_day"], !row.cells[column].text.isEmpty else { return true }
    let last = PlanDate(row.cells[column].text)
    guard draft.days.count == 1, case .date(let first)? = draft.days.first, let last,
      let span = AbsenceText.span(first, last)
    else {
      log.fault(
        .noSpan, at: FaultPlace(file: plan.file, line: row.cells[column].line),
        field: plan.labels[column], value: row.cells[column].text)
      return false
    }
    draft.days = span.map { .date($0) }
    return true
  }

  private func attempt(
    _ entries: [Entry], present: [HoursStatement], _ isWhole: Bool, _ map: ColumnMap
  ) -> RowSelection<Entry>.Attempt {
    let statements = entries.flatMap(\.statements)
    var hours = HoursMerge(base.availability)
    hours.run(statements, isPattern: false)
    let said = Set(present.map { HoursMerge.DayKey(resource: $0.resource, days: $0.days) })
    // A sheet of some people's hours says nothing of the others, and one of absences nothing of the week.
    let named = Set(areAbsences ? [] : said.map(\.resource))
    let gone = Set(
      hours.availability.filter { named.contains($0.resource) }
        .map { HoursMerge.DayKey(resource: $0.resource, days: $0.days) }
    ).subtracting(said)
    let places = Dictionary(
      statements.map {
        (
          HoursMerge.DayKey(resource: $0.resource, days: $0.days),
          FaultPlace(file: $0.origin.file, line: $0.origin.line)
        )
      }
    ) { first, _ in first }
    var changes = hours.list(places)
    changes += HoursMerge.gone(gone)
    let removes = request.removeGone && isWhole && !gone.isEmpty
    if removes {
      let kept = hours.availability.map {
        !gone.contains(HoursMerge.DayKey(resource: $0.resource, days: $0.days))
      }
      hours.keep { kept[$0] }
    }
    var scenario = base
    scenario.availability = hours.availability
    let draft = ScenarioDraft(scenario, [.availability: hours.origins], map)
    return RowSelection<Entry>.Attempt(
      scenario: scenario, changes: changes,
      findings: ScenarioMeaning(draft).findings(besides: log.faults), removesGone: removes)
  }
}

extension Complaint {
  fileprivate static let noSpan = Complaint(
    "bad-date",
    cause: Bilingual(
      fr: "Ce n’est pas le dernier jour d’une période qui commence le jour de la ligne.",
      en: "This is not the last day of a span that begins on the row's day."),
    remedy: Bilingual(
      fr: "Donnez deux dates, la première avant la seconde, à un an d’écart au plus.",
      en: "Give two dates, the first before the second, at most a year apart."))
}
