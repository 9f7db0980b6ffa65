import Foundation
import Testing

/// `camin report tariff` on a plan of the small scenario.
@Suite struct TariffReportTests {
  private let scratch: Scratch
  private let plan: String

  init() throws {
    scratch = try Scratch()
    plan = scratch.path("out/plan.json")
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
  }

  private func report(_ options: String...) throws -> Camin.Run {
    try Camin.run(["report", "tariff", Shipped.small, plan] + options)
  }

  private func object(_ run: Camin.Run) throws -> [String: Any] {
    #expect(run.status == 0, "\(run.everything)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func aTaxiWithoutRateHasNoAmountAndSaysSo() throws {
    let tariff = try object(report("--department", "46", "--json"))
    let lines = try #require(tariff["patients"] as? [[String: Any]])
    #expect(!lines.isEmpty)
    for line in lines {
      #expect((line["amount"] is [String: Any]) == (line["mode"] as? String == "vsl"), "\(line)")
    }
    let hasTaxi = lines.contains { $0["mode"] as? String == "taxi" }
    #expect(tariff["missing"] as? [String] == (hasTaxi ? ["taxi-2025.tariff.rate.46"] : []))
    let text = try report("--department", "46")
    #expect(text.output.contains("Camin n’invente pas de tarif") == hasTaxi)
  }

  @Test func partsAddUpInEveryLine() throws {
    let tariff = try object(report("--taxi-rate", "1.10", "--json"))
    for line in try #require(tariff["patients"] as? [[String: Any]]) {
      let amount = try #require(line["amount"] as? [String: Int], "\(line)")
      let total = try #require(amount["total_cents"])
      let abatement = try #require(amount["abatement_cents"])
      #expect(amount.values.reduce(0, +) - total - 2 * abatement == total)
    }
    #expect((tariff["missing"] as? [String])?.isEmpty == true)
  }

  @Test func theTableHasARowForEachPatientRiderAndVolunteer() throws {
    let tariff = try object(report("--taxi-rate", "1.10", "--json"))
    let counts = ["patients", "shares", "volunteers", "fares"].map {
      (tariff[$0] as? [[String: Any]])?.count ?? 0
    }
    let table = try report("--taxi-rate", "1.10", "--csv")
    let rows = table.output.split(separator: "\r\n")
    #expect(rows.count == 1 + counts.reduce(0, +))
    #expect(
      Set(rows.map { $0.split(separator: ";", omittingEmptySubsequences: false).count }) == [20])
  }

  @Test func saysWhatRidesOnDemandCost() throws {
    let tariff = try object(report("--json"))
    let fares = try #require(tariff["fares"] as? [[String: Any]])
    #expect(!fares.isEmpty)
    for line in fares {
      let companions = try #require(line["companions"] as? Int)
      #expect(line["fare_cents"] as? Int == 200 * (1 + companions), "\(line)")
    }
    let text = try report()
    #expect(text.output.contains("Voyageurs du transport à la demande"), "\(text.everything)")
    #expect(text.output.contains("Total de \(fares.count) trajet(s) : "))
  }

  @Test func saysWhichRulesItRestsOnInBothLanguages() throws {
    let french = try report()
    #expect(french.output.contains("taxi-2025 (depuis le 01/10/2025"), "\(french.everything)")
    let english = try report("--lang", "en")
    #expect(english.output.contains("taxi-2025 (since 2025-10-01"))
  }

  @Test func refusesWhatMakesNoSense() throws {
    #expect(try report("--taxi-rate", "-1").status == 64)
    #expect(try report("--csv", "--json").status == 64)
    let none = try Camin.run("report", "tariff", Shipped.small, scratch.path("none.json"))
    #expect(none.status == 66)
  }

  @Test func thePageAndTheSheetsNameTheRulesAndTheirDates() throws {
    let page = try scratch.text("out/plan.html")
    #expect(page.contains("tap-2025 (depuis le 01/03/2025"))
    #expect(page.contains("Règles\u{A0}: "))
  }
}
