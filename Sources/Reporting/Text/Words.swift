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
    case .notEligible: Bilingual(fr: "Aucune offre ne peut la prendre", en: "No offer may take it")
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
