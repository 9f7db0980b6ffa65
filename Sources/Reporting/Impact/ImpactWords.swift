import Planning

/// What the figures rest on, said so that nobody takes a hypothesis for a measurement.
struct ImpactWords: Sendable {
  let factors: EmissionFactors
  let baselines: [Baseline]
  let formats: Formats

  /// One paragraph a line.
  var lines: [String] {
    [factorsLine] + baselines.map { $0.supposition[formats.language] } + [
      formats.say(
        fr:
          "Le CO2 d’une hypothèse ne compte que les trajets servis ; ce que deviennent les autres "
          + "n’est pas connu.",
        en:
          "The CO2 of a hypothesis counts the legs served only; what becomes of the others is not "
          + "known.")
    ]
  }

  private var factorsLine: String {
    let head =
      formats.say(fr: "Facteurs de CO2 : ", en: "CO2 factors: ") + factors.id + ", "
      + factors.title[formats.language] + " (" + factors.date + "), "
      + formats.say(fr: "par kilomètre de véhicule", en: "by vehicle-kilometre") + "."
    let open = factors.unconfirmed
    guard !open.isEmpty else { return head }
    let list = open.joined(separator: ", ")
    return head
      + formats.say(
        fr: " Supposé, confirmé par aucune source : \(list).",
        en: " Assumed, confirmed by no source: \(list).")
  }
}
