internal import DialARide
internal import Optimizer

/// Finds out why legs are not served, and what little would serve them (R45).
///
/// Every statement is tried out: a reason is given only where lifting the limit it names would let the leg in, and
/// a change is proposed only where the legs were inserted with it, exactly, beside everybody else.
final class ReasonFinder {
  let compiled: CompiledDay
  let solution: Solution
  var day: Day { compiled.day }
  lazy var current = InsertionProbe(problem: compiled.problem, solution: solution)
  /// Probes of the day with other vehicles, kept since all bookings ask the same.
  var vehicleProbes: [VehicleChange: InsertionProbe] = [:]
  let served: Set<Int>

  init(_ compiled: CompiledDay, solution: Solution) {
    self.compiled = compiled
    self.solution = solution
    served = Set(
      solution.routes.flatMap(\.stops).filter(compiled.problem.isRequestStop).map { $0 >> 1 })
  }

  /// Reasons for the unserved legs of one booking; the first is the one to tell.
  func reasons(for legs: [Int]) -> [Reason] {
    let without = legs.filter { compiled.eligibility.candidates($0, of: day).isEmpty }
    let causes = Dictionary(
      compiled.leftOut.map { ($0.leg, $0.because) }, uniquingKeysWith: { first, _ in first })
    var found = without.flatMap(ineligible)
    var done = Set(without)
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
    if let missing = unit.required(compiled).first(where: { !served.contains($0) }),
      case .leg(let other) = compiled.requests[missing]
    {
      return unit.legs.map { linked($0, to: other) }
    }
    if let insertion = current.cheapest(unit.requests) {
      return unit.legs.map { fits($0, unit, insertion) }
    }
    let impossible = unit.legs.compactMap(provenReason)
    if let first = impossible.first {
      let failing = Set(unit.legs.filter { day.legs[$0].leg.id == first.leg })
      return impossible
        + unit.legs.filter { leg in
          !impossible.contains { $0.leg == day.legs[leg].leg.id }
        }.map { linked($0, to: failing.first ?? $0) }
    }
    let blocked = unit.legs.filter { leg in
      compiled.requestOfLeg[leg].map { current.cheapest([$0]) == nil } ?? false
    }
    let told = blocked.first ?? unit.legs[0]
    let reason = limitReason(told, unit, blocked: blocked.isEmpty ? unit.legs : blocked)
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

  /// It would fit as things stand: too dear for its weight, or simply not found.
  private func fits(_ leg: Int, _ unit: Unit, _ insertion: Insertion) -> Reason {
    let weight = unit.requests.reduce(0) { $0 + compiled.problem.unservedPenalty[$1] }
    let id = day.legs[leg].leg.id
    guard insertion.cost > weight else {
      let name = resource(serving: unit.requests[0], in: insertion)?.id ?? ""
      return Reason(
        code: .searchLimit, leg: id, proven: false,
        text: Bilingual(
          fr: "Ce trajet tiendrait dans le plan tel qu’il est, avec \(name) : relancez le calcul.",
          en: "The leg would fit the plan as it stands, with \(name): run the search again."))
    }
    let cost = Shown.euros(insertion.cost)
    return Reason(
      code: .priorityLost, leg: id, rule: day.rules.citation(.unservedPenalty), proven: false,
      text: Bilingual(
        fr: "Assurer ce trajet coûterait \(cost.fr), plus que son poids dans le plan.",
        en: "Serving the leg would cost \(cost.en), more than its weight in the plan."))
  }

  func notFound(_ leg: Int) -> Reason {
    Reason(
      code: .searchLimit, leg: day.legs[leg].leg.id, proven: false,
      text: Bilingual(
        fr: "Le calcul s’est arrêté avant de placer ce trajet ou de montrer que c’est impossible.",
        en: "The search stopped before the leg was placed or shown impossible."))
  }

  /// The resource of the vehicle that serves a request in changed routes.
  func resource(serving request: Int, in insertion: Insertion) -> DayResource? {
    insertion.routes.first { $0.stops.contains(2 * request) }
      .map { day.resources[compiled.vehicles[$0.vehicle].resource] }
  }
}
