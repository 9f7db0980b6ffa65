import Planning

/// The runs beside the map; opening one singles it out on the map and in the day's picture.
struct RunList: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    tag(
      "div",
      [
        "class": "run-list", "role": "group",
        "aria-label": formats.say(fr: "Tournées", en: "Runs"),
      ]
    ) {
      tag("p", ["class": "hint"]) {
        formats.say(
          fr: "Ouvrez une tournée pour la voir seule sur la carte.",
          en: "Open a run to see it alone on the map.")
      }
      for record in index.runs { item(record) }
    }
  }

  private func item(_ record: RunRecord) -> Markup {
    tag(
      "details",
      [
        "name": "run", "data-run": "\(record.number)",
        "data-mode": record.run.mode.rawValue, "data-resource": record.run.resource,
        "data-riders": record.riderList, "class": record.run.mode.rawValue,
        "style": "--run:\(record.color)",
      ]
    ) {
      tag("summary") {
        Self.swatch(record.run.mode)
        tag("strong") { record.run.id }
        tag("span", ["class": "mode"]) { record.run.mode.shortTitle[formats.language] }
        tag("span", ["class": "times"]) { Self.times(record, index) }
        tag("span", ["class": "load"]) { Self.load(record, formats) }
      }
      tag("ol") {
        for stop in record.run.stops { line(stop) }
      }
      tag("p") {
        tag("a", ["href": "#run-\(record.number)"]) {
          formats.say(fr: "Feuille de route", en: "Run sheet")
        }
      }
    }
  }

  private func line(_ stop: RunStop) -> Markup {
    tag("li") {
      tag("time") { index.clock.text(stop.time) }
      tag("span") {
        if stop.kind == .pickup || stop.kind == .delivery {
          tag("b", ["title": stop.kind.title[formats.language]]) {
            stop.kind.letter[formats.language]
          }
          " " + stop.rider + " · " + index.placeName(stop.place)
        } else {
          stop.kind.title[formats.language]
        }
      }
    }
  }

  static func times(_ record: RunRecord, _ index: PlanIndex) -> String {
    index.clock.text(record.run.departure) + "–" + index.clock.text(record.run.arrival)
  }

  static func load(_ record: RunRecord, _ formats: Formats) -> String {
    formats.count(
      record.riders, Bilingual(fr: "voyageur", en: "rider"),
      Bilingual(fr: "voyageurs", en: "riders")) + " · "
      + formats.kilometres(metres: record.run.metres, decimals: 0)
  }

  /// `v07#1 · Bénévole · 07:10–12:40 · 4 voyageurs · 86 km`.
  static func line(_ record: RunRecord, _ index: PlanIndex, _ formats: Formats) -> String {
    [
      record.run.id, record.run.mode.shortTitle[formats.language], times(record, index),
      load(record, formats),
    ].joined(separator: " · ")
  }

  static func swatch(_ mode: Mode) -> Markup {
    tag(
      "svg", ["class": "swatch \(mode.rawValue)", "viewBox": "0 0 34 8", "aria-hidden": "true"]
    ) {
      tag("path", ["class": "loaded", "d": "M1 4H33"])
      tag("g", ["class": "stop", "transform": "translate(17 4)"]) {
        tag("path", ["d": MapMark.stop(mode)])
      }
    }
  }
}
