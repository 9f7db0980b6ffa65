internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning

/// Imports a sheet into what takes it, and tells what came of it.
struct SheetImporting {
  /// A day each; more than one where bookings of several days go into a store.
  let sinks: [any ImportSink]
  let request: ImportRequest
  let isDryRun: Bool
  let output: OutputOptions
  /// Tables that sheets before this one would change, where nothing is written.
  var tables = ImportedTables()

  /// All days are looked at before any is changed: with a fault in one of them none is.
  ///
  /// - Returns: what came of each; nothing is told yet.
  func run() throws -> [SheetImportReport] {
    var reports = try sinks.map { try look($0, request) }
    guard reports.allSatisfy(\.outcome.isSound), !isDryRun else { return reports }
    // What one day has brought, such as the pseudonym of somebody new, the next one knows.
    let isAlone = sinks.count == 1
    var request = request
    for index in sinks.indices {
      if !isAlone { reports[index] = try look(sinks[index], request) }
      reports[index].isApplied = try apply(reports[index].outcome, of: request, to: sinks[index])
      request.contactsText = reports[index].outcome.contactsText ?? request.contactsText
    }
    return reports
  }

  private func look(
    _ sink: any ImportSink, _ request: ImportRequest
  ) throws -> SheetImportReport {
    var day: (scenario: Scenario, warnings: [Fault])
    do throws(Faults) { day = try sink.day() } catch { throw Failure(reading: error) }
    tables.replace(in: &day.scenario)
    let outcome = SheetImport.run(request, into: day.scenario)
    let isMapped = try writing { () throws(Faults) -> Bool in
      try ImportFiles.writeMapping(outcome, request)
    }
    var report = SheetImportReport(
      outcome: outcome, request: request, date: day.scenario.territory.date, isDryRun: isDryRun,
      isMapped: isMapped)
    if !outcome.isSound, isDryRun {
      // Later sheets are judged with the rows that are sound, so that one fault does not become many.
      var sound = request
      sound.acceptGoodRows = true
      report.goodRows = SheetImport.run(sound, into: day.scenario)
    }
    return report
  }

  /// - Returns: whether there was anything to change.
  private func apply(
    _ outcome: ImportOutcome, of request: ImportRequest, to sink: any ImportSink
  ) throws -> Bool {
    guard outcome.isSound, outcome.hasChanges else { return false }
    return try writing { () throws(Faults) -> Bool in
      try sink.apply(outcome, of: request)
      return true
    }
  }

  private func writing(_ work: () throws(Faults) -> Bool) throws(Failure) -> Bool {
    do throws(Faults) { return try work() } catch {
      // What does not fit with the rest of a store is named by where it stands in it; a file that cannot be written is not.
      let areData = error.faults.contains { $0.place.pointer != nil }
      throw Failure(areData ? .badData : .cannotCreate, error.faults)
    }
  }
}

/// Tables of a territory as sheets would leave them, so that each of several is judged with those before.
struct ImportedTables {
  private var territory: Scenario?
  /// What would stand in the contacts file; `nil`: what stands in it.
  private(set) var contacts: String?

  /// - Parameter isWritten: what takes the sheets has the tables already.
  mutating func note(_ outcome: ImportOutcome, isWritten: Bool) {
    contacts = outcome.contactsText ?? contacts
    guard !isWritten, outcome.table != .bookings else { return }
    territory = outcome.scenario ?? territory
  }

  func replace(in day: inout Scenario) {
    guard let territory else { return }
    day.places = territory.places
    day.riders = territory.riders
    day.volunteers = territory.volunteers
    day.vehicles = territory.vehicles
    day.availability = territory.availability
    day.standing = territory.standing
  }
}

/// Tells what came of sheets; the report goes out also where there are faults.
struct SheetImportTelling {
  let reports: [SheetImportReport]
  let output: OutputOptions

  /// - Throws: `ExitCode` where anything is at fault.
  func tell() throws {
    let faults = reports.flatMap(\.outcome.faults)
    if output.json {
      let documents = reports.map(\.document)
      let areTables = reports.contains { $0.outcome.table != .bookings }
      try documents.count == 1
        ? JSONOutput.write(documents[0])
        : JSONOutput.write([areTables ? "sheets" : "days": documents])
    } else {
      Warnings.show(reports.flatMap(\.outcome.warnings), output)
      if !output.quiet || !faults.isEmpty {
        try Console.write(reports.map(\.text).joined(separator: "\n"))
      }
      if !faults.isEmpty {
        Console.complain("\n" + FaultPrinter.text(faults, language: output.language))
      }
    }
    guard !reports.allSatisfy(\.outcome.isSound) else { return }
    throw ExitCode(Failure(reading: Faults(faults)).status.rawValue)
  }
}
