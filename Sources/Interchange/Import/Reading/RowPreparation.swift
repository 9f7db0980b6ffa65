internal import Planning

/// Makes of a row of the sheet one that the readers of a table's own file take.
struct RowPreparation {
  let plan: ColumnPlan
  /// The day to which rows of bookings must belong.
  let date: PlanDate
  let log: InputLog
  /// Replacements of words by column and folded word.
  let values: [Int: [String: String]]
  private let times: [Int]
  private let dates: [Int]
  private let used: [Int]

  init(
    _ plan: ColumnPlan, _ fields: ImportFields, _ mapping: ImportMapping, date: PlanDate,
    log: InputLog
  ) {
    self.plan = plan
    self.date = date
    self.log = log
    let kinds = Dictionary(fields.all.map { ($0.key, $0.kind) }) { first, _ in first }
    func columns(_ kind: ImportField.Kind) -> [Int] {
      plan.columns.filter { kinds[$0.key] == kind }.flatMap(\.value)
    }
    times = columns(.time)
    dates = columns(.date)
    used = Set(plan.columns.flatMap(\.value)).sorted()
    let hours = Set(columns(.hours))
    var values: [Int: [String: String]] = [:]
    for value in mapping.values where value.isConfirmed {
      let header = Fold.header(value.header)
      for (index, label) in plan.labels.enumerated()
      where header.isEmpty ? hours.contains(index) : Fold.header(label) == header {
        values[index, default: [:]][Self.key(value.word)] = value.replacement
      }
    }
    self.values = values
  }

  /// What a word is known by; signs alone, which fold to nothing, are the same only as they stand.
  static func key(_ word: String) -> String {
    let folded = Fold.key(word)
    return folded.isEmpty ? word : folded
  }

  /// The day of a row; `nil` after telling why there is none.
  ///
  /// - Parameter known: the day that an earlier row of the same booking gives.
  func day(of row: SheetRow, saidBefore known: PlanDate?) -> PlanDate? {
    guard let column = plan["date"] else { return date }
    let cell = row.cells.indices.contains(column) ? row.cells[column] : .empty
    let place = FaultPlace(file: plan.file, line: row.number)
    guard !cell.text.isEmpty else {
      if let known { return known }
      log.fault(.missingValue, at: place, field: plan.labels[column])
      return nil
    }
    guard let day = DateWords.date(cell) else {
      log.fault(.notADate, at: place, field: plan.labels[column], value: cell.text)
      return nil
    }
    return day
  }

  /// The row with words replaced and times of day made out, and room for the ids of rider and booking.
  func prepared(_ row: SheetRow) -> CSVRow {
    var cells = row.cells
    while cells.count < plan.width { cells.append(.empty) }
    let place = FaultPlace(file: plan.file, line: row.number)
    for column in used {
      if cells[column].kind == .error {
        log.fault(.formulaError(cells[column].text), at: place, field: plan.labels[column])
        cells[column] = .empty
      }
      if let words = values[column], let text = words[Self.key(cells[column].text)] {
        cells[column] = .text(text)
      }
    }
    for column in times where !cells[column].text.isEmpty {
      guard let (text, day) = DateWords.time(cells[column]) else { continue }
      if let day, day != date, plan.table == .bookings {
        log.fault(
          .otherDay(date), at: place, field: plan.labels[column], value: cells[column].text)
      }
      cells[column].text = text
    }
    for column in dates where !cells[column].text.isEmpty {
      if let date = DateWords.date(cells[column]) { cells[column].text = date.text }
    }
    var prepared = SheetRow(number: row.number, cells: cells).csv
    for (index, line) in row.lines.enumerated() { prepared.cells[index].line = line }
    return prepared
  }
}

extension Complaint {
  fileprivate static func otherDay(_ date: PlanDate) -> Complaint {
    let french = date.text.split(separator: "-").reversed().joined(separator: "/")
    return Complaint(
      "other-day",
      cause: Bilingual(
        fr: "Cette heure est celle d’un autre jour que le \(french).",
        en: "This time is of another day than \(date.text)."),
      remedy: Bilingual(
        fr: "Corrigez le jour, ou n’écrivez que l’heure ; 25:30 est 1h30 le lendemain.",
        en: "Correct the day, or write the time alone; 25:30 is 1:30 the day after."))
  }
}
