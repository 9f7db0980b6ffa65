import Planning

/// The columns of `locks.csv` and the keys of a lock in `scenario.json`.
enum LockFields {
  static var set: FieldSet<PlanLock> {
    var set = FieldSet(blank: PlanLock(trip: "", resource: "", kind: .assign))
    set.add(
      "trip", fr: "trajet", also: ["reservation", "course", "leg", "booking"], \.trip,
      .optionalPseudonym,
      about: "Id of a leg, or of a booking for all its legs; empty where a whole run is frozen.")
    set.add(
      "resource", fr: "ressource",
      also: ["benevole", "vehicule", "conducteur", "volunteer", "vehicle"],
      \.resource, .optionalId, about: "Id of a volunteer or vehicle; empty for promises.")
    set.add(
      "kind", fr: "verrou", also: ["type", "decision", "lock"], required: true, \.kind,
      .choice(kinds),
      about: "assign: driven by this resource; forbid: never driven by it; promise: told a time; "
        + "order: picked up by it in the order of these rows; freeze: its run stays as it was told."
    )
    set.add(
      optional: "time", fr: "heure", also: ["heure_promise", "heure_annoncee"], \.time, .time,
      about: "Pick-up time that the rider was told; for promises alone.")
    return set
  }

  private static let kinds = [
    Choice(PlanLock.Kind.assign, "assign", "imposer", "attribuer", "impose", "oui"),
    Choice(.forbid, "forbid", "interdire", "interdit", "refuse", "non", "jamais"),
    Choice(.order, "order", "ordonner", "ordre", "sequence"),
    Choice(.freeze, "freeze", "figer", "gel", "fige"),
    Choice(.promise, "promise", "promettre", "promis", "promesse", "annonce"),
  ]
}
