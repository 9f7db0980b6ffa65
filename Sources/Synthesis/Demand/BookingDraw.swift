import Planning

/// Turns drawn trips into riders and bookings, with needs, companions, carriers and the like in
/// their shares.
struct BookingDraw {
  let map: TerritoryMap
  let trips: [DraftTrip]
  let supply: Supply
  private(set) var riders: [Rider] = []
  private(set) var bookings: [Booking] = []
  private(set) var places: [Place] = []
  private var random: SeededGenerator
  private var traits: RiderTraits { map.data.profile.riders }

  init(_ map: TerritoryMap, trips: [DraftTrip], supply: Supply, seed: UInt64) {
    self.map = map
    self.supply = supply
    random = SeededGenerator(seed: seed, stream: "bookings")
    // Bookings come in as people call, not sorted by kind.
    self.trips = random.shuffled(trips)
  }

  mutating func draw() {
    for index in trips.indices { addRider(index) }
    setNeeds()
    setNeverTogether()
    let alone = some(traits.notShared, of: Array(trips.indices), least: 1)
    let withCompanion = some(traits.companion, of: Array(trips.indices), least: 1)
    let accompanied = drawAccompanied()
    for index in trips.indices {
      let child = riders[index].needs.contains("child_seat")
      addBooking(
        index, shared: !alone.contains(index),
        companions: child || withCompanion.contains(index) ? 1 : 0,
        accompanied: accompanied.contains(index))
    }
    setLinkPolicies()
    setCarriers()
  }

  private mutating func some(_ share: Double, of candidates: [Int], least: Int = 0) -> Set<Int> {
    Set(
      random.shuffled(candidates).prefix(quota(share, of: candidates.count, least: least)))
  }

  private mutating func addRider(_ index: Int) {
    let trip = trips[index]
    let id = "r" + threeDigits(index + 1)
    let home = map.place(
      id: "dom-" + id, name: "Domicile " + id + ", " + trip.commune.name, kind: "home",
      at: trip.home, in: trip.commune)
    places.append(home)
    let urban =
      map.attractors[trip.destination].place.communeClass == .urban
      || trip.commune.communeClass == .urban
    let needsResources = urban && !trip.family.insured
    let byResources = random.chance(
      needsResources ? traits.resourcesWhereUrban : traits.resources)
    let neither = random.chance(traits.noCriterion)
    riders.append(
      Rider(
        id: id, home: home.id,
        socialCriterion: neither
          ? .none : byResources ? .resources : trip.commune.communeClass == .urban ? .none : .place)
    )
  }

  private mutating func setNeeds() {
    var taken: Set<Int> = []
    for need in traits.needs {
      let candidates = trips.indices.filter { need.dimension.isEmpty || !taken.contains($0) }
      let share = need.share * Double(trips.count) / Double(max(1, candidates.count))
      for index in some(share, of: candidates).sorted() {
        riders[index].needs.append(need.code)
        if !need.dimension.isEmpty { taken.insert(index) }
      }
    }
  }

  /// Pairs are taken from riders of one group: elsewhere they would never meet anyway.
  private mutating func setNeverTogether() {
    let groups = Dictionary(grouping: trips.indices, by: { trips[$0].group })
    let pairs = groups.values.filter { $0.count > 1 }.map { ($0[0], $0[1]) }
      .sorted { $0.0 < $1.0 }
    let wanted = quota(traits.neverTogether, of: trips.count, least: 1)
    for index in random.shuffled(Array(pairs.indices)).prefix(wanted).sorted() {
      let (a, b) = pairs[index]
      riders[a].neverTogether.append(riders[b].id)
      riders[b].neverTogether.append(riders[a].id)
    }
  }

  /// As many as the families' shares add up to, at least one.
  private mutating func drawAccompanied() -> Set<Int> {
    // A wheelchair does not go into a volunteer's car: such riders keep the minibus as a choice.
    var weights = trips.indices.map { index in
      let trip = trips[index]
      let fits = trip.family.modes.contains(.volunteer) && trip.legs == 2
      return fits && !riders[index].needs.contains("wheelchair") ? trip.family.accompanied : 0
    }
    let wanted = max(1, Int(weights.reduce(0, +).rounded()))
    var chosen: Set<Int> = []
    while chosen.count < wanted, let index = random.pick(weights: weights) {
      chosen.insert(index)
      weights[index] = 0
    }
    return chosen
  }

