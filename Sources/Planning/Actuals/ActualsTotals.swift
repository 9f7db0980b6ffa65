/// What some days came to against what was planned: trips by what became of them, times and kilometres (R61).
public struct ActualsTotals: Hashable, Sendable, Encodable {
  public var days = 0
  /// Legs in runs, and those of them of which something was noted.
  public var plannedLegs = 0
  public var reportedLegs = 0
  /// Reported legs by status.
  public var byStatus: [String: Int] = [:]
  /// Legs ridden whose pick-up was noted, and those of them within the promise of the time told.
  public var timedPickups = 0
  public var promptPickups = 0
  /// Legs ridden to an appointment whose set-down was noted, and those of them in time.
  public var timedAppointments = 0
  public var keptAppointments = 0
  /// Runs planned, of which something was noted, and driven.
  public var plannedRuns = 0
  public var reportedRuns = 0
  public var drivenRuns = 0
  /// Of the runs reported: planned and driven metres, and those noted rather than taken from the planned way.
  public var plannedMetres = 0
  public var drivenMetres = 0
  public var measuredMetres = 0
  /// Metres driven by mode.
  public var metresByMode: [String: Int] = [:]

  public init() {}

  public init(_ actuals: DayActuals) {
    days = 1
    plannedLegs = actuals.rides.count
    plannedRuns = actuals.sheets.count
    for ride in actuals.rides { add(ride, actuals) }
    for sheet in actuals.sheets where sheet.basis != .unreported {
      let run = actuals.plan.runs[sheet.run]
      reportedRuns += 1
      plannedMetres += run.metres
      guard sheet.basis != .notDriven else { continue }
      drivenRuns += 1
      drivenMetres += sheet.metres
      if sheet.basis == .measured { measuredMetres += sheet.metres }
      metresByMode[run.mode.rawValue, default: 0] += sheet.metres
    }
  }

  private mutating func add(_ ride: DayActuals.Ride, _ actuals: DayActuals) {
    guard let status = ride.status else { return }
    reportedLegs += 1
    byStatus[status.rawValue, default: 0] += 1
    guard status.isRide else { return }
    let day = actuals.day
    if let pickup = ride.pickup {
      let resource = day.resourceIndex[actuals.plan.runs[ride.run].resource]
      let promise = resource.map { day.promise(ride.leg, by: $0) } ?? 0
      timedPickups += 1
      if pickup <= ride.plannedPickup + promise { promptPickups += 1 }
    }
    if let setdown = ride.setdown, case .arriveBy(let time) = day.legs[ride.leg].leg.anchor {
      timedAppointments += 1
      if setdown <= day.elapsed(time) { keptAppointments += 1 }
    }
  }

  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.days += b.days
    sum.plannedLegs += b.plannedLegs
    sum.reportedLegs += b.reportedLegs
    sum.byStatus.merge(b.byStatus, uniquingKeysWith: +)
    sum.timedPickups += b.timedPickups
    sum.promptPickups += b.promptPickups
    sum.timedAppointments += b.timedAppointments
    sum.keptAppointments += b.keptAppointments
    sum.plannedRuns += b.plannedRuns
    sum.reportedRuns += b.reportedRuns
    sum.drivenRuns += b.drivenRuns
    sum.plannedMetres += b.plannedMetres
    sum.drivenMetres += b.drivenMetres
    sum.measuredMetres += b.measuredMetres
    sum.metresByMode.merge(b.metresByMode, uniquingKeysWith: +)
    return sum
  }
}
