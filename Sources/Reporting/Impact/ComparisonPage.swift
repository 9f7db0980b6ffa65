import Planning

/// `comparison.html`: the figures, what they mean, and what they rest on.
struct ComparisonPage: Sendable {
  let report: ComparisonReport

  private var formats: Formats { report.formats }
  private var rows: [ImpactTable.Row] { report.grid.rows.filter(\.isWorthALine) }

  var document: String {
    tag("html", ["lang": formats.language.rawValue]) {
      head
      tag("body") {
        tag("header", ["class": "page-header"]) {
          tag("p", ["class": "product"]) { heading }
          tag("h1") { formats.capitalized(report.title) }
        }
        tag("main", ["id": "main"]) {
          tag("section") { table }
          notes
          formulas
        }
      }
    }.document
  }

  private var explained: [ImpactTable.Row] {
    rows.filter { !$0.indicator.formula[formats.language].isEmpty }
  }

  private var heading: String { formats.say(fr: "Deux plans comparés", en: "Two plans compared") }

  private var head: Markup {
    tag("head") {
      tag("meta", ["charset": "utf-8"])
      tag("meta", ["http-equiv": "Content-Security-Policy", "content": Page.securityPolicy])
      tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      tag("meta", ["name": "referrer", "content": "no-referrer"])
      tag("meta", ["name": "robots", "content": "noindex"])
      tag("title") { heading + " – " + report.title }
      tag("style") {
        Markup.trusted(.pageStyle)
        Markup.trusted(.comparisonStyle)
      }
    }
  }

  private var table: Markup {
    tag("div", ["class": "comparison", "tabindex": "0", "role": "group", "aria-label": heading]) {
      tag("table") {
        tag("thead") {
          tag("tr") {
            tag("th", ["scope": "col"]) { formats.say(fr: "Indicateur", en: "Indicator") }
            for title in report.grid.titles { tag("th", ["scope": "col"]) { title } }
            tag("th", ["scope": "col"]) { formats.say(fr: "Écart", en: "Change") }
          }
        }
        tag("tbody") {
          for row in rows { line(row) }
        }
      }
    }
  }

  private func line(_ row: ImpactTable.Row) -> Markup {
    let title = report.grid.title(row)
    let name = String(title.drop { $0 == " " })
    return tag("tr", ["class": title.hasPrefix(" ") ? "detail" : nil]) {
      tag("th", ["scope": "row"]) { name }
      for value in row.values { tag("td") { report.grid.cell(value, row.indicator.unit) } }
      tag("td") { report.grid.difference(row) }
    }
  }

  private var notes: Markup {
    tag("section") {
      tag("h2") { formats.say(fr: "À savoir", en: "What it rests on") }
      tag("ul", ["class": "notes"]) {
        for note in report.notes + report.words.lines { tag("li") { note } }
      }
    }
  }

  private var formulas: Markup {
    tag("section") {
      tag("h2") { formats.say(fr: "Formules", en: "Formulas") }
      tag("dl", ["class": "formulas"]) {
        for row in explained {
          tag("div") {
            tag("dt") { String(report.grid.title(row).drop { $0 == " " }) }
            tag("dd") { row.indicator.formula[formats.language] }
          }
        }
      }
    }
  }
}