  private mutating func addBooking(
    _ index: Int, shared: Bool, companions: Int, accompanied: Bool
  ) {
    let trip = trips[index]
    let family = trip.family
    let id = "b" + threeDigits(index + 1)
    let byVolunteer = family.modes.contains(.volunteer)
    let home = riders[index].home
    let site = map.attractors[trip.destination].place.id
    let sharing: Sharing = shared ? .yes : .no
    var legs: [Leg] = []
    if let anchor = trip.outward {
      legs.append(Leg(id: id + "-1", from: home, to: site, anchor: anchor, sharing: sharing))
    }
    if let anchor = trip.homeward {
      let preferred = byVolunteer && random.chance(traits.sameDriverPreferred)
      let driver: SameDriver =
        legs.isEmpty ? .free : accompanied ? .required : preferred ? .preferred : .free
      legs.append(
        Leg(
          id: id + "-\(legs.count + 1)", from: site, to: home, anchor: anchor, sharing: sharing,
          sameDriver: driver))
    }
    bookings.append(
      Booking(
        id: id, rider: riders[index].id, priority: family.priority, companions: companions,
        purpose: family.purpose, insured: family.insured,
        modes: accompanied ? [.volunteer] : family.modes, carrierPolicy: .free,
        accompany: accompanied, legs: legs))
  }

  private mutating func setLinkPolicies() {
    let linked = bookings.indices.filter { bookings[$0].legs.count > 1 && !bookings[$0].accompany }
    let shuffled = random.shuffled(linked)
    let first = quota(traits.outboundRequired, of: linked.count)
    let second = quota(traits.independent, of: linked.count)
    for index in shuffled.prefix(first) { bookings[index].linkPolicy = .outboundRequired }
    for index in shuffled.dropFirst(first).prefix(second) {
      bookings[index].linkPolicy = .independent
    }
  }

  /// The carrier chosen is one whose vehicles start near the patient's home and take the patient's
  /// needs.
  private mutating func setCarriers() {
    let rota = Rota(supply, on: map.date)
    let insured = bookings.indices.filter { bookings[$0].insured }
    let choosing = some(traits.carrierChosen, of: insured).sorted()
    let forced = some(traits.carrierForced, of: choosing)
    for index in choosing {
      let near = nearestCarriers(to: trips[index].home, for: riders[index], bookings[index], rota)
      guard !near.isEmpty else { continue }
      bookings[index].carrier = near[random.below(min(2, near.count))]
      bookings[index].carrierPolicy = forced.contains(index) ? .forced : .allowed
    }
  }

  /// Firms on duty at the booking's times; nobody chooses one that is closed then.
  private func nearestCarriers(
    to home: GeoPoint, for rider: Rider, _ booking: Booking, _ rota: Rota
  ) -> [String] {
    let times = booking.legs.compactMap(\.anchor.time)
    let onDuty = Dictionary(
      grouping: supply.vehicles.filter { vehicle in
        booking.modes.contains(vehicle.mode)
          && rider.needs.allSatisfy { vehicle.needsAccepted.contains($0) }
      }, by: \.carrier
    ).filter { _, vehicles in
      times.allSatisfy { time in vehicles.contains { rota.isOnDuty($0.id, around: time) } }
    }
    let nearest = onDuty.mapValues { vehicles in
      vehicles.map { rota.bases[$0.start].map { home.kilometres(to: $0) } ?? .infinity }.min()
        ?? .infinity
    }
    return nearest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }
}

/// Who works when on the day, and from where.
private struct Rota {
  let bases: [String: GeoPoint]
  private var windows: [String: [ClockWindow]] = [:]

  init(_ supply: Supply, on date: PlanDate) {
    bases = Dictionary(
      supply.places.map { ($0.id, GeoPoint(latitude: $0.latitude, longitude: $0.longitude)) },
      uniquingKeysWith: { first, _ in first })
    for row in supply.availability where row.days.contains(date) {
      if let window = row.window { windows[row.resource, default: []].append(window) }
    }
  }

  /// From an hour and a half before to an hour and a half after.
  func isOnDuty(_ resource: String, around time: ClockTime) -> Bool {
    (windows[resource] ?? []).contains { window in
      window.start.seconds <= time.seconds - 5_400
        && time.seconds + 5_400 <= window.end.seconds
    }
  }
}
