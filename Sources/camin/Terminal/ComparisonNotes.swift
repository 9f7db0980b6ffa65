internal import Desk
internal import Planning
internal import Reporting

/// How two plans that are compared came about, in sentences.
struct ComparisonNotes {
  let lines: [String]

  init(_ comparison: PlanComparison, _ language: Language) {
    let formats = Formats(language)
    func pick(_ fr: String, _ en: String) -> String { language == .french ? fr : en }
    var lines: [String] = []
    if !comparison.parts.isEmpty {
      lines.append(
        pick(
          "À part : chaque offre planifie seule, avec ses moyens. Même solveur, même temps total, partagé selon le "
            + "nombre de trajets.",
          "Apart: each offer plans by itself, with its own means. Same solver, same total time, shared out by the number "
            + "of legs."))
      lines.append(
        comparison.handsOn
          ? pick(
            "Ce que le TAD refuse est ensuite demandé aux bénévoles.",
            "What the DRT refuses is then asked of the volunteers.")
          : pick(
            "Personne ne reprend ce qu’une autre offre refuse (--hand-on : les bénévoles, ce que le TAD refuse).",
            "Nobody takes up what another offer refuses (--hand-on: the volunteers, what the DRT refuses)."
          ))
      lines.append(
        pick(
          "Qui prend quoi à part : la décision de la coordination ; sinon VSL et taxis (ceux du transporteur nommé) ce "
            + "que paie l’assurance maladie ; le TAD ce que ses zones, ses heures et ses véhicules permettent ; les "
            + "bénévoles le reste. Un patient sans transporteur nommé peut aller à tous, ce qui avantage « à part ».",
          "Who takes what apart: what the coordinator has decided; else VSL and taxis (those of the carrier named) "
            + "what the health insurance pays; the DRT what its zones, hours and vehicles allow; volunteers the rest. A "
            + "patient who names no carrier may go to any, which favours “apart”."))
      lines += comparison.parts.map { Self.part($0, formats, pick) }
    }
    lines += comparison.lockNotes.map { Self.lock($0, pick) }
    if comparison.input.day.travel.approximate {
      lines.append(
        pick(
          "Temps et kilomètres estimés à vol d’oiseau.",
          "Times and kilometres estimated as the crow flies."))
    }
    for side in comparison.sides where !side.violations.isEmpty {
      let title = side.title[language]
      lines.append(
        pick(
          "Le plan « \(title) » enfreint des règles (\(side.violations.count)) : ses chiffres ne se comparent pas "
            + "sans réserve.",
          "Plan “\(title)” breaks rules (\(side.violations.count)): its figures do not compare without reserve."
        ))
    }
    self.lines = lines
  }

  private static func part(
    _ part: DayPlanning.Part, _ formats: Formats, _ pick: (String, String) -> String
  ) -> String {
    let name = part.offer.title
    let effort =
      part.seconds.map { formats.number($0, decimals: 1) + "\u{A0}s" }
      ?? part.iterations.map {
        formats.count(
          $0, Bilingual(fr: "itération", en: "iteration"),
          Bilingual(fr: "itérations", en: "iterations"))
      } ?? ""
    let bookings = formats.bookings(part.bookings)
    let resources = formats.count(
      part.resources, Bilingual(fr: "conducteur ou véhicule", en: "driver or vehicle"),
      Bilingual(fr: "conducteurs ou véhicules", en: "drivers or vehicles"))
    let text = pick(
      "\(name.fr) : \(bookings), trajets : \(part.legs) dont \(part.served) servis, \(resources), \(effort)",
      "\(name.en): \(bookings), legs: \(part.legs), \(part.served) of them served, \(resources), \(effort)"
    )
    let hopeless =
      part.hopeless == 0
      ? ""
      : pick(
        " ; \(formats.bookings(part.hopeless)) que personne de cette offre n’a le droit de prendre",
        "; \(formats.bookings(part.hopeless)) that nobody of this offer is allowed to take")
    let handed =
      part.handedOn == 0
      ? ""
      : pick(
        " ; aux bénévoles ensuite : \(formats.bookings(part.handedOn))",
        "; to the volunteers then: \(formats.bookings(part.handedOn))")
    return text + hopeless + handed + "."
  }

  private static func lock(
    _ note: OfferSplit.LockNote, _ pick: (String, String) -> String
  ) -> String {
    switch note.fate {
    case .moves:
      pick(
        "\(note.trip) est confié à \(note.resource) : sa demande est planifiée par cette offre.",
        "\(note.trip) is given to \(note.resource): its booking is planned by that offer.")
    case .dropped:
      pick(
        "\(note.trip) est confié à \(note.resource), d’une autre offre que le reste de sa demande : à part, cette "
          + "décision ne peut pas tenir.",
        "\(note.trip) is given to \(note.resource), of another offer than the rest of its booking: apart, this "
          + "decision cannot hold.")
    }
  }
}

extension Formats {
  fileprivate func bookings(_ number: Int) -> String {
    count(
      number, Bilingual(fr: "demande", en: "booking"), Bilingual(fr: "demandes", en: "bookings"))
  }
}
