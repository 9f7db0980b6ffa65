import Planning

/// The stops of a run in order, from departure to return.
struct RunTable: Sendable {
  let index: PlanIndex
  let formats: Formats
  let record: RunRecord

  var markup: Markup {
    let run = record.run
    return tag("table", ["class": "stops"]) {
      tag("colgroup") {
        for column in ["time", "action", "who", "hints", "number", "number"] {
          tag("col", ["class": column])
        }
      }
      header
      tag("tbody") {
        edge(
          run.departure, formats.say(fr: "Départ", en: "Depart"), run.start, metres: 0)
        for (stop, metres) in zip(run.stops, record.runningMetres) { row(stop, metres: metres) }
        edge(
          run.arrival, formats.say(fr: "Fin de tournée", en: "End of run"), run.end,
          metres: run.metres)
      }
    }
  }

  private var header: Markup {
    let titles = [
      formats.say(fr: "Heure", en: "Time"), formats.say(fr: "Action", en: "Action"),
      formats.say(fr: "Voyageur, lieu", en: "Rider, place"),
      formats.say(fr: "À savoir", en: "Good to know"), formats.say(fr: "À bord", en: "On board"),
      "km",
    ]
    return tag("thead") {
      // On paper it heads every page, so that loose sheets can be put together again.
      tag("tr", ["class": "running", "aria-hidden": "true"]) {
        tag("td", ["colspan": "6"]) {
          record.run.id + " · " + formats.longDate(index.plan.date)
        }
      }
      tag("tr") {
        for title in titles { tag("th", ["scope": "col"]) { title } }
      }
    }
  }

  private func time(_ elapsed: Int) -> Markup {
    tag("td", ["class": "time"]) {
      tag("time") { index.clock.text(elapsed) }
      if index.clock.day(elapsed) != index.plan.date {
        tag("small") { formats.dayAndMonth(index.clock.day(elapsed)) }
      }
    }
  }

  private func edge(_ elapsed: Int, _ title: String, _ place: String, metres: Int) -> Markup {
    tag("tr", ["class": "edge"]) {
      time(elapsed)
      tag("td", ["class": "action"]) { title }
      tag("td") { tag("span", ["class": "place"]) { index.fullName(place) } }
      tag("td") { "" }
      tag("td", ["class": "number"]) { "" }
      tag("td", ["class": "number"]) { kilometres(metres) }
    }
  }

  private func row(_ stop: RunStop, metres: Int) -> Markup {
    tag("tr", ["class": stop.kind.rawValue]) {
      time(stop.time)
      tag("td", ["class": "action"]) {
        if !stop.kind.letter[formats.language].isEmpty {
          tag("b", ["aria-hidden": "true"]) { stop.kind.letter[formats.language] }
        }
        stop.kind.title[formats.language]
      }
      tag("td") {
        if !stop.rider.isEmpty { tag("strong", ["class": "rider"]) { stop.rider } }
        tag("span", ["class": "place"]) { index.fullName(stop.place) }
      }
      tag("td", ["class": "hints"]) {
        for hint in StopHints(index: index, formats: formats, record: record).hints(for: stop) {
          tag("p") { hint }
        }
      }
      tag("td", ["class": "number"]) { "\(stop.onBoard)" }
      tag("td", ["class": "number"]) { kilometres(metres) }
    }
  }

  private func kilometres(_ metres: Int) -> String {
    formats.number(Double(metres) / 1000, decimals: 1)
  }
}
