extension ScenarioCheck {
  mutating func checkPlaces() {
    requireUnique(
      scenario.places.enumerated().map {
        ObjectKey(.place, index: $0, id: $1.id, field: "id")
      })
    // An alias that names two places would let the import guess (R21).
    var owner = places
    for (i, place) in scenario.places.enumerated() {
      checkCoordinates(place, index: i)
      for alias in place.aliases {
        if let other = owner[alias], other != i {
          faults.add(
            "duplicate-alias",
            at: ObjectKey(.place, index: i, id: place.id, field: "aliases"), value: alias,
            cause: Bilingual(
              fr: "« \(alias) » désigne déjà le lieu \(scenario.places[other].id).",
              en: "“\(alias)” already names place \(scenario.places[other].id)."),
            remedy: Bilingual(
              fr: "Retirez cet alias de l’un des deux lieux.",
              en: "Remove the alias from one of the places."))
        } else {
          owner[alias] = i
        }
      }
    }
  }

  private mutating func checkCoordinates(_ place: Place, index: Int) {
    let coordinates = [("latitude", place.latitude, 90.0), ("longitude", place.longitude, 180)]
    for (field, value, limit) in coordinates where !(abs(value) <= limit) {
      faults.add(
        "coordinate-out-of-range",
        at: ObjectKey(.place, index: index, id: place.id, field: field), value: "\(value)",
        cause: Bilingual(
          fr: "La coordonnée est hors des limites (± \(Int(limit)) degrés).",
          en: "The coordinate is out of range (± \(Int(limit)) degrees)."),
        remedy: Bilingual(
          fr: "Donnez des degrés WGS 84, latitude puis longitude.",
          en: "Give WGS 84 degrees, latitude then longitude."))
    }
  }
}
