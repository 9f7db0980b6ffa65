import Planning

/// What one driver takes along: every run of the day, readable at arm's length.
struct DriverSheet: Sendable {
  let index: PlanIndex
  let formats: Formats
  /// Of one resource, at least one.
  let runs: [RunRecord]

  var markup: Markup {
    guard let first = runs.first else { return .nothing }
    let title = "sheet-\(first.number)"
    return tag("article", ["class": "sheet" + length, "aria-labelledby": title]) {
      tag("header") {
        tag("div") {
          tag("h3", ["id": title]) { first.run.resource }
          tag("p") { who(first.run) }
        }
        tag("div", ["class": "sheet-day"]) {
          tag("p") { formats.capitalized(formats.longDate(index.plan.date)) }
          tag("p") { index.plan.territoryName }
          if index.plan.approximate {
            tag("p", ["class": "estimate"]) {
              formats.say(fr: "Temps de trajet estimés", en: "Estimated travel times")
            }
          }
        }
        tag("button", ["type": "button", "class": "needs-script", "data-print": "sheet"]) {
          formats.say(fr: "Imprimer", en: "Print")
        }
      }
      for record in runs { run(record) }
      signature
      let foot = TravelWords(formats.language).foot(index.plan)
      if !foot.isEmpty { tag("p", ["class": "sheet-foot"]) { foot } }
      let rules = index.rulesFoot(first.run.mode, formats)
      if !rules.isEmpty { tag("p", ["class": "sheet-foot"]) { rules } }
    }
  }

  /// Rows that fit one page on paper, and so much smaller that they still can be read.
  private static let (ordinaryRows, smallerRows) = (12, 17)

  private var length: String {
    let rows = runs.reduce(0) { $0 + $1.run.stops.count + 3 }
    return rows <= Self.ordinaryRows ? "" : rows <= Self.smallerRows ? " long" : " longer"
  }

  private func who(_ run: Run) -> String {
    let mode = formats.capitalized(run.mode.title[formats.language])
    return run.carrier.isEmpty ? mode : mode + " · " + run.carrier
  }

  private func run(_ record: RunRecord) -> Markup {
    tag("div", ["class": "sheet-run", "id": "run-\(record.number)"]) {
      tag("dl", ["class": "sheet-summary"]) {
        fact(formats.say(fr: "Tournée", en: "Run"), record.run.id)
        fact(formats.say(fr: "Voyageurs", en: "Riders"), "\(record.riders)")
        fact(
          formats.say(fr: "Kilomètres prévus", en: "Planned kilometres"),
          formats.kilometres(metres: record.run.metres))
        if let layout = SeatWords.text(record.run, index, formats) {
          fact(formats.say(fr: "Aménagement", en: "Seat layout"), layout)
        }
      }
      RunTable(index: index, formats: formats, record: record).markup
    }
  }

  private func fact(_ title: String, _ value: String) -> Markup {
    tag("div") {
      tag("dt") { title }
      tag("dd") { value }
    }
  }

  private var signature: Markup {
    tag("div", ["class": "signature"]) {
      blank(formats.say(fr: "Compteur au départ", en: "Odometer at departure"))
      blank(formats.say(fr: "Compteur au retour", en: "Odometer on return"))
      blank(formats.say(fr: "Kilomètres faits", en: "Kilometres driven"))
      blank(formats.say(fr: "Signature", en: "Signature"))
      tag("div", ["class": "notes"]) { formats.say(fr: "Remarques", en: "Notes") }
    }
  }

  private func blank(_ label: String) -> Markup { tag("div") { label } }
}
