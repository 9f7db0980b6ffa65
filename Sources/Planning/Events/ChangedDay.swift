/// A day after something has happened to it, and what people were told of it before.
public struct ChangedDay: Sendable {
  /// The day as it is now; a plan of it is judged by this.
  public var scenario: Scenario
  /// The plan told, with what of it is settled or void.
  public var published: PublishedPlan
  /// Decisions that events have overtaken.
  public var lifted: [PlanLock]

  /// What a day comes to by events, one after the other.
  ///
  /// - Parameters:
  ///   - day: as it was planned.
  ///   - now: until when the plan has been driven; `nil`: it has not begun, unless a vehicle breaks down, which tells the time.
  ///   - keepsTimes: promised windows hold (R42).
  /// - Throws: `Faults` with every event that cannot be, such as one of an unknown driver.
  public init(
    _ day: Day, after plan: Plan, _ events: [ReportedEvent], now: ClockTime? = nil,
    keepsTimes: Bool = true
  ) throws(Faults) {
    var application = EventApplication(day, plan, now: Self.moment(day, events, now))
    for event in events { application.apply(event) }
    guard application.faults.isEmpty else { throw Faults(application.faults) }
    application.settle()
    scenario = application.scenario
    lifted = application.lifted
    published = PublishedPlan(
      plan, keepsTimes: keepsTimes, past: application.past, voided: application.voided)
  }

  /// The day as a plan of it leaves it: who drives nothing further is there until the end of the run, however long the way
  /// home takes with the rests that fall due on it.
  public func scenario(holding plan: Plan, clock: PlanClock) -> Scenario {
    var scenario = scenario
    for resource in (published.past?.hours ?? [:]).keys.sorted() {
      for run in plan.runs where run.resource == resource {
        let (start, end) = (clock.clockTime(run.departure), clock.clockTime(run.arrival))
        let days = Availability.Days.date(scenario.territory.date)
        let row = scenario.availability.firstIndex { row in
          row.resource == resource && row.days == days
            && row.window.map { $0.start <= start && start <= $0.end } ?? false
        }
        guard let row, let window = scenario.availability[row].window, window.end < end else {
          continue
        }
        scenario.availability[row].window = ClockWindow(start: window.start, end: end)
      }
    }
    return scenario
  }

  /// Elapsed seconds until which the plan is history.
  private static func moment(_ day: Day, _ events: [ReportedEvent], _ now: ClockTime?) -> Int? {
    if let now { return day.clock.elapsed(now) ?? now.seconds }
    return events.compactMap { reported -> Int? in
      guard case .brokenDown(_, let time, _) = reported.event else { return nil }
      return day.clock.elapsed(time) ?? time.seconds
    }.max()
  }
}
