import Planning

/// The drivers and vehicles of the day.
struct Supply: Sendable {
  var volunteers: [Volunteer] = []
  var vehicles: [FleetVehicle] = []
  var availability: [Availability] = []
  /// Homes and bases.
  var places: [Place] = []
  /// Zones in which some TAD vehicle runs today.
  var servedZones: [String] = []
}

/// Draws volunteers scattered over the villages and the services' vehicles with their bases.
struct SupplyDraw {
  let map: TerritoryMap
  let spec: DaySpec
  private(set) var supply = Supply()
  private var random: SeededGenerator

  init(_ map: TerritoryMap, _ spec: DaySpec) {
    self.map = map
    self.spec = spec
    random = SeededGenerator(seed: spec.seed, stream: "supply")
  }

  mutating func draw() {
    let fleet = map.data.profile.fleet
    let counts = apportion(
      spec.resources, shares: [fleet.volunteerShare] + fleet.services.map(\.share))
    var volunteers = VolunteerDraw(
      map, random: SeededGenerator(seed: spec.seed, stream: "volunteers"))
    volunteers.draw(counts[0])
    supply.volunteers = volunteers.volunteers
    supply.availability = volunteers.availability
    supply.places = volunteers.homes
    for (service, count) in zip(fleet.services, counts.dropFirst()) { draw(service, count: count) }
    supply.servedZones = Set(supply.servedZones).sorted()
  }

  private mutating func draw(_ service: PaidService, count: Int) {
    let adapted =
      count == 0 ? 0 : quota(service.adaptedShare, of: count, least: 1)
    let adaptedOnes = Set(random.shuffled(Array(0..<count)).prefix(adapted))
    let zones = service.zonesPerVehicle > 0 ? drawZones(service, count: count) : []
    var base: Commune?
    for index in 0..<count {
      let own = zones.isEmpty ? [] : zones[index]
      if let centre = own.first.flatMap({ zone in map.data.zones.first { $0.code == zone } }) {
        base = map.commune(centre.centre)
      } else if index % max(1, service.vehiclesPerCarrier) == 0 {
        base = drawBase(of: service.mode)
      }
      guard let base else { return }
      let vehicle = vehicle(
        service, index: index, adapted: adaptedOnes.contains(index), at: base, zones: own)
      supply.vehicles.append(vehicle)
      addShift(of: vehicle.id, service, index: index)
      if service.weekdays.contains(map.weekday), !(map.isHoliday && service.closedOnHolidays) {
        supply.servedZones += own
      }
    }
  }

  private mutating func vehicle(
    _ service: PaidService, index: Int, adapted: Bool, at base: Commune, zones: [String]
  ) -> FleetVehicle {
    let placeID = "base-" + service.mode.rawValue + "-" + base.code
    if !supply.places.contains(where: { $0.id == placeID }) {
      supply.places.append(
        map.place(
          id: placeID, name: service.baseTitle + ", " + base.name, kind: "depot", at: base.point,
          in: base))
    }
    return FleetVehicle(
      id: service.vehiclePrefix + twoDigits(index + 1), mode: service.mode,
      carrier: service.carrierPrefix + twoDigits(index / max(1, service.vehiclesPerCarrier) + 1),
      start: placeID, end: placeID,
      layouts: adapted ? service.adaptedLayouts : service.layouts,
      breaks: service.breaks, fixedCost: service.fixedCost,
      costPerKilometre: service.costPerKilometre, costPerHour: service.costPerHour, zones: zones,
      closedOnHolidays: service.closedOnHolidays,
      needsAccepted: adapted ? service.adaptedNeeds : service.needsAccepted)
  }

  private mutating func addShift(of resource: String, _ service: PaidService, index: Int) {
    guard !service.shifts.isEmpty else { return }
    let window = service.shifts[index % service.shifts.count]
    let days: [Availability.Days] =
      Set(service.weekdays) == Set(Weekday.allCases)
      ? [.everyDay] : service.weekdays.map { .weekday($0) }
    supply.availability += days.map {
      Availability(resource: resource, days: $0, window: window)
    }
  }

  /// By population, away from where the same offer already has vehicles: firms share the country
  /// out.
  private mutating func drawBase(of mode: Mode) -> Commune? {
    let prefix = "base-" + mode.rawValue
    let taken = supply.places.filter { $0.id.hasPrefix(prefix) }.map {
      GeoPoint(latitude: $0.latitude, longitude: $0.longitude)
    }
    let weights = map.area.map { commune in
      taken.reduce(commune.population) {
        $0 * (1 - decay(commune.point.kilometres(to: $1), half: 8))
      }
    }
    return random.pick(weights: weights).map { map.area[$0] }
  }

  /// For each vehicle some neighbouring zones; a zone gets a second vehicle only when all have one.
  /// Zones with many old people, and with a market today, come first.
  private mutating func drawZones(_ service: PaidService, count: Int) -> [[String]] {
    let codes = Set(map.area.map(\.zone)).subtracting([""]).sorted()
    let ordered = zonesByNeed(codes)
    var free: [String] = []
    var result: [[String]] = []
    for _ in 0..<count {
      if free.isEmpty { free = ordered }
      guard let first = free.first else { return Array(repeating: [], count: count) }
      free.removeFirst()
      var own = [first]
      while own.count < service.zonesPerVehicle, let next = nearest(to: first, in: free) {
        own.append(next)
        free.removeAll { $0 == next }
      }
      result.append(own)
    }
    return result
  }

  private mutating func zonesByNeed(_ codes: [String]) -> [String] {
    let markets = Set(
      map.attractors(of: ["market"]).flatMap { map.attractors[$0].place.zones })
    var weights = codes.map { code in
      map.area.reduce(0) { $0 + ($1.zone == code ? $1.population75 : 0) }
        * (markets.contains(code) ? 6 : 1)
    }
    var ordered: [String] = []
    while let index = random.pick(weights: weights) {
      ordered.append(codes[index])
      weights[index] = 0
    }
    return ordered
  }

  private func nearest(to zone: String, in others: [String]) -> String? {
    func centre(_ code: String) -> GeoPoint? {
      map.data.zones.first { $0.code == code }.flatMap { map.commune($0.centre)?.point }
    }
    guard let from = centre(zone) else { return others.first }
    return others.min { a, b in
      let left = centre(a).map { from.kilometres(to: $0) } ?? .infinity
      let right = centre(b).map { from.kilometres(to: $0) } ?? .infinity
      return left != right ? left < right : a < b
    }
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func threeDigits(_ number: Int) -> String { number < 100 ? "0" + twoDigits(number) : "\(number)" }
