internal import DialARide

/// How fast a vehicle drives (R23), and where it meets riders (R24): what its travel matrix hangs on.
struct VehicleTravel: Hashable {
  let pace: TravelPace
  let service: Int

  init(pace: TravelPace, service: Int) {
    self.pace = pace
    self.service = service
  }

  init(_ day: Day, _ role: VehicleRole) {
    pace = day.resources[role.resource].shifts[role.shift].pace
    service = day.meeting.serviceOf[role.resource]
  }
}

/// Turns the shifts of all resources into vehicles.
struct VehicleCompiler {
  /// Capacity dimension that counts patients, so that a VSL takes no more than the law lets it (R32).
  static let patients = "patients on board"

  let day: Day
  let purpose: Compiler.Purpose
  private let rules: RuleBook
  private let work: [Mode: WorkingRules]
  /// By resource and shift: hours that may be used.
  private let hours: [[Range<Int>]]
  /// One vehicle a shift.
  let vehicles: [VehicleRole]
  /// Each way to travel once, in the order of the vehicles; never empty.
  let travels: [VehicleTravel]
  /// Capacity dimensions in the order of load vectors.
  let dimensions: [String]

  init(_ day: Day, purpose: Compiler.Purpose) {
    self.day = day
    self.purpose = purpose
    rules = day.rules
    let work = Dictionary(
      uniqueKeysWithValues: Mode.allCases.map { ($0, WorkingRules(day.rules, $0.ruleKind)) })
    self.work = work
    hours = day.resources.map { resource in
      guard purpose == .search, let rules = work[resource.mode] else {
        return resource.shifts.map { $0.start..<max($0.start, $0.end) }
      }
      return WorkingHours(resource, rules).shifts
    }
    vehicles = day.resources.indices.flatMap { r in
      day.resources[r].shifts.indices.map { VehicleRole(resource: r, shift: $0) }
    }
    let all = vehicles.map { VehicleTravel(day, $0) }
    travels =
      all.indices.filter { all.firstIndex(of: all[$0]) == $0 }.map { all[$0] }
      + (all.isEmpty ? [VehicleTravel(pace: TravelPace(), service: 0)] : [])
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
      let duty = min(resource.longestDuty, work[resource.mode]?.longestWork ?? .max)
      return CrewDraft(
        id: resource.id, vehicles: shifts,
        longestDuration: purpose == .check && resource.mode.isPaid ? nil : Double(duty),
        longestDistance: resource.longestMetres.map(Double.init), mostTrips: resource.mostTrips)
    }
  }

  private func draft(_ role: VehicleRole) -> VehicleDraft {
    let resource = day.resources[role.resource]
    let shift = resource.shifts[role.shift]
    let hours = hours[role.resource][role.shift]
    let kind = resource.mode.ruleKind
    let work = self.work[resource.mode] ?? WorkingRules(rules, kind)
    let duty = ShiftWork(day, resource, shift, hours: hours, work, purpose)
    return VehicleDraft(
      id: resource.id + "#\(role.shift + 1)", start: resource.start,
      end: resource.end(ofShift: role.shift),
      shift: TimeWindow(Double(max(0, hours.lowerBound)), Double(max(0, hours.upperBound))),
      breaks: duty.breaks,
      layouts: resource.layouts.map {
        layout($0, mode: resource.mode)
      },
      layoutScope: resource.layoutPerTrip ? .trip : .route,
      longestDuration: duty.longestDuration,
      longestDistance: resource.longestMetres.map(Double.init), mostTrips: resource.mostTrips,
      longestIdle: resource.longestWait.map(Double.init),
      longestIdleOnBoard: Double(rules.seconds(.idleOnBoard(kind))),
      mayReturnToBase: mayReturn(resource, in: hours),
      fixedCost: resource.fixedCost + rules[.resourceUsed], costPerMetre: resource.costPerMetre,
      costPerSecondDriven: resource.costPerSecond,
      costPerSecondWaiting: resource.costPerSecond + resource.waitValue,
      matrix: travels.firstIndex(of: VehicleTravel(day, role)) ?? 0,
      setupTimes: setupTimes(resource.mode),
      unbrokenDriving: purpose == .search ? work.driving : nil,
      fewRequests: fewRequests(resource.mode), preferredHours: preferredHours(shift, in: hours))
  }

  /// R26: hours that the driver would rather keep to. No rule, so the plan's check knows nothing of them.
  private func preferredHours(_ shift: DayShift, in hours: Range<Int>) -> PreferredHours? {
    guard purpose == .search, shift.wishedStart != nil || shift.wishedEnd != nil,
      let price = rules.figure(.beyondWishedHours)?.value, price > 0
    else { return nil }
    let start = max(0, hours.lowerBound, shift.wishedStart ?? hours.lowerBound)
    let end = max(start, min(hours.upperBound, shift.wishedEnd ?? hours.upperBound))
    return PreferredHours(
      TimeWindow(Double(start), Double(end)), costPerSecond: price / 3600)
  }

  /// R29: a service on demand would rather not go out for few. No rule, so the plan's check knows nothing of it.
  private func fewRequests(_ mode: Mode) -> FewRequests? {
    guard purpose == .search else { return nil }
    return rules.fewRiders(mode).map { FewRequests(least: $0.least, cost: $0.weight) }
  }

  private func layout(_ layout: SeatLayout, mode: Mode) -> [Int] {
    dimensions.map { dimension in
      guard dimension == Self.patients else { return layout[dimension, default: 0] }
      return mode == .vsl ? Int(rules[.vslMostPatients]) : day.legs.count
    }
  }

  /// Time at base is off duty for a volunteer. A paid driver's amplitude runs on: he or she may go back only
  /// where the shift as a whole keeps within it (R31), unless the plan's check sees to that.
  private func mayReturn(_ resource: DayResource, in hours: Range<Int>) -> Bool {
    guard resource.mode.isPaid else { return resource.mayGoHome }
    return purpose == .check || hours.count <= resource.longestDuty
  }

  /// R11: cleaning before a patient and after one, in vehicles that carry patients.
  private func setupTimes(_ mode: Mode) -> [[Double]] {
    let setup = Double(rules.seconds(.setupBetweenLoads))
    guard mode == .vsl || mode == .taxi, setup > 0 else { return [] }
    return [[0, setup, 0], [setup, setup, 0], [0, 0, 0]]
  }
}
