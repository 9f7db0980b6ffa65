import Planning

extension Impact {
  /// Kilometres, empty ones among them, and who was on board.
  func addDistances(to list: inout IndicatorList) {
    let all = totals.all
    list.add(
      "vehicle_km", fr: "Km de véhicules", en: "Vehicle-km", .kilometres, km(all.metres),
      formula: Bilingual(
        fr: "du départ à l’arrivée de chaque tournée : domicile du bénévole, dépôt ou base",
        en: "from start to end of each run: the volunteer’s home, the depot or base"))
    list.add(
      "loaded_km", fr: "  en charge", en: "  loaded", .kilometres, km(all.loadedMetres),
      formula: Bilingual(fr: "avec au moins un voyageur à bord", en: "with a rider on board"))
    list.add(
      "empty_km", fr: "  à vide", en: "  empty", .kilometres, km(all.emptyMetres),
      formula: Bilingual(fr: "km de véhicules - km en charge", en: "vehicle-km - loaded km"))
    list.add(
      "home_km", fr: "    dont domiciles des bénévoles",
      en: "    of them from and to volunteers’ homes", .kilometres, km(all.homeMetres),
      formula: Bilingual(
        fr: "du domicile au premier voyageur et du dernier au domicile",
        en: "from home to the first rider and from the last one home"), isDetail: true)
    list.add(
      "empty_share", fr: "Part à vide", en: "Empty share", .share, emptyShare(),
      formula: Bilingual(
        fr: "km à vide / km de véhicules, domiciles des bénévoles compris",
        en: "empty km / vehicle-km, volunteers’ homes included"))
    for mode in Mode.allCases {
      list.add(
        "empty_share_" + mode.rawValue, fr: "  " + mode.title.fr, en: "  " + mode.title.en, .share,
        emptyShare(mode), isDetail: true)
    }
    list.add(
      "passenger_km", fr: "Km de voyageurs", en: "Passenger-km", .kilometres,
      km(all.riderMetres),
      formula: Bilingual(
        fr: "somme des km à bord de chaque trajet, accompagnants non comptés",
        en: "sum of the km on board of each leg, companions not counted"))
    list.add(
      "direct_km", fr: "  par le chemin direct", en: "  by the direct way", .kilometres,
      km(all.directMetres),
      formula: Bilingual(
        fr: "somme des km directs des trajets servis", en: "sum of the direct km of legs served"))
    list.add(
      "occupancy", fr: "Occupation", en: "Occupancy", .ratio, occupancy(),
      formula: Bilingual(
        fr: "km de voyageurs / km en charge", en: "passenger-km / loaded vehicle-km"))
    for mode in Mode.allCases {
      list.add(
        "occupancy_" + mode.rawValue, fr: "  " + mode.title.fr, en: "  " + mode.title.en, .ratio,
        occupancy(mode), isDetail: true)
    }
    list.add(
      "shared_legs", fr: "Trajets partagés", en: "Shared legs", .count, Double(all.sharedLegs),
      formula: Bilingual(
        fr: "avec un autre voyageur à bord sur une partie du chemin",
        en: "with another rider on board for part of the way"))
    list.add(
      "shared_share", fr: "  part des trajets servis", en: "  share of legs served", .share,
      sharedShare,
      formula: Bilingual(
        fr: "trajets partagés / trajets servis", en: "shared legs / legs served"))
  }

  private func km(_ metres: Int) -> Double { Double(metres) / 1000 }
}
