extension ReasonFinder {
  /// One rule, and how far it stands in the way.
  private struct Group {
    var refusal: Refusal
    var count = 0
    /// Fewest rules that stand between the leg and one of these resources.
    var nearest = Int.max
  }

  /// Reasons of a leg that no resource may be given, those nearest to a yes first.
  func ineligible(_ leg: Int) -> [Reason] {
    let rows = compiled.eligibility.refusals[leg]
    var groups: [String: Group] = [:]
    for row in rows {
      for refusal in row {
        var group = groups[refusal.rule] ?? Group(refusal: refusal)
        group.count += 1
        group.nearest = min(group.nearest, row.count)
        groups[refusal.rule] = group
      }
    }
    let ranked = groups.values.sorted {
      ($0.nearest, -$0.count, $0.refusal.rule) < ($1.nearest, -$1.count, $1.refusal.rule)
    }
    guard !ranked.isEmpty else { return [noResource(leg)] }
    return ranked.map { group in
      Reason(
        code: group.refusal.code, leg: day.legs[leg].leg.id, rule: group.refusal.rule,
        resources: group.count, ofResources: rows.count, proven: true,
        text: group.refusal.text)
    }
  }

  /// The scenario has nobody at all, or the leg is assigned to somebody who is not there.
  private func noResource(_ leg: Int) -> Reason {
    Reason(
      code: .noResourceInTime, leg: day.legs[leg].leg.id, rule: "availability",
      resources: day.resources.count, ofResources: day.resources.count, proven: true,
      text: Bilingual(
        fr: "Aucun bénévole ni véhicule n’est là ce jour-là.",
        en: "No volunteer or vehicle is there on that day."))
  }
}
