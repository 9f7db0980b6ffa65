import Planning

/// The day for the coordinator on paper: figures, what changed, who is not served and why, what to check (R55).
struct SummaryPaper: Sendable {
  let context: PaperContext

  var paper: Paper {
    let title = context.say(fr: "Synthèse du jour", en: "Summary of the day")
    let (index, formats) = (context.index, context.formats)
    return Paper(
      name: "summary", title: title + " – " + formats.shortDate(index.plan.date),
      body: tag("article", ["class": "paper summary", "aria-labelledby": "summary-title"]) {
        PaperHead(context: context).markup(title, id: "summary-title")
        if index.plan.approximate {
          tag("p", ["class": "banner"]) {
            context.say(
              fr:
                "Temps de trajet estimés en ligne droite : à vérifier avant d’annoncer une heure.",
              en:
                "Travel times are estimated from straight lines: check them before telling a time."
            )
          }
        }
        KeyFigures(index: index, formats: formats).markup
        ChangesView(index: index, formats: formats, name: context.name).markup
        drivers
        OutsideView(index: index, formats: formats).markup
        UnservedView(index: index, formats: formats).markup
        AlertsView(index: index, formats: formats, isLinked: false).markup
      })
  }

  /// Who drives when, and how they are reached.
  private var drivers: Markup {
    tag("section", ["aria-labelledby": "drivers-title"]) {
      tag("h2", ["id": "drivers-title"]) { context.say(fr: "Tournées", en: "Runs") }
      tag("table", ["class": "calls"]) {
        tag("thead") {
          tag("tr") {
            for (column, title) in titles.enumerated() {
              tag("th", ["scope": "col", "class": column >= 3 ? "km" : nil]) { title }
            }
          }
        }
        tag("tbody") {
          for record in context.index.runs { line(record) }
        }
      }
    }
  }

  private var titles: [String] {
    [
      context.say(fr: "Conducteur", en: "Driver"), context.say(fr: "Offre", en: "Offer"),
      context.say(fr: "Horaires", en: "Times"), context.say(fr: "Voyageurs", en: "Riders"), "km",
    ]
  }

  private func line(_ record: RunRecord) -> Markup {
    let run = record.run
    let name = context.name(run.resource)
    return tag("tr", ["class": "first"]) {
      tag("td", ["class": "who"]) {
        tag("strong") { name }
        PhoneLinks.markup(context.phones(run.resource))
        if name != run.resource { tag("small") { run.resource } }
      }
      tag("td", ["data-label": titles[1]]) { run.mode.shortTitle[context.formats.language] }
      tag("td", ["data-label": titles[2]]) { RunList.times(record, context.index) }
      tag("td", ["class": "km", "data-label": titles[3]]) { "\(record.riders)" }
      tag("td", ["class": "km", "data-label": titles[4]]) {
        context.formats.number(Double(run.metres) / 1000)
      }
    }
  }
}
