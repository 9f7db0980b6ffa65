import Planning

/// Words for the figures of rule profiles, by key.
enum FigureTitles {
  /// Figures with a name of their own.
  static let all: [String: Bilingual] = [
    "earliest_before": Bilingual(
      fr: "arriver au plus tôt avant le rendez-vous",
      en: "arriving at the earliest before the appointment"),
    "latest_before": Bilingual(
      fr: "arriver au plus tard avant le rendez-vous",
      en: "arriving at the latest before the appointment"),
    "latest_after": Bilingual(
      fr: "partir au plus tard après l’heure demandée",
      en: "leaving at the latest after the time asked for"),
    "release_slack_share": Bilingual(
      fr: "part du doute sur la fin des soins gardée en réserve",
      en: "part of the doubt about the end of care kept in reserve"),
    "promise": Bilingual(
      fr: "écart permis avec l’heure annoncée",
      en: "how far a time told may move"),
    "ride_factor": Bilingual(
      fr: "durée à bord, au plus, par rapport au trajet direct",
      en: "time on board, at most, over the direct ride"),
    "ride_offset": Bilingual(fr: "durée à bord, marge ajoutée", en: "time on board, margin added"),
    "ride_cap": Bilingual(
      fr: "durée à bord, au plus, en plus du trajet direct",
      en: "time on board, at most, beyond the direct ride"),
    "ride_longest": Bilingual(fr: "durée à bord, au plus", en: "time on board, at most"),
    "detour_per_extra_patient": Bilingual(
      fr: "détour permis par patient supplémentaire",
      en: "detour allowed for each further patient"),
    "detour_most": Bilingual(fr: "détour, au plus", en: "detour, at most"),
    "detour_of_patient": Bilingual(
      fr: "détour mesuré par les kilomètres de chaque patient",
      en: "detour measured by each patient’s kilometres"),
    "detour_of_tour": Bilingual(
      fr: "détour mesuré par les kilomètres du véhicule avec des patients à bord",
      en: "detour measured by the vehicle’s kilometres with patients on board"),
    "least_riders": Bilingual(
      fr: "voyageurs d’une tournée, de préférence au moins",
      en: "riders of a run, rather no fewer than"),
    "few_riders": Bilingual(
      fr: "poids d’un voyageur qui manque à ce nombre",
      en: "weight of a rider missing from that number"),
    "wait_total": Bilingual(
      fr: "attente d’un patient avant et après ses soins, au plus",
      en: "a patient’s wait before and after care, at most"),
    "setup_between_loads": Bilingual(
      fr: "temps entre deux patients (désinfection)",
      en: "time between two patients (disinfection)"),
    "mix_with_public": Bilingual(
      fr: "patients et autres voyageurs ensemble à bord",
      en: "patients and other riders on board together"),
    "most_patients": Bilingual(fr: "patients à bord, au plus", en: "patients on board, at most"),
    "patients_only": Bilingual(fr: "réservé aux patients", en: "for patients only"),
    "amplitude": Bilingual(
      fr: "amplitude de la journée, au plus",
      en: "span of the working day, at most"),
    "amplitude_longer": Bilingual(
      fr: "amplitude permise avec une longue coupure",
      en: "span allowed with a longer rest"),
    "amplitude_longer_rest": Bilingual(fr: "cette coupure, au moins", en: "that rest, at least"),
    "amplitude_longest": Bilingual(
      fr: "amplitude permise avec une très longue coupure",
      en: "span allowed with the longest rest"),
    "amplitude_longest_rest": Bilingual(
      fr: "cette très longue coupure, au moins",
      en: "that longest rest, at least"),
    "break": Bilingual(fr: "pause, au moins", en: "break, at least"),
    "break_due_after": Bilingual(
      fr: "pause due à partir de (travail)",
      en: "break due from (work)"),
    "break_margin": Bilingual(
      fr: "pause éloignée des bords du service d’au moins",
      en: "break away from both ends of the shift by at least"),
    "daily_rest": Bilingual(
      fr: "repos entre deux journées, au moins",
      en: "rest between two days, at least"),
    "longest_work": Bilingual(fr: "travail dans la journée, au plus", en: "work in a day, at most"),
    "unbroken_driving": Bilingual(
      fr: "conduite sans arrêt, au plus",
      en: "driving without a rest, at most"),
    "driving_rest": Bilingual(fr: "arrêt de conduite, au moins", en: "rest from driving, at least"),
    "driving_rest_first": Bilingual(
      fr: "première partie de cet arrêt",
      en: "first part of that rest"),
    "driving_rest_second": Bilingual(
      fr: "seconde partie de cet arrêt",
      en: "second part of that rest"),
    "idle_on_board": Bilingual(
      fr: "arrêt avec des voyageurs à bord, au plus",
      en: "standing with riders on board, at most"),
    "meal": Bilingual(fr: "repas, au moins", en: "meal, at least"),
    "meal_from": Bilingual(fr: "repas, au plus tôt", en: "meal, at the earliest"),
    "meal_until": Bilingual(fr: "repas, au plus tard", en: "meal, at the latest"),
    "meal_due_after": Bilingual(
      fr: "repas dû à partir de (service)",
      en: "meal due from (time on duty)"),
    "criterion_required": Bilingual(
      fr: "critère social exigé (TUS)",
      en: "social criterion asked for (TUS)"),
    "most_distance": Bilingual(
      fr: "distance d’un trajet, au plus",
      en: "distance of a ride, at most"),
    "place_scope": Bilingual(
      fr: "critère du lieu de vie pris en compte",
      en: "where the rider lives counts as a criterion"),
    "share_cap": Bilingual(fr: "participation, au plus", en: "share, at most"),
    "small_urban_unit": Bilingual(
      fr: "petite ville : habitants, au plus",
      en: "small town: inhabitants, at most"),
    "excludes_insured": Bilingual(
      fr: "ne prend pas les trajets que paie l’assurance maladie",
      en: "does not take rides that the health insurance pays"),
    "longest_distance": Bilingual(
      fr: "kilomètres par jour, au plus",
      en: "kilometres a day, at most"),
    "longest_duty": Bilingual(fr: "temps de service, au plus", en: "time on duty, at most"),
    "longest_wait": Bilingual(
      fr: "attente sur place, au plus",
      en: "wait at the destination, at most"),
    "most_trips": Bilingual(fr: "trajets par jour, au plus", en: "trips a day, at most"),
    "radius": Bilingual(fr: "distance du domicile, au plus", en: "distance from home, at most"),
    "rate": Bilingual(fr: "remboursement au bénévole", en: "reimbursed to the volunteer"),
    "share_minimum": Bilingual(fr: "participation, au moins", en: "share, at least"),
    "fare": Bilingual(fr: "prix d’un trajet pour le voyageur", en: "what a rider pays for a ride"),
    "fare_companion": Bilingual(
      fr: "prix d’un trajet pour un accompagnant",
      en: "what a companion pays for a ride"),
    "share_rate": Bilingual(fr: "participation du passager", en: "the rider’s share"),
    "wait_value": Bilingual(
      fr: "valeur d’une heure d’attente dans le calcul",
      en: "value of an hour of waiting in the reckoning"),
    "cutoff_days": Bilingual(fr: "réservation : jours d’avance", en: "booking: days ahead"),
    "cutoff_time": Bilingual(fr: "réservation : heure limite", en: "booking: latest hour"),
    "cutoff_working_days": Bilingual(
      fr: "réservation : en jours ouvrés",
      en: "booking: in working days"),
    "cutoff_standby": Bilingual(
      fr: "demande tardive mise en attente",
      en: "late bookings wait for a free seat"),
    "door_weight": Bilingual(
      fr: "poids d’une prise en charge à la porte",
      en: "weight of a pick-up at the door"),
    "walk_factor": Bilingual(
      fr: "marche par rapport à la ligne droite",
      en: "walk over the straight line"),
    "walk_longest": Bilingual(
      fr: "marche jusqu’à l’arrêt, au plus",
      en: "walk to the stop, at most"),
    "walk_speed": Bilingual(fr: "vitesse à pied", en: "speed on foot"),
    "walk_weight": Bilingual(
      fr: "poids de la marche dans le calcul",
      en: "weight of walking in the reckoning"),
    "tariff.package": Bilingual(fr: "prise en charge facturée", en: "package billed"),
    "tariff.included": Bilingual(fr: "kilomètres compris", en: "kilometres included"),
    "tariff.rate": Bilingual(fr: "tarif au kilomètre", en: "rate per kilometre"),
    "tariff.night_from": Bilingual(fr: "nuit, à partir de (heure)", en: "night, from (hour)"),
    "tariff.night_until": Bilingual(fr: "nuit, jusqu’à (heure)", en: "night, until (hour)"),
    "tariff.night_part": Bilingual(
      fr: "part du trajet qui doit tomber la nuit",
      en: "part of the ride that must fall into the night"),
    "tariff.night_share": Bilingual(fr: "majoration de nuit", en: "surcharge by night"),
    "tariff.sunday_share": Bilingual(
      fr: "majoration du dimanche et des jours fériés",
      en: "surcharge on Sundays and holidays"),
    "tariff.saturday_from": Bilingual(
      fr: "majoration du samedi, à partir de (heure)",
      en: "Saturday surcharge, from (hour)"),
    "tariff.city_supplement": Bilingual(
      fr: "supplément grande ville",
      en: "supplement for a large city"),
    "tariff.empty_return_far": Bilingual(
      fr: "retour à vide, trajet long",
      en: "empty return, long ride"),
    "tariff.empty_return_near": Bilingual(
      fr: "retour à vide, trajet court",
      en: "empty return, short ride"),
    "tariff.empty_return_limit": Bilingual(
      fr: "limite entre court et long",
      en: "limit between short and long"),
    "tariff.solo_abatement": Bilingual(
      fr: "abattement, patient seul",
      en: "abatement, one patient"),
    "tariff.solo_abatement_from": Bilingual(fr: "à partir de", en: "from"),
    "tariff.tpmr_supplement": Bilingual(
      fr: "supplément fauteuil roulant",
      en: "wheelchair supplement"),
    "change_step": Bilingual(fr: "explication : pas d’essai", en: "explanations: step of trials"),
    "change_most": Bilingual(
      fr: "explication : décalage d’heure essayé, au plus",
      en: "explanations: shift of time tried, at most"),
    "change_most_distance": Bilingual(
      fr: "explication : kilomètres essayés, au plus",
      en: "explanations: kilometres tried, at most"),
    "other_carrier": Bilingual(
      fr: "poids d’un autre transporteur que celui choisi",
      en: "weight of a carrier other than the one chosen"),
    "other_than_preferred": Bilingual(
      fr: "poids d’un autre conducteur que le préféré",
      en: "weight of a driver other than the preferred one"),
    "report_least_riders": Bilingual(
      fr: "statistiques : voyageurs, au moins, pour publier un chiffre",
      en: "statistics: least number of riders for a figure"),
    "resource_used": Bilingual(
      fr: "poids d’un conducteur de plus",
      en: "weight of one more driver"),
    "stranded_wait": Bilingual(
      fr: "attente après une panne, pour qui était à bord, au plus",
      en: "wait after a breakdown, for whoever was on board, at most"),
    "tight_arrival": Bilingual(
      fr: "arrivée signalée comme serrée à moins de",
      en: "arrival shown as tight with less than"),
    "told_driver_called": Bilingual(
      fr: "poids d’un conducteur appelé en plus après l’annonce",
      en: "weight of calling one more driver after telling"),
    "told_driver_called_off": Bilingual(
      fr: "poids d’un conducteur décommandé",
      en: "weight of calling a driver off"),
    "told_earlier_most": Bilingual(
      fr: "avance sur l’heure annoncée, au plus",
      en: "earlier than told, at most"),
    "told_later": Bilingual(
      fr: "poids d’une heure d’écart avec l’heure annoncée",
      en: "weight of an hour’s shift from the time told"),
    "told_lost": Bilingual(
      fr: "poids d’un trajet annoncé puis perdu",
      en: "weight of a ride told and then lost"),
    "told_other_driver": Bilingual(
      fr: "poids d’un changement de conducteur",
      en: "weight of a change of driver"),
    "carrier_rota": Bilingual(
      fr: "poids d’un trajet d’avance d’un transporteur dans le tour de rôle",
      en: "weight of a leg by which a carrier is ahead in the rota"),
    "care_wait": Bilingual(
      fr: "poids d’une heure d’attente avant ou après un rendez-vous",
      en: "weight of an hour’s wait before or after an appointment"),
    "unserved": Bilingual(fr: "poids d’un trajet non servi", en: "weight of a leg not served"),
    "unserved_margin": Bilingual(
      fr: "poids d’un refus par rapport au coût le plus élevé, au moins",
      en: "weight of a refusal over the highest cost, at least"),
    "volunteer_history": Bilingual(
      fr: "poids des kilomètres déjà faits par un bénévole",
      en: "weight of the kilometres that a volunteer has driven"),
    "volunteer_trips": Bilingual(
      fr: "poids de chaque course récente d’un bénévole",
      en: "weight of each recent trip of a volunteer"),
    "volunteer_early_late": Bilingual(
      fr: "poids de chaque course récente tôt ou tard, pour un trajet tôt ou tard",
      en: "weight of each recent early or late trip, for an early or late leg"),
    "volunteer_wish": Bilingual(
      fr: "poids d’une course par semaine au-delà du souhait d’un bénévole",
      en: "weight of one trip a week beyond a volunteer’s wish"),
    "beyond_wished_hours": Bilingual(
      fr: "poids d’une heure hors des heures souhaitées par un conducteur",
      en: "weight of an hour outside the hours that a driver wishes for"),
    "history_weeks": Bilingual(
      fr: "courses et refus récents : nombre de semaines prises en compte",
      en: "recent trips and refusals: number of weeks looked back on"),
    "refused_lately": Bilingual(
      fr: "poids en plus d’un trajet, par refus récent du voyageur",
      en: "added weight of a leg, for each recent refusal of its rider"),
    "refused_most": Bilingual(
      fr: "refus récents pris en compte, au plus",
      en: "recent refusals that count, at most"),
    "early_until": Bilingual(
      fr: "prise en charge tôt, avant", en: "early pick-up, before"),
    "late_from": Bilingual(
      fr: "prise en charge tard, à partir de", en: "late pick-up, from"),
    "buffer": Bilingual(fr: "marge ajoutée à chaque trajet", en: "buffer added to each drive"),
    "terminal": Bilingual(fr: "temps pour partir et arriver", en: "time to set out and to arrive"),
    "short.up_to": Bilingual(fr: "trajet court, jusqu’à", en: "short drive, up to"),
    "medium.up_to": Bilingual(fr: "trajet moyen, jusqu’à", en: "medium drive, up to"),
    "feeder": Bilingual(
      fr: "proposer des rabattements vers les lignes régulières",
      en: "proposing feeder trips to scheduled lines"),
    "feeder_after": Bilingual(
      fr: "rabattement depuis une ligne : marge à l’arrêt",
      en: "ride from a line: margin at the stop"),
    "feeder_forms": Bilingual(
      fr: "rabattements comparés pour un même trajet, au plus",
      en: "feeder trips compared for one leg, at most"),
    "feeder_ratio": Bilingual(
      fr: "rabattement : durée, au plus, par rapport au trajet direct",
      en: "feeder trip: duration, at most, over the direct ride"),
    "feeder_reach": Bilingual(
      fr: "rabattement : distance de l’arrêt, au plus",
      en: "feeder trip: distance of the stop, at most"),
    "feeder_saving": Bilingual(
      fr: "rabattement : économie, au moins, sur le trajet de bout en bout",
      en: "feeder trip: least saving over the through ride"),
    "feeder_stops": Bilingual(
      fr: "rabattement : arrêts comparés autour du domicile, au plus",
      en: "feeder trip: stops compared near the door, at most"),
    "feeder_wait": Bilingual(
      fr: "rabattement : attente à l’arrêt, au plus",
      en: "feeder trip: wait at the stop, at most"),
    "feeder_margin": Bilingual(
      fr: "rabattement vers une ligne : marge à l’arrêt",
      en: "feeding a line: margin at the stop"),
    "steer": Bilingual(
      fr: "proposer la ligne régulière plutôt qu’un bénévole",
      en: "proposing the scheduled line in place of a volunteer"),
    "steer_changes": Bilingual(
      fr: "ligne régulière : correspondances, au plus",
      en: "scheduled line: changes, at most"),
    "steer_early": Bilingual(
      fr: "ligne régulière : en avance, au plus",
      en: "scheduled line: early, at most"),
    "steer_late": Bilingual(
      fr: "ligne régulière : en retard, au plus",
      en: "scheduled line: late, at most"),
    "steer_least_direct": Bilingual(
      fr: "ligne régulière : trajet direct compté au moins pour",
      en: "scheduled line: direct ride counted as at least"),
    "steer_margin": Bilingual(fr: "ligne régulière : marge", en: "scheduled line: margin"),
    "steer_ratio": Bilingual(
      fr: "ligne régulière : durée, au plus, par rapport au trajet direct",
      en: "scheduled line: duration, at most, over the direct ride"),
    "steer_walk": Bilingual(
      fr: "ligne régulière : marche, au plus",
      en: "scheduled line: walk, at most"),
    "transit.change": Bilingual(fr: "temps de correspondance", en: "time to change"),
    "transit.walk_change": Bilingual(
      fr: "marche entre deux arrêts, au plus",
      en: "walk between two stops, at most"),
    "transit.walk_longest": Bilingual(
      fr: "marche jusqu’à l’arrêt de la ligne, au plus",
      en: "walk to the line’s stop, at most"),
    "publication_time": Bilingual(
      fr: "annonce du plan, la veille, à",
      en: "plan told the evening before, at"),
    "told_run_changed": Bilingual(
      fr: "poids d’une tournée annoncée puis changée",
      en: "weight of a run told and then changed"),
    "band.morning.from": Bilingual(fr: "matin, à partir de", en: "morning, from"),
    "band.morning.until": Bilingual(fr: "matin, jusqu’à", en: "morning, until"),
    "band.morning.spread": Bilingual(
      fr: "écart des temps de route le matin",
      en: "spread of driving times in the morning"),
    "band.evening.from": Bilingual(fr: "soir, à partir de", en: "evening, from"),
    "band.evening.until": Bilingual(fr: "soir, jusqu’à", en: "evening, until"),
    "band.evening.spread": Bilingual(
      fr: "écart des temps de route le soir",
      en: "spread of driving times in the evening"),
    "care.carried_share": Bilingual(
      fr: "retard à l’arrivée reporté sur la fin des soins",
      en: "late arrival carried over to the end of care"),
    "care.stated_share": Bilingual(
      fr: "part du doute annoncé prise pour retard moyen",
      en: "part of the doubt stated taken for the mean delay"),
    "care.default.chance": Bilingual(
      fr: "fin des soins en retard : chance",
      en: "end of care late: chance"),
    "care.default.least": Bilingual(
      fr: "fin des soins en retard : au moins",
      en: "end of care late: at least"),
    "care.default.mean": Bilingual(
      fr: "fin des soins en retard : en moyenne, en plus",
      en: "end of care late: on average, beyond that"),
    "care.hospital.chance": Bilingual(
      fr: "fin des soins en retard à l’hôpital : chance",
      en: "end of care late in hospital: chance"),
    "care.hospital.least": Bilingual(
      fr: "fin des soins en retard à l’hôpital : au moins",
      en: "end of care late in hospital: at least"),
    "care.hospital.mean": Bilingual(
      fr: "fin des soins en retard à l’hôpital : en moyenne, en plus",
      en: "end of care late in hospital: on average, beyond that"),
    "late_price": Bilingual(fr: "prix d’un voyageur en retard", en: "price of a rider who is late"),
    "leave_as_planned": Bilingual(
      fr: "départ à l’heure prévue même si tout est prêt avant",
      en: "leaving as planned though all are ready earlier"),
    "no_show.chance": Bilingual(fr: "voyageur absent : chance", en: "rider absent: chance"),
    "no_show.wait": Bilingual(
      fr: "voyageur absent : attente du conducteur",
      en: "rider absent: the driver’s wait"),
    "refused.chance": Bilingual(
      fr: "voyageur qui renonce à la porte : chance",
      en: "rider who gives up at the door: chance"),
    "refused.time": Bilingual(
      fr: "voyageur qui renonce à la porte : temps perdu",
      en: "rider who gives up at the door: time lost"),
    "rider_wait.tad": Bilingual(
      fr: "attente d’un voyageur en retard, TAD",
      en: "wait for a rider who is late, DRT"),
    "rider_wait.taxi": Bilingual(
      fr: "attente d’un patient en retard, taxi",
      en: "wait for a patient who is late, taxi"),
    "rider_wait.volunteer": Bilingual(
      fr: "attente d’un voyageur en retard, bénévole",
      en: "wait for a rider who is late, volunteer"),
    "rider_wait.vsl": Bilingual(
      fr: "attente d’un patient en retard, VSL",
      en: "wait for a patient who is late, VSL"),
    "service": Bilingual(fr: "écart des temps d’arrêt", en: "spread of times at stops"),
    "target": Bilingual(
      fr: "chance visée d’être à l’heure",
      en: "chance of being on time aimed at"),
    "travel.day": Bilingual(
      fr: "écart des temps de route d’un jour à l’autre",
      en: "spread of driving times between days"),
    "travel.leg": Bilingual(
      fr: "écart des temps de route d’un trajet à l’autre",
      en: "spread of driving times between ways"),
  ]

  /// Figures whose last part is a number or a name.
  static let byStem: [String: Bilingual] = [
    "abatement": Bilingual(
      fr: "abattement, patients à bord :",
      en: "abatement, patients on board:"),
    "abatement_other": Bilingual(
      fr: "abattement sans géolocalisation certifiée, patients à bord :",
      en: "abatement without certified geolocation, patients on board:"),
    "tariff.rate": Bilingual(
      fr: "tarif au kilomètre, département",
      en: "rate per kilometre, département"),
    "tariff.city": Bilingual(
      fr: "grande ville ou son département :",
      en: "large city or its département:"),
  ]

  /// Properties of a stretch of road, where there is no network.
  static let roads: [String: Bilingual] = [
    "factor": Bilingual(
      fr: "route par rapport à la ligne droite",
      en: "road over the straight line"),
    "speed": Bilingual(fr: "vitesse", en: "speed"),
  ]

  /// Stretches of road by length.
  static let bands: [String: Bilingual] = [
    "short": Bilingual(fr: "trajet court", en: "short drive"),
    "medium": Bilingual(fr: "trajet moyen", en: "medium drive"),
    "long": Bilingual(fr: "trajet long", en: "long drive"),
  ]
}
