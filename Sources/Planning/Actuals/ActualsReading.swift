/// Puts rows of actuals to the runs and legs of a plan, and finds what does not fit.
struct ActualsReading {
  private let plan: Plan
  private let day: Day
  private(set) var rides: [DayActuals.Ride] = []
  /// By run.
  private(set) var sheets: [Actual?]
  private(set) var faults: [Fault] = []
  private(set) var warnings: [Fault] = []
  private var rideOfLeg: [String: Int] = [:]
  private let runIndex: [String: Int]
  /// Rides with a row of their own.
  private var told: Set<Int> = []

  init(_ plan: Plan, _ day: Day) {
    self.plan = plan
    self.day = day
    sheets = Array(repeating: nil, count: plan.runs.count)
    runIndex = ScenarioCheck.firstIndices(plan.runs.map(\.id))
    for (r, run) in plan.runs.enumerated() {
      for stop in run.stops where stop.kind == .pickup {
        guard let leg = day.legIndex[stop.leg], rideOfLeg[stop.leg] == nil,
          let end = run.stops.first(where: { $0.kind == .delivery && $0.leg == stop.leg })
        else { continue }
        rideOfLeg[stop.leg] = rides.count
        rides.append(
          DayActuals.Ride(
            run: r, leg: leg, plannedPickup: stop.start, plannedSetdown: end.start))
      }
    }
  }

  mutating func add(_ row: PlacedActual) {
    let actual = row.actual
    if let date = actual.date, date != plan.date {
      return tell(.otherDate(plan.date), row, "date", date.text)
    }
    checkTimes(row)
    if !actual.leg.isEmpty {
      addLeg(row)
    } else if actual.run.isEmpty {
      tell(.rowOfNothing, row, "leg", "")
    } else if let run = runIndex[actual.run] {
      addSheet(row, run)
    } else {
      tell(.unknownRun, row, "run", actual.run)
    }
  }

  // MARK: Runs

  private mutating func addSheet(_ row: PlacedActual, _ run: Int) {
    let actual = row.actual
    guard sheets[run] == nil else { return tell(.runTwice, row, "run", actual.run) }
    sheets[run] = actual
    if actual.pickup != nil || actual.setdown != nil {
      tell(.legsTimes, row, actual.pickup == nil ? "setdown" : "pickup", "")
    }
    if let status = actual.status, status.isVisit, status != .done {
      tell(.statusOfLegs, row, "status", status.rawValue)
    }
    order(actual.departure, actual.arrival, row, "arrival")
    lookAt(actual.kilometres, planned: plan.runs[run].metres, row)
    let status = actual.status ?? .done
    for index in rides.indices where rides[index].run == run && !told.contains(index) {
      rides[index].status = status
    }
  }

  // MARK: Legs

  private mutating func addLeg(_ row: PlacedActual) {
    let actual = row.actual
    guard let index = rideOfLeg[actual.leg] else {
      let isKnown = day.legIndex[actual.leg] != nil
      return tell(isKnown ? .notPlanned : .unknownLeg, row, "leg", actual.leg)
    }
    let run = rides[index].run
    if !actual.run.isEmpty, actual.run != plan.runs[run].id {
      tell(.otherRun(plan.runs[run].id), row, "run", actual.run)
    }
    guard told.insert(index).inserted else { return tell(.legTwice, row, "leg", actual.leg) }
    if actual.departure != nil || actual.arrival != nil {
      tell(.runsTimes, row, actual.departure == nil ? "arrival" : "departure", "")
    }
    let isTold = actual.pickup != nil || actual.setdown != nil || actual.kilometres != nil
    guard let status = actual.status ?? (isTold ? .done : nil) else {
      return tell(.missingStatus, row, "status", "")
    }
    if !status.isRide, actual.setdown != nil || actual.kilometres != nil {
      tell(.rodeAndDidNot, row, "status", status.rawValue)
    }
    order(actual.pickup, actual.setdown, row, "setdown")
    rides[index].status = status
    rides[index].pickup = actual.pickup.flatMap(day.clock.elapsed)
    rides[index].setdown = actual.setdown.flatMap(day.clock.elapsed)
    rides[index].metres = actual.kilometres.map { Int(($0 * 1000).rounded()) }
    lookAt(actual.kilometres, planned: day.legs[rides[index].leg].directMetres, row)
  }

  // MARK: Values

  private mutating func checkTimes(_ row: PlacedActual) {
    let times: [(String, ClockTime?)] = [
      ("departure", row.actual.departure), ("pickup", row.actual.pickup),
      ("setdown", row.actual.setdown), ("arrival", row.actual.arrival),
    ]
    for (field, time) in times {
      guard let time, day.clock.elapsed(time) == nil else { continue }
      tell(.noSuchTime, row, field, time.text)
    }
  }

  private mutating func order(
    _ first: ClockTime?, _ second: ClockTime?, _ row: PlacedActual, _ field: String
  ) {
    guard let first = first.flatMap(day.clock.elapsed), let time = second,
      let end = day.clock.elapsed(time), end < first
    else { return }
    tell(.backwards, row, field, time.text)
  }

  /// Kilometres far from those planned may be the reading of the counter.
  private mutating func lookAt(_ kilometres: Double?, planned metres: Int, _ row: PlacedActual) {
    guard let kilometres else { return }
    let planned = Double(metres) / 1000
    guard kilometres > 2 * planned + 20 || kilometres < planned / 2 - 5 else { return }
    warnings.append(
      ActualsFault.farFromPlanned(planned).fault(
        at: row.place, field: "kilometres", value: Shown.number(kilometres).fr))
  }

  private mutating func tell(
    _ what: ActualsFault, _ row: PlacedActual, _ field: String, _ value: String
  ) {
    faults.append(what.fault(at: row.place, field: field, value: value))
  }
}
