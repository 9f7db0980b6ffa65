import Planning

/// The columns of `vehicles.csv` and the keys of a vehicle in `scenario.json`.
enum VehicleFields {
  static func set(_ places: PlaceIndex) -> FieldSet<FleetVehicle> {
    var set = FieldSet(
      blank: FleetVehicle(id: "", mode: .tad, start: "", end: "", layouts: []))
    set.add(
      "id", fr: "id", also: ["identifiant", "code", "vehicule", "vehicle"], required: true, \.id,
      .pseudonym, about: "Short code of the vehicle; never its number plate.")
    set.add(
      "mode", fr: "mode", also: ["offre"], required: true, \.mode, .mode,
      about: "Offer that the vehicle belongs to.")
    set.add(
      "carrier", fr: "transporteur", also: ["exploitant", "service"], \.carrier, .words,
      about: "Firm or service, for carrier choice and reports.")
    set.add(
      "start", fr: "lieu_debut", also: ["depot", "base", "depart"], required: true, \.start,
      .place(places), about: "Place where the shift begins: id, name or alias.")
    set.add(
      "end", fr: "lieu_fin", also: ["retour", "arrivee"], \.end, .place(places),
      about: "Place where the shift ends; absent: where it begins.")
    set.add(
      "layouts", fr: "places",
      also: ["amenagements", "amenagement", "capacite", "layout", "seats"],
      required: true, \.layouts, .layouts,
      about: "What the vehicle can carry, without the driver; one layout or more.")
    set.add(
      "layout_per_trip", fr: "amenagement_par_course", \.layoutPerTrip, .flag,
      about: "The layout may change whenever the vehicle is empty.")
    set.add(
      "breaks", fr: "pauses", also: ["pause", "break"], \.breaks, .breaks,
      about: "Meal or working-time breaks of the driver.")
    set.add(
      optional: "longest_duty_minutes", fr: "service_max", also: ["longest_duty", "duree_max"],
      \.longestDuty, .minutes, about: "Longest time on duty, minutes; absent: the profile's.")
    addCosts(to: &set)
    set.add(
      "zones", fr: "zones", also: ["zone", "zones_tad"], \.zones, .codes(.id),
      about: "TAD zones served; empty: everywhere.")
    set.add(
      "closed_on_holidays", fr: "ferme_jours_feries", also: ["ferme_feries"], \.closedOnHolidays,
      .flag,
      about: "Does not run on the territory's holidays.")
    set.add(
      "needs_accepted", fr: "besoins_acceptes", also: ["besoins"], \.needsAccepted, .needs,
      about: "Need codes that the vehicle takes.")
    set.add(
      "road_profile", fr: "profil_routier", also: ["profil_route"], \.roadProfile, .words,
      about: "How fast it drives: a profile of the roads' rules; absent: the mode's, if any.")
    set.add(
      "meeting", fr: "prise_en_charge", also: ["rencontre"], isSparse: true, \.meeting,
      .choice(meetings),
      about: "Where riders are met: at the door, at the nearest stop, or at whichever weighs less.")
    return set
  }

  private static let meetings = [
    Choice(MeetingRule.door, "door", "porte", "domicile", "adresse"),
    Choice(.stop, "stop", "arrêt", "arrets", "stops"),
    Choice(.both, "both", "les deux", "porte ou arrêt", "arrêt ou porte"),
  ]

  private static func addCosts(to set: inout FieldSet<FleetVehicle>) {
    set.add(
      "fixed_cost", fr: "cout_fixe", \.fixedCost, .decimal(from: 0), about: "Euros per run.")
    set.add(
      "cost_per_km", fr: "cout_km", also: ["cout_par_km"], \.costPerKilometre, .decimal(from: 0),
      about: "Euros per kilometre.")
    set.add(
      "cost_per_hour", fr: "cout_heure", also: ["cout_par_heure"], \.costPerHour, .decimal(from: 0),
      about: "Euros per hour.")
  }
}

/// The keys of a driver's break.
enum BreakFields {
  static var set: FieldSet<DriverBreak> {
    let zero = ClockTime(seconds: 0)
    var set = FieldSet(
      blank: DriverBreak(window: ClockWindow(start: zero, end: zero), duration: 0))
    set.add(
      "start", fr: "", required: true, \.window.start, .time, about: "Earliest start of the break.")
    set.add("end", fr: "", required: true, \.window.end, .time, about: "Latest end of the break.")
    set.add(
      "minutes", fr: "", required: true, \.duration, .minutes, about: "Length of the break.")
    set.add(
      "due_after_minutes", fr: "", \.dueAfter, .minutes,
      about: "Due only on routes longer than this.")
    return set
  }
}
