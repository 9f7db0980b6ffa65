internal import Desk
internal import Planning
internal import Reporting

/// What robustness has brought, for people.
struct RobustWords {
  private let outcome: RobustOutcome
  private let formats: Formats

  init(_ outcome: RobustOutcome, _ language: Language) {
    self.outcome = outcome
    formats = Formats(language)
  }

  var text: String {
    guard outcome.kept > 0 else { return nothingKept }
    let rows = [
      row("Passagers en retard par jour", "Riders late a day", \.lateRiders),
      row("Rendez-vous manqués par jour", "Appointments missed a day", \.missedAppointments),
      row("Coût (€)", "Cost (EUR)", \.cost), row("Km", "Km", \.kilometres),
      (
        say(fr: "Trajets servis", en: "Legs served"),
        change(Double(outcome.before.servedLegs), Double(outcome.after.servedLegs), 0)
      ),
    ]
    return say(
      fr: "Desserré, en simulant mille journées (avant → après)\n",
      en: "Loosened, over a thousand days rehearsed (before → after)\n") + Figures.table(rows)
      + "\n"
  }

  /// Why the plan is the one before: what the best trial would have brought, and cost.
  private var nothingKept: String {
    let late = formats.number(outcome.before.lateRiders, decimals: 1)
    let standing = say(
      fr: "En simulant mille journées : \(late) passager(s) en retard par jour.\n",
      en: "Over a thousand days rehearsed: \(late) rider(s) late a day.\n")
    guard let refused = outcome.refused else {
      return standing
        + say(
          fr: "Rien à desserrer : aucune attente de plus n’y changerait assez.\n\n",
          en: "Nothing to loosen: no wait would mend enough of it.\n\n")
    }
    let then = formats.number(refused.lateRiders, decimals: 1)
    let difference = refused.cost - outcome.before.cost
    let dearer = formats.euros(abs(difference))
    let (fr, en) = difference < 0 ? ("moins", "less") : ("plus", "more")
    let lost = outcome.before.servedLegs - refused.servedLegs
    let price = formats.euros(outcome.price)
    return standing
      + say(
        fr: "Le meilleur desserrage trouvé en laisserait \(then), pour \(dearer) de \(fr)"
          + (lost > 0 ? " et \(lost) trajet(s) non servi(s)" : "")
          + " ; un passager en retard de moins vaut \(price). Le plan est celui d’avant.\n\n",
        en: "The best slack found would leave \(then), for \(dearer) \(en)"
          + (lost > 0 ? " and \(lost) leg(s) not served" : "")
          + "; a rider less who is late is worth \(price). The plan is the one before.\n\n")
  }

  private func row(
    _ fr: String, _ en: String, _ path: KeyPath<RobustOutcome.Standing, Double>
  ) -> (String, String) {
    (say(fr: fr, en: en), change(outcome.before[keyPath: path], outcome.after[keyPath: path], 1))
  }

  private func change(_ before: Double, _ after: Double, _ decimals: Int) -> String {
    formats.number(before, decimals: decimals) + " → "
      + formats.number(after, decimals: decimals)
  }
}
