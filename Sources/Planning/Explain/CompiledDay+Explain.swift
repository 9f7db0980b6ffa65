public import DialARide
internal import Optimizer

extension CompiledDay {
  /// Explains why a served leg rides where it does.
  ///
  /// - Returns: `nil` where no leg has that id, or the solution does not serve it.
  public func explain(leg id: String, in solution: Solution) -> TripExplanation? {
    let solution = solution.scheduled(in: problem)
    guard let leg = day.legIndex[id], let request = requestOfLeg[leg],
      let route = solution.routes.first(where: { $0.stops.contains(2 * request) })
    else { return nil }
    let moved = tied(request)
    let probe = InsertionProbe(problem: problem, solution: solution)
    func cost(with resource: Int) -> Double? {
      probe.cheapest(moved, vehicles: vehicles(of: resource))?.cost
    }
    let own = vehicles[route.vehicle].resource
    let ownCost = probe.saving(moved)
    let others = eligibility.candidates(leg, of: day).filter { $0 != own }
    let alternatives = others.compactMap { resource in
      cost(with: resource).map {
        TripExplanation.Alternative(
          resource: day.resources[resource].id, extraCost: $0 - ownCost)
      }
    }.sorted { ($0.extraCost, $0.resource) < ($1.extraCost, $1.resource) }
    let able = Set(alternatives.map(\.resource))
    let unable = others.filter { !able.contains(day.resources[$0].id) }
    let busy = unable.filter { isThere($0, for: moved, in: solution) }
    let absent = unable.filter { !busy.contains($0) }.map { day.resources[$0].id }
    return TripExplanation(
      leg: id, run: runId(route.vehicle), resource: day.resources[own].id, cost: ownCost,
      alternatives: alternatives, busy: busy.map { day.resources[$0].id }, absent: absent,
      excluded: day.resources.count - others.count - 1,
      margins: MarginReader(self, route, request).margins(),
      text: text(
        day.resources[own].id, alternatives, busy: busy.count, absent: absent.count))
  }

  /// The request with all that must ride in the same vehicle.
  func tied(_ request: Int) -> [Int] {
    var found = [request]
    var next = 0
    while next < found.count {
      found += problem.sameVehicleAs[found[next]].filter { !found.contains($0) }
      next += 1
    }
    return found.sorted()
  }

  /// Whether a resource could take the requests if it had nothing else to do.
  private func isThere(_ resource: Int, for moved: [Int], in solution: Solution) -> Bool {
    let own = vehicles(of: resource)
    let idle = Solution(
      routes: solution.routes.filter { !own.contains($0.vehicle) },
      unserved: solution.unserved
        + solution.routes.filter { own.contains($0.vehicle) }.flatMap(\.stops)
        .filter { problem.isPickup($0) }.map { $0 >> 1 })
    return InsertionProbe(problem: problem, solution: idle).cheapest(moved, vehicles: own) != nil
  }

  private func text(
    _ own: String, _ alternatives: [TripExplanation.Alternative], busy: Int, absent: Int
  ) -> Bilingual {
    let text = text(own, alternatives, busy: busy)
    guard absent > 0 else { return text }
    return Bilingual(
      fr: text.fr.dropLast() + " ; \(absent) \(absent > 1 ? "autres" : "autre") y "
        + (absent > 1
          ? "auraient droit mais ne sont pas disponibles"
          : "aurait droit mais n’est pas disponible")
        + " à cette heure.",
      en: text.en.dropLast() + "; \(absent) \(absent > 1 ? "others" : "other") may, but "
        + (absent > 1 ? "are" : "is") + " not available at that time.")
  }

  private func text(
    _ own: String, _ alternatives: [TripExplanation.Alternative], busy: Int
  ) -> Bilingual {
    guard let next = alternatives.first else {
      return busy == 0
        ? Bilingual(
          fr: "\(own) est seul à pouvoir assurer ce trajet.", en: "\(own) alone can serve the leg.")
        : Bilingual(
          fr: "\(own) est seul à pouvoir assurer ce trajet ; les autres qui y auraient droit "
            + "(\(busy)) sont pris.",
          en: "\(own) alone can serve the leg; the others who may (\(busy)) are taken.")
    }
    let more = Shown.euros(abs(next.extraCost))
    return next.extraCost >= 0
      ? Bilingual(
        fr: "\(own) est le meilleur choix ; le suivant, \(next.resource), coûterait \(more.fr) "
          + "de plus.",
        en: "\(own) is the best choice; the next, \(next.resource), would cost \(more.en) more.")
      : Bilingual(
        fr: "\(next.resource) coûterait \(more.fr) de moins que \(own), les autres restant en "
          + "place.",
        en: "\(next.resource) would cost \(more.en) less than \(own), others staying in place.")
  }
}

/// Reads from a schedule how much room a leg's times have.
struct MarginReader {
  private let compiled: CompiledDay
  private let route: Route
  private let request: Int

  init(_ compiled: CompiledDay, _ route: Route, _ request: Int) {
    self.compiled = compiled
    self.route = route
    self.request = request
  }

  func margins() -> [TripExplanation.Margin] {
    let problem = compiled.problem
    guard let schedule = route.schedule,
      let pickup = route.stops.firstIndex(of: 2 * request),
      let delivery = route.stops.firstIndex(of: 2 * request + 1)
    else { return [] }
    let draft = problem.draft.requests[request]
    var margins: [TripExplanation.Margin] = []
    let sides = [("pickup", pickup, draft.pickup), ("arrival", delivery, draft.delivery)]
    for (name, index, stop) in sides {
      guard let window = stop?.windows.first else { continue }
      let start = schedule.starts[index]
      margins.append(margin("earliest_" + name, start - window.start))
      margins.append(margin("latest_" + name, window.end - start))
    }
    if let longest = draft.longestRide {
      let ride = schedule.starts[delivery] - schedule.ends[pickup]
      margins.append(margin("ride_time", longest - ride))
    }
    return margins.sorted { ($0.seconds, $0.kind) < ($1.seconds, $1.kind) }
  }

  private func margin(_ kind: String, _ seconds: Double) -> TripExplanation.Margin {
    let whole = Int(seconds.rounded())
    let time = Shown.duration(whole)
    let (fr, en) =
      switch kind {
      case "earliest_pickup":
        ("départ possible \(time) plus tôt", "could be picked up \(time) earlier")
      case "latest_pickup":
        ("départ possible \(time) plus tard", "could be picked up \(time) later")
      case "earliest_arrival":
        ("arrivée possible \(time) plus tôt", "could arrive \(time) earlier")
      case "latest_arrival": ("arrivée possible \(time) plus tard", "could arrive \(time) later")
      default: ("\(time) de marge à bord", "\(time) to spare on board")
      }
    return TripExplanation.Margin(
      kind: kind, seconds: whole, text: Bilingual(fr: fr, en: en))
  }
}
