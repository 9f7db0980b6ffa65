import Foundation
import Testing

/// `camin doctor`.
@Suite struct DoctorTests {
  @Test func tellsWhatIsThereAndWhatIsNot() throws {
    let scratch = try Scratch()
    let run = try Camin.run(["doctor", "--json"], environment: ["PATH": scratch.folder.path])
    #expect(run.status == 0, "\(run.everything)")
    let findings = try #require(object(run.output)["findings"] as? [[String: Any]])
    let states = Dictionary(
      uniqueKeysWithValues: findings.compactMap { finding in
        (finding["id"] as? String).map { ($0, finding["state"] as? String ?? "") }
      })
    #expect(states["time_zone"] == "fine")
    // No program stands in that folder, so that none can print.
    #expect(states["pdf"] == "absent")
    let text = try Camin.run(["doctor"], environment: ["PATH": scratch.folder.path])
    #expect(text.output.contains("apt-get install chromium"), "\(text.everything)")
    #expect(text.output.contains("Camin peut travailler ici."))
  }

  @Test func aProgramThatPrintsIsFound() throws {
    let scratch = try Scratch()
    let program = scratch.folder.appending(path: "weasyprint")
    try Data("#!/bin/sh\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let run = try Camin.run(["doctor", "--lang", "en"], environment: ["PATH": scratch.folder.path])
    #expect(run.status == 0 && run.output.contains("weasyprint"), "\(run.everything)")
  }

  @Test func aFolderThatCannotBeWrittenIsAFault() throws {
    let run = try Camin.run(["doctor"], environment: ["TMPDIR": "/nowhere/at/all"])
    #expect(run.status == 69 && run.output.contains("TMPDIR"), "\(run.everything)")
  }
}
