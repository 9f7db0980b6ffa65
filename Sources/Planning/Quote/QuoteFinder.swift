internal import DialARide
internal import Optimizer

/// Finds the offers for one caller.
struct QuoteFinder {
  /// The day with the caller's booking.
  let compiled: CompiledDay
  let stand: Stand
  let requests: [Int]
  let legs: [Int]
  /// Runs of the plan, by id.
  let runs: [String: Run]
  /// Time on duty of the routes of those who have several shifts.
  let durations: [Int: Double]

  func offers(most: Int) -> [QuoteOffer] {
    let scene = Scene(of: requests, compiled.problem, stand)
    let probe = scene.probe()
    let asked = scene.local(requests)
    let resources = Set(legs.flatMap { compiled.eligibility.candidates($0, of: compiled.day) })
    var found: [(insertion: Insertion, order: Int)] = []
    // One driver for all of it, and for a way back also whoever is cheapest each way.
    for resource in resources.sorted() {
      let own = compiled.vehicles(of: resource).compactMap { scene.part.local(vehicle: $0) }
      if let insertion = probe.cheapest(asked, vehicles: own) {
        found.append((insertion, found.count))
      }
    }
    if legs.count > 1, let mixed = probe.cheapest(asked) {
      found.append((mixed, found.count))
    }
    found.sort { ($0.insertion.cost, $0.order) < ($1.insertion.cost, $1.order) }
    var offers: [QuoteOffer] = []
    for (insertion, _) in found {
      guard offers.count < max(1, most) else { break }
      guard let offer = offer(insertion, scene),
        !offers.contains(where: { $0.rides.map(\.run) == offer.rides.map(\.run) })
      else { continue }
      offers.append(offer)
    }
    return offers
  }

  private func offer(_ insertion: Insertion, _ scene: Scene) -> QuoteOffer? {
    let routes = insertion.routes.map(scene.part.global)
    let changed = routes.compactMap { RunWriter(compiled, $0)?.run() }
    guard changed.count == routes.count else { return nil }
    let rides = legs.compactMap { ride($0, changed, routes) }
    guard rides.count == legs.count else { return nil }
    let old = changed.compactMap { runs[$0.id] }
    func sum(_ runs: [Run], _ value: (Run) -> Double) -> Double {
      runs.reduce(0) { $0 + value($1) }
    }
    let called = Set(runs.values.map(\.resource))
    return QuoteOffer(
      rides: rides,
      extraMetres: changed.reduce(0) { $0 + $1.metres } - old.reduce(0) { $0 + $1.metres },
      extraCost: sum(changed, \.cost) - sum(old, \.cost),
      newlyCalled: Set(changed.map(\.resource)).subtracting(called).sorted(),
      priceCents: price(changed))
  }

  private func ride(_ leg: Int, _ changed: [Run], _ routes: [Route]) -> QuoteRide? {
    let id = compiled.day.legs[leg].leg.id
    guard let request = compiled.requestOfLeg[leg],
      let index = changed.firstIndex(where: { $0.stops.contains { $0.leg == id } }),
      let from = changed[index].stops.firstIndex(where: { $0.leg == id && $0.kind == .pickup }),
      let to = changed[index].stops.firstIndex(where: { $0.leg == id && $0.kind == .delivery }),
      let room = PickupRoom(compiled, stand, durations, routes[index], of: request).minutes
    else { return nil }
    let run = changed[index]
    // The cheapest time may lie between two minutes.
    let start = run.stops[from].start
    let pickup = min(max(start, room.lowerBound * 60), room.upperBound * 60)
    return QuoteRide(
      leg: id, resource: run.resource, mode: run.mode, run: run.id,
      earliestPickup: room.lowerBound * 60, pickup: pickup,
      latestPickup: room.upperBound * 60, arrival: run.stops[to].start + max(0, pickup - start),
      metres: run.stops[(from + 1)...to].reduce(0) { $0 + $1.metres })
  }

  /// What the rides are priced at, where all of them are.
  private func price(_ changed: [Run]) -> Int? {
    let territory = compiled.day.scenario.territory
    let plan = Plan(
      territory: territory.id, territoryName: territory.name, date: territory.date,
      timeZone: territory.timeZone, approximate: false, runs: changed, unserved: [], tiers: [],
      indicators: Indicators(), profiles: [],
      provenance: PlanProvenance(
        engine: "", seed: 0, iterations: nil, timeLimit: nil, scenarioHash: ""))
    let tariff = DayTariff(of: plan, on: compiled.day)
    var cents = 0
    for leg in legs.map({ compiled.day.legs[$0].leg.id }) {
      if let share = tariff.shares.first(where: { $0.leg == leg }) {
        cents += share.shareCents
      } else if let fare = tariff.fares.first(where: { $0.leg == leg }) {
        cents += fare.fareCents
      } else if let line = tariff.patients.first(where: { $0.leg == leg }), let amount = line.amount
      {
        cents += amount.totalCents
      } else {
        return nil
      }
    }
    return cents
  }
}
