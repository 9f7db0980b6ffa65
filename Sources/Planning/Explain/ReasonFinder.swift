internal import DialARide

/// Finds out why legs are not served (R45).
struct ReasonFinder {
  let compiled: CompiledDay
  let solution: Solution
  var day: Day { compiled.day }

  init(_ compiled: CompiledDay, solution: Solution) {
    self.compiled = compiled
    self.solution = solution
  }

  /// Reasons for the unserved legs of one booking; the first is the one to tell.
  func reasons(for legs: [Int]) -> [Reason] {
    let without = legs.filter { compiled.eligibility.candidates($0, of: day).isEmpty }
    if !without.isEmpty {
      let own = without.flatMap(ineligible)
      let others = legs.filter { !without.contains($0) }
      return own + others.map { linked($0, to: without[0]) }
    }
    return legs.map { notFound($0) }
  }

  func linked(_ leg: Int, to other: Int) -> Reason {
    let name = day.legs[other].leg.id
    return Reason(
      code: .linkedLeg, leg: name, proven: true,
      text: Bilingual(
        fr: "Le trajet \(day.legs[leg].leg.id) dépend du trajet \(name), qui n’est pas assuré.",
        en: "Leg \(day.legs[leg].leg.id) depends on leg \(name), which cannot be served."))
  }

  func notFound(_ leg: Int) -> Reason {
    Reason(
      code: .searchLimit, leg: day.legs[leg].leg.id, proven: false,
      text: Bilingual(
        fr: "Le calcul s’est arrêté avant de placer ce trajet ou de montrer que c’est impossible.",
        en: "The search stopped before the leg was placed or shown impossible."))
  }
}
