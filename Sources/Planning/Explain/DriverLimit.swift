internal import DialARide

/// A limit of one driver's day, as the numeric problem holds it.
enum DriverLimit: CaseIterable {
  case distance, duty, trips, wait, waitOnBoard

  /// Those that a volunteer has offered, or that a scheme has set for volunteers, and may widen.
  static let offered: [DriverLimit] = [.distance, .duty, .trips, .wait]

  /// Metres, seconds or trips; `nil`: no limit.
  func value(_ vehicle: VehicleDraft) -> Double? {
    switch self {
    case .distance: vehicle.longestDistance
    case .duty: vehicle.longestDuration
    case .trips: vehicle.mostTrips.map(Double.init)
    case .wait: vehicle.longestIdle
    case .waitOnBoard: vehicle.longestIdleOnBoard
    }
  }

  /// Gives all vehicles of one driver another limit, each and together.
  func set(_ value: Double?, of vehicles: [Int], in draft: inout ProblemDraft) {
    for v in vehicles { set(value, in: &draft.vehicles[v]) }
    for c in draft.crews.indices where !Set(draft.crews[c].vehicles).isDisjoint(with: vehicles) {
      switch self {
      case .distance: draft.crews[c].longestDistance = value
      case .duty: draft.crews[c].longestDuration = value
      case .trips: draft.crews[c].mostTrips = value.map { Int($0) }
      case .wait, .waitOnBoard: break
      }
    }
  }

  private func set(_ value: Double?, in vehicle: inout VehicleDraft) {
    switch self {
    case .distance: vehicle.longestDistance = value
    case .duty: vehicle.longestDuration = value
    case .trips: vehicle.mostTrips = value.map { Int($0) }
    case .wait: vehicle.longestIdle = value
    case .waitOnBoard: vehicle.longestIdleOnBoard = value
    }
  }

  /// What one route uses of it, in the unit of `value`.
  func used(_ figures: RouteStatistics) -> Double {
    switch self {
    case .distance: figures.distance
    case .duty: figures.duration
    case .trips: Double(figures.trips)
    case .wait: figures.longestIdle
    case .waitOnBoard: figures.longestIdleOnBoard
    }
  }

  /// What all routes of one driver use of it.
  func used(_ figures: [RouteStatistics]) -> Double {
    switch self {
    case .distance, .duty, .trips: figures.reduce(0) { $0 + used($1) }
    case .wait, .waitOnBoard: figures.reduce(0) { max($0, used($1)) }
    }
  }

  /// Unit in which people speak of it, and how many of `value` make one.
  var unit: (name: String, size: Double) {
    switch self {
    case .distance: ("km", 1000)
    case .duty, .wait, .waitOnBoard: ("min", 60)
    case .trips: ("count", 1)
    }
  }
}

extension DriverLimit {
  /// Where a resource's limit stands: the rule, and what it rests on; empty for what the driver has said.
  func citation(_ resource: DayResource, _ day: Day) -> (rule: String, source: String) {
    let own = day.scenario.volunteers.first { $0.id == resource.id }
    func of(_ key: FigureKey) -> (String, String) {
      (day.rules.citation(key), day.rules.figure(key)?.source ?? "")
    }
    switch self {
    case .distance:
      if isOfTheYear(resource, day) { return ("most-kilometres-a-year", "") }
      return own?.longestKilometres != nil
        ? ("longest-kilometres", "") : of(.volunteerLongestDistance)
    case .duty:
      guard resource.mode == .volunteer else {
        let stated = day.scenario.vehicles.first { $0.id == resource.id }?.longestDuty
        return stated != nil ? ("longest-duty", "") : of(.amplitude(resource.mode.ruleKind))
      }
      return own?.longestDuty != nil ? ("longest-duty", "") : of(.volunteerLongestDuty)
    case .trips: return own?.mostTrips != nil ? ("most-trips", "") : of(.volunteerMostTrips)
    case .wait: return own?.longestWait != nil ? ("longest-wait", "") : of(.volunteerLongestWait)
    case .waitOnBoard: return of(.idleOnBoard(resource.mode.ruleKind))
    }
  }

  /// Whether what the year's offer leaves is less than the day's.
  func isOfTheYear(_ resource: DayResource, _ day: Day) -> Bool {
    guard self == .distance, let left = resource.yearLeft else { return false }
    return left < day.metresOfADay(resource)
  }
}

extension Day {
  /// Metres that a volunteer drives on a day at most, whatever the year has left.
  func metresOfADay(_ resource: DayResource) -> Int {
    scenario.volunteers.first { $0.id == resource.id }?.longestKilometres
      .map { Int(($0 * 1000).rounded()) } ?? rules.metres(.volunteerLongestDistance)
  }
}
