import Foundation
import Planning

/// A made-up day of 25 runs between real communes of the Lot, every person invented: for pictures of the page
/// and for tests of its size. The runs are plausible, not optimised.
struct LotDay {
  private var random = Dice(state: 46)
  private(set) var scenario: Scenario
  private(set) var plan: Plan

  init() {
    let date = PlanDate(year: 2026, month: 11, day: 25)
    scenario = Scenario(
      territory: Territory(
        id: "lot-essai", name: "Lot, territoire d’essai", date: date, provenance: "synthetic"))
    plan = Plan(
      territory: "lot-essai", territoryName: "Lot, territoire d’essai", date: date,
      timeZone: "Europe/Paris", approximate: true, runs: [], unserved: [], tiers: [],
      indicators: Indicators(), profiles: ["tap-2025", "tus-2019", "tad-local", "needs-2026"],
      provenance: PlanProvenance(
        engine: "camin 0.1", seed: 1, iterations: 20_000, timeLimit: nil,
        scenarioHash: "9c1185a5c5e9fc54612808977ee8f548b2258d31"))
    addTowns()
    for number in 1...12 { addVolunteer(number) }
    for number in 1...5 { addTad(number) }
    for number in 1...5 {
      addPatientVehicle("vsl-\(number)", .vsl, at: [0, 1, 2, 4, 0][number - 1])
    }
    for number in 1...3 { addPatientVehicle("taxi-\(number)", .taxi, at: [3, 6, 11][number - 1]) }
    addUnserved()
    count()
  }

  private static let towns: [(name: String, latitude: Double, longitude: Double)] = [
    ("Cahors", 44.4429, 1.4422), ("Figeac", 44.6108, 2.0280), ("Gourdon", 44.7392, 1.3892),
    ("Souillac", 44.8949, 1.4776), ("Saint-Céré", 44.8597, 1.8885), ("Gramat", 44.7783, 1.7268),
    ("Prayssac", 44.5039, 1.1870), ("Puy-l’Évêque", 44.5008, 1.1322),
    ("Lalbenque", 44.3374, 1.5481),
    ("Limogne-en-Quercy", 44.3984, 1.7704), ("Cajarc", 44.4847, 1.8431),
    ("Lacapelle-Marival", 44.7278, 1.9275), ("Catus", 44.5563, 1.3363), ("Luzech", 44.4779, 1.2880),
    ("Montcuq-en-Quercy-Blanc", 44.3380, 1.2082), ("Castelnau-Montratier", 44.2679, 1.3529),
    ("Bretenoux", 44.9204, 1.8561), ("Vayrac", 44.9550, 1.7029), ("Martel", 44.9346, 1.6075),
    ("Payrac", 44.7955, 1.4727), ("Salviac", 44.6817, 1.2656), ("Cazals", 44.6439, 1.2241),
    ("Assier", 44.6718, 1.8744), ("Bagnac-sur-Célé", 44.6655, 2.1584),
    ("Sousceyrac-en-Quercy", 44.8732, 2.0347), ("Latronquière", 44.7994, 2.0790),
    ("Cabrerets", 44.5056, 1.6561), ("Rocamadour", 44.8049, 1.6243), ("Mercuès", 44.4970, 1.3856),
  ]
  private static let bourgs = [
    "Centre hospitalier", "Marché", "Maison de santé", "France services",
  ]

  private mutating func addTowns() {
    for (number, town) in Self.towns.enumerated() {
      let kind = number < 5 ? Self.bourgs[0] : Self.bourgs[1 + number % 3]
      scenario.places.append(
        Place(
          id: "t\(number)", name: kind, latitude: town.latitude, longitude: town.longitude,
          commune: town.name, kind: number < 5 ? "hospital" : "service"))
    }
  }

  /// A home a few kilometres around one of the towns nearest to `town`.
  private mutating func home(near town: Int, among count: Int = 6) -> String {
    let center = Self.towns[town]
    func far(_ other: Int) -> Double {
      let there = Self.towns[other]
      return abs(there.latitude - center.latitude) + abs(there.longitude - center.longitude) * 0.7
    }
    let nearest = Self.towns.indices.sorted { far($0) < far($1) }.prefix(count)
    let chosen = Self.towns[nearest[random.below(nearest.count)]]
    let id = "h\(scenario.places.count)"
    let names = [
      "Le Mas", "La Borie", "Le Pech", "Les Combes", "La Grèze", "Le Bourg", "Mas de Cazes",
    ]
    scenario.places.append(
      Place(
        id: id, name: names[random.below(names.count)],
        latitude: chosen.latitude + random.spread(0.045),
        longitude: chosen.longitude + random.spread(0.06), commune: chosen.name, kind: "home"))
    return id
  }

