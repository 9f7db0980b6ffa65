internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// Imports a sheet of bookings into what takes them, and tells what came of it.
struct SheetImporting {
  let sink: any ImportSink
  let request: ImportRequest
  let isDryRun: Bool
  let output: OutputOptions

  func run() throws {
    let day: (scenario: Scenario, warnings: [Fault])
    do throws(Faults) { day = try sink.day() } catch { throw Failure(reading: error) }
    let outcome = SheetImport.run(request, into: day.scenario)
    let isMapped = try writing { () throws(Faults) -> Bool in
      try ImportFiles.writeMapping(outcome, request)
    }
    let applies = outcome.isSound && outcome.hasChanges && !isDryRun
    if applies {
      try writing { () throws(Faults) -> Bool in
        try ImportFiles.writeContacts(outcome, request)
        try sink.apply(outcome)
        return true
      }
    }
    let report = SheetImportReport(
      outcome: outcome, request: request, date: day.scenario.territory.date, isDryRun: isDryRun,
      isApplied: applies, isMapped: isMapped)
    try tell(report, warnings: outcome.warnings)
  }

  @discardableResult
  private func writing(_ work: () throws(Faults) -> Bool) throws(Failure) -> Bool {
    do throws(Faults) { return try work() } catch { throw Failure(.cannotCreate, error.faults) }
  }

  /// The report goes out in any case; what is wrong ends the command with the status of bad data.
  private func tell(_ report: SheetImportReport, warnings: [Fault]) throws {
    if output.json {
      try JSONOutput.write(report.document)
    } else {
      Warnings.show(warnings, output)
      if !output.quiet || !report.outcome.faults.isEmpty { try Console.write(report.text) }
      if !report.outcome.faults.isEmpty {
        Console.complain(
          "\n" + FaultPrinter.text(report.outcome.faults, language: output.language))
      }
    }
    guard report.outcome.isSound else {
      let absent = Failure(reading: Faults(report.outcome.faults))
      throw ExitCode(absent.status.rawValue)
    }
  }
}
