import Planning
import Reporting
import Testing

/// What the page's script finds in the page: filters and the passing of the day.
@Suite struct FilterTests {
  private let reading: XmlReading

  init() throws {
    let report = PlanReport(
      plan: LotDay().plan, scenario: LotDay().scenario, language: .french)
    reading = try #require(XmlReading(report.page))
  }

  @Test func everyControlHasALabel() {
    let controls = reading.elements.filter { ["input", "select"].contains($0.name) }
    let labels = Set(reading.values(of: "for"))
    #expect(controls.count >= 7)
    for control in controls { #expect(labels.contains(control.attributes["id"] ?? "?")) }
    #expect(reading.elements.contains { $0.attributes["role"] == "search" })
    #expect(reading.elements.contains { $0.attributes["role"] == "status" })
  }

  @Test func everyRunSaysItsOfferVehicleAndRiders() throws {
    let plan = LotDay().plan
    let items = reading.elements.filter { $0.name == "details" && $0.attributes["data-run"] != nil }
    #expect(items.count == plan.runs.count)
    for item in items {
      let resource = try #require(item.attributes["data-resource"])
      let runs = plan.runs.filter { $0.resource == resource }
      let run = try #require(runs.first)
      #expect(item.attributes["data-mode"] == run.mode.rawValue)
      let riders = Set(run.stops.filter { $0.kind == .pickup }.map(\.rider)).sorted()
      #expect(item.attributes["data-riders"] == riders.joined(separator: " "))
    }
    // Riders to choose from are those of the day, `all` before them.
    let riders = Set(LotDay().scenario.bookings.map(\.rider))
    let options = reading.elements.filter { $0.name == "option" }.compactMap {
      $0.attributes["value"]
    }
    #expect(riders.isSubset(of: Set(options)) && options.contains(""))
  }

  @Test func everyVehicleKnowsWhereItIsAtEachMoment() throws {
    let ids = Set(reading.values(of: "id"))
    let tracks = reading.values(of: "data-track")
    #expect(tracks.count == LotDay().plan.runs.count)
    for track in tracks {
      let drives = track.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
      var now = 0
      var done: [String: Double] = [:]
      for drive in drives {
        try #require(drive.count == 5)
        let (start, end) = (try #require(Int(drive[0])), try #require(Int(drive[1])))
        #expect(start >= now && end >= start, "drives follow one another")
        now = end
        #expect(ids.contains(drive[2]), "\(drive[2]) is a line of the map")
        let (from, to) = (try #require(Double(drive[3])), try #require(Double(drive[4])))
        #expect(abs(from - done[drive[2], default: 0]) < 1e-9 && to >= from && to <= 1)
        done[drive[2]] = to
      }
      #expect(done.values.allSatisfy { $0 == 1 }, "the parts make up the whole line")
    }
  }

  @Test func theSliderCountsOnTheClockOfTheDay() throws {
    let plan = SmallDay.plan {
      $0.date = PlanDate(year: 2026, month: 10, day: 25)
      $0.runs[1].departure = 3600
    }
    let page = PlanReport(plan: plan, scenario: SmallDay.scenario, language: .french).page
    let slider = try #require(
      XmlReading(page)?.elements.first { $0.attributes["id"] == "clock" }?.attributes)
    #expect(slider["min"] == "3600")
    // From one o'clock on; two comes twice.
    #expect(slider["data-hours"]?.hasPrefix("60 120 120 180 ") == true)
  }
}
