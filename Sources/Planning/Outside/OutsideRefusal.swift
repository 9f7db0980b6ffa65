/// Why an outside fallback does not take a leg (R33).
enum OutsideRefusal: Hashable, Sendable {
  /// The coordinator has given the leg to somebody.
  case assigned
  /// The booking is on standby, which is to cost nobody anything.
  case standby
  /// The driver is to stay with the rider, or to be the same on both legs: nobody outside has promised that.
  case company
  case carrier(String)
  case insured
  case modes
  case purpose
  case need(String)
  case tooFar(kilometres: Double, most: Double)

  var text: Bilingual {
    switch self {
    case .assigned:
      Bilingual(
        fr: "La coordination a attribué ce trajet.", en: "The coordinator has assigned the leg.")
    case .standby:
      Bilingual(
        fr: "La demande est en attente : elle ne prend rien sur le budget.",
        en: "The booking is on standby: it takes nothing of the budget.")
    case .company:
      Bilingual(
        fr: "Le conducteur doit rester, ou être le même à l’aller et au retour.",
        en: "The driver is to stay, or to be the same both ways.")
    case .carrier(let carrier):
      Bilingual(
        fr: "Le patient a choisi le transporteur \(carrier).",
        en: "The patient has chosen carrier \(carrier).")
    case .insured:
      Bilingual(
        fr: "Les trajets payés par l’assurance maladie ne sont pas pris.",
        en: "Trips paid by the health insurance are not taken.")
    case .modes:
      Bilingual(
        fr: "La demande n’admet aucune des offres remplacées.",
        en: "The booking admits none of the offers stood in for.")
    case .purpose:
      Bilingual(
        fr: "L’objet de la demande n’est pas pris en charge.",
        en: "The booking's purpose is not catered for.")
    case .need(let need):
      Bilingual(
        fr: "Le besoin « \(need) » n’est pas pris en charge.",
        en: "Need “\(need)” is not catered for.")
    case .tooFar(let kilometres, let most):
      Self.distance(Shown.number(kilometres), most: Shown.number(most))
    }
  }

  private static func distance(_ found: Bilingual, most: Bilingual) -> Bilingual {
    Bilingual(
      fr: "Le trajet fait \(found.fr) km ; au plus \(most.fr) km sont pris.",
      en: "The trip is \(found.en) km; at most \(most.en) km are taken.")
  }
}
