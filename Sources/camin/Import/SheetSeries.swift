internal import Desk
internal import Interchange

/// Sheets that are imported together, those first on which others rest: all of them or none.
struct SheetSeries {
  let requests: [ImportRequest]
  let target: SheetTarget
  let isDryRun: Bool
  let output: OutputOptions

  /// All sheets are looked at before any goes in, each on top of what those before it would bring, so that the faults of
  /// all are told at once.
  ///
  /// - Returns: what came of each; nothing is told yet.
  func run() throws -> [SheetImportReport] {
    let isAlone = requests.count == 1
    let seen = try pass(target, isDryRun: isDryRun || !isAlone)
    guard !isDryRun else { return seen }
    guard seen.allSatisfy(\.outcome.isSound) else { return heldBack(seen) }
    guard !isAlone else { return seen }
    var made: [SheetImportReport] = []
    var isKept = false
    try target.together { target in
      made = try pass(target, isDryRun: false)
      isKept = made.allSatisfy(\.outcome.isSound)
      return isKept
    }
    // What was asked for in mapping files was written when the sheets were looked at.
    for index in made.indices where made.count == seen.count {
      made[index].isMapped = made[index].isMapped || seen[index].isMapped
    }
    return isKept ? made : heldBack(made)
  }

  private func pass(_ target: SheetTarget, isDryRun: Bool) throws -> [SheetImportReport] {
    var reports: [SheetImportReport] = []
    var tables = ImportedTables()
    for var request in requests {
      request.contactsText = tables.contacts
      let made = try SheetImporting(
        sinks: target.sinks(request, tables), request: request, isDryRun: isDryRun, output: output,
        tables: tables
      ).run()
      for report in made { tables.note(report.basis, isWritten: !isDryRun) }
      reports += made
    }
    return reports
  }

  /// Sheets that do not go in since one of them is at fault.
  private func heldBack(_ reports: [SheetImportReport]) -> [SheetImportReport] {
    reports.map { report in
      var report = report
      report.isDryRun = false
      report.isApplied = false
      report.isHeldBack = true
      return report
    }
  }
}
