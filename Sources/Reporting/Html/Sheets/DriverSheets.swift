import Planning

/// The run sheets, one per driver or vehicle, each on its own paper.
struct DriverSheets: Sendable {
  let index: PlanIndex
  let formats: Formats

  var markup: Markup {
    let drivers = self.drivers
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

  /// Runs of one resource together, in reading order of its first.
  private var drivers: [[RunRecord]] {
    var position: [String: Int] = [:]
    var drivers: [[RunRecord]] = []
    for record in index.runs {
      if let known = position[record.run.resource] {
        drivers[known].append(record)
      } else {
        position[record.run.resource] = drivers.count
        drivers.append([record])
      }
    }
    return drivers
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
