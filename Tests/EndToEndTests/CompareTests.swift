import Foundation
import Testing

/// `camin compare` on the small scenario.
@Suite struct CompareTests {
  private func compare(_ arguments: String...) throws -> Camin.Run {
    try Camin.run(["compare"] + arguments)
  }

  private func columns(_ run: Camin.Run) throws -> [[String: Double]] {
    let root = try object(run.output)
    let comparison = try #require(root["comparison"] as? [String: Any])
    let columns = try #require(comparison["columns"] as? [[String: Any]])
    return columns.compactMap { $0["values"] as? [String: Double] }
  }

  @Test func plansApartAndPooledAndWritesPlansThatTheCheckerTakes() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    let run = try compare(Shipped.small, "--iterations", "300", "--out", out, "--json")
    #expect(run.status == 0, "\(run.everything)")
    let columns = try columns(run)
    #expect(columns.count == 2 && columns.allSatisfy { $0["legs_asked"] == 40 })
    #expect(
      try scratch.names("out").filter { !$0.hasPrefix(".") } == [
        "apart.json", "comparison.csv", "comparison.html", "comparison.json", "pooled.json",
      ])
    for (name, values) in zip(["apart.json", "pooled.json"], columns) {
      let check = try Camin.run("check", Shipped.small, out + "/" + name)
      #expect(check.status == 0, "\(check.everything)")
      let plan = try PlanFile(out + "/" + name)
      let pickups = plan.runs.indices.flatMap(plan.stops).count {
        $0["kind"] as? String == "pickup"
      }
      #expect(values["legs_served"] == Double(pickups))
    }
    // Planned apart, no patient is driven by anybody but a VSL or taxi, and the parts are the whole.
    let parts = try #require(try object(run.output)["apart"] as? [[String: Any]])
    #expect(parts.compactMap { $0["legs"] as? Int }.reduce(0, +) == 40)
    #expect(
      parts.compactMap { $0["served"] as? Int }.reduce(0, +) == Int(columns[0]["legs_served"] ?? -1)
    )
    let iterations = parts.compactMap { $0["iterations"] as? Int }.reduce(0, +)
    #expect(abs(iterations - 300) <= 3)
  }

  @Test func theSameIterationsGiveTheSameComparison() throws {
    let runs = try (0..<2).map { _ in
      try compare(Shipped.small, "--iterations", "60", "--seed", "3", "--csv")
    }
    #expect(runs[0].status == 0 && runs[0].output == runs[1].output, "\(runs[0].everything)")
  }

  @Test func speaksBothLanguagesAndSaysHowItWasDone() throws {
    let french = try compare(Shipped.small, "--iterations", "20")
    #expect(french.status == 0, "\(french.everything)")
    #expect(french.output.contains("à part") && french.output.contains("Part à vide"))
    #expect(french.output.contains("Qui prend quoi à part"))
    let english = try compare(
      Shipped.small, "--iterations", "20", "--lang", "en", "--time-limit", "5")
    #expect(english.output.contains("pooled") && english.output.contains("Who takes what apart"))
  }

  @Test func decisionsAcrossOffersAreTold() throws {
    let scratch = try Scratch()
    let scenario = try scratch.scenario()
    let made = try Camin.run(
      "compare", scenario.path, "--iterations", "20", "--json")
    #expect((try object(made.output)["locks"] as? [Any])?.isEmpty == true)
    // b002 goes to the TAD or a volunteer; a VSL may not carry it, which the coordinator overrules.
    let old = String(
      decoding: try Data(contentsOf: scenario.url.appending(path: "locks.csv")), as: UTF8.self)
    try scenario.write(
      "locks.csv", Data((old + "b002;vsl01;imposer;\r\n").utf8))
    let run = try Camin.run("compare", scenario.path, "--iterations", "20", "--json")
    let locks = try #require(try object(run.output)["locks"] as? [[String: Any]])
    #expect(locks.map { $0["fate"] as? String } == ["moves"], "\(run.everything)")
    #expect(locks.map { $0["offer"] as? String } == ["patients"])
  }

  @Test func whatTheTadRefusesCanBeHandedOn() throws {
    let scratch = try Scratch()
    let out = scratch.path("out")
    let run = try Camin.run(
      "compare", Shipped.small, "--iterations", "3", "--hand-on", "--out", out, "--json")
    #expect(run.status == 0, "\(run.everything)")
    let parts = try #require(try object(run.output)["apart"] as? [[String: Any]])
    let handed = parts.compactMap { $0["handed_on"] as? Int }
    #expect(handed.count == parts.count)
    let legs = parts.compactMap { $0["legs"] as? Int }.reduce(0, +)
    #expect(handed.reduce(0, +) > 0 ? legs > 40 : legs == 40)
    let check = try Camin.run("check", Shipped.small, out + "/apart.json")
    #expect(check.status == 0, "\(check.everything)")
  }

  @Test func twoPlansOfADayAreComparedAsTheyAre() throws {
    let scratch = try Scratch()
    for (name, iterations) in [("a", "0"), ("b", "200")] {
      let run = try Camin.run(
        "plan", Shipped.small, "--iterations", iterations, "--quiet", "--out", scratch.path(name))
      #expect(run.status == 0, "\(run.everything)")
    }
    let run = try compare(Shipped.small, scratch.path("a"), scratch.path("b/plan.json"), "--json")
    #expect(run.status == 0, "\(run.everything)")
    let columns = try columns(run)
    for (name, values) in zip(["a", "b"], columns) {
      let metres = try PlanFile(scratch.path(name + "/plan.json")).runs
        .compactMap { $0["metres"] as? Int }.reduce(0, +)
      #expect(values["vehicle_km"] == Double(metres) / 1000)
    }
    // A plan that breaks rules is compared all the same, and told by the exit status.
    var broken = try PlanFile(scratch.path("a/plan.json"))
    var stops = broken.stops(0)
    for key in ["arrival", "start", "departure"] {
      stops[0][key] = try PlanFile.moved(stops[0][key], by: 7200)
    }
    broken.set(stops: stops, ofRun: 0)
    try broken.write(scratch.path("broken.json"))
    let judged = try compare(Shipped.small, scratch.path("broken.json"), scratch.path("b"))
    #expect(judged.status == 1 && judged.output.contains("enfreint des règles"))
  }

  @Test func refusesWhatMakesNoSense() throws {
    let scratch = try Scratch()
    #expect(try compare(Shipped.small, scratch.path("a")).status == 64)
    #expect(try compare(Shipped.small, "--csv", "--json").status == 64)
    #expect(try compare(Shipped.small, "--baseline", "x").status == 64)
    #expect(try compare(Shipped.small, "--iterations", "-1").status == 64)
    #expect(try compare(Shipped.small, scratch.path("a"), scratch.path("b")).status == 66)
    #expect(try compare(scratch.path("none")).status == 66)
    let scenario = try scratch.scenario()
    let into = try compare(scenario.path, "--iterations", "0", "--out", scenario.path)
    #expect(into.status == 73, "\(into.everything)")
  }
}
