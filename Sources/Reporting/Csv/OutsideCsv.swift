import Planning

/// `outside.csv`: one row a leg that somebody outside the scheme drives (R33).
struct OutsideCsv: Sendable {
  let index: PlanIndex
  let formats: Formats

  private static let header: [Bilingual] = [
    Bilingual(fr: "recours", en: "fallback"), Bilingual(fr: "demande", en: "booking"),
    Bilingual(fr: "voyageur", en: "rider"), Bilingual(fr: "trajet", en: "leg"),
    Bilingual(fr: "souhait", en: "wish"), Bilingual(fr: "prix", en: "price"),
  ]

  var text: String {
    var table = CsvTable(header: Self.header.map { $0[formats.language] })
    for ride in index.plan.outside {
      let cells = [
        index.fallbackTitle(ride.fallback), ride.booking, ride.rider, ride.leg,
        index.wish(ofLeg: ride.leg, formats),
      ]
      table.append(
        cells.map(CsvTable.plain) + [formats.number(ride.price, decimals: 2, grouped: false)])
    }
    return table.text
  }
}
