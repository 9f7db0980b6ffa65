import Foundation
import Planning
import Reporting
import Testing

@Suite("The page") struct PageTests {
  private func page(
    _ language: Language = .french, plan: Plan = SmallDay.plan,
    scenario: Scenario = SmallDay.scenario
  ) -> String {
    PlanReport(plan: plan, scenario: scenario, language: language).page
  }

  @Test(arguments: Language.allCases) func isWellFormedInItsLanguage(language: Language) throws {
    let reading = try #require(XmlReading(page(language)))
    #expect(reading.elements.first?.attributes["lang"] == language.rawValue)
    let ids = reading.values(of: "id")
    #expect(Set(ids).count == ids.count)
    let targets = reading.values(of: "href")
    #expect(targets.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
    let labels = reading.values(of: "aria-labelledby")
    #expect(!labels.isEmpty && labels.allSatisfy(ids.contains))
    for landmark in ["header", "nav", "main", "footer", "h1"] {
      #expect(reading.count(of: landmark) >= 1, "\(landmark)")
    }
  }

  @Test func asksForNothingOutside() throws {
    let html = page()
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("//www"))
    #expect(!html.contains("url(") && !html.contains("@import") && !html.contains("fetch("))
    let reading = try #require(XmlReading(html))
    let policy = reading.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none';") == true)
    #expect(reading.values(of: "src").isEmpty && reading.count(of: "link") == 0)
  }

  @Test func makesHostileNamesHarmless() throws {
    let html = page()
    #expect(!html.contains("<script>alert"))
    let reading = try #require(XmlReading(html))
    #expect(reading.text.contains("Lieu-dit <script>alert(1)</script> & \"Pech\""))
    #expect(reading.count(of: "script") == 1)
    let hostile = SmallDay.plan {
      $0.territoryName = "\u{202E}\u{0}</style></title><img src=x onerror=alert(1)>"
      $0.runs[0].id = "\"><b>#1"
      $0.unserved[0].rider = "'><svg onload=alert(1)>"
    }
    let other = try #require(XmlReading(page(plan: hostile)))
    #expect(other.values(of: "onerror").isEmpty && other.values(of: "onload").isEmpty)
    #expect(other.count(of: "img") == 0)
  }

  @Test(
    "R45: what keeps each driver from a leg is on the page, folded away, and harmless",
    arguments: [
      (Language.french, "Par bénévole et véhicule"), (.english, "By volunteer and vehicle"),
    ])
  func bindings(_ language: Language, _ title: String) throws {
    #expect(!page(language).contains(title), "nothing to tell")
    let plan = SmallDay.plan {
      $0.unserved[0].bindings = [
        Binding(
          leg: "b3-1", rule: "volunteer-default.radius", resources: ["v07", "<b>v08"], value: 38,
          limit: 35, unit: "km", source: "Radius & habit", proven: true,
          text: Bilingual(fr: "À 38 km", en: "At 38 km"))
      ]
    }
    let reading = try #require(XmlReading(page(language, plan: plan)))
    #expect(reading.values(of: "class").filter { $0 == "bindings" }.count == 1)
    #expect(reading.text.contains(title) && reading.text.contains("v07, <b>v08"))
    #expect(reading.text.contains("volunteer-default.radius"))
    #expect(reading.text.contains("Radius & habit"))
  }

  @Test("R15: the weights of refusals are on the page, the greatest first")
  func priorities() throws {
    var scenario = SmallDay.scenario
    scenario.territory.priorities = [:]
    #expect(!page(scenario: scenario).contains("Priorités (poids"))
    scenario.territory.priorities = ["leisure": 0.5, "care": 3]
    let text = page(scenario: scenario)
    #expect(text.contains("soins\u{A0}3, ordinaire\u{A0}1, leisure\u{A0}0,5"))
    scenario.territory.priorities["leisure"] = 4
    #expect(
      page(.english, scenario: scenario).contains("leisure\u{A0}4, care\u{A0}3, ordinary\u{A0}1"))
  }

  @Test("R43: changes to tell are on the page where a plan was told before")
  func changes() throws {
    #expect(!page().contains("Changements à annoncer"))
    let plan = SmallDay.plan {
      $0.changes = PlanChanges(
        previous: "ab", keepsTimes: false,
        changes: [
          PlanChange(
            kind: .called, person: "<i>v9", to: "v9", price: 3,
            text: Bilingual(fr: "v9 est appelé.", en: "v9 is called."))
        ])
    }
    let reading = try #require(XmlReading(page(plan: plan)))
    #expect(reading.text.contains("<i>v9") && reading.text.contains("v9 est appelé."))
    let nothing = SmallDay.plan {
      $0.changes = PlanChanges(previous: "ab", keepsTimes: false, changes: [])
    }
    #expect(page(.english, plan: nothing).contains("Nothing changes for those who were told."))
  }

  @Test func noLineBeginsWithAMarkOrAUnit() {
    let plan = SmallDay.plan {
      $0.unserved[0].reasons[0].text.fr = "Fin vers 12:10 ± 45 min ; « plein » : 3 km, trop loin"
    }
    let bound = "Fin vers 12:10~±~45~min~; «~plein~»~: 3~km, trop loin"
    #expect(page(plan: plan).contains(bound.replacing("~", with: "\u{A0}")))
  }

  @Test func warnsOfEstimatedTimesOnlyWhereTheyAre() {
    #expect(page().contains("Temps de trajet estimés"))
    #expect(
      !page(plan: SmallDay.plan { $0.approximate = false }).contains("Temps de trajet estimés"))
    #expect(page(.english).contains("Estimated travel times"))
  }

  @Test func drawsStraightLinesDashedAndSaysSo() throws {
    let reading = try #require(XmlReading(page()))
    let lines = reading.elements.filter { $0.name == "use" }.compactMap { $0.attributes["class"] }
    #expect(lines.filter { $0.hasSuffix("straight") }.count == 4, "with riders and empty, twice")
    #expect(!lines.contains("loaded") && !lines.contains("empty"))
    #expect(reading.text.contains("approximatives") && !reading.text.contains("Routes : "))
    #expect(page(.english).contains("Dashed lines are approximate"))
  }

  @Test func drawsRoadsAndSaysWhoseTheyAre() throws {
    let ends = DriveEnds.all(of: SmallDay.plan, in: SmallDay.scenario)
    let bend = Position(latitude: 44.6, longitude: 1.6)
    let roads = RoadLines(
      attribution: "© <b>A</b>", lines: Dictionary(uniqueKeysWithValues: ends.map { ($0, [bend]) }))
    let html = PlanReport(
      plan: SmallDay.plan { $0.approximate = false }, scenario: SmallDay.scenario,
      language: .french, roads: roads
    ).page
    let reading = try #require(XmlReading(html))
    let uses = reading.elements.filter { $0.name == "use" }
    let lines = uses.compactMap { $0.attributes["class"] }
    #expect(lines.filter { $0 == "loaded" }.count == 2)
    #expect(!lines.contains { $0.contains("straight") })
    #expect(reading.text.contains("Routes : © <b>A</b>"))
    #expect(!reading.text.contains("pointillées"))
    let used = Set(uses.compactMap { $0.attributes["href"] })
    #expect(used.isSubset(of: Set(reading.values(of: "id").map { "#" + $0 })))
  }

  @Test func saysWhereTimesComeFrom() throws {
    let travel = TravelProvenance(
      kind: .roads, source: "lot.roads", fingerprint: "graph:12", attribution: "© A (ODbL)")
    let plan = SmallDay.plan {
      $0.approximate = false
      $0.provenance.travel = travel
    }
    let text = try #require(XmlReading(page(plan: plan))).text
    #expect(text.contains("réseau routier (lot.roads) · © A (ODbL)") && text.contains("graph:12"))
    #expect(text.contains("Temps et kilomètres par la route : © A (ODbL)"))
    let estimated = try #require(XmlReading(page())).text
    #expect(estimated.contains("approximatifs, estimés en ligne droite"))
  }

  @Test func tellsTheDriverWhatToDo() throws {
    let text = try #require(XmlReading(page())).text
    for phrase in [
      "Prise en charge", "Reste en fauteuil roulant, 1 accompagnant", "Attendu à 09:00",
      "Revient à 11:40 avec tad-1", "Sur place à 08:05, 10 min d’attente",
      "Fin du rendez-vous estimée à 11:30 ± 20 min", "Pause", "Repart à 23:10",
      "5 sièges + 1 fauteuil roulant", "jeudi 26 novembre",
    ] {
      #expect(text.contains(phrase), "\(phrase)")
    }
  }

  @Test func givesReasonsAndTheLeastChange() throws {
    let text = try #require(XmlReading(page(.english))).text
    #expect(text.contains("Nobody available at that time"))
    #expect(text.contains("Both drivers are busy then."))
    #expect(text.contains("(2 of 2 drivers and vehicles)"))
    #expect(text.contains("Arriving 20 min later, with v07."))
  }

  @Test func listsWhomToTellWhat() throws {
    let text = try #require(XmlReading(page())).text
    #expect(text.contains("11:40 Hôpital; porte B, Cahors"))
    #expect(
      text.contains("Non servi : =1+1, Mercuès → Hôpital; porte B, Cahors, arriver avant 10:00"))
  }

  @Test func namesEveryNeedOfTheShippedProfile() throws {
    let profile = try #require(try ShippedProfiles.all().first { $0.kind == "needs" })
    let codes = Set(
      profile.figures.keys.compactMap { $0.split(separator: ".").first.map(String.init) }
    )
    .subtracting(["default"])
    #expect(codes.count > 4)
    for code in codes.sorted() {
      let plan = SmallDay.plan { $0.runs[1].stops[0].needs = [code] }
      let report = PlanReport(plan: plan, scenario: SmallDay.scenario, language: .french)
      #expect(!report.runsTable.contains(";\(code.replacing("_", with: " "));"), "\(code)")
    }
  }

  @Test func keepsRunColoursReadable() {
    let colors = Set(page(plan: LotDay().plan).matches(of: /--run:#([0-9a-f]{6})/).map(\.1))
    #expect(colors.count >= 8)
    for color in colors {
      let parts = stride(from: 0, to: 6, by: 2).map { offset -> Double in
        let start = color.index(color.startIndex, offsetBy: offset)
        let value =
          Double(Int(color[start..<color.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      #expect(1.05 / (luminance + 0.05) >= 4.5, "\(color)")
    }
  }

  @Test func drawsEveryRunOnMapAndTimeline() throws {
    let reading = try #require(XmlReading(page()))
    let numbered = reading.elements.filter { $0.attributes["data-run"] == "1" }
    #expect(numbered.map(\.name) == ["g", "details", "div"])
    let bars = reading.elements.filter { $0.attributes["class"] == "bar rest" }
    #expect(bars.count == 2, "one in the legend, one in the run")
    // From 08:00 to 01:00: the break at 12:20 starts after 260 of 1020 minutes and takes 30.
    #expect(bars.last?.attributes["style"] == "left:25.490%;width:2.941%")
  }

  @Test func survivesAnEmptyPlanAndAnUnknownScenario() throws {
    let empty = SmallDay.plan {
      $0.runs = []
      $0.unserved = []
    }
    let nothing = Scenario(territory: SmallDay.scenario.territory)
    let text = try #require(XmlReading(page(plan: empty, scenario: nothing))).text
    #expect(text.contains("Toutes les demandes sont servies."))
    let unknown = try #require(XmlReading(page(scenario: nothing)))
    #expect(unknown.count(of: "article") == 2)
    #expect(unknown.text.contains("home-r1"))
  }

  @Test func collectsTheShiftsOfADriverOnOneSheet() throws {
    let plan = SmallDay.plan {
      var second = $0.runs[1]
      second.id = "v07#2"
      second.departure += 36_000
      $0.runs.append(second)
    }
    #expect(try #require(XmlReading(page(plan: plan))).count(of: "article") == 2)
  }
}
