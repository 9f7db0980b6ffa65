extension Refusal {
  /// The refusal in a sentence for the coordinator.
  public var text: Bilingual {
    switch cause {
    case .tooFar, .homeNotRural, .noCriterion, .outsidePlaceScope, .outsideRadius, .outsideZones,
      .noStopNear, .sameStop:
      placeText
    case .needNotAccepted, .noRoom, .riderRefused, .declined, .closedOnHoliday, .notThere,
      .yearDone, .stayTooLong:
      resourceText
    case .modeNotWanted, .insuredToVolunteer, .insuredToTad, .patientsOnly, .scheduled,
      .carrierChosen, .carriersApart, .onLine, .afterDeadline:
      modeText
    }
  }

  private var modeText: Bilingual {
    switch cause {
    case .modeNotWanted(let mode):
      Bilingual(
        fr: "La réservation n’admet pas ce mode (\(mode.rawValue)).",
        en: "The booking does not allow this mode (\(mode.rawValue)).")
    case .insuredToVolunteer:
      Bilingual(
        fr: "Le service bénévole ne prend pas les trajets payés par l’assurance maladie.",
        en: "The volunteer scheme does not take trips paid by the health insurance.")
    case .insuredToTad:
      Bilingual(
        fr: "Le transport à la demande ne prend pas les trajets payés par l’assurance maladie.",
        en: "The demand-responsive service does not take trips paid by the health insurance.")
    case .patientsOnly:
      Bilingual(
        fr: "Un VSL ne transporte que des patients avec prescription.",
        en: "A VSL carries patients with a prescription only.")
    case .scheduled(let leg):
      Bilingual(
        fr: "Les bénévoles ne sont pas engagés où passent un car ou un train. \(leg.text.fr)",
        en: "Volunteers are not used where a bus or train runs. \(leg.text.en)")
    case .onLine(let line):
      Bilingual(
        fr: "Le trajet est réservé sur la ligne \(line), que ce véhicule n’assure pas.",
        en: "The leg is booked on line \(line), which this vehicle does not run.")
    case .carrierChosen(let carrier):
      Bilingual(
        fr: "Le patient a choisi le transporteur \(carrier).",
        en: "The patient has chosen carrier \(carrier).")
    case .carriersApart(let own, let other):
      Bilingual(
        fr: "\(own) et \(other) n’ont pas tous deux accepté de mutualiser leurs patients.",
        en: "\(own) and \(other) have not both agreed to pool their patients.")
    case .afterDeadline(let made, let due):
      Self.late(Shown.moment(made), due: Shown.moment(due))
    default: Bilingual(fr: "", en: "")
    }
  }

  private static func late(_ made: Bilingual, due: Bilingual) -> Bilingual {
    Bilingual(
      fr: "Demandé le \(made.fr) ; ce service prenait les demandes jusqu’au \(due.fr).",
      en: "Booked on \(made.en); this service took bookings until \(due.en).")
  }

  private var placeText: Bilingual {
    let found = Shown.number(value ?? 0)
    let most = Shown.number(limit ?? 0)
    switch cause {
    case .tooFar:
      return Bilingual(
        fr: "Le trajet fait \(found.fr) km ; le transport d’utilité sociale s’arrête à "
          + "\(most.fr) km.",
        en: "The trip is \(found.en) km; social transport ends at \(most.en) km.")
    case .noCriterion:
      return Bilingual(
        fr: "Le voyageur n’a droit au transport d’utilité sociale ni par son lieu de vie ni "
          + "par ses ressources.",
        en: "The rider qualifies for social transport neither by residence nor by resources.")
    case .homeNotRural:
      return Bilingual(
        fr: "Le domicile n’est ni dans une commune rurale ni dans une petite ville.",
        en: "The home lies neither in a rural commune nor in a small town.")
    case .outsidePlaceScope:
      return Bilingual(
        fr: "Au titre du lieu de vie, le trajet doit rester entre communes rurales ou petites "
          + "villes, ou mener à une gare.",
        en: "By residence, the trip must stay between rural communes or small towns, or lead "
          + "to a hub.")
    case .outsideRadius:
      return Bilingual(
        fr: "Le trajet mène à \(found.fr) km du domicile du bénévole ; son rayon est de "
          + "\(most.fr) km.",
        en: "The trip goes \(found.en) km from the volunteer’s home; the radius is "
          + "\(most.en) km.")
    case .noStopNear:
      guard value != nil else {
        return Bilingual(
          fr: "Le service n’a aucun arrêt.", en: "The service has no stop.")
      }
      return Bilingual(
        fr: "L’arrêt le plus proche est à \(found.fr) m à pied ; \(most.fr) m sont permis.",
        en: "The nearest stop is a walk of \(found.en) m away; \(most.en) m are allowed.")
    case .sameStop:
      return Bilingual(
        fr: "Le départ et l’arrivée ont le même arrêt.",
        en: "Both ends of the trip have the same stop.")
    default:
      return Bilingual(
        fr: "Le départ ou l’arrivée est hors des zones desservies.",
        en: "One end of the trip lies outside the zones served.")
    }
  }

  private var resourceText: Bilingual {
    switch cause {
    case .needNotAccepted(let need):
      Bilingual(
        fr: "Le besoin « \(need) » n’est pas pris en charge.",
        en: "Need “\(need)” is not catered for.")
    case .noRoom:
      Bilingual(
        fr: "Le véhicule n’a pas la place voulue.", en: "The vehicle has not the room needed.")
    case .riderRefused:
      Bilingual(
        fr: "Le conducteur ne prend pas ce voyageur.", en: "The driver does not take this rider.")
    case .declined:
      Bilingual(
        fr: "Trajet interdit par la coordination, ou décliné.",
        en: "Trip forbidden by the coordinator, or declined.")
    case .closedOnHoliday:
      Bilingual(fr: "Le service est fermé les jours fériés.", en: "Closed on public holidays.")
    case .notThere:
      Bilingual(fr: "Indisponible ce jour-là.", en: "Not available on that day.")
    case .yearDone:
      Bilingual(
        fr: "Les kilomètres offerts pour l’année sont faits.",
        en: "The kilometres offered for the year are used up.")
    case .stayTooLong:
      Bilingual(
        fr: "L’accompagnement dure \(Shown.duration(Int(value ?? 0))) ; l’attente acceptée est "
          + "de \(Shown.duration(Int(limit ?? 0))).",
        en: "Accompanying takes \(Shown.duration(Int(value ?? 0))); the wait accepted is "
          + "\(Shown.duration(Int(limit ?? 0))).")
    default: Bilingual(fr: "", en: "")
    }
  }
}
