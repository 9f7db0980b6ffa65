import Planning

/// Shows some runs only, by offer, by driver or vehicle, by rider; without a script everything is shown and the bar is
/// not there.
struct FilterBar: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    guard index.runs.count + index.plan.outside.count > 1 else { return .nothing }
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
          offer(
            mode.rawValue, mode.shortTitle[formats.language],
            index.runs.count { $0.run.mode == mode })
        }
        if !index.plan.outside.isEmpty {
          offer(
            Self.outside, formats.say(fr: "À l’extérieur", en: "Outside"), index.plan.outside.count)
        }
      }
      choice(
        "filter-resource", formats.say(fr: "Conducteur ou véhicule", en: "Driver or vehicle"),
        DriverRuns.all(of: index).map { ($0.resource, $0.resource) } + fallbacks)
      choice(
        "filter-rider", formats.say(fr: "Voyageur", en: "Rider"), riders.map { ($0, $0) })
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

  /// What the script calls everybody outside the scheme; no offer and no vehicle has a blank in its id.
  static let outside = "outside scheme"

  /// Whoever drives something outside the scheme, by what the script finds their legs by.
  private var fallbacks: [(id: String, title: String)] {
    index.outsideUse.filter { !$0.rides.isEmpty }.map { use in
      (Self.outside + " " + (use.rides.first?.fallback ?? ""), use.title)
    }
  }

  private func offer(_ value: String, _ title: String, _ count: Int) -> Markup {
    let id = "filter-" + value.replacing(" ", with: "-")
    return tag("label", ["for": id]) {
      tag(
        "input",
        [
          "type": "checkbox", "id": id, "name": "mode", "value": value, "checked": "checked",
        ]
      )
      title + Formats.noBreak + "(\(count))"
    }
  }

  private func choice(_ id: String, _ title: String, _ options: [(id: String, title: String)])
    -> Markup
  {
    tag("p") {
      tag("label", ["for": id]) { title }
      tag("select", ["id": id]) {
        tag("option", ["value": ""]) { formats.say(fr: "tous", en: "all") }
        for option in options { tag("option", ["value": option.id]) { option.title } }
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
