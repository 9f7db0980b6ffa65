import Foundation
import Testing

/// R33: riders whom the scheme cannot serve, given away at a price, in the built command.
@Suite struct FallbackTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The small day without its last resources, and a fallback with so much money.
  private func day(budget: Double) throws -> DayDocument {
    var day = try DayDocument()
    day.keepResources(1)
    day.setTerritory(
      "fallbacks",
      to: [
        [
          "id": "taxi", "name": "Bons taxi", "fixed": 6, "per_km": 1.2, "budget": budget,
          "insured": true, "needs_accepted": ["walker", "door_help"],
        ]
      ])
    return day
  }

  private func plan(_ day: DayDocument, _ more: String...) throws -> (Camin.Run, PlanFile) {
    try day.write(scratch.path("day.json"))
    let run = try Camin.run(
      [
        "plan", scratch.path("day.json"), "--iterations", "60", "--out", scratch.path("out"),
      ] + more)
    #expect(run.status == 0, "\(run.everything)")
    return (run, try PlanFile(scratch.path("out/plan.json")))
  }

  private func check() throws -> Camin.Run {
    try Camin.run("check", scratch.path("day.json"), scratch.path("out/plan.json"))
  }

  @Test func ridersAreGivenAwayWithinTheBudgetAndToldApart() throws {
    let (run, plan) = try plan(day(budget: 150))
    let outside = try #require(plan.root["outside"] as? [[String: Any]])
    let spent = outside.compactMap { $0["price"] as? Double }.reduce(0, +)
    #expect(!outside.isEmpty && spent <= 150.001 && !plan.unserved.isEmpty)
    let given = Set(outside.compactMap { $0["leg"] as? String })
    let refused = plan.unserved.flatMap { $0["legs"] as? [String] ?? [] }
    #expect(given.isDisjoint(with: refused))
    #expect(run.output.contains("Confiés à Bons taxi") && run.output.contains("sur 150,00"))
    let table = try scratch.text("out/outside.csv")
    #expect(table.split(separator: "\r\n").count == 1 + outside.count)
    let page = try scratch.text("out/plan.html")
    #expect(page.contains("Confiés à l’extérieur") && page.contains("id=\"outside\""))
    #expect(try check().status == 0)
    let leg = try #require(given.sorted().first)
    let told = try Camin.run(
      "explain", scratch.path("day.json"), scratch.path("out/plan.json"), leg)
    #expect(told.status == 0 && told.output.contains("Confié à Bons taxi"), "\(told.everything)")
    #expect(told.output.contains("Sans recours extérieur, non servi"))
  }

  @Test func theSamePlanIsMadeAgain() throws {
    let (_, first) = try plan(day(budget: 150))
    let (_, second) = try plan(day(budget: 150), "--threads", "2")
    let hashes = [first, second].map {
      ($0.root["provenance"] as? [String: Any])?["plan_hash"] as? String
    }
    #expect(hashes[0] != nil && hashes[0] == hashes[1])
    let replay = try Camin.run(
      "replay", scratch.path("out/plan.json"), scratch.path("day.json"))
    #expect(replay.status == 0, "\(replay.everything)")
  }

  @Test func aPlanThatSpendsTooMuchIsRejected() throws {
    _ = try plan(day(budget: 150))
    try day(budget: 1).write(scratch.path("day.json"))
    let run = try check()
    #expect(run.status == 1, "\(run.everything)")
    #expect(run.output.contains("[outside-budget] Bons taxi"))
  }

  @Test func inEnglish() throws {
    let (run, _) = try plan(day(budget: 150), "--lang", "en")
    #expect(run.output.contains("Given to Bons taxi") && run.output.contains("of €150.00"))
  }

  @Test func allThatIsWrongWithAFallbackIsToldAtOnce() throws {
    var day = try DayDocument()
    day.setTerritory(
      "fallbacks",
      to: [
        ["id": "a b", "fixed": -2, "budget": "beaucoup"],
        ["id": "ami", "budget": 10, "modes": ["bus"]],
        ["id": "ami", "fixed": 2],
      ])
    try day.write(scratch.path("day.json"))
    let run = try Camin.run("validate", scratch.path("day.json"), "--json")
    #expect(run.status == 65)
    let faults = try #require(object(run.output)["faults"] as? [[String: Any]])
    let told = Set(
      faults.map { "\($0["code"] as? String ?? "") \($0["pointer"] as? String ?? "")" })
    #expect(
      told.isSuperset(of: [
        "bad-id /territory/fallbacks/0/id", "out-of-range /territory/fallbacks/0/fixed",
        "wrong-type /territory/fallbacks/0/budget", "unknown-value /territory/fallbacks/1/modes/0",
        "missing-value /territory/fallbacks/2/budget",
      ]), "\(told)")
  }
}
