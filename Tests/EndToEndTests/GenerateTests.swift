import Foundation
import Testing

/// `camin scenario generate`.
@Suite struct GenerateTests {
  /// The command that the shipped folder's own README gives, run as it stands.
  @Test func makesTheShippedFolderAgain() throws {
    let scratch = try Scratch()
    let scenarios = scratch.folder.appending(path: "Scenarios")
    try FileManager.default.createDirectory(at: scenarios, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: scenarios.appending(path: "territories").path,
      withDestinationPath: Shipped.root.appending(path: "Scenarios/territories").path)
    let arguments =
      "scenario generate --territory Scenarios/territories/lot --size small --seed 46 "
      + "--date 2026-11-25 --out Scenarios/lot-small"
    let run = try Camin.run(
      arguments.split(separator: " ").map(String.init), in: scratch.folder,
      environment: ["LANG": "en_GB.UTF-8"])
    #expect(run.status == 0, "\(run.everything)")
    let files = try FileManager.default.contentsOfDirectory(atPath: Shipped.small)
    #expect(files.contains("bookings.csv"))
    for file in files where !file.hasPrefix(".") {
      let shipped = try Data(contentsOf: URL(filePath: Shipped.small + "/" + file))
      #expect(try scratch.data("Scenarios/lot-small/" + file) == shipped, "\(file)")
    }
  }

  @Test func writesADocumentThatCanBePlanned() throws {
    let scratch = try Scratch()
    let run = try Camin.run(
      "scenario", "generate", "--territory", Shipped.territory, "--size", "small", "--seed", "5",
      "--date", "2026-11-26", "--out", scratch.path("day.json"), "--json")
    #expect(run.status == 0, "\(run.everything)")
    #expect((try object(run.output)["legs"] as? Int ?? 0) > 0)
    #expect(try Camin.run("validate", scratch.path("day.json")).status == 0)
  }

  @Test func tellsWhatSizesThereAre() throws {
    let scratch = try Scratch()
    let run = try Camin.run(
      "scenario", "generate", "--territory", Shipped.territory, "--size", "huge", "--seed", "5",
      "--date", "2026-11-26", "--out", scratch.path("day"))
    #expect(run.status == 65 && run.errors.contains("ordinary"), "\(run.everything)")
    #expect(try scratch.names().isEmpty)
  }
}
