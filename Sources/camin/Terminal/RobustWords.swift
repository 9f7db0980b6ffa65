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
    guard outcome.kept > 0 else {
      return say(
        fr: "Aucun desserrage ne vaut ce qu’il coûte : le plan est celui d’avant.\n\n",
        en: "No slack is worth what it costs: the plan is the one before.\n\n")
    }
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
