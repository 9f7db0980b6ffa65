import Foundation
import Testing

/// `camin report impact` on plans of the small scenario.
@Suite struct ImpactReportTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "40", "--quiet", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
  }

  private func report(_ arguments: String...) throws -> Camin.Run {
    try Camin.run(["report", "impact"] + arguments)
  }

  private func values(_ run: Camin.Run, _ column: Int = 0) throws -> [String: Double] {
    #expect(run.status == 0, "\(run.everything)")
    let columns = try #require(try object(run.output)["columns"] as? [[String: Any]])
    return try #require(columns[column]["values"] as? [String: Double])
  }

  @Test func figuresAreThoseOfThePlanFile() throws {
    let folder = scratch.path("out")
    let told = try values(report(folder, "--scenario", Shipped.small, "--json"))
    let plan = try PlanFile(scratch.path("out/plan.json"))
    let metres = plan.runs.compactMap { $0["metres"] as? Int }.reduce(0, +)
    let empty = plan.runs.compactMap { $0["empty_metres"] as? Int }.reduce(0, +)
    let cost = plan.runs.compactMap { $0["cost"] as? Double }.reduce(0, +)
    let pickups = plan.runs.indices.flatMap(plan.stops).count { $0["kind"] as? String == "pickup" }
    #expect(told["vehicle_km"] == Double(metres) / 1000)
    #expect(abs((told["empty_share"] ?? 0) - Double(empty) / Double(metres)) < 1e-12)
    #expect(abs((told["cost"] ?? 0) - cost) < 1e-6)
    #expect(told["legs_asked"] == 40 && told["legs_served"] == Double(pickups))
    #expect(told["broken_rules"] == 0)
  }

  @Test func factorsAndBaselinesAreChosenByName() throws {
    let folder = scratch.path("out")
    let new = try values(report(folder, "--scenario", Shipped.small, "--json"))
    let old = try values(
      report(
        folder, "--scenario", Shipped.small, "--json", "--factors", "ademe-base-carbone",
        "--baseline", "own-car"))
    let car = try #require(new["co2_kg_baseline_own_car"])
    #expect(abs((old["co2_kg_baseline_own_car"] ?? 0) - car / 0.1423 * 0.2176) < 1e-6)
    #expect(old["co2_kg_baseline_relative"] == nil)
    #expect(abs((new["co2_kg_baseline_relative"] ?? 0) - 2 * car) < 1e-6)
  }

  @Test func severalDaysAreAddedUpWhateverTheOrderOfTheirScenarios() throws {
    let made = try Camin.run(
      "scenario", "generate", "--territory", Shipped.territory, "--size", "30", "--seed", "7",
      "--date", "2026-11-26", "--out", scratch.path("next.json"))
    #expect(made.status == 0, "\(made.everything)")
    let planned = try Camin.run(
      "plan", scratch.path("next.json"), "--iterations", "30", "--quiet", "--out",
      scratch.path("next"))
    #expect(planned.status == 0, "\(planned.everything)")
    let run = try report(
      scratch.path("next"), scratch.path("out/plan.json"), "--scenario", scratch.path("next.json"),
      Shipped.small, "--json")
    let columns = try (0..<3).map { try values(run, $0) }
    for key in ["legs_asked", "legs_served", "vehicle_km", "cost", "co2_kg", "runs"] {
      let sum = try #require(columns[0][key]) + (try #require(columns[1][key]))
      #expect(abs(sum - (columns[2][key] ?? 0)) < 1e-6, "\(key)")
    }
    #expect(columns[0]["legs_asked"] == 40)
    let text = try report(
      scratch.path("next"), scratch.path("out"), "--scenario", Shipped.small,
      scratch.path("next.json"), "--lang", "en")
    #expect(text.output.contains("2026-11-26") && text.output.contains("Formulas"))
  }

  @Test func theTableAndTheTextAreInBothLanguages() throws {
    let folder = scratch.path("out")
    let french = try report(folder, "--scenario", Shipped.small)
    #expect(french.status == 0 && french.output.contains("Part à vide"), "\(french.everything)")
    #expect(french.output.contains("minibus"))
    let table = try report(folder, "--scenario", Shipped.small, "--csv", "--lang", "en")
    #expect(table.output.contains("empty_share;Empty share;share;"), "\(table.everything)")
  }

  @Test func allFaultsOfAllFilesAreToldAtOnce() throws {
    var plan = try PlanFile(scratch.path("out/plan.json"))
    let metres = try #require(plan.runs[0]["metres"] as? Int)
    plan.runs[0]["metres"] = metres + 1000
    try plan.write(scratch.path("wrong.json"))
    let run = try report(
      scratch.path("wrong.json"), scratch.path("none.json"), "--scenario", Shipped.small,
      scratch.path("nowhere"))
    #expect(run.status == 65, "\(run.everything)")
    #expect(run.output.isEmpty && run.errors.contains("/runs/0/metres"))
    #expect(run.errors.contains("none.json") && run.errors.contains("nowhere"))
  }

  @Test func refusesWhatMakesNoSense() throws {
    let folder = scratch.path("out")
    let small = ["--scenario", Shipped.small]
    func status(_ arguments: [String]) throws -> Int32 {
      try Camin.run(["report", "impact"] + arguments).status
    }
    #expect(try status([folder]) == 64)
    #expect(try status([folder] + small + ["--baseline", "teleport"]) == 64)
    #expect(try status([folder] + small + ["--csv", "--json"]) == 64)
    #expect(try status([folder] + small + ["--factors", "ademe-1900"]) == 66)
    #expect(try status([scratch.path("none")] + small) == 66)
    // The same day twice, and a plan whose day is not given.
    #expect(try status([folder, folder] + small) == 65)
    try Data("{\"id\": 3}".utf8).write(to: scratch.folder.appending(path: "f.json"))
    #expect(try status([folder] + small + ["--factors", scratch.path("f.json")]) == 65)
  }
}
