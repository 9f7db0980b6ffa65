import Foundation
import Planning
import Reporting
import Testing

/// Legs that somebody outside the scheme drives, in the pictures of a plan (R33).
@Suite struct OutsideMapTests {
  private let plan = SmallDay.plan {
    $0.outside = [
      OutsideRide(fallback: "t<axi", leg: "b1-1", booking: "b1", rider: "R1", price: 21.5)
    ]
  }

  private var scenario: Scenario {
    var scenario = SmallDay.scenario
    scenario.territory.fallbacks = [
      OutsideFallback(id: "t<axi", name: "Bons & taxi", fixed: 6, perKilometre: 1.2, budget: 90)
    ]
    return scenario
  }

  @Test func theyAreDrawnNamedAndFiltered() throws {
    let page = PlanReport(plan: plan, scenario: scenario, language: .french).page
    let reading = try #require(XmlReading(page))
    let drawn = reading.elements.filter { $0.name == "g" && $0.attributes["class"] == "outside" }
    #expect(drawn.count == 1)
    #expect(drawn.first?.attributes["data-tip"]?.hasPrefix("Bons & taxi · R1 · ") == true)
    #expect(drawn.first?.attributes["data-rider"] == "R1")
    #expect(reading.text.contains("confié à l’extérieur"))
    #expect(reading.text.contains("À l’extérieur (1)"))
    let options = reading.elements.filter { $0.name == "option" }
    #expect(options.contains { $0.attributes["value"] == "outside scheme t<axi" })
    let none = PlanReport(plan: SmallDay.plan, scenario: scenario, language: .french).page
    let other = try #require(XmlReading(none))
    #expect(!other.text.contains("confié à l’extérieur"))
    #expect(!other.values(of: "value").contains { $0.hasPrefix("outside scheme") })
  }

  @Test func theirRoadsAreAskedForAndFollowed() throws {
    let ends = DriveEnds.all(of: plan, in: scenario)
    let own = DriveEnds(
      from: Position(latitude: 44.523, longitude: 1.423),
      to: Position(latitude: 44.4451, longitude: 1.4402))
    #expect(ends.contains(own))
    let bend = Position(latitude: 44.48, longitude: 1.5)
    let roads = RoadLines(attribution: "A", lines: [own: [bend]])
    let text = PlanReport(plan: plan, scenario: scenario, language: .french, roads: roads).mapData
    let line = try #require(
      text.split(separator: "\n").first { $0.contains("\"kind\":\"outside\"") })
    #expect(line.contains("[1.5,44.48]") && line.contains("\"price\":21.50"))
    #expect(line.contains("\"approximate\":false") && line.contains("Bons & taxi"))
  }
}
