internal import Interchange
internal import PlanStore
internal import Planning

/// When drivers end the day before a day, by the plan that a store has of it (R31): the one that people were told, else
/// the last that was made.
struct DayBefore {
  /// By volunteer or vehicle, by the clock of the day before; from 24:00 on after midnight.
  let ends: [String: ClockTime]

  /// - Throws: `Failure` where the plan cannot be read; one that was purged says nothing.
  init(_ view: StoreView, of day: PlanDate) throws(Failure) {
    let before = day.adding(days: -1)
    var stored: StoredPlan?
    do throws(StoreError) {
      stored = try view.toldPlan(of: before)
      if stored == nil { stored = try view.plan(of: before) }
    } catch {
      throw Failure(error)
    }
    guard let stored, stored.document != nil else {
      ends = [:]
      return
    }
    let plan = try stored.plan(in: view.path)
    let clock = PlanClock(date: before, timeZone: plan.timeZone)
    ends = Dictionary(
      plan.runs.compactMap { run in clock.map { (run.resource, $0.clockTime(run.arrival)) } },
      uniquingKeysWith: max)
  }
}

extension Scenario {
  /// Says of drivers of whom nothing is said yet when they ended the day before.
  mutating func end(_ ends: [String: ClockTime]) {
    guard !ends.isEmpty else { return }
    let stated = Set(
      availability.filter { $0.lastEnd != nil && $0.days.contains(territory.date) }
        .map(\.resource))
    for index in availability.indices {
      let row = availability[index]
      guard row.window != nil, row.days.contains(territory.date), !stated.contains(row.resource)
      else { continue }
      availability[index].lastEnd = ends[row.resource]
    }
  }

  /// The same without those ends, which are the other day's affair.
  mutating func forget(_ ends: [String: ClockTime]) {
    for index in availability.indices
    where ends[availability[index].resource] == availability[index].lastEnd {
      availability[index].lastEnd = nil
    }
  }
}
