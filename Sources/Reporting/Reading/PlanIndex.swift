import Planning

/// A plan beside its scenario, with everything that the reports look up by id.
///
/// A report is made of any plan, also one edited by hand: an id that the scenario does not know is shown as it
/// stands, without a position on the map.
struct PlanIndex: Sendable {
  let plan: Plan
  let scenario: Scenario
  let clock: DayClock
  let legs: [String: LegRecord]
  /// Runs in the order in which people read them: by offer, then by departure.
  let runs: [RunRecord]
  /// Roads to draw; `nil` where none are known.
  let roads: RoadLines?
  /// What scheduled transport would do for each leg; `nil`: no timetables are known.
  let alternatives: [LegAlternative]?
  /// Who was told the plan before, where there is one.
  let audience: Audience
  /// Less than this between a rider's arrival and the appointment is called tight, seconds.
  let tightMargin: Int
  private let places: [String: Place]
  private let homes: Set<String>
  private let served: [String: ServedLeg]
  private let profiles: [String: RuleProfile]
  private let standby: Set<String>
  private let outside: [String: OutsideRide]

  init(
    plan: Plan, scenario: Scenario, roads: RoadLines? = nil,
    alternatives: [LegAlternative]? = nil, audience: Audience = .everybody
  ) {
    let scenario = scenario.taking(plan.connections)
    self.plan = plan
    self.roads = roads
    self.alternatives = alternatives
    self.audience = audience
    self.scenario = scenario
    clock = DayClock(date: plan.date, zone: plan.timeZone)
    places = Dictionary(
      scenario.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    homes = Set(scenario.riders.map(\.home)).union(scenario.volunteers.map(\.home))
    legs = Self.indexLegs(scenario.bookings)
    runs = Self.order(plan.runs)
    served = Self.indexService(runs)
    standby = Set(plan.standby)
    outside = Dictionary(
      plan.outside.map { ($0.leg, $0) }, uniquingKeysWith: { first, _ in first })
    // The scenario's own win over shipped ones of the same name.
    let known = scenario.profiles + ((try? ShippedProfiles.all()) ?? [])
    profiles = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let named = plan.profiles.compactMap { id in known.first { $0.id == id } }
    let objective = (named + known).first { $0.kind == RuleKind.objective.rawValue }
    tightMargin = objective?.seconds(.tightArrival) ?? 0
  }

  private static func indexLegs(_ bookings: [Booking]) -> [String: LegRecord] {
    var legs: [String: LegRecord] = [:]
    for booking in bookings {
      for (position, leg) in booking.legs.enumerated() where legs[leg.id] == nil {
        legs[leg.id] = LegRecord(leg: leg, booking: booking, position: position)
      }
    }
    return legs
  }

  private static func order(_ runs: [Run]) -> [RunRecord] {
    let rank = Dictionary(
      uniqueKeysWithValues: Mode.allCases.enumerated().map { ($1, $0) })
    let ordered = runs.sorted { a, b in
      (rank[a.mode] ?? 0, a.departure, a.id) < (rank[b.mode] ?? 0, b.departure, b.id)
    }
    return ordered.enumerated().map { RunRecord(run: $1, number: $0 + 1) }
  }

  private static func indexService(_ runs: [RunRecord]) -> [String: ServedLeg] {
    var served: [String: ServedLeg] = [:]
    for record in runs {
      for stop in record.run.stops where !stop.leg.isEmpty {
        var leg = served[stop.leg] ?? ServedLeg(run: record, pickup: nil, delivery: nil)
        if stop.kind == .pickup { leg.pickup = stop }
        if stop.kind == .delivery { leg.delivery = stop }
        served[stop.leg] = leg
      }
    }
    return served
  }

  func place(_ id: String) -> Place? { places[id] }

  /// Whether a booking came after a deadline, and is served only where nobody else is the worse for it (R58).
  func isStandby(_ booking: String) -> Bool { standby.contains(booking) }

  func profile(_ id: String) -> RuleProfile? { profiles[id] }

  func placeName(_ id: String) -> String {
    guard let name = places[id]?.name, !name.isEmpty else { return id }
    return name
  }

  /// Name of the commune, where it says more than the place's own name does.
  func communeName(_ id: String) -> String {
    guard let place = places[id], place.commune.contains(where: \.isLetter),
      !place.name.lowercased().contains(place.commune.lowercased())
    else { return "" }
    return place.commune
  }

  /// `Centre hospitalier, Cahors`.
  func fullName(_ id: String) -> String {
    let commune = communeName(id)
    return commune.isEmpty ? placeName(id) : placeName(id) + ", " + commune
  }

  /// Position to publish; somebody's home is rounded to 0.001°, about 100 m (R65).
  func position(_ id: String) -> Position? {
    guard let place = places[id], place.latitude.isFinite, place.longitude.isFinite else {
      return nil
    }
    let exact = Position(latitude: place.latitude, longitude: place.longitude)
    return isHome(id) ? exact.rounded(decimals: 3) : exact
  }

  /// Whether somebody lives there.
  func isHome(_ id: String) -> Bool { places[id]?.kind == "home" || homes.contains(id) }

  /// The leg as somebody outside the scheme drives it (R33).
  func outside(ofLeg id: String) -> OutsideRide? { outside[id] }

  func service(ofLeg id: String) -> ServedLeg? { served[id] }

  /// The rider's next leg of the same booking, if it is served: how he or she comes back.
  func serviceAfter(leg id: String) -> ServedLeg? {
    guard let record = legs[id], record.position + 1 < record.booking.legs.count else { return nil }
    return served[record.booking.legs[record.position + 1].id]
  }
}

/// A leg and the booking that it belongs to.
struct LegRecord: Sendable {
  let leg: Leg
  let booking: Booking
  /// Place among the booking's legs, from 0.
  let position: Int
}

/// A leg as the plan serves it.
struct ServedLeg: Sendable {
  let run: RunRecord
  var pickup: RunStop?
  var delivery: RunStop?
}