  private mutating func rider(near town: Int, among reach: Int = 3) -> Rider {
    let needs = [[], [], [], ["walker"], ["door_help"], ["wheelchair"]][random.below(6)]
    let rider = Rider(
      id: "R\(1001 + scenario.riders.count)", home: home(near: town, among: reach), needs: needs)
    scenario.riders.append(rider)
    return rider
  }

  /// Out by `time`, back from `back`; both legs.
  private mutating func booking(_ rider: Rider, to place: String, by time: Int, back: Int)
    -> Booking
  {
    let id = "b\(scenario.bookings.count + 1)"
    let care = random.below(3) == 0
    let booking = Booking(
      id: id, rider: rider.id, companions: random.below(8) == 0 ? 1 : 0,
      legs: [
        Leg(
          id: id + "-1", from: rider.home, to: place, anchor: .arriveBy(ClockTime(seconds: time))),
        Leg(
          id: id + "-2", from: place, to: rider.home,
          anchor: care
            ? .release(ClockTime(seconds: back), spread: 1200)
            : .departAfter(ClockTime(seconds: back))),
      ])
    scenario.bookings.append(booking)
    return booking
  }

  private mutating func addVolunteer(_ number: Int) {
    let town = (number * 7) % Self.towns.count
    let base = home(near: town, among: 1)
    let id = number < 10 ? "v0\(number)" : "v\(number)"
    scenario.volunteers.append(Volunteer(id: id, home: base))
    let start = 7 * 3600 + random.below(16) * 900
    var maker = RunMaker(base: base, start: start, places: scenario.places)
    let bookings = (0..<(1 + random.below(2))).map { _ in rider(near: town) }.map {
      booking($0, to: "t\(nearestHospital(town))", by: start + 6300, back: start + 12_600)
    }
    maker.places = scenario.places
    maker.out(bookings, riders: scenario.riders)
    if random.below(2) == 0 { maker.visitBase(until: start + 10_800) }
    maker.back(bookings, riders: scenario.riders)
    plan.runs.append(maker.run(id + "#1", id, .volunteer, ""))
  }

  private func nearestHospital(_ town: Int) -> Int {
    func far(_ other: Int) -> Double {
      abs(Self.towns[other].latitude - Self.towns[town].latitude)
        + abs(Self.towns[other].longitude - Self.towns[town].longitude) * 0.7
    }
    return (0..<5).filter { $0 != town }.min { far($0) < far($1) } ?? 0
  }

  private mutating func addTad(_ number: Int) {
    let town = [5, 6, 8, 10, 16][number - 1]
    var maker = RunMaker(base: "t\(town)", start: 8 * 3600, places: scenario.places)
    scenario.vehicles.append(
      FleetVehicle(
        id: "tad-\(number)", mode: .tad, carrier: "Régie d’essai", start: "t\(town)",
        end: "t\(town)", layouts: [["seat": 8], ["seat": 5, "wheelchair": 1]]))
    for tour in 0..<3 {
      let time = (8 + tour * 3) * 3600 + 1800
      let bookings = (0..<(2 + random.below(3))).map { _ in rider(near: town, among: 1) }.map {
        booking($0, to: "t\(town)", by: time + 3000, back: time + 6000)
      }
      maker.places = scenario.places
      maker.out(bookings, riders: scenario.riders)
      if tour == 1 { maker.rest(2700) }
      maker.back(bookings, riders: scenario.riders)
    }
    plan.runs.append(maker.run("tad-\(number)#1", "tad-\(number)", .tad, "Régie d’essai"))
  }

