extension ImportTable {
  var words: TableWords {
    switch self {
    case .places: .places
    case .riders: .riders
    case .volunteers: .volunteers
    case .vehicles: .vehicles
    case .availability: .availability
    case .standing, .bookings: .rides
    }
  }
}

extension TableWords {
  fileprivate static let places = TableWords(
    headers: [
      "name": ["nom_lieu", "lieu_dit", "designation", "etablissement"],
      "aliases": ["autre_nom", "appellations", "aussi_appele", "noms_locaux"],
      "commune": ["nom_commune", "commune_lieu"],
      "latitude": ["y_wgs84", "lat_wgs84"], "longitude": ["x_wgs84", "lon_wgs84"],
    ],
    hints: [
      "id": ["numero", "no", "ref", "reference"], "latitude": ["y"], "longitude": ["x"],
      "kind": ["categorie"], "zones": ["secteur", "secteurs"],
    ])

  fileprivate static let riders = TableWords(
    headers: ["home": homes], hints: ["home": homeHints, "needs": needHints],
    kinds: ["home": .place])

  fileprivate static let volunteers = TableWords(
    headers: [
      "home": homes, "most_trips": ["nb_courses_max", "nombre_courses_max"],
      "longest_km": ["km_max_jour", "km_par_jour"], "radius_km": ["rayon_action", "distance_max"],
      "layouts": ["nb_places", "nombre_places", "places_voiture"],
      "riders_refused": ["ne_conduit_pas"], "needs_accepted": ["accepte"],
    ],
    hints: ["home": homeHints, "needs_accepted": needHints],
    kinds: ["home": .place])

  fileprivate static let vehicles = TableWords(
    headers: [
      "start": ["lieu_depot", "garage", "stationnement", "lieu_depart"],
      "layouts": ["nb_places", "nombre_places", "places_assises"],
      "id": ["nom_vehicule", "code_vehicule"], "mode": ["type_offre"],
      "carrier": ["societe", "entreprise"],
    ],
    hints: [
      "id": ["nom", "numero", "no"], "mode": ["type", "nature"], "start": ["commune", "lieu"],
    ],
    kinds: ["start": .place, "end": .place])

  fileprivate static let availability = TableWords(
    headers: ["start": ["heure_arrivee"], "end": ["heure_depart"]],
    hints: ["days": ["du", "date_debut", "premier_jour"], "resource": ["qui"]],
    kinds: ["start": .time, "end": .time, "last_end": .time])

  fileprivate static let rides = TableWords(
    headers: [
      "arrive_by": [
        "heure_rendez_vous", "horaire_rdv", "horaire_rendez_vous", "rdv_heure", "hr_rdv", "h_rdv",
        "heure_rdv_aller", "appointment",
      ],
      "depart_after": ["heure_depart", "heure_prise_en_charge", "heure_pec", "pickup_time"],
      "leg.from": [
        "commune_depart", "point_depart", "lieu_prise_en_charge", "prise_en_charge",
        "lieu_origine", "pickup",
      ],
      "leg.to": [
        "commune_arrivee", "commune_destination", "lieu_destination", "lieu_rdv",
        "lieu_rendez_vous", "etablissement", "dropoff",
      ],
      "booking.companions": ["nb_accompagnants", "nombre_accompagnants", "accompagnant"],
      "booking.id": [
        "numero_reservation", "no_reservation", "numero_demande", "ref", "reference",
      ],
      "direction": ["aller_retour_sens", "sens_trajet"],
      "days": ["jours_semaine", "jour_semaine"],
      "first_day": ["date_premier_jour", "debut_le"], "last_day": ["date_dernier_jour", "fin_le"],
    ],
    hints: [
      "arrive_by": ["heure", "horaire", "hr", "h", "time"],
      "leg.to": ["lieu", "commune", "ou"],
      "booking.purpose": ["type", "nature", "raison"],
      "direction": ["ar", "a_r", "aller_retour"],
      "return.depart_after": ["heure_retour", "retour", "hr_retour", "h_retour", "retour_heure"],
      "first_day": ["debut", "du"], "last_day": ["fin", "au"],
    ],
    kinds: [
      "arrive_by": .time, "depart_after": .time, "release": .time, "fixed": .time,
      "leg.from": .place, "leg.to": .place, "first_day": .date, "last_day": .date,
    ])

  private static let homes: Set<String> = [
    "lieu_domicile", "commune_domicile", "commune_residence", "lieu_residence", "home",
  ]
  private static let homeHints: Set<String> = ["commune", "ville", "lieu"]
  private static let needHints: Set<String> = ["fauteuil", "mobilite", "pmr", "handicap"]
}
