public import Planning

/// The rules that Camin ships, where there is no day that chooses among them.
public enum ShippedRules {
  /// Those in force when the newest profile begins.
  public static func latest() throws(Faults) -> RuleBook {
    let latest = (try? ShippedProfiles.all())?.map(\.validFrom).max()
    return try RuleBook(
      for: Scenario(
        territory: Territory(
          id: "", name: "", date: latest ?? PlanDate(year: 2026, month: 1, day: 1))))
  }
}
