import Planning

/// Shows some runs only, by offer, by driver or vehicle, by rider; without a script everything is shown and the bar is
/// not there.
struct FilterBar: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    guard index.runs.count > 1 else { return .nothing }
    return tag(
      "section",
      [
        "id": "filters", "class": "filters", "role": "search",
        "aria-label": formats.say(fr: "Filtrer les tournées", en: "Filter the runs"),
      ]
    ) {
      tag("fieldset") {
        tag("legend") { formats.say(fr: "Offres", en: "Offers") }
        for mode in Mode.allCases where index.runs.contains(where: { $0.run.mode == mode }) {
          offer(mode)
        }
      }
      choice(
        "filter-resource", formats.say(fr: "Conducteur ou véhicule", en: "Driver or vehicle"),
        DriverRuns.all(of: index).map(\.resource))
      choice("filter-rider", formats.say(fr: "Voyageur", en: "Rider"), riders)
      tag("button", ["type": "button", "id": "filter-reset"]) {
        formats.say(fr: "Tout montrer", en: "Show all")
      }
      tag("p", ["id": "filter-count", "role": "status", "data-text": counted]) { "" }
    }
  }

  /// The script puts the numbers in.
  private var counted: String {
    formats.say(fr: "{some} tournées sur {all}", en: "{some} of {all} runs")
  }

  private var riders: [String] { Set(index.scenario.bookings.map(\.rider)).sorted() }

  private func offer(_ mode: Mode) -> Markup {
    let count = index.runs.count { $0.run.mode == mode }
    let id = "filter-" + mode.rawValue
    return tag("label", ["for": id]) {
      tag(
        "input",
        [
          "type": "checkbox", "id": id, "name": "mode", "value": mode.rawValue,
          "checked": "checked",
        ]
      )
      mode.shortTitle[formats.language] + Formats.noBreak + "(\(count))"
    }
  }

  private func choice(_ id: String, _ title: String, _ options: [String]) -> Markup {
    tag("p") {
      tag("label", ["for": id]) { title }
      tag("select", ["id": id]) {
        tag("option", ["value": ""]) { formats.say(fr: "tous", en: "all") }
        for option in options { tag("option", ["value": option]) { option } }
      }
    }
  }
}

extension RunRecord {
  /// Different riders carried, parted by spaces, for the page's filter.
  var riderList: String {
    Set(run.stops.filter { $0.kind == .pickup }.map(\.rider)).sorted().joined(separator: " ")
  }
}
