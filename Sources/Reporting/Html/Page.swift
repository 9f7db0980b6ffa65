import Planning

/// `plan.html`: the whole plan on one page that needs no network, on screen, phone and paper.
struct Page: Sendable {
  let index: PlanIndex
  let formats: Formats

  /// Nothing may be fetched, sent or embedded; the page's own style and script alone run.
  static let securityPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    + "base-uri 'none'; form-action 'none'"

  var document: String {
    let header = PageHeader(index: index, formats: formats)
    return tag("html", ["lang": formats.language.rawValue]) {
      head
      tag("body") {
        tag("a", ["class": "skip", "href": "#main"]) {
          formats.say(fr: "Aller au contenu", en: "Skip to content")
        }
        header.markup
        header.contents
        tag("main", ["id": "main"]) {
          KeyFigures(index: index, formats: formats).markup
          ChangesView(index: index, formats: formats).markup
          FilterBar(index: index, formats: formats).markup
          tag("div", ["class": "map-and-day"]) {
            MapView(index: index, formats: formats).markup
            DayClockView(index: index, formats: formats).markup
            TimelineView(index: index, formats: formats).markup
          }
          OutsideView(index: index, formats: formats).markup
          UnservedView(index: index, formats: formats).markup
          AlternativesView(index: index, formats: formats).markup
          AlertsView(index: index, formats: formats).markup
          CallListView(index: index, formats: formats).markup
          DriverSheets(index: index, formats: formats).markup
          TransparencyView(index: index, formats: formats, isOpen: false).markup
        }
        ProvenanceView(index: index, formats: formats).markup
        tag("div", ["id": "tip", "role": "tooltip", "hidden": "hidden"]) { "" }
        tag("script") {
          Markup.trusted(.script)
          Markup.trusted(.filterScript)
          Markup.trusted(.clockScript)
        }
      }
    }.document
  }

  private var head: Markup {
    tag("head") {
      tag("meta", ["charset": "utf-8"])
      tag("meta", ["http-equiv": "Content-Security-Policy", "content": Self.securityPolicy])
      tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      tag("meta", ["name": "referrer", "content": "no-referrer"])
      tag("meta", ["name": "robots", "content": "noindex"])
      tag("title") {
        formats.say(fr: "Tournées du ", en: "Runs for ") + formats.longDate(index.plan.date)
          + " – " + index.plan.territoryName
      }
      tag("style") {
        Markup.trusted(.pageStyle)
        Markup.trusted(.pictureStyle)
        Markup.trusted(.sheetStyle)
        Markup.trusted(.filterStyle)
      }
    }
  }
}

extension Formats {
  /// The one of two texts that is in the language.
  func say(fr: String, en: String) -> String { language == .french ? fr : en }

  /// What is said of a booking that came after a deadline (R58).
  var standby: String {
    say(fr: "en attente : demandé après l’heure limite", en: "standby: booked after the deadline")
  }

  func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
