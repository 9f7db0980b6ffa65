internal import DialARide

/// Turns the shifts of all resources into vehicles.
struct VehicleCompiler {
  /// Capacity dimension that counts patients, so that a VSL takes no more than the law lets it (R32).
  static let patients = "patients on board"

  let day: Day
  private let rules: RuleBook
  /// One vehicle a shift.
  let vehicles: [VehicleRole]
  /// Each pace of a shift once, in the order of the vehicles; never empty.
  let paces: [TravelPace]
  /// Capacity dimensions in the order of load vectors.
  let dimensions: [String]

  init(_ day: Day) {
    self.day = day
    rules = day.rules
    vehicles = day.resources.indices.flatMap { r in
      day.resources[r].shifts.indices.map { VehicleRole(resource: r, shift: $0) }
    }
    let all = day.resources.flatMap(\.shifts).map(\.pace)
    paces =
      all.indices.filter { all.firstIndex(of: all[$0]) == $0 }.map { all[$0] }
      + (all.isEmpty ? [TravelPace()] : [])
    var names = Set(day.resources.flatMap(\.layouts).flatMap(\.keys))
    for leg in day.legs { names.formUnion(leg.load.keys) }
    dimensions = names.sorted() + [Self.patients]
  }

  func drafts() -> [VehicleDraft] { vehicles.map(draft) }

  /// Limits of the day of those who have several shifts.
  func crews() -> [CrewDraft] {
    day.resources.indices.compactMap { r in
      let resource = day.resources[r]
      let shifts = vehicles.indices.filter { vehicles[$0].resource == r }
      guard shifts.count > 1 else { return nil }
      return CrewDraft(
        id: resource.id, vehicles: shifts, longestDuration: Double(resource.longestDuty),
        longestDistance: resource.longestMetres.map(Double.init), mostTrips: resource.mostTrips)
    }
  }

  private func draft(_ role: VehicleRole) -> VehicleDraft {
    let resource = day.resources[role.resource]
    let shift = resource.shifts[role.shift]
    let kind = resource.mode.ruleKind
    return VehicleDraft(
      id: resource.id + "#\(role.shift + 1)", start: resource.start, end: resource.end,
      shift: TimeWindow(Double(max(0, shift.start)), Double(max(0, shift.end))),
      breaks: breaks(of: resource, in: shift),
      layouts: resource.layouts.map {
        layout($0, mode: resource.mode)
      },
      layoutScope: resource.layoutPerTrip ? .trip : .route,
      longestDuration: Double(resource.longestDuty),
      longestDistance: resource.longestMetres.map(Double.init), mostTrips: resource.mostTrips,
      longestIdle: resource.longestWait.map(Double.init),
      longestIdleOnBoard: Double(rules.seconds(.idleOnBoard(kind))),
      mayReturnToBase: mayReturn(resource, in: shift),
      fixedCost: resource.fixedCost + rules[.resourceUsed], costPerMetre: resource.costPerMetre,
      costPerSecondDriven: resource.costPerSecond,
      costPerSecondWaiting: resource.costPerSecond + resource.waitValue,
      matrix: paces.firstIndex(of: shift.pace) ?? 0,
      setupTimes: setupTimes(resource.mode))
  }

  private func layout(_ layout: SeatLayout, mode: Mode) -> [Int] {
    dimensions.map { dimension in
      guard dimension == Self.patients else { return layout[dimension, default: 0] }
      return mode == .vsl ? Int(rules[.vslMostPatients]) : day.legs.count
    }
  }

  /// Time at base is off duty for a volunteer. A paid driver's amplitude runs on: he or she may go back only
  /// where the shift as a whole keeps within it (R31).
  private func mayReturn(_ resource: DayResource, in shift: DayShift) -> Bool {
    guard resource.mode != .volunteer else { return resource.mayGoHome }
    return shift.end - shift.start <= resource.longestDuty
  }

  /// Breaks stated for the vehicle; without any, the profile's working-time break.
  private func breaks(of resource: DayResource, in shift: DayShift) -> [BreakDraft] {
    guard resource.mode != .volunteer else { return [] }
    let kind = resource.mode.ruleKind
    if resource.breaks.isEmpty {
      let (due, margin) = (rules.seconds(.breakDueAfter(kind)), rules.seconds(.breakMargin(kind)))
      let window = (start: shift.start + margin, end: shift.end - margin)
      guard shift.end - shift.start > due, window.start < window.end else { return [] }
      return [
        BreakDraft(
          windows: [TimeWindow(Double(window.start), Double(window.end))],
          duration: Double(rules.seconds(.breakLength(kind))), dueAfter: Double(due))
      ]
    }
    return resource.breaks.compactMap { rest in
      let start = max(shift.start, day.elapsed(rest.window.start))
      let end = min(shift.end, day.elapsed(rest.window.end)) - rest.duration
      guard start <= end else { return nil }
      return BreakDraft(
        windows: [TimeWindow(Double(max(0, start)), Double(end))], duration: Double(rest.duration),
        dueAfter: Double(rest.dueAfter))
    }
  }

  /// R11: cleaning before a patient and after one, in vehicles that carry patients.
  private func setupTimes(_ mode: Mode) -> [[Double]] {
    let setup = Double(rules.seconds(.setupBetweenLoads))
    guard mode == .vsl || mode == .taxi, setup > 0 else { return [] }
    return [[0, setup, 0], [setup, setup, 0], [0, 0, 0]]
  }
}
