extension ScenarioCheck {
  /// A service that meets riders at stops is a demand-responsive one, has a stop, and rules for the walk (R24).
  mutating func checkMeeting(_ vehicle: FleetVehicle, at key: ObjectKey) {
    guard vehicle.meeting != .door else { return }
    if vehicle.mode != .tad {
      faults.add(
        "stops-outside-tad", at: key, value: vehicle.mode.rawValue,
        cause: Bilingual(
          fr: "Seul le transport à la demande prend ses voyageurs à des arrêts.",
          en: "Only demand-responsive transport meets its riders at stops."),
        remedy: Bilingual(fr: "Écrivez « porte ».", en: "Write “door”."))
    }
    let hasStop = scenario.places.contains { place in
      !place.stop.isEmpty
        && (vehicle.zones.isEmpty || !Set(vehicle.zones).isDisjoint(with: place.zones))
    }
    if !hasStop {
      faults.add(
        "no-stops", at: key, value: vehicle.zones.joined(separator: ", "),
        cause: Bilingual(
          fr: "Aucun lieu de ces zones n’est un arrêt.", en: "No place of these zones is a stop."),
        remedy: Bilingual(
          fr: "Donnez un code d’arrêt à des lieux des zones, ou écrivez « porte ».",
          en: "Give places of the zones the id of a stop, or write “door”."))
    }
    checkWalks(vehicle, at: key)
  }

  private mutating func checkWalks(_ vehicle: FleetVehicle, at key: ObjectKey) {
    guard let rules else { return }
    let needed =
      vehicle.meeting == .both
      ? FigureKey.walks : [FigureKey.walkLongest, .walkFactor, .walkSpeed]
    let missing = needed.filter { rules.figure($0) == nil }.map(rules.citation)
    let isStill = rules.figure(.walkSpeed)?.value == 0
    guard !missing.isEmpty || isStill else { return }
    let names = (isStill ? [rules.citation(.walkSpeed)] : missing).joined(separator: ", ")
    faults.add(
      "no-walk-rule", at: key, value: names,
      cause: Bilingual(
        fr: "Les règles ne disent pas comment marcher jusqu’à un arrêt : \(names).",
        en: "The rules do not say how to walk to a stop: \(names)."),
      remedy: Bilingual(
        fr: "Ajoutez ces chiffres au profil du transport à la demande, ou écrivez « porte ».",
        en: "Add these figures to the demand-responsive profile, or write “door”."))
  }
}
