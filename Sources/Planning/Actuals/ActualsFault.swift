/// What may be wrong with a row of actuals.
enum ActualsFault {
  case otherDate(PlanDate)
  case rowOfNothing, unknownRun, runTwice, statusOfLegs, legsTimes
  case unknownLeg, notPlanned, legTwice, missingStatus, rodeAndDidNot, runsTimes
  case otherRun(String)
  case noSuchTime, backwards
  case farFromPlanned(Double)

  func fault(at place: FaultPlace, field: String, value: String) -> Fault {
    let (code, cause, remedy) = words
    return Fault(
      code: code, place: place, field: field, value: value, cause: cause, remedy: remedy)
  }

  private var words: (String, Bilingual, Bilingual) {
    switch self {
    case .otherDate, .rowOfNothing, .noSuchTime, .backwards, .farFromPlanned: wordsOfRow
    case .unknownRun, .runTwice, .statusOfLegs, .legsTimes: wordsOfRun
    default: wordsOfLeg
    }
  }

  private var wordsOfRow: (String, Bilingual, Bilingual) {
    switch self {
    case .otherDate(let date):
      (
        "other-day",
        Bilingual(
          fr: "Le plan est du \(date.text).", en: "The plan is of \(date.text)."),
        Bilingual(fr: "Donnez le plan de ce jour-là.", en: "Give the plan of that day.")
      )
    case .noSuchTime:
      (
        "no-such-time",
        Bilingual(
          fr: "Cette heure n’existe pas ce jour-là : l’horloge passe à l’heure d’été.",
          en: "There is no such time on that day: the clock goes forward."),
        Bilingual(
          fr: "Écrivez l’heure d’après le changement.", en: "Write the time after the change.")
      )
    case .backwards:
      (
        "times-backwards",
        Bilingual(
          fr: "Cette heure est avant celle qui la précède.",
          en: "This time lies before the one that goes before it."),
        Bilingual(
          fr: "Corrigez l’une des deux ; après minuit, écrivez 24:30 et non 00:30.",
          en: "Correct one of the two; after midnight write 24:30, not 00:30.")
      )
    case .farFromPlanned(let planned):
      (
        "far-from-planned",
        Bilingual(
          fr: "Le plan en compte \(Shown.number(planned).fr) km.",
          en: "The plan has \(Shown.number(planned).en) km."),
        Bilingual(
          fr: "Vérifiez qu’il s’agit de kilomètres parcourus, non du compteur.",
          en: "Check that these are kilometres driven, not the counter.")
      )
    default:
      (
        "row-of-nothing",
        Bilingual(
          fr: "La ligne ne dit ni tournée ni trajet.", en: "The row names neither run nor leg."),
        Bilingual(fr: "Ajoutez l’un des deux.", en: "Add one of the two.")
      )
    }
  }

  private var wordsOfRun: (String, Bilingual, Bilingual) {
    switch self {
    case .runTwice:
      (
        "duplicate-id",
        Bilingual(
          fr: "Cette tournée a déjà une ligne.", en: "This run has a row already."),
        Bilingual(fr: "N’en gardez qu’une.", en: "Keep one of them.")
      )
    case .statusOfLegs:
      (
        "status-of-legs",
        Bilingual(
          fr: "Cela se dit d’un passager, non d’une tournée.",
          en: "This is said of a rider, not of a run."),
        Bilingual(
          fr: "Donnez une ligne à chaque trajet concerné.", en: "Give each leg a row of its own.")
      )
    case .legsTimes:
      (
        "wrong-row",
        Bilingual(
          fr: "Une tournée n’a ni prise en charge ni dépose.",
          en: "A run has neither pick-up nor set-down."),
        Bilingual(
          fr: "Mettez l’heure sur la ligne du trajet.", en: "Put the time on the leg’s row.")
      )
    default:
      (
        "unknown-run",
        Bilingual(
          fr: "Le plan n’a pas cette tournée.", en: "The plan has no such run."),
        Bilingual(
          fr: "Écrivez-la comme sur la feuille de route, par exemple v07#1.",
          en: "Write it as on the run sheet, for example v07#1.")
      )
    }
  }

  private var wordsOfLeg: (String, Bilingual, Bilingual) {
    switch self {
    case .notPlanned:
      (
        "leg-not-planned",
        Bilingual(
          fr: "Ce trajet n’est dans aucune tournée du plan.",
          en: "This leg is in no run of the plan."
        ),
        Bilingual(
          fr: "Retirez la ligne, ou donnez le plan qui le contient.",
          en: "Remove the row, or give the plan that has it.")
      )
    case .legTwice:
      (
        "duplicate-id",
        Bilingual(fr: "Ce trajet a déjà une ligne.", en: "This leg has a row already."),
        Bilingual(fr: "N’en gardez qu’une.", en: "Keep one of them.")
      )
    case .otherRun(let run):
      (
        "other-run",
        Bilingual(
          fr: "Le plan donne ce trajet à la tournée \(run).",
          en: "The plan gives this leg to run \(run)."),
        Bilingual(fr: "Corrigez, ou laissez vide.", en: "Correct it, or leave it empty.")
      )
    case .missingStatus:
      (
        "missing-value",
        Bilingual(
          fr: "La ligne ne dit pas ce qu’il est advenu du trajet.",
          en: "The row does not say what became of the leg."),
        Bilingual(
          fr: "Ajoutez un statut, des heures ou des kilomètres.",
          en: "Add a status, times or kilometres.")
      )
    case .rodeAndDidNot:
      (
        "contradiction",
        Bilingual(
          fr: "La ligne a une dépose ou des kilomètres, mais personne n’a voyagé.",
          en: "The row has a set-down or kilometres, but nobody rode."),
        Bilingual(
          fr: "Gardez le statut, ou l’heure et les kilomètres.",
          en: "Keep the status, or the time and kilometres.")
      )
    case .runsTimes:
      (
        "wrong-row",
        Bilingual(
          fr: "Un trajet n’a ni départ ni retour du conducteur.",
          en: "A leg has neither the driver’s departure nor return."),
        Bilingual(
          fr: "Mettez l’heure sur une ligne de la tournée, sans trajet.",
          en: "Put the time on a row of the run, without a leg.")
      )
    default:
      (
        "unknown-leg",
        Bilingual(fr: "Le jour n’a pas ce trajet.", en: "The day has no such leg."),
        Bilingual(
          fr: "Écrivez-le comme sur la feuille de route, par exemple b012-1.",
          en: "Write it as on the run sheet, for example b012-1.")
      )
    }
  }
}
