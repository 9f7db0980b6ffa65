internal import PlanStore
internal import Planning

extension StoreImport {
  /// States anew, as of the day, kilometres of the year and recent trips that differ from what the history comes to.
  ///
  /// Not where none are said, nor where it is only said again what was stated before: what was driven since would be
  /// forgotten.
  func stateHistory(of scenario: Scenario, _ edit: StoreEdit) throws(StoreError) {
    let date = scenario.territory.date
    let weeks = scenario.weeksOfHistory
    let known = try edit.view.kilometresOfYear(before: date)
    let stated = try edit.view.openings(inYearOf: date)
    let recent = try edit.view.recentTrips(before: date, weeks: weeks)
    let statedTrips = try edit.view.statedTrips(from: date.adding(days: -7 * weeks), to: date)
    for volunteer in scenario.volunteers {
      let id = volunteer.id
      let kilometres = volunteer.kilometresThisYear
      let isNewYear =
        kilometres > 0 && abs((known[id] ?? 0) - kilometres) > 1e-6
        && stated[id]?.kilometres != kilometres
      let said = volunteer.recentTrips
      let areNewTrips =
        weeks > 0 && said.trips > 0 && (recent[id] ?? RecentTrips()) != said
        && statedTrips[id].map { RecentTrips(trips: $0.trips, earlyOrLate: $0.earlyOrLate) } != said
      guard isNewYear || areNewTrips else { continue }
      // What is not said stays: kilometres as they have come to, trips by counting on.
      try edit.put(
        Driven(
          volunteer: id, day: date, source: .opening,
          kilometres: isNewYear ? kilometres : known[id] ?? 0,
          trips: areNewTrips ? said.trips : 0, earlyOrLate: areNewTrips ? said.earlyOrLate : 0))
    }
  }
}
