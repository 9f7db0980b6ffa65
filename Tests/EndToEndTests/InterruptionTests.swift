import Foundation
import Testing

/// Ctrl-C, and the end of the process at any moment.
@Suite struct InterruptionTests {
  private func plan(_ folder: String, seconds: String) -> [String] {
    ["plan", Shipped.small, "--time-limit", seconds, "--out", folder]
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func theFirstSignalGivesThePlanSoFar(signal: Int32) throws {
    let scratch = try Scratch()
    let start = ContinuousClock.now
    let run = try Camin.run(plan(scratch.path("out"), seconds: "600")) { process in
      Thread.sleep(forTimeInterval: 1.5)
      kill(process.processIdentifier, signal)
    }
    #expect(run.status == 0 && !run.wasKilled, "\(run.everything)")
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(run.errors.contains("Arrêt demandé"))
    let check = try Camin.run("check", Shipped.small, scratch.path("out/plan.json"))
    #expect(check.status == 0, "\(check.everything)")
  }

  @Test func theSecondSignalQuitsAtOnce() throws {
    let scratch = try Scratch()
    // Without a rest of search to stop, the second signal would come after the end.
    let run = try Camin.run(plan(scratch.path("out"), seconds: "600")) { process in
      Thread.sleep(forTimeInterval: 1.5)
      kill(process.processIdentifier, SIGSTOP)
      kill(process.processIdentifier, SIGINT)
      kill(process.processIdentifier, SIGTERM)
      kill(process.processIdentifier, SIGCONT)
    }
    #expect([128 + SIGINT, 128 + SIGTERM].contains(run.status), "\(run.everything)")
    #expect(try scratch.names().isEmpty)
  }

  /// Kills at moments spread over a whole run, most of them around the writing.
  @Test func aKillLeavesTheOldPlanOrTheNewOne() throws {
    let scratch = try Scratch()
    let arguments = ["plan", Shipped.small, "--iterations", "0", "--out", scratch.path("out")]
    let start = ContinuousClock.now
    #expect(try Camin.run(arguments + ["--seed", "1"]).status == 0)
    let whole = ContinuousClock.now - start
    let wholeSeconds =
      Double(whole.components.attoseconds) * 1e-18
      + Double(whole.components.seconds)
    let files = try scratch.names("out")
    var killed = 0
    for attempt in 0..<24 {
      let delay = wholeSeconds * Double(attempt) / 20
      let run = try Camin.run(arguments + ["--seed", "\(attempt + 2)"]) { process in
        Thread.sleep(forTimeInterval: delay)
        kill(process.processIdentifier, SIGKILL)
      }
      if run.wasKilled { killed += 1 }
      #expect(try scratch.names("out") == files, "killed after \(delay) s")
      let plan = try PlanFile(scratch.path("out/plan.json"))
      #expect(plan.root["provenance"] != nil)
    }
    #expect(killed > 0)
    #expect(try Camin.run(arguments).status == 0)
    #expect(try scratch.names() == ["out"], "what the dead left behind is gone")
  }
}
