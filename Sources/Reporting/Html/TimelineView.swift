import Planning

/// Every run as a bar over the hours of the day.
struct TimelineView: Sendable {
  let index: PlanIndex
  let formats: Formats
  private let first: Int
  private let last: Int

  init(index: PlanIndex, formats: Formats) {
    self.index = index
    self.formats = formats
    let span = DaySpan(index)
    (first, last) = (span.first, span.last)
  }

  var markup: Markup {
    tag("section", ["id": "day", "aria-labelledby": "day-title"]) {
      tag("h2", ["id": "day-title"]) { formats.say(fr: "La journée", en: "The day") }
      legend
      if index.runs.isEmpty {
        tag("p", ["class": "empty"]) { formats.say(fr: "Aucune tournée.", en: "No run.") }
      } else {
        tag(
          "div",
          [
            "class": "timeline", "style": "--hours:\((last - first) / 3600)", "tabindex": "0",
            "role": "group", "aria-labelledby": "day-title",
          ]
        ) {
          axis
          for mode in Mode.allCases { rows(of: mode) }
          tag("div", ["class": "cursor", "id": "cursor", "hidden": "hidden"]) { "" }
        }
      }
    }
  }

  private var legend: Markup {
    let kinds: [(Activity.Kind, String)] = [
      (.loaded, formats.say(fr: "avec des voyageurs (nombre)", en: "riders on board (number)")),
      (.empty, formats.say(fr: "à vide", en: "driving empty")),
      (.service, formats.say(fr: "montée ou descente", en: "boarding or alighting")),
      (.waiting, formats.say(fr: "attente", en: "waiting")),
      (.rest, formats.say(fr: "pause", en: "break")),
      (.base, formats.say(fr: "retour au départ", en: "at base")),
    ]
    return tag("ul", ["class": "legend"]) {
      for (kind, title) in kinds {
        tag("li") {
          tag("span", ["class": "bar \(kind.rawValue)", "aria-hidden": "true"]) { "" }
          title
        }
      }
    }
  }

  private var axis: Markup {
    tag("div", ["class": "axis", "aria-hidden": "true"]) {
      for tick in stride(from: first, through: last, by: 3600) {
        tag("span", ["class": mark(tick), "style": "left:" + share(tick)]) { hour(tick) }
      }
    }
  }

  /// Every other hour can be hidden where there is little room.
  private func mark(_ tick: Int) -> String? {
    if isNewDay(tick) { return "day" }
    return (tick - first) / 3600 % 2 == 1 ? "odd" : nil
  }

  private func isNewDay(_ tick: Int) -> Bool { tick > 0 && index.clock.text(tick) == "00:00" }

  /// `08 h`; the day's name where a new one begins.
  private func hour(_ tick: Int) -> String {
    guard isNewDay(tick) else {
      return String(index.clock.text(tick).prefix(2)) + Formats.noBreak + "h"
    }
    return formats.weekday(index.clock.day(tick).weekday)
  }

  private func rows(of mode: Mode) -> Markup {
    let records = index.runs.filter { $0.run.mode == mode }
    guard !records.isEmpty else { return .nothing }
    return .joined([
      tag("h3") { formats.capitalized(mode.title[formats.language]) }, .joined(records.map(row)),
    ])
  }

  private func row(_ record: RunRecord) -> Markup {
    tag("div", ["class": "row", "data-run": "\(record.number)", "style": "--run:\(record.color)"]) {
      tag("a", ["class": "who", "href": "#run-\(record.number)"]) { record.run.id }
      tag("div", ["class": "track", "role": "img", "aria-label": summary(record)]) {
        for activity in Activity.all(of: record.run) { bar(activity) }
      }
    }
  }

  private func summary(_ record: RunRecord) -> String {
    let run = record.run
    let (start, end) = (index.clock.text(run.departure), index.clock.text(run.arrival))
    let (driving, waiting) = (
      formats.duration(seconds: run.driving), formats.duration(seconds: run.waiting)
    )
    return formats.say(
      fr: "\(run.id), de \(start) à \(end) : \(driving) de conduite, \(waiting) d’attente",
      en: "\(run.id), \(start) to \(end): \(driving) driving, \(waiting) waiting")
  }

  private func bar(_ activity: Activity) -> Markup {
    let width = Double(activity.end - activity.start) / Double(last - first) * 100
    let style =
      "left:\(share(activity.start));width:"
      + Formats(.english).number(width, decimals: 3, grouped: false) + "%"
    return tag(
      "span",
      ["class": "bar \(activity.kind.rawValue)", "style": style, "data-tip": tip(activity)]
    ) {
      if activity.kind == .loaded && width > 1.4 { "\(activity.onBoard)" }
    }
  }

  private func share(_ time: Int) -> String {
    Formats(.english).number(
      Double(time - first) / Double(last - first) * 100, decimals: 3, grouped: false) + "%"
  }

  private func tip(_ activity: Activity) -> String {
    let times = index.clock.text(activity.start) + "–" + index.clock.text(activity.end)
    let place =
      activity.from == activity.to
      ? index.placeName(activity.from)
      : index.placeName(activity.from) + " → " + index.placeName(activity.to)
    return times + " · " + words(activity) + " · " + place
  }

  private func words(_ activity: Activity) -> String {
    let people = formats.count(
      activity.onBoard, Bilingual(fr: "personne à bord", en: "person on board"),
      Bilingual(fr: "personnes à bord", en: "people on board"))
    return switch activity.kind {
    case .empty: formats.say(fr: "à vide", en: "driving empty")
    case .loaded: people
    case .service: formats.say(fr: "montée ou descente", en: "boarding or alighting")
    case .waiting: formats.say(fr: "attente", en: "waiting")
    case .waitingLoaded: formats.say(fr: "attente, ", en: "waiting, ") + people
    case .rest: formats.say(fr: "pause", en: "break")
    case .base: formats.say(fr: "au point de départ", en: "at base")
    }
  }
}
