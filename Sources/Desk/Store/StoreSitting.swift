internal import Interchange
internal import PlanStore
internal import Planning

/// Several sheets that go into a store together: all of them in one transaction, or none.
///
/// Sinks that were made with it (`StoreSink`) read and write in its transaction, so that each sees what those before it
/// have brought. New people go into the contacts file at the end, before the transaction is over.
public final class StoreSitting {
  /// The store while it is being changed; `nil` before and after.
  private(set) var edit: StoreEdit?
  private var contacts: (outcome: ImportOutcome, request: ImportRequest)?

  public init() {}

  /// What takes everything back.
  private struct TakenBack: Error {}

  /// Runs work whose sinks were made with this sitting.
  ///
  /// - Parameters:
  ///   - path: the store.
  ///   - work: returns whether what it has put in shall stay.
  /// - Throws: `Failure`; the store and the contacts file are then as they were.
  public func run(_ path: String, _ work: () throws -> Bool) throws(Failure) {
    var isTakenBack = false
    do throws(Failure) {
      try storing {
        try TerritoryStore.open(path).transaction { edit in
          self.edit = edit
          defer { self.edit = nil }
          guard try work() else {
            isTakenBack = true
            throw TakenBack()
          }
          try writeContacts()
        }
      }
    } catch {
      guard isTakenBack else { throw error }
    }
  }

  /// People who are new with a sheet; its text has those of the sheets before it too.
  func note(_ outcome: ImportOutcome, _ request: ImportRequest) {
    if outcome.contactsText != nil { contacts = (outcome, request) }
  }

  private func writeContacts() throws(Failure) {
    guard let contacts else { return }
    do throws(Faults) {
      try ImportFiles.writeContacts(contacts.outcome, contacts.request)
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
  }
}
