import Planning

/// The columns of `riders.csv` and the keys of a rider in `scenario.json`.
enum RiderFields {
  static func set(_ places: PlaceIndex) -> FieldSet<Rider> {
    var set = FieldSet(blank: Rider(id: "", home: ""))
    set.add(
      "id", fr: "id",
      also: ["identifiant", "code", "passager", "usager", "rider", "pseudonyme", "rider_id"],
      required: true, \.id, .pseudonym, about: "Pseudonym; never a name or a number of the person.")
    set.add(
      "home", fr: "domicile", also: ["lieu_domicile", "chez"], required: true, \.home,
      .place(places),
      about: "Place of the home: id, name or alias.")
    set.add(
      "needs", fr: "besoins", also: ["besoin", "need"], \.needs, .needs,
      about: "Need codes such as wheelchair, walker, door_help; never a diagnosis.")
    set.add(
      "social_criterion", fr: "critere_social", also: ["tus", "critere_tus"], \.socialCriterion,
      .choice(criteria), about: "Ground for transport d'utilité sociale.")
    set.add(
      "never_together", fr: "jamais_avec", also: ["never_with"], \.neverTogether,
      .codes(.pseudonym),
      about: "Riders with whom this one never shares a vehicle.")
    set.add(
      "isolation", fr: "isolement", also: ["classe_isolement"], isSparse: true, \.isolation,
      .optionalId,
      about: "Code of a class: rides with riders of the same code alone; never a reason.")
    set.add(
      "refused_lately", fr: "refus_recents", isSparse: true, \.refusedLately, .whole(from: 0),
      about:
        "Bookings refused in the weeks before the day, as many weeks as the objective's `history_weeks`."
    )
    return set
  }

  private static let criteria = [
    Choice(SocialCriterion.place, "place", "lieu", "residence", "domicile"),
    Choice(.resources, "resources", "ressources"),
    Choice(.none, "none", "aucun", "non", "no"),
  ]
}
