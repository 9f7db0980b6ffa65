public import PlanStore
internal import Planning

extension Failure {
  /// A store that could not be used.
  public init(_ error: StoreError) {
    self.init(
      Self.status(of: error.cause),
      [
        Fault(
          code: Self.code(of: error.cause), place: FaultPlace(file: error.path), field: "",
          value: "", cause: error.text, remedy: error.remedy)
      ])
  }

  private static func status(of cause: StoreError.Cause) -> ExitStatus {
    switch cause {
    case .missing, .noPlan: .inputMissing
    case .notADatabase, .foreign, .newerSchema, .olderSchema, .damaged, .otherTerritory, .purged,
      .notAllowed, .overtaken:
      .badData
    case .cannotOpen, .readOnly, .exists: .cannotCreate
    case .tooRecent: .usage
    case .full, .writeFailed, .locked, .refused, .other: .inputOutput
    }
  }

  private static func code(of cause: StoreError.Cause) -> String {
    switch cause {
    case .missing: "missing-store"
    case .exists: "store-exists"
    case .notADatabase, .foreign: "not-a-store"
    case .newerSchema: "newer-store"
    case .olderSchema: "older-store"
    case .damaged: "damaged-store"
    case .cannotOpen, .readOnly: "store-not-writable"
    case .full, .writeFailed: "store-full"
    case .locked: "store-locked"
    case .otherTerritory: "other-territory"
    case .noPlan: "no-plan"
    case .purged: "plan-purged"
    case .overtaken: "plan-overtaken"
    case .notAllowed: "state-not-allowed"
    case .tooRecent: "purge-too-recent"
    case .refused, .other: "store"
    }
  }
}

/// Does something with a store, and says in the terms of commands and servers why it fails.
public func storing<Value>(_ work: () throws -> Value) throws(Failure) -> Value {
  do {
    return try work()
  } catch let failure as Failure {
    throw failure
  } catch let error as StoreError {
    throw Failure(error)
  } catch let faults as Faults {
    throw Failure(reading: faults)
  } catch {
    throw Failure(.internalError, [.internalFault("\(error)")])
  }
}
