import Foundation
import Interchange
import Planning
import Testing

/// Two sets of files that share some names; a mixture of them would show.
private func files(_ letter: String) -> [OutputFile] {
  var files = [
    OutputFile("common.txt", text: letter), OutputFile("sheets/own-\(letter)", text: ""),
  ]
  for number in 0..<12 {
    files.append(
      OutputFile("sheets/\(number).txt", text: String(repeating: letter, count: 20_000)))
  }
  return files
}

/// The letter of the set in a folder, `absent` where there is no folder, or `mixture`.
private func state(of folder: String) -> String {
  guard FileManager.default.fileExists(atPath: folder) else { return "absent" }
  for letter in ["A", "B"] {
    let expected = files(letter)
    let names = Set(expected.map(\.name) + [".camin-files", "sheets"])
    let found = Set(FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
    let equal = expected.allSatisfy { file in
      FileManager.default.contents(atPath: folder + "/" + file.name) == Data(file.bytes)
    }
    if found == names, equal { return letter }
  }
  return "mixture"
}

@Suite struct AtomicOutputTests {
  @Test func replacesAsAWhole() throws {
    let sandbox = try ScenarioSandbox()
    let out = sandbox.path + "/out"
    try AtomicOutput(folder: out).replace(with: files("A"))
    #expect(state(of: out) == "A")
    try AtomicOutput(folder: out + "/").replace(with: files("B"))
    #expect(state(of: out) == "B")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == ["out"])
  }

  @Test func aMissingParentIsToldInTheUsersLanguage() throws {
    let sandbox = try ScenarioSandbox()
    do throws(Faults) {
      try AtomicOutput(folder: sandbox.path + "/absent/out").replace(with: files("A"))
      Issue.record("a folder was made in a folder that does not exist")
    } catch {
      #expect(error.faults.map(\.code) == ["cannot-write"])
      #expect(error.faults[0].cause.fr.hasSuffix("(ce dossier n’existe pas)."))
      #expect(error.faults[0].cause.en.hasSuffix("(there is no such folder)."))
    }
  }

  @Test func foreignFilesAreNeverRemoved() throws {
    let sandbox = try ScenarioSandbox()
    let out = sandbox.path + "/out"
    try AtomicOutput(folder: out).replace(with: files("A"))
    try sandbox.write("out/contacts.csv", "à garder")
    do throws(Faults) {
      try AtomicOutput(folder: out).replace(with: files("B"))
      Issue.record("the folder with a foreign file was replaced")
    } catch {
      #expect(error.faults.map(\.code) == ["foreign-files"])
      #expect(error.faults[0].cause.fr.contains("contacts.csv"))
    }
    #expect(try sandbox.text("out/contacts.csv") == "à garder")
    #expect(try sandbox.text("out/common.txt") == "A")
    // An empty folder, such as one just made, holds nothing to lose.
    try FileManager.default.createDirectory(
      atPath: sandbox.path + "/new", withIntermediateDirectories: true)
    try AtomicOutput(folder: sandbox.path + "/new").replace(with: files("B"))
    #expect(state(of: sandbox.path + "/new") == "B")
  }

  @Test(arguments: ["../x", "/x", "a//b", "", ".", "a/../b", "common.txt", ".camin-files", "a\nb"])
  func namesStayInTheFolder(name: String) throws {
    let sandbox = try ScenarioSandbox()
    let out = sandbox.path + "/out"
    #expect(throws: Faults.self) {
      try AtomicOutput(folder: out).replace(with: files("A") + [OutputFile(name, text: "x")])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == [])
  }

  @Test func aFileOrNothingAroundIsRefused() throws {
    let sandbox = try ScenarioSandbox()
    try sandbox.write("file", "x")
    for target in ["/file", "/absent/out", "/file/out"] {
      #expect(throws: Faults.self) {
        try AtomicOutput(folder: sandbox.path + target).replace(with: files("A"))
      }
    }
    #expect(try sandbox.text("file") == "x")
  }

  /// Kills a real process after each step, with and without the exchange of names.
  @Test(arguments: AtomicOutput.Step.allCases, [true, false])
  func killedAfterAStep(step: AtomicOutput.Step, mayExchange: Bool) async throws {
    // The step between two renames is there only where names are not exchanged.
    if step == .movedAside, mayExchange { return }
    let sandbox = try ScenarioSandbox()
    let out = sandbox.path + "/out"
    try AtomicOutput(folder: out).replace(with: files("A"))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [out = out as String, step = step as AtomicOutput.Step, mayExchange = mayExchange as Bool] in
      let output = AtomicOutput(folder: out, mayExchange: mayExchange) { reached in
        if reached == step { kill(getpid(), SIGKILL) }
      }
      try output.replace(with: files("B"))
    }
    let old: Set = [AtomicOutput.Step.cleaned, .filesWritten, .synced]
    let expected = step == .movedAside ? "absent" : old.contains(step) ? "A" : "B"
    #expect(state(of: out) == expected)
    // The next run finds what the dead one left, tidies up and ends as usual.
    try sandbox.write("witness", "")
    #expect(throws: Faults.self) {
      try AtomicOutput(folder: out).replace(with: [OutputFile("..", text: "")])
    }
    try AtomicOutput(folder: out).replace(with: files("A"))
    #expect(state(of: out) == "A")
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.path).sorted()
    #expect(left == ["out", "witness"])
  }

  @Test func theOldFolderIsPutBackAfterAKillBetweenTwoRenames() async throws {
    let sandbox = try ScenarioSandbox()
    let out = sandbox.path + "/out"
    try AtomicOutput(folder: out).replace(with: files("A"))
    await #expect(processExitsWith: .signal(SIGKILL)) { [out = out as String] in
      try AtomicOutput(folder: out, mayExchange: false) { step in
        if step == .movedAside { kill(getpid(), SIGKILL) }
      }.replace(with: files("B"))
    }
    #expect(state(of: out) == "absent")
    // Stopped right after tidying up, the next run has put the old set back.
    await #expect(processExitsWith: .signal(SIGKILL)) { [out = out as String] in
      try AtomicOutput(folder: out, mayExchange: true) { step in
        if step == .cleaned { kill(getpid(), SIGKILL) }
      }.replace(with: files("B"))
    }
    #expect(state(of: out) == "A")
  }

  /// Kills a real process that writes without end, at moments that no step announces.
  @Test(arguments: 1...25)
  func killedAtAnyMoment(round: UInt64) async throws {
    let sandbox = try ScenarioSandbox()
    let out = sandbox.path + "/out"
    try AtomicOutput(folder: out).replace(with: files("A"))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [out = out as String, pause = round &* 7919 % 40_000 as UInt64] in
      Thread.detachNewThread {
        usleep(UInt32(pause))
        kill(getpid(), SIGKILL)
      }
      while true {
        try AtomicOutput(folder: out).replace(with: files("B"))
        try AtomicOutput(folder: out).replace(with: files("A"))
      }
    }
    #expect(["A", "B"].contains(state(of: out)))
    try AtomicOutput(folder: out).replace(with: files("B"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == ["out"])
  }
}
