internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Planning

/// `camin record`: notes in a store what became of its planned days (R61).
struct RecordCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record",
      abstract: say(
        fr: "Noter dans la base ce qui a été fait.", en: "Note in the store what was done."),
      discussion: say(
        fr: """
          Lit des tableaux d’un ou de plusieurs jours (voir camin help actuals), les compare aux plans publiés de ces \
          jours, et les garde ; ce qui était noté d’un même jour est remplacé. Les kilomètres des bénévoles comptent \
          pour les jours suivants. Tout est noté, ou rien.

            camin record lot.camin releve-novembre.csv
            camin report volunteers lot.camin --month 2026-11
          """,
        en: """
          Reads tables of one or several days (see camin help actuals), holds them against the plans published of these \
          days, and keeps them; what was noted of the same day is replaced. Volunteers' kilometres count for the days \
          that follow. All is noted, or nothing.

            camin record lot.camin noted-november.csv
            camin report volunteers lot.camin --month 2026-11
          """))
  }

  @OptionGroup var store: StoreArgument

  @Argument(
    help: ArgumentHelp(
      say(fr: "Tableaux CSV de ce qui a été fait.", en: "CSV tables of what was done."),
      valueName: say(fr: "tableau", en: "table")),
    completion: .file(extensions: ["csv"]))
  var tables: [String]

  @Option(
    help: ArgumentHelp(
      say(fr: "Le jour des lignes sans date.", en: "The day of rows without a date."),
      valueName: "date"))
  var date: String?

  @OptionGroup var role: RoleOption
  @OptionGroup var travel: RoadsOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Document: Encodable {
    struct Day: Encodable {
      let date: String
      let totals: ActualsTotals
    }
    let days: [Day]
    let warnings: [FaultItem]
  }

  func run() throws {
    let date = try date.map { text throws(Failure) in try ProfileInput.date(text) }
    let role = try role.id()
    var rows: [PlacedActual] = []
    var warnings: [Fault] = []
    var log = FailureLog()
    for table in tables {
      guard
        let read = log.catching({ () throws(Failure) in try ActualsInput.read(table) })
      else { continue }
      rows += read.rows
      warnings += read.warnings
    }
    try log.end()
    if let date {
      for i in rows.indices where rows[i].actual.date == nil { rows[i].actual.date = date }
    }
    let days = try StoreActuals.record(
      rows, in: store.path, roads: travel.choice, role: role, at: WallClock.now())
    warnings += days.flatMap(\.warnings)
    Warnings.show(warnings, output)
    if output.json {
      try JSONOutput.write(
        Document(
          days: days.map { Document.Day(date: $0.plan.date.text, totals: ActualsTotals($0)) },
          warnings: warnings.map(FaultItem.init)))
    } else if !output.quiet {
      try Console.write(days.map { words($0) }.joined())
    }
  }

  private func words(_ day: DayActuals) -> String {
    let totals = ActualsTotals(day)
    let done = totals.byStatus[Actual.Status.done.rawValue] ?? 0
    let date = day.plan.date.text
    return say(
      fr:
        "\(date) : \(totals.reportedLegs) trajet(s) noté(s) sur \(totals.plannedLegs), \(done) fait(s)\n",
      en: "\(date): \(totals.reportedLegs) leg(s) noted of \(totals.plannedLegs), \(done) done\n")
  }
}
