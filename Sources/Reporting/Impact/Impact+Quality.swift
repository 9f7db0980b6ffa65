import Planning

extension Impact {
  /// What riders and volunteers bear.
  func addQuality(to list: inout IndicatorList) {
    let ratio = Bilingual(
      fr: "temps à bord / temps du trajet direct, par trajet servi",
      en: "time on board / time of the direct ride, by leg served")
    list.add(
      "ride_ratio_median", fr: "Allongement du trajet, médiane", en: "Ride ratio, median", .ratio,
      rideRatio.median, formula: ratio)
    list.add(
      "ride_ratio_p95", fr: "  95e centile", en: "  95th percentile", .ratio,
      rideRatio.percentile95, formula: ratio)
    let detours = Bilingual(
      fr: "km à bord - km directs, par trajet servi", en: "km on board - direct km, by leg served")
    list.add(
      "detour_km_median", fr: "Détour, médiane", en: "Detour, median", .kilometres,
      detour.median.map { $0 / 1000 }, formula: detours)
    list.add(
      "detour_km_p95", fr: "  95e centile", en: "  95th percentile", .kilometres,
      detour.percentile95.map { $0 / 1000 }, formula: detours)
    let early = Bilingual(
      fr: "rendez-vous - arrivée, par trajet qui en a un",
      en: "appointment - arrival, by leg that has one")
    list.add(
      "wait_before_median", fr: "Attente avant le rendez-vous, médiane",
      en: "Wait before the appointment, median", .minutes, waitBefore.median.map { $0 / 60 },
      formula: early)
    list.add(
      "wait_before_p95", fr: "  95e centile", en: "  95th percentile", .minutes,
      waitBefore.percentile95.map { $0 / 60 }, formula: early)
    let late = Bilingual(
      fr: "prise en charge - heure souhaitée ou fin des soins, par trajet qui en a une",
      en: "pick-up - wish or end of care, by leg that has one")
    list.add(
      "wait_after_median", fr: "Attente de la prise en charge, médiane",
      en: "Wait for the pick-up, median", .minutes, waitAfter.median.map { $0 / 60 }, formula: late)
    list.add(
      "wait_after_p95", fr: "  95e centile", en: "  95th percentile", .minutes,
      waitAfter.percentile95.map { $0 / 60 }, formula: late)
    addVolunteers(to: &list)
  }

  private func addVolunteers(to list: inout IndicatorList) {
    let (drivers, there) = (driversKilometres, volunteersKilometres)
    list.add(
      "volunteers_there", fr: "Bénévoles présents", en: "Volunteers there", .count,
      Double(there.values.count), isDetail: true)
    list.add(
      "volunteers_driving", fr: "  qui conduisent", en: "  who drive", .count,
      Double(drivers.values.count), isDetail: true)
    let reimbursed = Bilingual(
      fr: "du domicile au domicile, parmi ceux qui conduisent",
      en: "from home back to home, among those who drive")
    list.add(
      "volunteer_km_least", fr: "Km remboursés par bénévole, le moins",
      en: "Km reimbursed by volunteer, least", .kilometres, drivers.values.first,
      formula: reimbursed, isDetail: true)
    list.add(
      "volunteer_km_median", fr: "  médiane", en: "  median", .kilometres, drivers.median,
      formula: reimbursed, isDetail: true)
    list.add(
      "volunteer_km_greatest", fr: "  le plus", en: "  greatest", .kilometres,
      drivers.values.last, formula: reimbursed, isDetail: true)
    list.add(
      "volunteer_km_lead", fr: "  écart du plus à la moyenne", en: "  greatest less mean",
      .kilometres, there.values.last.flatMap { most in there.mean.map { most - $0 } },
      formula: Bilingual(
        fr: "le plus - moyenne de tous les présents", en: "greatest - mean of all who are there"),
      isDetail: true)
    list.add(
      "volunteer_km_gini", fr: "  indice de Gini", en: "  Gini coefficient", .ratio, there.gini,
      formula: Bilingual(
        fr: "0 : tous autant ; proche de 1 : un seul fait tout ; tous les présents comptent",
        en: "0: all alike; near 1: one does everything; all who are there count"), isDetail: true)
  }
}
