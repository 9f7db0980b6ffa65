internal import Planning

/// Reads the columns of a weekly pattern beside what else a row says of a volunteer or vehicle.
struct HoursColumns {
  private let plan: ColumnPlan
  private let log: InputLog
  private let days: [(day: Weekday, column: Int)]

  init(_ plan: ColumnPlan, _ log: InputLog) {
    self.plan = plan
    self.log = log
    days = Weekday.allCases.compactMap { day in
      plan["hours." + day.rawValue].map { (day, $0) }
    }
  }

  /// A statement for each weekday that has a column, and for each date of absence.
  func statements(
    of resource: String, _ row: CSVRow, _ origin: Origin
  ) -> (statements: [HoursStatement], isSound: Bool) {
    var statements: [HoursStatement] = []
    var isSound = true
    func tell(_ complaint: Complaint, _ column: Int) {
      log.fault(
        complaint, at: FaultPlace(file: plan.file, line: row.cells[column].line),
        field: plan.labels[column], value: row.cells[column].text)
      isSound = false
    }
    for (day, column) in days {
      guard let windows = HoursText.windows(row.cells[column].text) else {
        tell(.badHours, column)
        continue
      }
      statements.append(
        statement(resource, .weekday(day), windows.map { $0 }, plan.labels[column], origin))
    }
    for column in plan.columns["absences"] ?? [] {
      guard let dates = AbsenceText.dates(row.cells[column].text) else {
        tell(.badAbsence, column)
        continue
      }
      statements += dates.map { statement(resource, .date($0), [nil], plan.labels[column], origin) }
    }
    return (statements, isSound)
  }

  private func statement(
    _ resource: String, _ days: Availability.Days, _ windows: [ClockWindow?], _ label: String,
    _ origin: Origin
  ) -> HoursStatement {
    HoursStatement(
      resource: resource, days: days,
      entries: windows.map { Availability(resource: resource, days: days, window: $0) },
      label: label, origin: origin)
  }
}

extension Complaint {
  static let badHours = Complaint(
    "bad-hours",
    cause: Bilingual(
      fr: "Ce ne sont pas des heures de présence.", en: "These are no hours of attendance."),
    remedy: Bilingual(
      fr: "Écrivez par exemple 8h-12h ou 8h-12h, 14h-18h, ou rien. Pour un mot comme « matin » : "
        + "--map, et ses heures dans le fichier de correspondance.",
      en: "Write e.g. 8:00-12:00 or 8:00-12:00, 14:00-18:00, or nothing. For a word such as "
        + "“morning”: --map, and its hours in the mapping file."))

  static let badAbsence = Complaint(
    "bad-date",
    cause: Bilingual(fr: "Ce ne sont pas des dates.", en: "These are no dates."),
    remedy: Bilingual(
      fr: "Écrivez par exemple 24/12/2026, ou 24/12/2026 au 02/01/2027.",
      en: "Write e.g. 24/12/2026, or 24/12/2026 to 02/01/2027."))
}
