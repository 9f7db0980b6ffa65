internal import Planning

/// Broken rules in words.
struct ViolationList {
  let violations: [PlanViolation]
  let clock: PlanClock
  let language: Language

  var text: String { violations.map(paragraph).joined(separator: "\n") }

  private func paragraph(_ violation: PlanViolation) -> String {
    var lines = ["[\(violation.rule)] \(violation.text[language])"]
    let concerned = concerned(violation)
    if !concerned.isEmpty { lines.append(concerned) }
    if let figures = figures(violation) { lines.append(figures) }
    let source = [violation.figure, violation.source].filter { !$0.isEmpty }
    if !source.isEmpty {
      lines.append(say(fr: "Source : ", en: "Source: ") + source.joined(separator: ", "))
    }
    if violation.decided {
      lines.append(say(fr: "Décidé par la coordination.", en: "Decided by the coordinator."))
    }
    return lines.joined(separator: "\n    ") + "\n"
  }

  private func concerned(_ violation: PlanViolation) -> String {
    let parts = [
      (say(fr: "tournée", en: "run"), violation.run.isEmpty ? [] : [violation.run]),
      (say(fr: "trajet", en: "leg"), violation.legs),
      (say(fr: "voyageur", en: "rider"), violation.riders),
    ]
    return parts.filter { !$0.1.isEmpty }
      .map { $0.0 + " " + $0.1.joined(separator: ", ") }.joined(separator: " · ")
  }

  private func figures(_ violation: PlanViolation) -> String? {
    guard let value = violation.value else { return nil }
    let found = say(fr: "Constaté : ", en: "Found: ") + amount(value, violation.unit)
    guard let limit = violation.limit else { return found }
    return found + say(fr: " ; limite : ", en: "; limit: ") + amount(limit, violation.unit)
  }

  private func amount(_ value: Double, _ unit: String) -> String {
    switch unit {
    case "s": Figures.duration(value)
    case "m": Figures.decimals(value / 1000, 1) + "\u{A0}km"
    case "km": Figures.decimals(value, 1) + "\u{A0}km"
    case "EUR": Figures.decimals(value, 2) + "\u{A0}€"
    case "clock": clock.clockTime(Int(value.rounded())).text
    default: Figures.decimals(value, value == value.rounded() ? 0 : 1)
    }
  }
}
