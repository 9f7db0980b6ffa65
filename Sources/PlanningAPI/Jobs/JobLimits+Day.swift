internal import Planning

extension JobLimits {
  /// Looks whether a day is of a size that the server takes on at all.
  func check(_ scenario: Scenario) throws(Problem) {
    let places = scenario.places.count
    guard places <= mostPlaces else {
      throw Problem(
        .tooLarge, fr: "\(places) lieux ; ce serveur en admet \(mostPlaces).",
        en: "\(places) places; this server takes \(mostPlaces).")
    }
    let legs = scenario.bookings.reduce(0) { $0 + $1.legs.count }
    let resources = scenario.volunteers.count + scenario.vehicles.count
    guard legs * resources <= Self.mostPairs else {
      throw Problem(
        .tooLarge,
        fr: "\(legs) trajets et \(resources) bénévoles et véhicules font trop de combinaisons.",
        en: "\(legs) legs and \(resources) volunteers and vehicles make too many pairs.")
    }
  }
}
