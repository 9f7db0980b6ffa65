import Planning

extension Impact {
  /// What was asked for and what of it is served.
  func addTrips(to list: inout IndicatorList) {
    list.add("days", fr: "Jours", en: "Days", .count, Double(totals.days))
    list.add(
      "legs_asked", fr: "Trajets demandés", en: "Legs asked for", .count, Double(totals.legs))
    list.add(
      "legs_served", fr: "Trajets servis", en: "Legs served", .count, Double(totals.servedLegs))
    for mode in Mode.allCases {
      let title = mode.title
      list.add(
        "legs_served_" + mode.rawValue, fr: "  " + title.fr, en: "  " + title.en, .count,
        Double(totals[mode].legs), isDetail: true)
    }
    list.add(
      "legs_outside", fr: "  confiés hors du service", en: "  given outside the scheme", .count,
      Double(totals.outsideLegs),
      formula: Bilingual(
        fr: "ni servis ni refusés : payés à un recours extérieur",
        en: "neither served nor refused: paid to an outside fallback"), isDetail: true)
    list.add(
      "served_share", fr: "Part servie", en: "Share served", .share,
      totals.legs > 0 ? Double(totals.servedLegs) / Double(totals.legs) : nil,
      formula: Bilingual(
        fr: "trajets servis / trajets demandés", en: "legs served / legs asked for"))
    list.add(
      "bookings_asked", fr: "Demandes", en: "Bookings", .count, Double(totals.bookings))
    list.add(
      "bookings_served", fr: "Demandes servies en entier", en: "Bookings wholly served", .count,
      Double(totals.servedBookings))
    list.add(
      "legs_unserved", fr: "Trajets non servis", en: "Legs not served", .count,
      Double(totals.unservedLegs))
    addUnserved(to: &list)
    list.add("runs", fr: "Tournées", en: "Runs", .count, Double(totals.all.runs))
    list.add(
      "broken_rules", fr: "Règles enfreintes", en: "Rules broken", .count,
      Double(totals.brokenRules), isDetail: true)
  }

  private func addUnserved(to list: inout IndicatorList) {
    let byOffer = Bilingual(
      fr: "trajets non servis, selon l’offre qui les prendrait aujourd’hui",
      en: "legs not served, by the offer that would take them today")
    for offer in Offer.allCases {
      let title = offer.title
      list.add(
        "legs_unserved_" + offer.rawValue, fr: "  demandes faites aux " + title.fr,
        en: "  asked of " + title.en, .count, Double(totals.unserved[offer] ?? 0),
        formula: byOffer, isDetail: true)
    }
    let byReason = Bilingual(
      fr: "trajets non servis, selon le premier motif de leur demande",
      en: "legs not served, by the first reason of their booking")
    for code in ReasonCode.allCases {
      list.add(
        "unserved_reason_" + code.rawValue, fr: "  " + code.title.fr, en: "  " + code.title.en,
        .count, Double(totals.unservedByReason[code.rawValue] ?? 0), formula: byReason,
        isDetail: true)
    }
    list.add(
      "unserved_reason_untold", fr: "  Sans motif", en: "  No reason told", .count,
      Double(totals.unservedByReason[""] ?? 0), formula: byReason, isDetail: true)
  }
}
