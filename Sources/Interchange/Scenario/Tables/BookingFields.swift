import Planning

/// The booking-level columns of `bookings.csv` and the keys of a booking in `scenario.json`.
enum BookingFields {
  static var set: FieldSet<Booking> {
    var set = FieldSet(blank: Booking(id: "", rider: "", legs: []))
    set.add(
      "id", fr: "reservation", en: "booking",
      also: ["id_reservation", "booking_id", "demande", "commande"], required: true, \.id,
      .pseudonym,
      about: "Id of the booking; in bookings.csv repeated on each of its legs.")
    set.add(
      "rider", fr: "passager", also: ["usager", "voyageur", "patient", "rider_id"], required: true,
      \.rider, .pseudonym, about: "Id of the rider.")
    set.add(
      "link_policy", fr: "liaison", also: ["lien", "link"], \.linkPolicy, .choice(policies),
      about: "What becomes of the booking when one leg cannot be served.")
    set.add(
      "priority", fr: "priorite", \.priority, .optionalId,
      about: "Key into the territory's priorities; empty: ordinary.")
    set.add(
      "companions", fr: "accompagnants", also: ["accompagnateurs", "companion"], \.companions,
      .whole(from: 0), about: "People who come along, each taking a seat.")
    set.add(
      "purpose", fr: "objet", also: ["motif", "but"], \.purpose, .optionalId,
      about: "Coarse purpose for reports: care, work, shopping; never a medical reason.")
    set.add(
      "insured", fr: "assurance_maladie",
      also: ["assurance", "prescrit", "pris_en_charge", "prescribed"],
      \.insured, .flag, about: "The health insurance pays: a prescribed seated-patient trip.")
    set.add(
      "modes", fr: "modes", also: ["mode", "offres"], \.modes, .codes(.mode),
      about: "Offers that may serve it; empty: every one that the rules allow.")
    set.add(
      "carrier", fr: "transporteur", \.carrier, .words,
      about: "Carrier that the patient chose; empty: none.")
    set.add(
      "carrier_policy", fr: "choix_transporteur", \.carrierPolicy, .choice(carrierPolicies),
      about: "Whether another carrier than the chosen one may serve it.")
    set.add(
      "accompany", fr: "conducteur_reste", also: ["accompagnement", "accompagner", "attendre"],
      \.accompany, .flag, about: "The driver stays with the rider at the destination.")
    set.add(
      optional: "booked_at", fr: "reserve_le",
      also: ["demande_le", "appel_le", "date_demande", "date_reservation"], isSparse: true,
      \.bookedAt, .moment,
      about: "When the booking was made, by the territory's clock; without it no booking deadline "
        + "is tested.")
    return set
  }

  private static let policies = [
    Choice(LinkPolicy.allOrNothing, "all_or_nothing", "tout ou rien"),
    Choice(.outboundRequired, "outbound_required", "aller obligatoire", "aller requis"),
    Choice(.independent, "independent", "indépendant", "independants", "independante"),
  ]

  private static let carrierPolicies = [
    Choice(CarrierPolicy.forced, "forced", "imposé", "impose par le patient"),
    Choice(.allowed, "allowed", "autorisé", "permis"),
    Choice(.free, "free", "libre"),
  ]
}

extension FieldCodec where Value == Mode {
  static var mode: FieldCodec {
    .choice([
      Choice(.volunteer, "volunteer", "bénévole", "benevoles", "volunteers"),
      Choice(.tad, "tad", "tad", "transport a la demande"),
      Choice(.vsl, "vsl", "vsl"),
      Choice(.taxi, "taxi", "taxi", "taxi conventionne"),
    ])
  }
}
