internal import PlanStore
public import Planning

extension StorePlans {
  /// The plan that people were told before a version of a day's plan; `nil` where they were told none, or the store keeps
  /// it no more.
  public static func told(
    before number: Int, on day: PlanDate, in path: String
  ) throws(Failure) -> Plan? {
    try storing {
      let store = try TerritoryStore.open(path, access: .reading)
      let stored = try store.read { view throws(StoreError) -> StoredPlan? in
        var earlier = number - 1
        while earlier >= 1 {
          let version = try view.plan(of: day, number: earlier)
          if let version, version.state.isTold, version.document != nil { return version }
          earlier -= 1
        }
        return nil
      }
      return try stored?.plan(in: path)
    }
  }
}
