public import PlanStore
public import Planning

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

extension Fault {
  /// A store on a medium that cannot be written, beside which changes lie that are not in it yet.
  public static func logLeftOut(_ path: String) -> Fault {
    Fault(
      code: "store-log-unread", place: FaultPlace(file: path), field: "", value: path + "-wal",
      cause: Bilingual(
        fr:
          "Le dossier ne peut pas être écrit : la base est lue sans les derniers changements, qui "
          + "sont encore dans son journal (-wal).",
        en: "The folder cannot be written: the store is read without the last changes, which are "
          + "still in its log (-wal)."),
      remedy: Bilingual(
        fr: "Copiez la base et son journal dans un dossier où vous pouvez écrire, ou prenez une "
          + "sauvegarde (camin backup).",
        en: "Copy the store and its log to a folder that you can write, or take a backup (camin "
          + "backup)."))
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
