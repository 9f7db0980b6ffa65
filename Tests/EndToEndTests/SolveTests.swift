import Foundation
import Testing

/// `camin solve` on published instances, its answers recomputed without any code of Camin's.
@Suite struct SolveTests {
  /// An instance whose optimum is proven.
  struct Case: Sendable, CustomTestStringConvertible {
    var path: String
    var optimum: Double
    var testDescription: String { path }
  }

  @Test(arguments: [
    Case(path: "darp_ab/a2-16.txt", optimum: 294.25),
    Case(path: "darp_pr/pr01", optimum: 190.02),
  ])
  func findsTheKnownOptimum(known: Case) throws {
    let scratch = try Scratch()
    let file = Shipped.instance(known.path)
    let run = try Camin.run(
      "solve", file, "--format", "darp", "--iterations", "4000", "--seed", "1", "--quiet", "--out",
      scratch.path("solution.json"))
    #expect(run.status == 0 && run.output.isEmpty, "\(run.everything)")
    let solution = try object(scratch.text("solution.json"))
    let routes = try #require(solution["routes"] as? [[Int]])
    let stated = try #require(solution["cost"] as? Double)
    let instance = try CordeauInstance(file)
    #expect(instance.faults(in: routes).isEmpty)
    let cost = instance.cost(of: routes)
    #expect(abs(cost - stated) < 1e-6)
    #expect(abs(cost - known.optimum) < 0.005, "\(cost)")
  }

  /// The recount would notice wrong routes.
  @Test func recountRefusesWrongRoutes() throws {
    let instance = try CordeauInstance(Shipped.instance("darp_ab/a2-16.txt"))
    let inOrder = (1...16).map { [$0, $0 + 16] }
    #expect(instance.faults(in: inOrder).isEmpty, "each rider alone in a vehicle of their own")
    #expect(!instance.faults(in: inOrder.map { $0.reversed() }).isEmpty)
    #expect(!instance.faults(in: Array(inOrder.dropLast())).isEmpty)
    #expect(!instance.faults(in: [inOrder.flatMap { $0 }]).isEmpty)
  }

  @Test func writesToStandardOutputWithoutAFile() throws {
    let run = try Camin.run(
      "solve", Shipped.instance("li_lim_100/lc101.txt"), "--format", "pdptw", "--iterations",
      "200", "--json")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.everything)")
    let solution = try object(run.output)
    #expect(solution["format"] as? String == "pdptw")
    let routes = try #require(solution["routes"] as? [[Int]])
    #expect(!routes.flatMap { $0 }.contains(0), "no depots")
  }

  @Test func equalSeedsGiveEqualRoutesOnAnyNumberOfThreads() throws {
    let routes = try ["1", "2"].map { threads in
      let run = try Camin.run(
        "solve", Shipped.instance("darp_ab/a3-18.txt"), "--iterations", "500", "--threads", threads,
        "--json")
      return try #require(object(run.output)["routes"] as? [[Int]])
    }
    #expect(routes[0] == routes[1])
  }

  @Test func tellsBadInstancesFromMissingOnes() throws {
    let scratch = try Scratch()
    try Data("1 2 three\n".utf8).write(to: scratch.folder.appending(path: "bad.txt"))
    let bad = try Camin.run(
      "solve", scratch.path("bad.txt"), "--format", "darp", "--out", scratch.path("out.json"))
    #expect(bad.status == 65 && bad.errors.contains("bad.txt"), "\(bad.everything)")
    #expect(try scratch.names() == ["bad.txt"])
    #expect(try Camin.run("solve", scratch.path("none"), "--format", "darp").status == 66)
  }
}
