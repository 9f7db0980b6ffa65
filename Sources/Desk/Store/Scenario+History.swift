internal import PlanStore
internal import Planning

extension Scenario {
  /// Weeks that volunteers' trips are counted in (R38); none where the day's rules are at fault, which is told elsewhere.
  var weeksOfHistory: Int { (try? RuleBook(for: self))?.historyWeeks ?? 0 }

  /// Sets what volunteers have driven and riders were refused in the weeks before the day to what a store counts.
  mutating func fillHistory(from view: StoreView) throws(Failure) {
    let weeks = weeksOfHistory
    let recent: [String: RecentTrips]
    let refusals: [String: Int]
    do throws(StoreError) {
      recent = try view.recentTrips(before: territory.date, weeks: weeks)
      refusals = try view.refusals(before: territory.date, weeks: weeks)
    } catch {
      throw Failure(error)
    }
    for index in riders.indices { riders[index].refusedLately = refusals[riders[index].id] ?? 0 }
    for index in volunteers.indices {
      volunteers[index].recentTrips = recent[volunteers[index].id] ?? RecentTrips()
    }
  }
}