  private mutating func addPatientVehicle(_ id: String, _ mode: Mode, at town: Int) {
    let start = 5 * 3600 + 2700 + random.below(5) * 1800
    let carrier = mode == .vsl ? "Ambulances d’essai" : "Taxi d’essai"
    scenario.vehicles.append(
      FleetVehicle(
        id: id, mode: mode, carrier: carrier, start: "t\(town)", end: "t\(town)",
        layouts: [["seat": 3]]))
    var maker = RunMaker(base: "t\(town)", start: start, places: scenario.places)
    for tour in 0..<2 {
      let time = start + tour * 21_600
      let bookings = (0..<(mode == .vsl ? 2 + random.below(2) : 1)).map { _ in rider(near: town) }
        .map { booking($0, to: "t\(nearestHospital(town))", by: time + 7200, back: time + 16_200) }
      maker.places = scenario.places
      maker.out(bookings, riders: scenario.riders)
      maker.visitBase(until: time + 14_400)
      maker.back(bookings, riders: scenario.riders)
    }
    plan.runs.append(maker.run(id + "#1", id, mode, carrier))
  }

  private mutating func addUnserved() {
    let cases: [(ReasonCode, Bilingual, Bilingual?, Bool)] = [
      (
        .noResourceInTime,
        Bilingual(
          fr: "Les 6 conducteurs qui pourraient venir sont déjà en route entre 8:20 et 9:40.",
          en: "All 6 drivers who could come are on the road between 8:20 and 9:40."),
        Bilingual(
          fr: "Partir 20 min plus tard, avec v12", en: "Leaving 20 min later, with v12"), true
      ),
      (
        .noResourceInTime,
        Bilingual(
          fr: "Personne n’est disponible avant 7:30 autour de Sousceyrac-en-Quercy.",
          en: "Nobody is available before 7:30 around Sousceyrac-en-Quercy."),
        Bilingual(fr: "v05 commence 35 min plus tôt", en: "v05 starts 35 min earlier"), true
      ),
      (
        .notEligible,
        Bilingual(
          fr: "104 km : le transport d’utilité sociale s’arrête à 100 km.",
          en: "104 km: transport d’utilité sociale ends at 100 km."), nil, true
      ),
      (
        .capacityOrNeed,
        Bilingual(
          fr: "Aucun véhicule libre ne prend un fauteuil roulant à cette heure.",
          en: "No free vehicle takes a wheelchair at that time."),
        Bilingual(
          fr: "Le véhicule tad-3 prend l’aménagement 5 sièges + 1 fauteuil",
          en: "Vehicle tad-3 takes the layout of 5 seats + 1 wheelchair"), false
      ),
    ]
    for (number, item) in cases.enumerated() {
      let rider = rider(near: [24, 25, 14, 9][number])
      let booking = booking(rider, to: "t\(number % 2)", by: 34_200 + number * 1800, back: 43_200)
      plan.unserved.append(
        UnservedBooking(
          booking: booking.id, rider: rider.id, legs: booking.legs.map(\.id),
          reasons: [
            Reason(
              code: item.0, leg: booking.legs[0].id,
              rule: item.0 == .notEligible ? "tus-2019.max_km" : "", resources: 6, ofResources: 6,
              proven: item.3, text: item.1,
              leastChange: item.2.map {
                LeastChange(kind: "other", amount: 0, unit: "", resource: "", text: $0)
              })
          ]))
    }
  }

  private mutating func count() {
    var figures = Indicators()
    figures.legs = scenario.bookings.reduce(0) { $0 + $1.legs.count }
    figures.bookings = scenario.bookings.count
    figures.servedLegs = figures.legs - plan.unserved.reduce(0) { $0 + $1.legs.count }
    figures.servedBookings = figures.bookings - plan.unserved.count
    figures.runs = plan.runs.count
    for run in plan.runs {
      let legs = run.stops.filter { $0.kind == .pickup }.count
      figures.servedLegsByMode[run.mode.rawValue, default: 0] += legs
      figures.sharedLegs += run.stops.filter { $0.kind == .pickup && $0.onBoard > 1 }.count
      figures.kilometres += Double(run.metres) / 1000
      figures.emptyKilometres += Double(run.emptyMetres) / 1000
      figures.cost += run.cost
    }
    figures.occupancy = 1.62
    figures.costUnshared = figures.cost * 1.41
    plan.indicators = figures
    plan.tiers = [
      Tier(id: "hard_rules", value: 0, unit: ""),
      Tier(id: "unserved", value: Double(plan.unserved.count), unit: ""),
      Tier(id: "cost", value: figures.cost, unit: "€"),
    ]
  }
}

/// A small linear congruential generator: the same day on every machine.
struct Dice {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func spread(_ size: Double) -> Double { Double(below(2001) - 1000) / 1000 * size }
}
