internal import DialARide
internal import Verification

/// Says in the plan's own names and in words what the exact checker found.
struct ViolationWords {
  let day: Day
  let reader: PlanReader
  let problem: Problem
  let solution: Solution

  func planViolation(_ violation: Violation) -> PlanViolation {
    let legs = violation.requests.filter(day.legs.indices.contains).map { day.legs[$0] }
    let vehicle = violation.vehicle.flatMap {
      problem.vehicles.indices.contains($0) ? problem.vehicles[$0].id : nil
    }
    let resource = vehicle.flatMap { id in
      day.resourceIndex[String(id.prefix { $0 != "#" })].map { day.resources[$0] }
    }
    let key = ViolationFigures(day: day).figure(
      for: violation, leg: legs.first, resource: resource)
    let isTime = [.window, .lockTime, .shift].contains(violation.rule)
    let unit =
      switch violation.unit {
      case .seconds: isTime ? "clock" : "s"
      case .metres: "m"
      case .count: "count"
      case nil: ""
      }
    return PlanViolation(
      rule: violation.rule.rawValue, figure: key.map(day.rules.citation) ?? "",
      run: vehicle ?? "", legs: legs.map(\.leg.id), riders: legs.map(\.rider.id),
      value: violation.value, limit: violation.limit, unit: unit,
      source: key.flatMap(day.rules.figure)?.source ?? "", decided: violation.obeysLock,
      text: text(violation, legs: legs, run: vehicle ?? "", unit: unit))
  }

  private func text(
    _ violation: Violation, legs: [DayLeg], run: String, unit: String
  ) -> Bilingual {
    let what = ViolationSentences.sentence(violation.rule)
    let names = legs.map(\.leg.id).joined(separator: ", ")
    let who =
      legs.isEmpty
      ? Bilingual(fr: run.isEmpty ? "" : "Course \(run) : ", en: run.isEmpty ? "" : "Run \(run): ")
      : Bilingual(
        fr: "\(legs.count > 1 ? "Trajets" : "Trajet") \(names) : ",
        en: "\(legs.count > 1 ? "Legs" : "Leg") \(names): ")
    let numbers = figures(violation, unit: unit)
    return Bilingual(
      fr: who.fr + what.fr + numbers.fr + ".", en: who.en + what.en + numbers.en + ".")
  }

  private func figures(_ violation: Violation, unit: String) -> Bilingual {
    guard let value = violation.value, let limit = violation.limit else {
      return Bilingual(fr: "", en: "")
    }
    let (found, most) = (shown(value, unit), shown(limit, unit))
    return Bilingual(
      fr: " (\(found.fr) ; limite \(most.fr))", en: " (\(found.en); limit \(most.en))")
  }

  private func shown(_ value: Double, _ unit: String) -> Bilingual {
    switch unit {
    case "clock":
      let clock = day.clock.clockTime(Int(value.rounded())).text
      return Bilingual(fr: clock, en: clock)
    case "s":
      let duration = Shown.duration(Int(value.rounded()))
      return Bilingual(fr: duration, en: duration)
    case "m":
      let kilometres = Shown.number(value / 1000)
      return Bilingual(fr: kilometres.fr + " km", en: kilometres.en + " km")
    default: return Shown.number(value)
    }
  }
}
