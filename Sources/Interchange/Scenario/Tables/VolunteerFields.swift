import Planning

/// The columns of `volunteers.csv` and the keys of a volunteer in `scenario.json`.
enum VolunteerFields {
  static func set(_ places: PlaceIndex) -> FieldSet<Volunteer> {
    var set = FieldSet(blank: Volunteer(id: "", home: ""))
    set.add(
      "id", fr: "id",
      also: ["identifiant", "code", "benevole", "conducteur", "volunteer", "driver", "pseudonyme"],
      required: true, \.id, .pseudonym, about: "Pseudonym; never a name or a number of the person.")
    set.add(
      "home", fr: "domicile", also: ["lieu_domicile", "depart"], required: true, \.home,
      .place(places),
      about: "Place where the volunteer starts and ends: id, name or alias.")
    set.add(
      "layouts", fr: "places",
      also: ["amenagements", "amenagement", "capacite", "layout", "seats"],
      \.layouts, .layouts, about: "What the car can carry, without the driver; one layout or more.")
    addLimits(to: &set)
    set.add(
      "needs_accepted", fr: "besoins_acceptes", also: ["besoins"], \.needsAccepted, .needs,
      about: "Need codes that the volunteer can take.")
    set.add(
      "riders_refused", fr: "passagers_refuses", also: ["usagers_refuses"], \.ridersRefused,
      .codes(.pseudonym), about: "Riders whom the volunteer does not drive.")
    set.add(
      "riders_preferred", fr: "passagers_preferes", also: ["usagers_preferes"], \.ridersPreferred,
      .codes(.pseudonym), about: "Riders whom the volunteer likes to drive.")
    set.add(
      "may_go_home", fr: "peut_rentrer", \.mayGoHome, .flag,
      about: "May drive home between an outward trip and the return.")
    return set
  }

  private static func addLimits(to set: inout FieldSet<Volunteer>) {
    set.add(
      optional: "most_trips", fr: "courses_max", also: ["trajets_max"], \.mostTrips,
      .whole(from: 0),
      about: "Most trips a day; absent: the profile's.")
    set.add(
      optional: "longest_km", fr: "km_max", also: ["km_jour_max"], \.longestKilometres,
      .decimal(from: 0), about: "Most kilometres a day; absent: the profile's.")
    set.add(
      optional: "longest_duty_minutes", fr: "service_max", also: ["longest_duty", "duree_max"],
      \.longestDuty, .minutes, about: "Longest time on duty, minutes; absent: the profile's.")
    set.add(
      optional: "radius_km", fr: "rayon_km", also: ["rayon"], \.radiusKilometres, .decimal(from: 0),
      about: "How far from home pick-ups and set-downs may lie, as the crow flies.")
    set.add(
      optional: "longest_wait_minutes", fr: "attente_max", also: ["longest_wait"], \.longestWait,
      .minutes, about: "Longest wait at a destination, minutes; absent: the profile's.")
    set.add(
      "km_this_year", fr: "km_annee", also: ["km_cette_annee"], \.kilometresThisYear,
      .decimal(from: 0),
      about: "Kilometres driven this year so far.")
    set.add(
      optional: "most_km_a_year", fr: "km_annee_max", also: ["km_max_annee"], \.mostKilometresAYear,
      .decimal(from: 0), about: "Most kilometres that the volunteer offers a year.")
    set.add(
      "trips_lately", fr: "courses_recentes", isSparse: true, \.tripsLately, .whole(from: 0),
      about:
        "Trips driven in the weeks before the day, as many weeks as the objective's `history_weeks`."
    )
    set.add(
      "early_late_trips_lately", fr: "courses_recentes_tot_tard", isSparse: true,
      \.earlyLateTripsLately, .whole(from: 0),
      about: "Those of the recent trips that were early or late in the day.")
    set.add(
      optional: "wished_trips_a_week", fr: "courses_souhaitees", isSparse: true,
      \.wishedTripsAWeek, .decimal(from: 0),
      about: "How many trips a week the volunteer would like to drive; absent: no matter.")
  }
}
