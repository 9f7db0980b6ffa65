extension ScenarioCheck {
  /// Wished hours lie within the hours that a driver is there (R26).
  mutating func checkWish(_ row: Availability, _ window: ClockWindow, at index: Int) {
    guard row.wishedStart != nil || row.wishedEnd != nil else { return }
    let (start, end) = (row.wishedStart ?? window.start, row.wishedEnd ?? window.end)
    let key = ObjectKey(
      .availability, index: index, field: row.wishedStart == nil ? "wishedEnd" : "wishedStart")
    if !(window.start <= start && start < end && end <= window.end) {
      faults.add(
        "wish-outside-hours", at: key, value: start.text + "–" + end.text,
        cause: Bilingual(
          fr:
            "Les heures souhaitées ne sont pas dans la plage \(window.start.text)–\(window.end.text).",
          en:
            "The wished hours do not lie within the window \(window.start.text)–\(window.end.text)."
        ),
        remedy: Bilingual(
          fr: "Resserrez les heures souhaitées, ou élargissez la plage de présence.",
          en: "Narrow the wished hours, or widen the hours of presence."))
    }
    guard row.days.contains(scenario.territory.date) else { return }
    for time in [row.wishedStart, row.wishedEnd].compactMap(\.self) {
      requireExisting(time, at: key)
    }
  }
}
