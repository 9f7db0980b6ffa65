import Planning

/// What the coordinator should look at before telling people.
struct AlertsView: Sendable {
  let index: PlanIndex
  let formats: Formats
  /// Whether the page holds the runs, to lead to them.
  var isLinked = true

  var markup: Markup {
    let alerts = Alert.all(in: index)
    return tag("section", ["id": "alerts", "aria-labelledby": "alerts-title"]) {
      tag("h2", ["id": "alerts-title"]) { formats.say(fr: "À vérifier", en: "To check") }
      if alerts.isEmpty {
        tag("p", ["class": "empty"]) {
          formats.say(fr: "Rien à signaler.", en: "Nothing to report.")
        }
      }
      tag("div", ["class": "alerts"]) {
        for kind in Alert.Kind.allCases { list(kind, alerts.filter { $0.kind == kind }) }
      }
    }
  }

  private func list(_ kind: Alert.Kind, _ alerts: [Alert]) -> Markup {
    guard !alerts.isEmpty else { return .nothing }
    return tag("div") {
      tag("h3") {
        kind.title[formats.language]
        tag("span", ["class": "count"]) { "\(alerts.count)" }
      }
      tag("ul") {
        for alert in alerts {
          tag("li") {
            if isLinked {
              tag("a", ["href": "#run-\(alert.run)"]) { alert.text[formats.language] }
            } else {
              alert.text[formats.language]
            }
          }
        }
      }
    }
  }
}
