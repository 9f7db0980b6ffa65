import Foundation
import Planning
import Reporting
import Testing

/// Whoever holds a sheet can tell by which rules it was made, since when they hold and how sure they are.
@Suite("Rule profiles on page and sheets")
struct ProfileWordsTests {
  private static let plan = SmallDay.plan {
    $0.profiles = ["tad-local", "volunteer-default", "tus-2019", "tap-2025", "gone-1999"]
  }

  private func page(
    _ language: Language, _ scenario: Scenario = SmallDay.scenario
  ) throws -> String {
    let page = PlanReport(plan: Self.plan, scenario: scenario, language: language).page
    return try #require(XmlReading(page)).text
  }

  @Test("R44: each run sheet names its rules with their dates, and says where a text is missing")
  func sheets() throws {
    let text = try page(.french)
    let volunteer = "volunteer-default (depuis le 01/01/2015), tus-2019 (depuis le 24/10/2019)"
    #expect(text.contains("Règles : " + volunteer), "\(text)")
    let doubt = "Certains chiffres ne sont pas confirmés par un texte officiel."
    #expect(text.components(separatedBy: doubt).count == 3, "one for each of the two sheets")
    #expect(text.contains("Règles : tad-local (depuis le 01/01/2015). " + doubt))
    let english = try page(.english)
    #expect(english.contains("Rules: tad-local (since "))
    #expect(english.contains("Some figures are not confirmed by an official text."))
  }

  @Test("R44: a profile confirmed to the last figure has no such note, and its end is told")
  func confirmed() throws {
    var scenario = SmallDay.scenario
    var tad = try #require(try ShippedProfiles.all().first { $0.id == "tad-local" })
    tad.validTo = PlanDate(year: 2026, month: 12, day: 31)
    for key in tad.figures.keys { tad.figures[key]?.status = .confirmed }
    scenario.profiles = [tad]
    let text = try page(.french, scenario)
    #expect(text.contains("Règles : tad-local (du 01/01/2015 au 31/12/2026). "))
    #expect(!text.contains("31/12/2026). Certains"))
    let words = ProfileWords(.french)
    #expect(!words.text(tad).contains("non confirmé"))
    tad.figures["promise"]?.status = .assumed
    #expect(words.text(tad).contains("1 chiffre(s) sur \(tad.figures.count) non confirmé(s)"))
  }

  @Test("R44: the page lists every profile of the plan, also one that is no longer known")
  func list() throws {
    let text = try page(.french)
    for id in ["tap-2025 (depuis le 01/03/2025 ; ", "tus-2019 (", "gone-1999"] {
      #expect(text.contains(id), "\(id)")
    }
  }
}
