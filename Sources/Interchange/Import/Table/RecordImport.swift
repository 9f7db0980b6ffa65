internal import Planning

/// Puts a sheet of a table's records into a territory, and judges what comes of it.
struct RecordImport<Record> {
  let table: RecordTable<Record>
  let base: Scenario
  let sheet: RecordSheet<Record>
  let plan: ColumnPlan
  let places: PlaceIndex
  let request: ImportRequest
  let log: InputLog

  private typealias Entry = RecordSheet<Record>.Entry

  /// - Returns: ids of all records taken in.
  func run(into outcome: inout ImportOutcome) -> Set<String> {
    let selection = RowSelection(
      entries: sheet.entries, file: plan.file, takesGoodRows: request.acceptGoodRows, log: log)
    let taken = selection.run(into: &outcome) { entries, isWhole in attempt(entries, isWhole) }
    return Set(taken.map { $0.record[keyPath: table.id] })
  }

  private func attempt(_ entries: [Entry], _ isWhole: Bool) -> RowSelection<Entry>.Attempt {
    let statements = entries.flatMap(\.hours)
    var hours = HoursMerge(base.availability)
    hours.run(statements, isPattern: true)
    let besides = hours.fields(
      Dictionary(
        statements.map { (HoursMerge.DayKey(resource: $0.resource, days: $0.days), $0.label) }
      ) { first, _ in first })
    var merge = RecordMerge(
      base[keyPath: table.records], id: table.id, fields: table.fields(places), map: sheet.map)
    for entry in entries {
      merge.put(
        entry.record, given: entry.given, from: entry.origin,
        besides: besides[entry.record[keyPath: table.id]] ?? [])
    }
    let present = Set(sheet.entries.map { $0.record[keyPath: table.id] })
    let removes = request.removeGone && isWhole
    merge.lookForGone(besides: present, removes: removes)
    let gone = Set(merge.changes.filter { $0.kind == .gone }.map(\.id))
    if removes, !gone.isEmpty {
      let resources = hours.availability.map(\.resource)
      hours.keep { !gone.contains(resources[$0]) }
    }
    var scenario = base
    scenario[keyPath: table.records] = merge.records
    scenario.availability = hours.availability
    return RowSelection<Entry>.Attempt(
      scenario: scenario, changes: merge.changes, repeated: sheet.repeated,
      findings: findings(scenario, [table.kind: merge.origins, .availability: hours.origins]),
      removesGone: removes && !gone.isEmpty)
  }

  private func findings(
    _ scenario: Scenario, _ origins: [ObjectKind: [Origin?]]
  ) -> ScenarioFindings {
    let draft = ScenarioDraft(scenario, origins, sheet.map)
    let told = InputLog()
    if table.kind == .place {
      AliasCheck(PlaceIndex(scenario.places), told).run(on: draft)
      nameNear(scenario, origins[.place] ?? [], told)
    }
    var findings = ScenarioMeaning(draft).findings(besides: log.faults + told.faults)
    findings.faults = told.faults + findings.faults
    findings.warnings = told.warnings + findings.warnings
    return findings
  }

  /// A new place whose name differs by a slip from one that is known may be the same, which nobody but the coordinator
  /// can tell.
  private func nameNear(_ scenario: Scenario, _ origins: [Origin?], _ told: InputLog) {
    let near = NearPlaces(base.places)
    for (place, origin) in zip(scenario.places, origins).dropFirst(base.places.count) {
      guard let origin else { continue }
      let found = near.slips(place.name)
      guard !found.isEmpty else { continue }
      told.warning(
        .nearName(found.prefix(3).map { "\($0.name) (\($0.id))" }),
        at: FaultPlace(file: origin.file, line: origin.line), field: sheet.map.label("name"),
        value: place.name)
    }
  }
}

extension Complaint {
  fileprivate static func nearName(_ places: [String]) -> Complaint {
    let list = places.joined(separator: ", ")
    return Complaint(
      "near-name",
      cause: Bilingual(
        fr: "Nouveau lieu, dont le nom ressemble à : \(list).",
        en: "A new place, whose name resembles: \(list)."),
      remedy: Bilingual(
        fr: "Si c’est le même, écrivez son identifiant dans la feuille.",
        en: "If it is the same one, write its id in the sheet."))
  }
}
