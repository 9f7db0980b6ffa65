import Planning

/// `unserved.csv`: one row a booking of which some leg is not served, with reasons and the least change.
struct UnservedCsv: Sendable {
  let index: PlanIndex
  let formats: Formats

  private static let header: [Bilingual] = [
    Bilingual(fr: "demande", en: "booking"), Bilingual(fr: "voyageur", en: "rider"),
    Bilingual(fr: "trajets", en: "legs"), Bilingual(fr: "souhait", en: "wish"),
    Bilingual(fr: "code du motif", en: "reason code"), Bilingual(fr: "motif", en: "reason"),
    Bilingual(fr: "démontré", en: "proven"), Bilingual(fr: "règle", en: "rule"),
    Bilingual(fr: "plus petit changement", en: "least change"),
    Bilingual(fr: "en attente", en: "standby"),
  ]

  var text: String {
    let language = formats.language
    var table = CsvTable(header: Self.header.map { $0[language] })
    for item in index.plan.unserved {
      let yes = Bilingual(fr: "oui", en: "yes")[language]
      let no = Bilingual(fr: "non", en: "no")[language]
      let proven = item.isProven.map { $0 ? yes : no } ?? ""
      let cells = [
        item.booking, item.rider, item.legs.joined(separator: " "),
        item.legs.map { index.wish(ofLeg: $0, formats) }.joined(separator: " / "),
        item.reasons.first?.code.rawValue ?? "",
        item.distinctReasons.map { $0.text[language] }.joined(separator: " / "), proven,
        item.reasons.map(\.rule).filter { !$0.isEmpty }.joined(separator: " "),
        item.distinctReasons.compactMap { $0.leastChange?.text[language] }.joined(separator: " / "),
        index.isStandby(item.booking) ? yes : no,
      ]
      table.append(cells.map(CsvTable.plain))
    }
    return table.text
  }
}

extension PlanIndex {
  /// `Puy-l’Évêque → Cahors, arriver avant 10:00`; the leg's id where the scenario does not know it.
  func wish(ofLeg id: String, _ formats: Formats) -> String {
    guard let leg = legs[id]?.leg else { return id }
    return fullName(leg.from) + " → " + fullName(leg.to) + ", " + leg.anchor.phrase(formats)
  }
}
