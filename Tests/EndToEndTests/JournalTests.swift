import Foundation
import Testing

/// `camin plan --journal` and `camin journal`.
@Suite struct JournalTests {
  @Test func everyPlanIsNoted() throws {
    let scratch = try Scratch()
    let journal = scratch.path("journal.sqlite")
    for seed in ["1", "2"] {
      let run = try Camin.run(
        "plan", Shipped.small, "--iterations", "0", "--seed", seed, "--quiet", "--out",
        scratch.path("out"), "--journal", journal)
      #expect(run.status == 0, "\(run.everything)")
    }
    let list = try Camin.run("journal", journal, "--json")
    let runs = try #require(object(list.output)["runs"] as? [[String: Any]])
    #expect(runs.map { $0["seed"] as? Int } == [2, 1])
    #expect(runs.allSatisfy { $0["date"] as? String == "2026-11-25" })
    #expect(Set(runs.compactMap { $0["scenario_hash"] as? String }).count == 1)
    let text = try Camin.run("journal", journal, "--limit", "1")
    #expect(text.output.split(separator: "\n").count == 1, "\(text.everything)")
    let purge = try Camin.run("journal", journal, "--purge-before", "2020-01-01")
    #expect(purge.status == 0 && purge.output.contains("0"), "\(purge.everything)")
  }

  @Test func aFileThatIsNoJournalIsToldBeforeTheSearch() throws {
    let scratch = try Scratch()
    try Data("a letter".utf8).write(to: scratch.folder.appending(path: "letter.txt"))
    let run = try Camin.run(
      "plan", Shipped.small, "--time-limit", "600", "--out", scratch.path("out"), "--journal",
      scratch.path("letter.txt"))
    #expect(run.status == 65 && run.errors.contains("letter.txt"), "\(run.everything)")
    #expect(try scratch.names() == ["letter.txt"])
    #expect(try Camin.run("journal", scratch.path("none")).status == 66)
    #expect(
      try Camin.run("journal", scratch.path("none"), "--purge-before", "2020-01-01").status == 66)
    #expect(try scratch.names() == ["letter.txt"])
  }
}
