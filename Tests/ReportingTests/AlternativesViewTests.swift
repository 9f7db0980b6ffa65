import Planning
import Reporting
import Testing

/// What a bus or train would do, on the page (R12).
@Suite struct AlternativesViewTests {
  private func text(_ fr: String, _ en: String) -> Bilingual { Bilingual(fr: fr, en: en) }

  private var alternatives: [LegAlternative] {
    [
      LegAlternative(
        leg: "b1-1", title: text("8 h 10 – 8 h 50", "08:10 – 08:50"),
        steps: [text("À 8 h 10, car <12>.", "At 08:10, bus <12>.")],
        obstacles: [text("trop de marche", "too far on foot")], isSteered: false),
      LegAlternative(
        leg: "b2-1", title: text("23 h 40 – 0 h 10", "23:40 – 00:10"), steps: [], obstacles: [],
        isSteered: false),
      LegAlternative(
        leg: "b3-1", title: nil, steps: [], obstacles: [text("rien", "nothing")], isSteered: false),
    ]
  }

  private func page(_ language: Language, _ alternatives: [LegAlternative]?) -> String {
    PlanReport(
      plan: SmallDay.plan, scenario: SmallDay.scenario, language: language,
      alternatives: alternatives
    ).page
  }

  @Test func isThereOnlyWhereTimetablesAreKnown() {
    #expect(!page(.french, nil).contains("id=\"alternatives\""))
    #expect(page(.french, []).contains("id=\"alternatives\""))
  }

  @Test(arguments: [
    (
      Language.french, "Où il convient : 1", "Ne convient pas : trop de marche.",
      "Aucun car ni train vers l’heure voulue (1)"
    ),
    (
      .english, "Where it will do: 1", "Will not do: too far on foot.",
      "No bus or train at about the time wished (1)"
    ),
  ])
  func tellsEachLeg(_ language: Language, suited: String, reason: String, none: String) throws {
    let reading = try #require(XmlReading(page(language, alternatives)))
    for text in [suited, reason, none] { #expect(reading.text.contains(text), "\(text)") }
    #expect(reading.text.contains("<12>"))
    let driver = language == .french ? "Dans ce plan : v07 (" : "In this plan: v07 ("
    #expect(reading.text.contains(driver), "who drives it in the plan")
    #expect(reading.values(of: "href").contains("#alternatives"))
  }
}
