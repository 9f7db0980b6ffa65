internal import Desk
internal import Foundation
internal import PlanStore

/// The journal that a run of `camin plan` leaves its record in.
struct Journal {
  private let journal: RunJournal

  /// Opens the journal, or makes it, so that a file that will not do is known before the search.
  init(_ path: String) throws(Failure) {
    journal = try storing { try RunJournal.open(path) }
  }

  /// Adds the record of a plan that was written.
  ///
  /// - Parameter document: `plan.json` as written.
  func add(_ made: MadePlan, document: [UInt8]) throws(Failure) {
    let record = RunRecord(made, document: document, command: "plan", at: try WallClock.now())
    try storing { try journal.append(record) }
  }
}
