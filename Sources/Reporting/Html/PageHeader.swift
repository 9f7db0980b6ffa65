import Planning

/// Day, territory and the warning about estimated travel times; then the way to each part of the page.
struct PageHeader: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    tag("header", ["class": "page-header"]) {
      tag("div", ["class": "masthead"]) {
        tag("div") {
          tag("p", ["class": "product"]) {
            formats.say(fr: "Plan des tournées", en: "Plan of runs")
          }
          tag("h1") { formats.capitalized(formats.longDate(index.plan.date)) }
          tag("p", ["class": "territory"]) { index.plan.territoryName }
        }
        tag("p", ["class": "actions"]) {
          button("all", formats.say(fr: "Imprimer la page", en: "Print the page"))
          button(
            "sheets", formats.say(fr: "Imprimer les feuilles de route", en: "Print the run sheets"))
        }
      }
      if index.plan.approximate { approximateBanner }
    }
  }

  private func button(_ what: String, _ label: String) -> Markup {
    tag("button", ["type": "button", "class": "needs-script", "data-print": what]) { label }
  }

  private var approximateBanner: Markup {
    tag("p", ["class": "banner", "role": "note"]) {
      tag("strong") {
        formats.say(fr: "Temps de trajet estimés. ", en: "Estimated travel times. ")
      }
      formats.say(
        fr:
          "Les durées et les kilomètres sont calculés d’après la ligne droite, sans réseau routier : "
          + "à vérifier avant d’annoncer une heure.",
        en: "Durations and kilometres come from straight lines, not from a road network: "
          + "check them before telling anyone a time.")
    }
  }

  /// Beside the header rather than in it, so that it stays in view while the page scrolls.
  var contents: Markup {
    let alerts = Alert.all(in: index).count
    return tag(
      "nav",
      ["class": "contents", "aria-label": formats.say(fr: "Sommaire", en: "Contents")]
    ) {
      tag("ul") {
        entry("figures", formats.say(fr: "L’essentiel", en: "At a glance"), nil)
        entry("map", formats.say(fr: "Carte", en: "Map"), nil)
        entry("day", formats.say(fr: "La journée", en: "The day"), nil)
        if index.hasOutside {
          entry(
            "outside", formats.say(fr: "À l’extérieur", en: "Outside"), index.plan.outside.count)
        }
        entry(
          "unserved", formats.say(fr: "Non servis", en: "Not served"), index.plan.unserved.count)
        if let alternatives = index.alternatives {
          entry(
            "alternatives", formats.say(fr: "Cars et trains", en: "Buses and trains"),
            alternatives.count(where: \.suits))
        }
        entry("alerts", formats.say(fr: "À vérifier", en: "To check"), alerts)
        entry("calls", formats.say(fr: "À prévenir", en: "To tell"), nil)
        entry("sheets", formats.say(fr: "Feuilles de route", en: "Run sheets"), nil)
        entry("transparency", formats.say(fr: "Transparence", en: "Transparency"), nil)
      }
    }
  }

  private func entry(_ id: String, _ title: String, _ count: Int?) -> Markup {
    tag("li") {
      tag("a", ["href": "#" + id]) {
        title
        if let count { tag("span", ["class": "count"]) { "\(count)" } }
      }
    }
  }
}
