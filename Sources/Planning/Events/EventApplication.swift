/// Works events into a day, noting everything that cannot be.
struct EventApplication {
  let day: Day
  let plan: Plan
  /// Elapsed seconds; `nil`: nothing has been driven.
  let now: Int?
  var scenario: Scenario
  var past: DrivenPast?
  var voided: Set<String> = []
  var lifted: [PlanLock] = []
  /// Vehicles that have broken down.
  var brokenDown: Set<String> = []
  /// Spans cut out of the hours of drivers and vehicles, elapsed seconds.
  var closed: [String: [Range<Int>]] = [:]
  private(set) var faults: [Fault] = []

  init(_ day: Day, _ plan: Plan, now: Int?) {
    self.day = day
    self.plan = plan
    self.now = now
    scenario = day.scenario
    // Spelled-out locks of frozen runs are made anew for each plan.
    past = now.map { DrivenPast(of: plan, now: $0) }
  }

  mutating func apply(_ reported: ReportedEvent) {
    switch reported.event {
    case .unavailable(let resource, let from, let until):
      makeUnavailable(resource, from: from, until: until, reported)
    case .brokenDown(let resource, let time, let place):
      breakDown(resource, at: time, place: place, reported)
    case .declined(let resource, let trip): decline(resource, trip, reported)
    case .cancelled(let trip): cancel(trip, reported)
    case .moved(let leg, let time): move(leg, to: time, reported)
    case .booked(let late): add(late, reported)
    }
  }

  /// Legs under way do not fall with others of their booking any more, nor do they bind these to a driver who cannot come.
  mutating func settle() {
    guard let past else { return }
    let started = past.started
    for b in scenario.bookings.indices
    where scenario.bookings[b].legs.contains(where: { started[$0.id] != nil }) {
      scenario.bookings[b].linkPolicy = .independent
      for l in scenario.bookings[b].legs.indices {
        let leg = scenario.bookings[b].legs[l]
        guard started[leg.id] == nil,
          let driver = scenario.bookings[b].legs.compactMap({ started[$0.id] }).last,
          !canCome(driver, for: leg, of: scenario.bookings[b])
        else { continue }
        free(b, l)
      }
    }
  }

  /// A leg that anybody may drive; after a stay it begins when the rider, set down as told, asked to be fetched.
  private mutating func free(_ b: Int, _ l: Int) {
    scenario.bookings[b].legs[l].sameDriver = .free
    scenario.bookings[b].accompany = false
    guard case .afterStay(let least, let greatest) = scenario.bookings[b].legs[l].anchor, l > 0,
      let before = told(scenario.bookings[b].legs[l - 1].id)
    else { return }
    let time = before.delivery.departure + least
    scenario.bookings[b].legs[l].anchor = .departAfter(day.clock.clockTime(time))
    scenario.bookings[b].legs[l].latestAfter = max(0, greatest - least)
  }

  /// Whether whoever drove a rider there may, after all that has happened, drive one of the other legs.
  private func canCome(_ driver: String, for leg: Leg, of booking: Booking) -> Bool {
    let isForbidden = scenario.locks.contains {
      $0.kind == .forbid && $0.resource == driver && [leg.id, booking.id].contains($0.trip)
    }
    guard !isForbidden, !(past?.stopped.contains(driver) ?? false) else { return false }
    let spans = closed[driver] ?? []
    guard !spans.isEmpty, !voided.contains(leg.id) else { return spans.isEmpty }
    guard let ride = told(leg.id) else { return false }
    // Who waits with the rider is there in between.
    let before = booking.legs.prefix { $0.id != leg.id }.last.flatMap { told($0.id) }
    let start =
      booking.accompany ? before?.delivery.departure ?? ride.pickup.start : ride.pickup.start
    return !spans.contains { $0.overlaps(start..<max(start + 1, ride.delivery.departure)) }
  }

  // MARK: Names

  /// Ids of the legs that a word names, a leg or a booking; a fault where it names none.
  mutating func legs(of trip: String, _ reported: ReportedEvent) -> [String]? {
    for booking in scenario.bookings {
      if booking.id == trip { return booking.legs.map(\.id) }
      if booking.legs.contains(where: { $0.id == trip }) { return [trip] }
    }
    fault(
      "unknown-trip", reported, value: trip,
      cause: Bilingual(
        fr: "Aucun trajet ni réservation ne s’appelle « \(trip) ».",
        en: "There is no leg or booking called “\(trip)”."),
      remedy: Self.remedy(
        for: trip, among: scenario.bookings.flatMap { [$0.id] + $0.legs.map(\.id) }))
    return nil
  }

  mutating func isKnown(resource: String, _ reported: ReportedEvent) -> Bool {
    if day.resourceIndex[resource] != nil { return true }
    fault(
      "unknown-resource", reported, value: resource,
      cause: Bilingual(
        fr: "Aucun bénévole ni véhicule ne s’appelle « \(resource) ».",
        en: "There is no volunteer or vehicle called “\(resource)”."),
      remedy: Self.remedy(for: resource, among: day.resources.map(\.id)))
    return false
  }

  /// A leg of the scenario as it is now: index of its booking and its position in it.
  func position(of leg: String) -> (booking: Int, leg: Int)? {
    for (b, booking) in scenario.bookings.enumerated() {
      if let l = booking.legs.firstIndex(where: { $0.id == leg }) { return (b, l) }
    }
    return nil
  }

  /// When the plan told has a leg's rider picked up and set down; `nil` where it is not served.
  func told(_ leg: String) -> (resource: String, pickup: RunStop, delivery: RunStop)? {
    for run in plan.runs {
      let stops = run.stops.filter { $0.leg == leg }
      if stops.count == 2 { return (run.resource, stops[0], stops[1]) }
    }
    return nil
  }

  func clock(_ elapsed: Int) -> String { day.clockText(elapsed) }

  func elapsed(_ time: ClockTime) -> Int { day.clock.elapsed(time) ?? time.seconds }

  // MARK: Locks

  /// Takes back decisions that what has happened overtakes.
  mutating func lift(where isOvertaken: (PlanLock) -> Bool) {
    lifted += scenario.locks.filter { isOvertaken($0) && !lifted.contains($0) }
    scenario.locks.removeAll(where: isOvertaken)
  }

  // MARK: Faults

  mutating func fault(
    _ code: String, _ reported: ReportedEvent, value: String, cause: Bilingual, remedy: Bilingual
  ) {
    faults.append(
      Fault(
        code: code, place: reported.place, field: reported.field, value: value, cause: cause,
        remedy: remedy))
  }

  private static func remedy(for word: String, among known: [String]) -> Bilingual {
    guard let near = ScenarioCheck.nearest(to: word, in: known) else {
      return Bilingual(
        fr: "Reprenez le nom qui figure dans les fichiers du plan.",
        en: "Take the name as the plan's files have it.")
    }
    return Bilingual(fr: "Vouliez-vous dire « \(near) » ?", en: "Did you mean “\(near)”?")
  }
}
