import Planning

/// Moves vehicles on the map, and a mark over the bars of the day, to one moment; stays in view beside both.
struct DayClockView: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    guard !index.runs.isEmpty else { return .nothing }
    let span = DaySpan(index)
    return tag("div", ["class": "day-clock"]) {
      tag("label", ["for": "clock"]) {
        formats.say(fr: "Moment de la journée", en: "Moment of the day")
      }
      tag(
        "input",
        [
          "type": "range", "id": "clock", "min": "\(span.first)", "max": "\(span.last)",
          "step": "60", "value": "\(span.first)", "data-hours": hours(span),
        ])
      tag("output", ["id": "clock-time", "for": "clock"]) { "" }
      tag("button", ["type": "button", "id": "clock-play", "aria-pressed": "false"]) {
        formats.say(fr: "Dérouler", en: "Play")
      }
      tag("button", ["type": "button", "id": "clock-off"]) {
        formats.say(fr: "Effacer", en: "Clear")
      }
    }
  }

  /// Minutes that the clock shows at the beginning of each hour of the axis: on days when it changes they jump.
  private func hours(_ span: DaySpan) -> String {
    stride(from: span.first, through: span.last, by: 3600).map { tick in
      let parts = index.clock.text(tick).split(separator: ":").compactMap { Int($0) }
      return "\(parts.reduce(0) { $0 * 60 + $1 })"
    }.joined(separator: " ")
  }
}

/// The hours over which a day is shown, whole ones, in seconds since midnight.
struct DaySpan: Sendable {
  let first: Int
  let last: Int

  init(_ index: PlanIndex) {
    let departure = index.runs.map(\.run.departure).min() ?? 8 * 3600
    let arrival = index.runs.map(\.run.arrival).max() ?? 18 * 3600
    first = Int((Double(departure) / 3600).rounded(.down)) * 3600
    last = max(first + 3600, Int((Double(arrival) / 3600).rounded(.up)) * 3600)
  }
}
