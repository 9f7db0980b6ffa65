public import Planning

extension Mode {
  /// Name of the offer in words.
  public var title: Bilingual {
    switch self {
    case .volunteer: Bilingual(fr: "chauffeur bénévole", en: "volunteer driver")
    case .tad: Bilingual(fr: "transport à la demande", en: "demand-responsive transport")
    case .vsl: Bilingual(fr: "véhicule sanitaire léger", en: "seated-patient vehicle (VSL)")
    case .taxi: Bilingual(fr: "taxi conventionné", en: "conventioned taxi")
    }
  }

  /// Name of the offer where there is little room.
  public var shortTitle: Bilingual {
    switch self {
    case .volunteer: Bilingual(fr: "Bénévole", en: "Volunteer")
    case .tad: Bilingual(fr: "TAD", en: "DRT")
    case .vsl: Bilingual(fr: "VSL", en: "VSL")
    case .taxi: Bilingual(fr: "Taxi", en: "Taxi")
    }
  }
}

extension ReasonCode {
  /// Heading for the bookings that share the reason.
  public var title: Bilingual {
    switch self {
    case .notEligible: Bilingual(fr: "Aucune offre n’y a droit", en: "No offer may take it")
    case .outsideZone: Bilingual(fr: "Hors du secteur desservi", en: "Outside the area served")
    case .afterDeadline: Bilingual(fr: "Demandé trop tard", en: "Booked too late")
    case .noResourceInTime:
      Bilingual(fr: "Personne de disponible à cette heure", en: "Nobody available at that time")
    case .capacityOrNeed:
      Bilingual(fr: "Pas de véhicule adapté ou assez grand", en: "No suitable or roomy vehicle")
    case .rideOrDetourLimit:
      Bilingual(fr: "Trajet ou détour trop long à bord", en: "Ride or detour too long")
    case .driverLimit: Bilingual(fr: "Limite du chauffeur atteinte", en: "Driver’s limit reached")
    case .priorityLost:
      Bilingual(fr: "D’autres demandes sont passées avant", en: "Other bookings came first")
    case .linkedLeg:
      Bilingual(
        fr: "L’autre trajet de la demande est impossible", en: "Its other leg is impossible")
    case .searchLimit:
      Bilingual(fr: "Pas trouvé dans le temps de calcul", en: "Not found within the search time")
    }
  }
}

extension RunStop.Kind {
  /// The letter that drivers know from run sheets; empty for breaks and base visits.
  var letter: Bilingual {
    switch self {
    case .pickup: Bilingual(fr: "P", en: "P")
    case .delivery: Bilingual(fr: "D", en: "D")
    case .rest, .base: Bilingual(fr: "", en: "")
    }
  }

  var title: Bilingual {
    switch self {
    case .pickup: Bilingual(fr: "Prise en charge", en: "Pick up")
    case .delivery: Bilingual(fr: "Dépose", en: "Drop off")
    case .rest: Bilingual(fr: "Pause", en: "Break")
    case .base: Bilingual(fr: "Retour au départ", en: "Back at base")
    }
  }
}

/// Riders' needs in words.
enum Needs {
  private static let known: [String: Bilingual] = [
    "wheelchair": Bilingual(fr: "reste en fauteuil roulant", en: "stays in wheelchair"),
    "folded_wheelchair": Bilingual(fr: "fauteuil à plier", en: "wheelchair to fold"),
    "wheelchair_folded": Bilingual(fr: "fauteuil à plier", en: "wheelchair to fold"),
    "folded": Bilingual(fr: "fauteuil à plier", en: "wheelchair to fold"),
    "walker": Bilingual(fr: "déambulateur", en: "walking frame"),
    "door_help": Bilingual(fr: "aide jusqu’à la porte", en: "help to the door"),
    "child_seat": Bilingual(fr: "siège enfant", en: "child seat"),
    "animal": Bilingual(fr: "animal d’assistance", en: "assistance animal"),
    "assistance_animal": Bilingual(fr: "animal d’assistance", en: "assistance animal"),
    "front_seat": Bilingual(fr: "place à l’avant", en: "front seat"),
    "blind": Bilingual(fr: "malvoyant", en: "visually impaired"),
    "visually_impaired": Bilingual(fr: "malvoyant", en: "visually impaired"),
    "hearing_impaired": Bilingual(fr: "malentendant", en: "hard of hearing"),
    "oxygen": Bilingual(fr: "oxygène", en: "oxygen"),
    "luggage": Bilingual(fr: "bagage encombrant", en: "bulky luggage"),
  ]

  /// An unknown code is shown as it stands, with spaces.
  static func title(_ code: String, _ language: Language) -> String {
    known[code]?[language] ?? code.split(separator: "_").joined(separator: " ")
  }

  /// Needs and companions in one phrase, e.g. `déambulateur, 1 accompagnant`.
  static func phrase(_ codes: [String], companions: Int, _ formats: Formats) -> String {
    var parts = codes.map { title($0, formats.language) }
    if companions > 0 {
      parts.append(
        formats.count(
          companions, Bilingual(fr: "accompagnant", en: "companion"),
          Bilingual(fr: "accompagnants", en: "companions")))
    }
    return parts.joined(separator: ", ")
  }
}
