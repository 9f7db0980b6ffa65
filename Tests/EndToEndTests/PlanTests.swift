import Foundation
import Testing

/// `camin plan` on the shipped small scenario.
@Suite struct PlanTests {
  private static let files = [
    ".camin-files", "plan.geojson", "plan.html", "plan.json", "runs.csv", "unserved.csv",
  ]

  private func plan(_ folder: String, _ more: String...) throws -> Camin.Run {
    try Camin.run(
      ["plan", Shipped.small, "--out", folder, "--iterations", "60", "--seed", "7"] + more)
  }

  @Test func writesAPlanThatTheCheckerPasses() throws {
    let scratch = try Scratch()
    let run = try plan(scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("Trajets servis"))
    #expect(run.output.contains(scratch.path("out")))
    #expect(try scratch.names() == ["out"])
    #expect(try scratch.names("out") == Self.files)
    let plan = try PlanFile(scratch.path("out/plan.json"))
    #expect(!plan.runs.isEmpty)
    let map = try object(scratch.text("out/plan.geojson"))
    #expect(map["type"] as? String == "FeatureCollection")
    #expect(try scratch.text("out/plan.html").contains("</html>"))
    let check = try Camin.run("check", Shipped.small, scratch.path("out/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
  }

  @Test("R46: equal seed and iterations give equal bytes on any number of threads")
  func equalSeedAndIterationsGiveEqualBytesOnAnyNumberOfThreads() throws {
    let scratch = try Scratch()
    for (folder, threads) in [("one", "1"), ("two", "2"), ("again", "2")] {
      let run = try plan(scratch.path(folder), "--threads", threads, "--quiet")
      #expect(run.status == 0, "\(run.everything)")
    }
    for file in Self.files {
      let first = try scratch.data("one/" + file)
      #expect(try scratch.data("two/" + file) == first, "\(file)")
      #expect(try scratch.data("again/" + file) == first, "\(file)")
    }
  }

  @Test func namesTheFolderAfterTheDayUnlessTold() throws {
    let scratch = try Scratch()
    let run = try Camin.run(
      ["plan", Shipped.small, "--iterations", "0"], in: scratch.folder)
    #expect(run.status == 0, "\(run.everything)")
    #expect(try scratch.names() == ["plan-2026-11-25"])
    #expect(run.output.contains("plan-2026-11-25"))
  }

  @Test func tellsProgramsInJSON() throws {
    let scratch = try Scratch()
    let run = try plan(scratch.path("out"), "--json")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.everything)")
    let result = try object(run.output)
    #expect(result["folder"] as? String == scratch.path("out"))
    #expect(result["seed"] as? Int == 7)
    let legs = try #require(result["indicators"] as? [String: Any])["legs"] as? Int
    #expect(legs == 40)
  }

  @Test func saysNothingWhenQuiet() throws {
    let scratch = try Scratch()
    let run = try plan(scratch.path("out"), "--quiet")
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.everything)")
  }

  @Test func writesNoControlCodesWhereThereIsNoTerminal() throws {
    let scratch = try Scratch()
    let run = try plan(scratch.path("out"))
    let codes = (run.output + run.errors).unicodeScalars.filter {
      ($0.value < 32 && $0 != "\n") || $0.value == 127
    }
    #expect(codes.isEmpty)
    #expect(run.errors.contains("objectif"), "there is plain progress: \(run.errors)")
  }

  @Test func speaksEnglishWhenAsked() throws {
    let scratch = try Scratch()
    let run = try plan(scratch.path("out"), "--lang", "en")
    #expect(run.output.contains("Legs served") && !run.output.contains("Trajets"))
    #expect(try scratch.text("out/plan.html").contains("lang=\"en\""))
  }

  @Test func isAsGoodAsTheTimeGiven() throws {
    let scratch = try Scratch()
    let start = ContinuousClock.now
    let run = try Camin.run(
      "plan", Shipped.small, "--time-limit", "1", "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.everything)")
    #expect(ContinuousClock.now - start < .seconds(60))
    let provenance = try PlanFile(scratch.path("out/plan.json")).root["provenance"]
    let made = try #require(provenance as? [String: Any])
    #expect(made["time_limit_seconds"] as? Double == 1)
    #expect((made["scenario_hash"] as? String)?.count == 64)
  }
}
