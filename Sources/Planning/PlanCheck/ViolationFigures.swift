internal import Verification

/// Finds the profile figure behind a limit that the exact checker reports.
struct ViolationFigures {
  let day: Day

  /// - Returns: `nil` where the limit is the scenario's own (a stated window, a vehicle's seats).
  func figure(for violation: Violation, leg: DayLeg?, resource: DayResource?) -> FigureKey? {
    let mode = resource?.mode
    switch violation.rule {
    case .rideTime:
      guard let leg, let mode else { return nil }
      return rideFigure(leg, mode)
    case .window, .lockTime:
      guard let leg, let mode else { return nil }
      return timeFigure(violation, leg, mode)
    case .capacity: return patientsFigure(violation, resource)
    case .mixing:
      let bookings = violation.requests.filter(day.legs.indices.contains).map {
        day.legs[$0].booking
      }
      guard bookings.count == 2 else { return nil }
      return MixingClasses(day.rules).figure(bookings[0], bookings[1])
    case .setup: return .setupBetweenLoads
    case .longestIdleOnBoard: return mode.map { .idleOnBoard($0.ruleKind) }
    case .longestIdle:
      return volunteer(resource, stated: \.longestWait).map { _ in .volunteerLongestWait }
    case .mostTrips, .crewTrips:
      return volunteer(resource, stated: \.mostTrips).map { _ in .volunteerMostTrips }
    case .longestDistance, .crewDistance:
      // What the year leaves may be less, and is the volunteer's own limit.
      guard resource?.longestMetres == day.rules.metres(.volunteerLongestDistance) else {
        return nil
      }
      return volunteer(resource, stated: \.longestKilometres).map { _ in .volunteerLongestDistance }
    case .longestDuration, .crewDuration:
      return volunteer(resource, stated: \.longestDuty).map { _ in .volunteerLongestDuty }
    default: return nil
    }
  }

  /// The law's number of patients in a VSL, where the car has seats enough for those on board (R32).
  private func patientsFigure(_ violation: Violation, _ resource: DayResource?) -> FigureKey? {
    guard let resource, resource.mode == .vsl else { return nil }
    let aboard = violation.requests.filter(day.legs.indices.contains).map { day.legs[$0] }
    let hasRoom = resource.layouts.contains { layout in
      let names = Set(aboard.flatMap(\.load.keys))
      return names.allSatisfy { name in
        aboard.reduce(0) { $0 + $1.load[name, default: 0] } <= layout[name, default: 0]
      }
    }
    return hasRoom ? .vslMostPatients : nil
  }

  private func ridingKind(_ leg: DayLeg, _ mode: Mode) -> RuleKind {
    leg.booking.insured ? .tap : mode.ridingKind
  }

  /// The term of `min(factor × direct + offset, direct + cap, absolute)` that binds.
  private func rideFigure(_ leg: DayLeg, _ mode: Mode) -> FigureKey {
    let kind = ridingKind(leg, mode)
    let limit = RideLimits(rules: day.rules).longestRide(
      direct: leg.slowestDirectSeconds, kind: kind)
    if limit == leg.slowestDirectSeconds + day.rules.seconds(.rideCap(kind)) {
      return .rideCap(kind)
    }
    if let longest = day.rules.figure(.rideLongest(kind)).map(RuleBook.seconds), limit == longest {
      return .rideLongest(kind)
    }
    return .rideFactor(kind)
  }

  private func timeFigure(_ violation: Violation, _ leg: DayLeg, _ mode: Mode) -> FigureKey? {
    let kind = ridingKind(leg, mode)
    if violation.rule == .lockTime { return .promise(kind) }
    let early = (violation.value ?? 0) < (violation.limit ?? 0)
    switch leg.leg.anchor {
    case .arriveBy:
      if early { return leg.leg.earliestBefore == nil ? .earliestBefore(kind) : nil }
      return leg.leg.latestBefore == nil ? .latestBefore(kind) : nil
    case .departAfter, .release:
      return early || leg.leg.latestAfter != nil ? nil : .latestAfter(kind)
    case .fixed, .afterStay: return nil
    }
  }

  /// The volunteer, where he or she has not stated this limit.
  private func volunteer<Value>(
    _ resource: DayResource?, stated: (Volunteer) -> Value?
  ) -> Volunteer? {
    guard let resource, resource.mode == .volunteer else { return nil }
    return day.scenario.volunteers.first { $0.id == resource.id && stated($0) == nil }
  }
}
