import CaminTestSupport
import Foundation
import Testing

/// What happens where the output cannot go.
@Suite struct OutputTests {
  @Test func refusesAFolderThatCannotBe() throws {
    let scratch = try Scratch()
    try Data("x".utf8).write(to: scratch.folder.appending(path: "file"))
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "0", "--out", scratch.path("file/out"))
    #expect(run.status == 73, "\(run.everything)")
    #expect(run.output.isEmpty && run.errors.contains("file/out"))
    #expect(try scratch.names() == ["file"])
  }

  @Test func leavesFilesOfOthersAlone() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("mine"), withIntermediateDirectories: false)
    try Data("keep".utf8).write(to: scratch.folder.appending(path: "mine/letter.txt"))
    let run = try Camin.run(
      "plan", Shipped.small, "--iterations", "0", "--out", scratch.path("mine"))
    #expect(run.status == 73 && run.errors.contains("letter.txt"), "\(run.everything)")
    #expect(try scratch.names("mine") == ["letter.txt"])
  }

  /// The generator wrote the scenario, so its folder is Camin's own; the plan must not replace it all the same.
  @Test func neverReplacesTheScenarioByItsPlan() throws {
    let scratch = try Scratch()
    let scenario = try scratch.scenario()
    let before = try scratch.names("scenario")
    let run = try Camin.run(
      "plan", scenario.path, "--iterations", "0", "--out", scenario.path)
    #expect(run.status == 73, "\(run.everything)")
    #expect(try scratch.names("scenario") == before)
  }

  @Test func replacesAnEarlierPlan() throws {
    let scratch = try Scratch()
    for seed in ["1", "2"] {
      let run = try Camin.run(
        "plan", Shipped.small, "--iterations", "0", "--seed", seed, "--out", scratch.path("out"))
      #expect(run.status == 0, "\(run.everything)")
    }
    #expect(try scratch.names() == ["out"])
    let provenance = try PlanFile(scratch.path("out/plan.json")).root["provenance"]
    #expect((provenance as? [String: Any])?["seed"] as? Int == 2)
  }

  @Test func saysWhenStandardOutputIsFull() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let process = Process()
    process.executableURL = URL(filePath: Camin.path)
    process.arguments = ["schema"]
    process.standardOutput = full
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.sleepUntilExit()
    #expect(process.terminationStatus == 74)
  }
}
