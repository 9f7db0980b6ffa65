internal import PlanStore
public import Planning

extension Audience {
  /// Who was told a plan, by the store that it or its day stands in; everybody where no store knows the plan, since who names
  /// a file says that it is what people were told.
  ///
  /// - Parameters:
  ///   - path: the plan's, as given.
  ///   - day: where the day stands.
  /// - Throws: `Failure` where the store cannot be read.
  public init(of plan: Plan, at path: String, on day: String) throws(Failure) {
    var store = try Self.store(path)
    if store == nil { store = try Self.store(day) }
    guard let store else {
      self = .everybody
      return
    }
    let states = try storing {
      try TerritoryStore.open(store, access: .reading).read { view throws(StoreError) in
        try view.states(ofPlan: plan.provenance.planHash, on: plan.date)
      }
    }
    let audiences = states.map(\.audience)
    self = [.everybody, .volunteers, .nobody].first(where: audiences.contains) ?? .everybody
  }

  private static func store(_ path: String) throws(Failure) -> String? {
    guard case .store(let file, _) = try DaySource(path) else { return nil }
    return file
  }
}
