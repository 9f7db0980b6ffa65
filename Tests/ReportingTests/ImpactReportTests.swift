import Foundation
import Planning
import Reporting
import Testing

@Suite("R62: reports of indicators") struct ImpactReportTests {
  /// A day of 3 legs of which 2 are served by volunteers over 100 km, 40 of them loaded.
  private func totals(cost: Double = 32) -> ImpactTotals {
    var totals = ImpactTotals()
    totals.days = 1
    totals.bookings = 3
    totals.servedBookings = 2
    totals.asked = [.volunteers: 3]
    totals.unserved = [.volunteers: 1]
    totals.unservedByReason = ["no_resource_in_time": 1]
    var runs = ImpactTotals.ModeTotals()
    (runs.runs, runs.legs, runs.sharedLegs) = (1, 2, 2)
    (runs.metres, runs.loadedMetres, runs.riderMetres) = (100_000, 40_000, 60_000)
    (runs.directMetres, runs.homeMetres, runs.cost) = (60_000, 60_000, cost)
    totals.modes[.volunteer] = runs
    totals.rideRatios = [1, 1.5]
    totals.volunteers = ["lot/v1": 100_000]
    return totals
  }

  private func factors() throws -> EmissionFactors {
    try #require(try ShippedFactors.all().first { $0.id == "ademe-2025" })
  }

  private func report(
    _ count: Int, _ language: Language, _ baselines: [Baseline] = Baseline.allCases
  ) throws -> ImpactReport {
    let days = (0..<count).map {
      (date: PlanDate(year: 2026, month: 11, day: 25 + $0), totals: totals())
    }
    return ImpactReport(
      days, territory: "Lot", factors: try factors(), baselines: baselines, language: language)
  }

  private func lines(_ text: String) -> [String] {
    text.replacing("\u{A0}", with: " ").split(whereSeparator: \.isNewline).map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }

  @Test func tellsADayInFrench() throws {
    let text = lines(try report(1, .french).text)
    #expect(text.first == "Lot, mercredi 25 novembre 2026")
    for line in [
      "Trajets demandés 3", "Trajets servis 2", "Personne de disponible à cette heure 1",
      "Km de véhicules 100,0 km", "à vide 60,0 km", "dont domiciles des bénévoles 60,0 km",
      "Part à vide 60,0 %", "Occupation 1,50", "Coût par trajet 16,00 €", "CO2 14,2 kg",
      "CO2 si seul dans sa voiture 8,5 kg", "évité par le plan -5,7 kg",
      "CO2 si un proche fait deux allers-retours 17,1 kg",
      "Occupation = km de voyageurs / km en charge",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(text.contains { $0.contains("Supposé, confirmé par aucune source : minibus.") })
    #expect(!text.contains { $0.hasPrefix("transport à la demande") })
  }

  @Test func tellsADayInEnglishWithOneBaseline() throws {
    let text = lines(try report(1, .english, [.ownCar]).text)
    #expect(text.contains("Empty share 60.0%") && text.contains("Cost per passenger trip €16.00"))
    #expect(text.contains("CO2 if alone in the own car 8.5 kg"))
    #expect(!text.contains { $0.contains("relative") || $0.hasPrefix("CO2 if no trip") })
  }

  @Test func severalDaysHaveALineEachAndTheirSum() throws {
    let text = lines(try report(3, .french).text)
    #expect(text.first == "Lot, 3 jours")
    #expect(text.contains("27/11/2026 3 2 100 60,0 % 1,50 32 € 14,2 kg"))
    #expect(text.contains("total 9 6 300 60,0 % 1,50 96 € 42,7 kg"))
    #expect(text.contains("Trajets demandés 9"))
  }

  @Test(arguments: [1, 2]) func tablesHaveAColumnADayAndAllIndicators(days: Int) throws {
    let table = try #require(CsvReading(try report(days, .french).table))
    let dates = ["25/11/2026", "26/11/2026"].prefix(days) + (days == 1 ? [] : ["total"])
    #expect(table.header == ["indicateur", "libellé", "unité"] + dates + ["formule"])
    let ids = table.rows.compactMap { $0["indicateur"] }
    #expect(Set(ids).count == ids.count && ids.contains("co2_kg_saved_relative"))
    let empty = try #require(table.rows.first { $0["indicateur"] == "empty_share" })
    #expect(empty["25/11/2026"] == "0,6000" && empty["libellé"] == "Part à vide")
    #expect(empty["formule"]?.contains("km à vide / km de véhicules") == true)
  }

  @Test func theDocumentNamesEveryValueItHolds() throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let data = try encoder.encode(try report(2, .english).document)
    let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let columns = try #require(root["columns"] as? [[String: Any]])
    #expect(columns.compactMap { $0["id"] as? String } == ["2026-11-25", "2026-11-26", "total"])
    let values = try #require(columns[2]["values"] as? [String: Double])
    #expect(values["vehicle_km"] == 200 && values["empty_share"] == 0.6)
    #expect(values["occupancy_vsl"] == nil && values["volunteer_km_greatest"] == 200)
    let meanings = try #require(root["indicators"] as? [[String: Any]])
    let named = Set(meanings.compactMap { $0["id"] as? String })
    #expect(named.isSuperset(of: values.keys))
    let factors = try #require(root["factors"] as? [String: Any])
    #expect(factors["id"] as? String == "ademe-2025")
    #expect((root["baselines"] as? [[String: Any]])?.count == 3)
  }

  private func comparison(_ language: Language, note: String = "n") throws -> ComparisonReport {
    func column(_ id: String, _ title: String, _ cost: Double) throws -> ImpactColumn {
      ImpactColumn(
        id: id, title: Bilingual(fr: title, en: title),
        impact: Impact(totals(cost: cost), factors: try factors()))
    }
    return ComparisonReport(
      try column("apart", "à part", 32), try column("pooled", "en commun", 30),
      of: Territory(
        id: "lot", name: "Lot", date: PlanDate(year: 2026, month: 11, day: 25)),
      factors: try factors(), baselines: [.relative], notes: [note], language: language)
  }

  @Test func twoPlansStandSideBySideWithTheirDifference() throws {
    let text = lines(try comparison(.french).text)
    #expect(text.contains("à part en commun écart"))
    #expect(text.contains("Coût 32,00 € 30,00 € -2,00 €"))
    #expect(text.contains("Part à vide 60,0 % 60,0 % 0,0 pt"))
    #expect(text.contains("Trajets servis 2 2 0") && text.contains("n"))
  }

  @Test func thePageIsWellFormedEscapedAndFetchesNothing() throws {
    for language in Language.allCases {
      let page = try comparison(language, note: "<script>alert(1)</script>").page
      #expect(page.contains("&lt;script&gt;") && !page.contains("<script"))
      #expect(page.contains("default-src &#39;none&#39;") && !page.contains("http://"))
      #expect(!page.contains("https://") && page.contains("lang=\"\(language.rawValue)\""))
      #expect(page.replacing("\u{A0}", with: " ").contains("km"))
    }
  }
}
