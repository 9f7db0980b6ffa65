import Planning

/// A place that draws people on the plan's day.
struct Attractor: Sendable {
  var place: Place
  var kinds: [String]
  var weight: Double
  /// Opening hours of the day; `nil`: not known, taken as open.
  var opening: [ClockWindow]?

  var point: GeoPoint { GeoPoint(latitude: place.latitude, longitude: place.longitude) }

  /// Open from `start` for `minutes`, within one stretch of the opening hours.
  func isOpen(from start: ClockTime, minutes: Int) -> Bool {
    guard let opening else { return true }
    let end = start.seconds + minutes * 60
    return opening.contains { $0.start <= start && end <= $0.end.seconds }
  }
}

/// The territory as it stands on one day: who may live where, what draws people, which places lie
/// in which TAD zone.
struct TerritoryMap: Sendable {
  let data: TerritoryData
  let date: PlanDate
  let isHoliday: Bool
  /// Communes where riders and drivers live, in the order of the file.
  let area: [Commune]
  let attractors: [Attractor]
  private let attractorsByKind: [String: [Int]]
  private let cells: [String: [PopulationCell]]
  private let communes: [String: Commune]

  init(_ data: TerritoryData, _ spec: DaySpec) {
    let weekday = spec.date.weekday
    self.data = data
    date = spec.date
    isHoliday = data.profile.holidays.contains(spec.date)
    area = data.communes.filter { spec.groups.isEmpty || spec.groups.contains($0.group) }
    let zoning = Zoning(data)
    let all =
      data.sites.map { Self.attractor($0, weekday, zoning) }
      + data.profile.derivedSites.flatMap { Self.derived($0, data, weekday, zoning) }
    var byKind: [String: [Int]] = [:]
    for (index, attractor) in all.enumerated() {
      for kind in attractor.kinds { byKind[kind, default: []].append(index) }
    }
    attractors = all
    attractorsByKind = byKind
    cells = Dictionary(grouping: data.cells, by: \.commune)
    communes = Dictionary(
      data.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var weekday: Weekday { date.weekday }

  func commune(_ code: String) -> Commune? { communes[code] }

  /// Indices of the attractors of any of the kinds, each once, in order.
  func attractors(of kinds: [String]) -> [Int] {
    Array(Set(kinds.flatMap { attractorsByKind[$0] ?? [] })).sorted()
  }

  /// A point in an inhabited square kilometre of the commune, drawn by population, anywhere in that
  /// square and rounded; with no grid at hand, within a kilometre of the village.
  func home(in commune: Commune, _ random: inout SeededGenerator) -> GeoPoint {
    let own = cells[commune.code] ?? []
    guard let index = random.pick(weights: own.map(\.population)) else {
      return commune.point.moved(north: random.unit() * 2 - 1, east: random.unit() * 2 - 1)
    }
    let centre = GeoPoint(latitude: own[index].latitude, longitude: own[index].longitude)
    return centre.moved(north: random.unit() - 0.5, east: random.unit() - 0.5)
  }

  func place(id: String, name: String, kind: String, at point: GeoPoint, in commune: Commune)
    -> Place
  {
    Place(
      id: id, name: name, latitude: point.latitude, longitude: point.longitude,
      commune: commune.name, communeClass: commune.communeClass, kind: kind,
      zones: commune.zone.isEmpty ? [] : [commune.zone])
  }

  private static func attractor(_ site: Site, _ weekday: Weekday, _ zoning: Zoning) -> Attractor {
    let commune = zoning.communes[site.commune]
    return Attractor(
      place: Place(
        id: site.id, name: site.name, latitude: site.latitude, longitude: site.longitude,
        commune: commune?.name ?? site.commune, communeClass: site.communeClass,
        kind: site.kinds.first ?? "", zones: zoning.zones(ofSiteIn: site.commune)),
      kinds: site.kinds, weight: site.weight,
      opening: site.opening.map { $0[weekday] ?? [] })
  }

  private static func derived(
    _ rule: DerivedSites, _ data: TerritoryData, _ weekday: Weekday, _ zoning: Zoning
  ) -> [Attractor] {
    data.communes.compactMap { commune in
      let weight: Double =
        switch rule.basis {
        case .population: commune.population >= rule.least ? commune.population : 0
        case .shops: commune.shops >= rule.least ? commune.shops : 0
        case .market:
          data.markets[commune.code]?.contains(weekday) == true ? commune.population : 0
        }
      guard weight > 0 else { return nil }
      return Attractor(
        place: Place(
          id: rule.kind + "-" + commune.code, name: rule.title + ", " + commune.name,
          latitude: commune.latitude, longitude: commune.longitude, commune: commune.name,
          communeClass: commune.communeClass, kind: rule.kind,
          zones: zoning.zones(ofSiteIn: commune.code)),
        kinds: [rule.kind], weight: weight, opening: nil)
    }
  }
}

/// Which TAD zones a site belongs to: its commune's, and those that have the commune as a pole.
private struct Zoning {
  let communes: [String: Commune]
  private let poles: [String: [String]]

  init(_ data: TerritoryData) {
    communes = Dictionary(
      data.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var poles: [String: [String]] = [:]
    for zone in data.zones {
      for code in zone.poles { poles[code, default: []].append(zone.code) }
    }
    self.poles = poles
  }

  func zones(ofSiteIn code: String) -> [String] {
    let own = communes[code].map { $0.zone.isEmpty ? [] : [$0.zone] } ?? []
    return Set(own + (poles[code] ?? [])).sorted()
  }
}
