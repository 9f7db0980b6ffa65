import Foundation
import Testing

/// `camin scenario problem`.
@Suite struct ProblemTests {
  @Test func theProblemCanBeSolvedAndIsTheSameEachTime() throws {
    let scratch = try Scratch()
    for file in ["a.json", "b.json"] {
      let run = try Camin.run(
        "scenario", "problem", Shipped.small, "--out", scratch.path(file), "--quiet")
      #expect(run.status == 0, "\(run.everything)")
    }
    let (a, b) = try (
      Data(contentsOf: URL(filePath: scratch.path("a.json"))),
      Data(contentsOf: URL(filePath: scratch.path("b.json")))
    )
    #expect(a == b && a.count > 10_000)
    let solved = try Camin.run(
      "solve", scratch.path("a.json"), "--format", "json", "--iterations", "200", "--out",
      scratch.path("solution.json"))
    #expect(solved.status == 0, "\(solved.everything)")
    let check = try Camin.run("check", scratch.path("a.json"), scratch.path("solution.json"))
    #expect(check.status == 0, "\(check.everything)")
  }
}
