internal import Planning

extension DayInput {
  /// A run can stay as it was told only where there is a plan that tells it.
  ///
  /// - Throws: `Failure` naming each lock without its plan, or whose plan has no such run.
  public func checkFrozenRuns() throws(Failure) {
    let told = Set(published?.plan.runs.map(\.resource) ?? [])
    let faults = scenario.locks.enumerated().compactMap { index, lock -> Fault? in
      guard lock.kind == .freeze, !told.contains(lock.resource) else { return nil }
      return published == nil ? .frozenWithoutPlan(index, lock) : .frozenUnknown(index, lock)
    }
    guard faults.isEmpty else { throw Failure(.badData, faults) }
  }
}

extension Fault {
  fileprivate static func frozenWithoutPlan(_ index: Int, _ lock: PlanLock) -> Fault {
    Fault(
      code: "frozen-without-plan",
      place: FaultPlace.inScenario(ObjectKey(.lock, index: index, field: "kind")),
      field: "kind", value: lock.resource,
      cause: Bilingual(
        fr: "La tournée de \(lock.resource) est figée, mais aucun plan annoncé ne la donne.",
        en: "The run of \(lock.resource) is frozen, but no plan told gives it."),
      remedy: Bilingual(
        fr: "Donnez le plan annoncé avec --previous, ou retirez le verrou.",
        en: "Give the plan told with --previous, or remove the lock."))
  }

  fileprivate static func frozenUnknown(_ index: Int, _ lock: PlanLock) -> Fault {
    Fault(
      code: "frozen-unknown-run",
      place: FaultPlace.inScenario(ObjectKey(.lock, index: index, field: "resource")),
      field: "resource", value: lock.resource,
      cause: Bilingual(
        fr: "Le plan annoncé ne donne aucune tournée à \(lock.resource).",
        en: "The plan told gives no run to \(lock.resource)."),
      remedy: Bilingual(
        fr: "Retirez le verrou, ou donnez le plan qui a été annoncé.",
        en: "Remove the lock, or give the plan that was told."))
  }
}
