internal import DialARide
internal import Optimizer

extension ReasonFinder {
  /// One rule, and how far it stands in the way.
  private struct Group {
    var refusal: Refusal
    var count = 0
    /// Fewest rules that stand between the leg and one of these resources.
    var nearest = Int.max
    var resources: [String] = []

    /// What the offers that the booking admits have against it comes before its not admitting the others.
    var rank: Int {
      if case .modeNotWanted = refusal.cause { 1 } else { 0 }
    }
  }

  /// More rules than this tell a coordinator nothing further.
  private static let mostTold = 4

  /// Reasons of a leg that no resource may be given, those nearest to a yes first.
  func ineligible(_ leg: Int) -> [Reason] {
    if let imposed = imposedReason(leg) { return [imposed] }
    let rows = compiled.eligibility.refusals(of: leg)
    var groups: [String: Group] = [:]
    for (r, row) in rows.enumerated() {
      for refusal in row {
        var group = groups[refusal.rule] ?? Group(refusal: refusal)
        group.count += 1
        group.resources.append(day.resources[r].id)
        group.nearest = min(group.nearest, row.count)
        groups[refusal.rule] = group
      }
    }
    let ranked = groups.values.sorted {
      ($0.rank, $0.nearest, -$0.count, $0.refusal.rule)
        < ($1.rank, $1.nearest, -$1.count, $1.refusal.rule)
    }
    guard !ranked.isEmpty else { return [noResource(leg)] }
    let change = ruleChange(leg)
    return ranked.prefix(Self.mostTold).enumerated().map { rank, group in
      Reason(
        code: group.refusal.code, leg: day.legs[leg].leg.id, rule: group.refusal.rule,
        resources: group.count, ofResources: rows.count, proven: true,
        text: text(group), leastChange: rank == 0 ? change : nil)
    }
  }

  /// Decisions about single resources name them; rules speak for themselves.
  private func text(_ group: Group) -> Bilingual {
    let text = group.refusal.text
    guard group.refusal.cause == .declined else { return text }
    let names = group.resources.joined(separator: ", ")
    return Bilingual(
      fr: "\(names) : " + text.fr.prefix(1).lowercased() + text.fr.dropFirst(),
      en: "\(names): " + text.en.prefix(1).lowercased() + text.en.dropFirst())
  }

  /// The leg is assigned to somebody who is not there: the rules for the others are beside the point.
  private func imposedReason(_ leg: Int) -> Reason? {
    guard let text = imposedText(leg) else { return nil }
    return Reason(
      code: .noResourceInTime, leg: day.legs[leg].leg.id, rule: "lock-assign", resources: 1,
      ofResources: day.resources.count, proven: true, text: text)
  }

  /// Says that a lock leaves one resource alone, which is not there then; `nil` without such a lock.
  func imposedText(_ leg: Int) -> Bilingual? {
    guard let resource = compiled.eligibility.assigned[leg] else { return nil }
    let id = day.resources[resource].id
    return Bilingual(
      fr: "Ce trajet est imposé à \(id) (verrou), qui n’est pas disponible à cette heure.",
      en: "The leg is assigned to \(id) (lock), which is not available at that time.")
  }

  /// The scenario has nobody at all.
  private func noResource(_ leg: Int) -> Reason {
    Reason(
      code: .noResourceInTime, leg: day.legs[leg].leg.id, rule: "availability",
      resources: day.resources.count, ofResources: day.resources.count, proven: true,
      text: Bilingual(
        fr: "Aucun bénévole ni véhicule n’est là ce jour-là.",
        en: "No volunteer or vehicle is there on that day."))
  }

}

extension Refusal {
  /// Whether somebody of the scheme could waive it; the law's and the patient's rules are not theirs to waive.
  var isNegotiable: Bool {
    switch cause {
    case .outsideRadius, .outsideZones, .noStopNear, .needNotAccepted, .riderRefused, .declined,
      .yearDone, .stayTooLong, .insuredToVolunteer, .noRoom, .afterDeadline:
      true
    case .modeNotWanted, .insuredToTad, .patientsOnly, .scheduled, .carrierChosen, .carriersApart,
      .onLine,
      .tooFar, .noCriterion, .homeNotRural, .outsidePlaceScope, .sameStop, .closedOnHoliday,
      .notThere:
      false
    }
  }
}
