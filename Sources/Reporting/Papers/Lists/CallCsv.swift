import Planning

/// `calls.csv`: the call list for a spreadsheet, one row a leg.
struct CallCsv: Sendable {
  let context: PaperContext

  private static let header: [Bilingual] = [
    Bilingual(fr: "voyageur", en: "rider"), Bilingual(fr: "nom", en: "name"),
    Bilingual(fr: "téléphone", en: "phone"), Bilingual(fr: "autre téléphone", en: "other phone"),
    Bilingual(fr: "demande", en: "booking"), Bilingual(fr: "trajet", en: "leg"),
    Bilingual(fr: "réponse", en: "answer"), Bilingual(fr: "date", en: "date"),
    Bilingual(fr: "prise en charge", en: "pick-up"), Bilingual(fr: "de", en: "from"),
    Bilingual(fr: "dépose", en: "drop-off"), Bilingual(fr: "à", en: "to"),
    Bilingual(fr: "avec", en: "with"), Bilingual(fr: "véhicule", en: "resource"),
    Bilingual(fr: "prix", en: "price"), Bilingual(fr: "changement", en: "change"),
  ]

  var text: String {
    var table = CsvTable(header: Self.header.map { $0[context.formats.language] })
    for row in CallRow.all(context) { table.append(cells(row).map(CsvTable.plain)) }
    return table.text
  }

  private func cells(_ row: CallRow) -> [String] {
    let index = context.index
    let contact = context.contacts[row.booking.rider]
    let who = [
      row.booking.rider, contact?.name ?? "", contact?.phone ?? "", contact?.otherPhone ?? "",
      row.booking.id, row.leg.id,
    ]
    let end = [context.price(ofLeg: row.leg.id), row.changes.joined(separator: ", ")]
    switch row.answer {
    case .served(let pickup, let delivery, let run):
      return who + [
        context.say(fr: "servi", en: "served"),
        context.formats.shortDate(index.clock.day(pickup.start)), index.clock.text(pickup.start),
        index.fullName(pickup.place), index.clock.text(delivery.start),
        index.fullName(delivery.place), context.firstName(run.resource), run.resource,
      ] + end
    case .outside(let ride):
      let title = index.fallbackTitle(ride.fallback)
      return who + unanswered(row, context.say(fr: "confié à ", en: "given to ") + title) + end
    case .refused:
      return who + unanswered(row, context.say(fr: "non servi", en: "not served")) + end
    }
  }

  private func unanswered(_ row: CallRow, _ answer: String) -> [String] {
    let index = context.index
    return [
      answer, context.formats.shortDate(index.plan.date), "", index.fullName(row.leg.from), "",
      index.fullName(row.leg.to), "", "",
    ]
  }
}
