internal import Desk
internal import PlanStore
internal import Planning

/// Opens stores for reading.
enum StoreReading {
  /// A store as it is; where it can be read in part only, that is said.
  static func open(_ path: String, _ output: OutputOptions) throws(StoreError) -> TerritoryStore {
    let store = try TerritoryStore.open(path, access: .reading)
    if store.leavesOutLog { Warnings.show([.logLeftOut(path)], output) }
    return store
  }
}
