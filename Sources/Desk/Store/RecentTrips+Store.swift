internal import PlanStore
internal import Planning

extension Scenario {
  /// Weeks that volunteers' trips are counted in (R38); none where the day's rules are at fault, which is told elsewhere.
  var weeksOfHistory: Int { (try? RuleBook(for: self))?.historyWeeks ?? 0 }

  /// Sets what volunteers have driven in the weeks before the day to what a store counts.
  mutating func fillRecentTrips(from view: StoreView) throws(Failure) {
    guard !volunteers.isEmpty else { return }
    let recent: [String: RecentTrips]
    do throws(StoreError) {
      recent = try view.recentTrips(before: territory.date, weeks: weeksOfHistory)
    } catch {
      throw Failure(error)
    }
    for index in volunteers.indices {
      volunteers[index].recentTrips = recent[volunteers[index].id] ?? RecentTrips()
    }
  }
}
