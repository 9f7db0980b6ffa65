internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning

/// The journal that a run of `camin plan` leaves its record in.
struct Journal {
  private let journal: RunJournal

  /// Opens the journal, or makes it, so that a file that will not do is known before the search.
  init(_ path: String) throws(Failure) {
    journal = try storing { () throws(StoreError) in try RunJournal.open(path) }
  }

  /// Adds the record of a plan that was written.
  ///
  /// - Parameter document: `plan.json` as written.
  func add(_ made: MadePlan, document: [UInt8]) throws(Failure) {
    let plan = made.plan
    let indicators = plan.indicators
    let record = RunRecord(
      at: Date(), command: "plan", engine: plan.provenance.engine,
      scenarioHash: plan.provenance.scenarioHash, planHash: SHA256.hex(document),
      territory: plan.territory, date: plan.date, profiles: plan.profiles,
      seed: plan.provenance.seed, iterations: plan.provenance.iterations,
      timeLimit: plan.provenance.timeLimit, tiers: plan.tiers,
      served: indicators.servedBookings, unserved: indicators.bookings - indicators.servedBookings,
      locks: made.scenario.locks.count, exitStatus: Int(ExitStatus.ok.rawValue))
    try storing { () throws(StoreError) in try journal.append(record) }
  }
}

/// Does something with the store, and says in the command's terms why it fails.
func storing<Value>(_ work: () throws(StoreError) -> Value) throws(Failure) -> Value {
  do throws(StoreError) {
    return try work()
  } catch {
    let fault = Fault(
      code: "journal", place: FaultPlace(file: error.path), field: "", value: "",
      cause: error.text, remedy: error.remedy)
    throw Failure(status(of: error.cause), [fault])
  }
}

private func status(of cause: StoreError.Cause) -> ExitStatus {
  switch cause {
  case .missing: .inputMissing
  case .notADatabase, .foreign, .newerSchema, .damaged: .badData
  case .cannotOpen, .readOnly: .cannotCreate
  case .tooRecent: .usage
  case .full, .locked, .refused, .other: .inputOutput
  }
}
