internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// Imports a sheet of bookings into the days that take them, and tells what came of it.
struct SheetImporting {
  /// A day each; more than one where a sheet of several days goes into a store.
  let sinks: [any ImportSink]
  let request: ImportRequest
  let isDryRun: Bool
  let output: OutputOptions

  /// All days are looked at before any is changed: with a fault in one of them none is.
  func run() throws {
    var reports = try sinks.map(look)
    let isSound = reports.allSatisfy(\.outcome.isSound)
    if isSound, !isDryRun {
      // What one day has brought, such as the pseudonym of somebody new, the next one knows.
      let isAlone = sinks.count == 1
      for index in sinks.indices {
        if !isAlone { reports[index] = try look(sinks[index]) }
        reports[index].isApplied = try apply(reports[index].outcome, to: sinks[index])
      }
    }
    try tell(reports)
    guard !isSound else { return }
    let faults = reports.flatMap(\.outcome.faults)
    throw ExitCode(Failure(reading: Faults(faults)).status.rawValue)
  }

  private func look(_ sink: any ImportSink) throws -> SheetImportReport {
    let day: (scenario: Scenario, warnings: [Fault])
    do throws(Faults) { day = try sink.day() } catch { throw Failure(reading: error) }
    let outcome = SheetImport.run(request, into: day.scenario)
    let isMapped = try writing { () throws(Faults) -> Bool in
      try ImportFiles.writeMapping(outcome, request)
    }
    return SheetImportReport(
      outcome: outcome, request: request, date: day.scenario.territory.date, isDryRun: isDryRun,
      isMapped: isMapped)
  }

  /// - Returns: whether there was anything to change.
  private func apply(_ outcome: ImportOutcome, to sink: any ImportSink) throws -> Bool {
    guard outcome.isSound, outcome.hasChanges else { return false }
    return try writing { () throws(Faults) -> Bool in
      try ImportFiles.writeContacts(outcome, request)
      try sink.apply(outcome)
      return true
    }
  }

  private func writing(_ work: () throws(Faults) -> Bool) throws(Failure) -> Bool {
    do throws(Faults) { return try work() } catch { throw Failure(.cannotCreate, error.faults) }
  }

  /// The report goes out in any case.
  private func tell(_ reports: [SheetImportReport]) throws {
    if output.json {
      let documents = reports.map(\.document)
      return try documents.count == 1
        ? JSONOutput.write(documents[0]) : JSONOutput.write(["days": documents])
    }
    let faults = reports.flatMap(\.outcome.faults)
    Warnings.show(reports.flatMap(\.outcome.warnings), output)
    if !output.quiet || !faults.isEmpty {
      try Console.write(reports.map(\.text).joined(separator: "\n"))
    }
    if !faults.isEmpty {
      Console.complain("\n" + FaultPrinter.text(faults, language: output.language))
    }
  }
}
