import Planning

extension Impact {
  /// Euros, by mode.
  func addCosts(to list: inout IndicatorList) {
    list.add(
      "cost", fr: "Coût", en: "Cost", .euros, totals.all.cost,
      formula: Bilingual(
        fr: "bénévoles : km remboursés × tarif ; véhicules : fixe + km + heures, selon la journée",
        en: "volunteers: km reimbursed × rate; vehicles: fixed + km + hours, as the day states them"
      ))
    for mode in Mode.allCases {
      list.add(
        "cost_" + mode.rawValue, fr: "  " + mode.title.fr, en: "  " + mode.title.en, .euros,
        totals[mode].cost, isDetail: true)
    }
    list.add(
      "cost_outside", fr: "Payé hors du service, en plus", en: "Paid outside the scheme, besides",
      .euros, totals.outsideCost, isDetail: true)
    let trip = Bilingual(fr: "coût / trajets servis", en: "cost / legs served")
    list.add(
      "cost_per_trip", fr: "Coût par trajet", en: "Cost per passenger trip", .euros,
      costPerTrip(), formula: trip)
    for mode in Mode.allCases {
      list.add(
        "cost_per_trip_" + mode.rawValue, fr: "  " + mode.title.fr, en: "  " + mode.title.en,
        .euros, costPerTrip(mode), isDetail: true)
    }
    let kilometre = Bilingual(fr: "coût / km de voyageurs", en: "cost / passenger-km")
    list.add(
      "cost_per_passenger_km", fr: "Coût par km de voyageur", en: "Cost per passenger-km", .euros,
      costPerPassengerKilometre(), formula: kilometre)
    for mode in Mode.allCases {
      list.add(
        "cost_per_passenger_km_" + mode.rawValue, fr: "  " + mode.title.fr,
        en: "  " + mode.title.en, .euros, costPerPassengerKilometre(mode), isDetail: true)
    }
  }
}
