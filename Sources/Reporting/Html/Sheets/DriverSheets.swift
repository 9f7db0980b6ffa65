import Planning

/// The run sheets, one per driver or vehicle, each on its own paper.
struct DriverSheets: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    let drivers = DriverRuns.all(of: index).map(\.runs)
    return tag("section", ["id": "sheets", "aria-labelledby": "sheets-title"]) {
      tag("div", ["class": "sheets-contents"]) {
        tag("h2", ["id": "sheets-title"]) {
          formats.say(fr: "Feuilles de route", en: "Run sheets")
        }
        tag("ul") {
          for driver in drivers { entry(driver) }
        }
      }
      for driver in drivers {
        DriverSheet(index: index, formats: formats, runs: driver).markup
      }
    }
  }

  private func entry(_ runs: [RunRecord]) -> Markup {
    tag("li") {
      if let first = runs.first {
        tag("a", ["href": "#run-\(first.number)"]) { first.run.resource }
        tag("span") {
          " " + first.run.mode.shortTitle[formats.language] + " · "
            + runs.map { RunList.times($0, index) }.joined(separator: ", ")
        }
      }
    }
  }
}
