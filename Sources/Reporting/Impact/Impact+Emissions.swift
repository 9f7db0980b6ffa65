import Planning

extension Impact {
  /// CO₂, of the plan and against what would have been without it.
  func addEmissions(_ baselines: [Baseline], to list: inout IndicatorList) {
    let id = factors.id
    list.add(
      "co2_kg", fr: "CO2", en: "CO2", .kilograms, emissions(),
      formula: Bilingual(
        fr: "somme par offre des km de véhicules × facteur (\(id), usage et fabrication)",
        en: "sum by mode of vehicle-km × factor (\(id), driving and making)"))
    for mode in Mode.allCases {
      list.add(
        "co2_kg_" + mode.rawValue, fr: "  " + mode.title.fr, en: "  " + mode.title.en, .kilograms,
        emissions(mode), isDetail: true)
    }
    list.add(
      "co2_g_per_passenger_km", fr: "  par km de voyageur", en: "  per passenger-km",
      .gramsPerKilometre,
      emissionsPerPassengerKilometre.map { $0 * 1000 },
      formula: Bilingual(fr: "CO2 / km de voyageurs", en: "CO2 / passenger-km"))
    for baseline in baselines {
      let title = baseline.title
      let key = baseline.rawValue.replacing("-", with: "_")
      let times = baseline.carTrips
      list.add(
        "co2_kg_baseline_" + key, fr: "CO2 si \(title.fr)", en: "CO2 if \(title.en)", .kilograms,
        emissions(of: baseline),
        formula: Bilingual(
          fr: "km directs des trajets servis × \(times) × facteur de la voiture",
          en: "direct km of legs served × \(times) × factor of the car"))
      list.add(
        "co2_kg_saved_" + key, fr: "  évité par le plan", en: "  saved by the plan", .kilograms,
        saving(against: baseline),
        formula: Bilingual(
          fr: "CO2 de l’hypothèse - CO2 du plan ; en dessous de zéro, le plan émet davantage",
          en: "CO2 of the hypothesis - CO2 of the plan; below zero the plan emits more"))
    }
  }
}
