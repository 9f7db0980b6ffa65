public import Planning

/// A made-up day on real geography: invented riders, drivers and bookings, none of them anybody's.
public struct SyntheticDay: Sendable {
  public let spec: DaySpec
  public let territory: TerritoryData
  public let scenario: Scenario

  /// Makes the day. Equal territory and specification give equal scenarios on every machine.
  ///
  /// - Throws: `Faults` where the specification cannot be met at all: no commune in the groups
  ///   named, numbers that are not positive, no trip possible on the date.
  public init(_ territory: TerritoryData, _ spec: DaySpec) throws(Faults) {
    let map = TerritoryMap(territory, spec)
    try Self.check(spec, map)
    var supplyDraw = SupplyDraw(map, spec)
    supplyDraw.draw()
    var supply = supplyDraw.supply
    var demand = DemandDraw(
      map, servedZones: supply.servedZones,
      random: SeededGenerator(seed: spec.seed, stream: "demand"))
    demand.draw(legs: spec.legs)
    guard !demand.trips.isEmpty else {
      throw Faults([
        Self.fault(
          "no-trips", "date", spec.date.text,
          Bilingual(
            fr: "Aucune famille de déplacements n’a lieu ce jour-là.",
            en: "No family of trips takes place on that day."),
          Bilingual(
            fr: "Choisir une autre date, ou revoir « families » du territoire.",
            en: "Choose another date, or look over the territory's families."))
      ])
    }
    var bookingDraw = BookingDraw(map, trips: demand.trips, supply: supply, seed: spec.seed)
    bookingDraw.draw()
    Acquaintance(map, seed: spec.seed).introduce(&supply, bookingDraw)
    self.spec = spec
    self.territory = territory
    scenario = Self.scenario(map, spec, supply, bookingDraw)
  }

  private static func scenario(
    _ map: TerritoryMap, _ spec: DaySpec, _ supply: Supply, _ demand: BookingDraw
  ) -> Scenario {
    let profile = map.data.profile
    let used = Set(demand.bookings.flatMap(\.legs).flatMap { [$0.from, $0.to] })
    let sites = map.attractors.map(\.place).filter { used.contains($0.id) }
    return Scenario(
      territory: Territory(
        id: profile.id, name: profile.name, timeZone: profile.timeZone, date: spec.date,
        holidays: profile.holidays, priorities: profile.priorities,
        provenance: "synthetic: seed \(spec.seed), \(spec.legs) legs, \(spec.resources) resources",
        roads: spec.roads),
      places: (sites + supply.places + demand.places).sorted { $0.id < $1.id },
      riders: demand.riders, bookings: demand.bookings, volunteers: supply.volunteers,
      vehicles: supply.vehicles, availability: supply.availability)
  }

  private static func check(_ spec: DaySpec, _ map: TerritoryMap) throws(Faults) {
    var faults: [Fault] = []
    for (field, value) in [("legs", spec.legs), ("resources", spec.resources)]
    where !(1...100_000).contains(value) {
      faults.append(
        fault(
          "out-of-range", field, "\(value)",
          Bilingual(fr: "Ce nombre ne convient pas.", en: "This number will not do."),
          Bilingual(fr: "De 1 à 100 000.", en: "From 1 to 100 000.")))
    }
    let known = Set(map.data.communes.map(\.group))
    for group in spec.groups where !known.contains(group) {
      faults.append(
        fault(
          "unknown-group", "groups", group,
          Bilingual(
            fr: "Aucune commune ne porte ce groupe.", en: "No commune is in this group."),
          Bilingual(
            fr: "Groupes connus : \(known.sorted().joined(separator: ", ")).",
            en: "Known groups: \(known.sorted().joined(separator: ", ")).")))
    }
    if !faults.isEmpty { throw Faults(faults) }
  }

  private static func fault(
    _ code: String, _ field: String, _ value: String, _ cause: Bilingual, _ remedy: Bilingual
  ) -> Fault {
    Fault(
      code: code, place: FaultPlace(file: TerritoryFile.profile), field: field, value: value,
      cause: cause, remedy: remedy)
  }
}
