internal import DialARide
internal import Optimizer

/// Finds out why legs are not served, and what little would serve them (R45).
///
/// Every statement is tried out: a reason is given only where lifting the limit it names would let the leg in, and
/// a change is proposed only where the legs were inserted with it, exactly, beside everybody else.
struct ReasonFinder: Sendable {
  let compiled: CompiledDay
  let stand: Stand
  /// Whether there is time to try out anything further.
  let goesOn: @Sendable () -> Bool
  /// How others are moved about to make room.
  let moves: RoomSearch
  private let causes: [Int: Int?]
  var day: Day { compiled.day }

  init(
    _ compiled: CompiledDay, solution: Solution, _ effort: ReasonEffort
  ) {
    self.compiled = compiled
    goesOn = effort.goesOn
    moves = RoomSearch(steps: effort.moves)
    stand = Stand(
      compiled.problem, solution,
      pinned: compiled.published?.past == nil ? [] : compiled.pinned(in: solution))
    causes = Dictionary(
      compiled.leftOut.map { ($0.leg, $0.because) }, uniquingKeysWith: { first, _ in first })
  }

  func isServed(_ request: Int) -> Bool { stand.vehicleOf[request] >= 0 }

  /// Reasons for the unserved legs of one booking; the first is the one to tell.
  func reasons(for legs: [Int]) -> [Reason] {
    let without = legs.filter { compiled.eligibility.candidates($0, of: day).isEmpty }
    var found = without.flatMap(ineligible)
    var done = Set(without)
    for leg in legs where !done.contains(leg) && compiled.isOver(leg) {
      found.append(tooLate(leg))
      done.insert(leg)
    }
    for leg in legs where !done.contains(leg) {
      if let cause = causes[leg], let cause {
        found.append(linked(leg, to: cause))
        done.insert(leg)
      } else if let request = compiled.requestOfLeg[leg] {
        let unit = Unit(compiled, groupOf: request)
        done.formUnion(unit.legs)
        found += reasons(of: unit)
      }
    }
    return found
  }

  private func reasons(of unit: Unit) -> [Reason] {
    if let missing = unit.required(compiled).first(where: { !isServed($0) }),
      case .leg(let other) = compiled.requests[missing]
    {
      return unit.legs.map { linked($0, to: other) }
    }
    guard goesOn() else { return unit.legs.map(notSought) }
    let scene = Scene(of: unit.requests, compiled.problem, stand)
    let current = scene.probe()
    if let insertion = current.cheapest(scene.local(unit.requests)) {
      return unit.legs.map { fits($0, unit, insertion, scene) }
    }
    let impossible = unit.legs.compactMap { provenReason($0, scene) }
    if let first = impossible.first {
      let failing = Set(unit.legs.filter { day.legs[$0].leg.id == first.leg })
      return impossible
        + unit.legs.filter { leg in
          !impossible.contains { $0.leg == day.legs[leg].leg.id }
        }.map { linked($0, to: failing.first ?? $0) }
    }
    if goesOn(), let found = scene.wide.room(for: unit.requests, moves, goesOn: goesOn) {
      return unit.legs.map { fits($0, unit, found, scene.wide) }
    }
    let blocked = unit.legs.filter { leg in
      compiled.requestOfLeg[leg].map { current.cheapest(scene.local([$0])) == nil } ?? false
    }
    let told = blocked.first ?? unit.legs[0]
    let reason = limitReason(told, unit, scene, blocked: blocked.isEmpty ? unit.legs : blocked)
    return [reason] + unit.legs.filter { $0 != told }.map { linked($0, to: told) }
  }

  func linked(_ leg: Int, to other: Int) -> Reason {
    let name = day.legs[other].leg.id
    return Reason(
      code: .linkedLeg, leg: name, proven: false,
      text: Bilingual(
        fr: "Le trajet \(day.legs[leg].leg.id) dépend du trajet \(name), qui n’est pas assuré.",
        en: "Leg \(day.legs[leg].leg.id) depends on leg \(name), which is not served."))
  }

  /// Its time is over (R50).
  private func tooLate(_ leg: Int) -> Reason {
    Reason(
      code: .noResourceInTime, leg: day.legs[leg].leg.id, rule: "now", proven: true,
      text: Bilingual(
        fr: "L’heure de ce trajet est passée.", en: "The time of this leg is over."))
  }

  /// It would fit as things stand: too dear for its weight, or simply not found.
  private func fits(_ leg: Int, _ unit: Unit, _ insertion: Insertion, _ scene: Scene) -> Reason {
    let weight = unit.requests.reduce(0) { $0 + compiled.problem.unservedPenalty[$1] }
    let id = day.legs[leg].leg.id
    guard insertion.cost > weight else {
      let name = resource(serving: unit.requests[0], in: insertion, scene)?.id ?? ""
      return Reason(
        code: .searchLimit, leg: id, proven: false,
        text: fittingText(name, movedLegs(insertion, unit, scene)))
    }
    let cost = Shown.euros(insertion.cost)
    if unit.legs.contains(where: { compiled.outsidePrices[$0] != nil }) {
      let price = Shown.euros(weight)
      return Reason(
        code: .priorityLost, leg: id, rule: "fallback", proven: false,
        text: Bilingual(
          fr:
            "Assurer ce trajet coûterait \(cost.fr), plus que le recours extérieur (\(price.fr)).",
          en: "Serving the leg would cost \(cost.en), more than the outside fallback (\(price.en))."
        ))
    }
    return Reason(
      code: .priorityLost, leg: id, rule: day.rules.citation(.unservedPenalty), proven: false,
      text: Bilingual(
        fr: "Assurer ce trajet coûterait \(cost.fr), plus que son poids dans le plan.",
        en: "Serving the leg would cost \(cost.en), more than its weight in the plan."))
  }

  private func fittingText(_ name: String, _ moved: Int) -> Bilingual {
    guard moved > 0 else {
      return Bilingual(
        fr: "Ce trajet tiendrait dans le plan tel qu’il est, avec \(name) : relancez le calcul.",
        en: "The leg would fit the plan as it stands, with \(name): run the search again.")
    }
    return Bilingual(
      fr:
        "Ce trajet tiendrait dans le plan, avec \(name), si d’autres trajets (\(moved)) changeaient de "
        + "conducteur : relancez le calcul.",
      en:
        "The leg would fit the plan, with \(name), if other legs (\(moved)) changed drivers: run the "
        + "search again.")
  }

  func notFound(_ leg: Int) -> Reason {
    Reason(
      code: .searchLimit, leg: day.legs[leg].leg.id, proven: false,
      text: Bilingual(
        fr: "Le calcul s’est arrêté avant de placer ce trajet ou de montrer que c’est impossible.",
        en: "The search stopped before the leg was placed or shown impossible."))
  }

  /// Nobody has looked into it: the time for reasons was over.
  private func notSought(_ leg: Int) -> Reason {
    Reason(
      code: .searchLimit, leg: day.legs[leg].leg.id, proven: false,
      text: Bilingual(
        fr: "Trajet non placé ; le temps a manqué pour en chercher la raison.",
        en: "The leg was not placed; there was no time to find the reason."))
  }

  /// The resource of the vehicle that serves a request in changed routes of a scene.
  func resource(serving request: Int, in insertion: Insertion, _ scene: Scene) -> DayResource? {
    guard let local = scene.part.local(request: request) else { return nil }
    return insertion.routes.first { $0.stops.contains(2 * local) }
      .map { day.resources[compiled.vehicles[scene.part.vehicles[$0.vehicle]].resource] }
  }
}
