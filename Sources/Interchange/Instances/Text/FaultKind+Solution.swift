import Planning

/// Faults of a solution file.
extension FaultKind {
  static func wrongType(_ expected: Bilingual) -> FaultKind {
    FaultKind(
      "wrong-type",
      Bilingual(fr: "valeur d’un autre type", en: "value of another type"),
      Bilingual(fr: "mettre \(expected.fr)", en: "write \(expected.en)"))
  }

  static func otherInstance(_ name: String) -> FaultKind {
    FaultKind(
      "other-instance",
      Bilingual(
        fr: "la solution est celle d’une autre instance", en: "the solution is for another instance"
      ),
      Bilingual(fr: "donner une solution de \(name)", en: "give a solution of \(name)"))
  }

  static var unknownNode: FaultKind {
    FaultKind(
      "unknown-node",
      Bilingual(
        fr: "ce nœud n’est l’arrêt d’aucune demande", en: "this node is no stop of any request"),
      Bilingual(
        fr: "ne nommer que des prises en charge et des déposes de l’instance",
        en: "name pickups and deliveries of the instance only"))
  }

  static func tooManyRoutes(_ most: Int) -> FaultKind {
    FaultKind(
      "too-many-routes",
      Bilingual(fr: "plus de tournées que de véhicules", en: "more routes than vehicles"),
      Bilingual(fr: "\(most) tournées au plus", en: "at most \(most) routes"))
  }

  static func unknownVehicle(_ count: Int) -> FaultKind {
    FaultKind(
      "unknown-vehicle",
      Bilingual(fr: "véhicule inconnu", en: "unknown vehicle"),
      Bilingual(
        fr: "les véhicules sont numérotés de 0 à \(count - 1)",
        en: "vehicles are numbered from 0 to \(count - 1)"))
  }

  static var vehicleTwice: FaultKind {
    FaultKind(
      "vehicle-twice",
      Bilingual(fr: "véhicule affecté à deux tournées", en: "vehicle given two routes"),
      Bilingual(
        fr: "donner à chaque tournée son propre véhicule",
        en: "give each route a vehicle of its own"))
  }

  static func scheduleLength(_ expected: Int) -> FaultKind {
    FaultKind(
      "schedule-length",
      Bilingual(
        fr: "le nombre d’horaires n’est pas celui des arrêts",
        en: "the number of times is not that of the stops"),
      Bilingual(fr: "nombre attendu : \(expected)", en: "number expected: \(expected)"))
  }
}
