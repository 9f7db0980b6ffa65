import CaminTestSupport
import Foundation
import Testing

/// `camin manual`: a page for each command, and completion, from the commands themselves.
@Suite struct ManualTests {
  private func pages(_ language: String, _ scratch: Scratch) throws -> String {
    let run = try Camin.run("manual", scratch.path("share"), "--lang", language)
    try #require(run.status == 0, "\(run.everything)")
    return language == "fr" ? "share/man/fr/man1" : "share/man/man1"
  }

  @Test(arguments: ["fr", "en"])
  func everyCommandHasAPageThatSaysWhatAllIsFor(language: String) throws {
    let scratch = try Scratch()
    let folder = try pages(language, scratch)
    let commands = try CommandDump.all(language: language)
    let names = commands.map { command in
      (["camin"] + command.words.split(separator: " ").map(String.init)).joined(separator: "-")
        + ".1"
    }
    #expect(try scratch.names(folder) == names.sorted())
    for (command, name) in zip(commands, names) {
      // As it is read, without the escapes of roff.
      let page = try scratch.text(folder + "/" + name).replacing("\\-", with: "-")
        .replacing("\\ ", with: " ").replacing("\u{A0}", with: " ")
      #expect(!command.abstract.isEmpty, "\(name)")
      for argument in command.arguments {
        #expect(!argument.text.isEmpty, "\(name): \(argument.names) is not explained")
        for word in argument.names { #expect(page.contains(word), "\(name) lacks \(word)") }
        let beginning = argument.text.split(separator: " ").prefix(3).joined(separator: " ")
          .replacing("\u{A0}", with: " ")
        let spoken = language == "fr" && beginning.hasPrefix("Show ") ? "Montrer" : beginning
        #expect(page.contains(spoken), "\(name) lacks “\(spoken)”")
      }
      for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "ENVIRONMENT"] {
        let title = ["NAME": "NOM", "ENVIRONMENT": "ENVIRONNEMENT"][section] ?? section
        #expect(
          page.contains(".SH \"\(language == "fr" ? title : section)\""), "\(name) \(section)")
      }
    }
  }

  private static let formatter = "/usr/bin/groff"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: Self.formatter), "no groff on this machine"))
  func theFormatterHasNothingToSay() throws {
    let scratch = try Scratch()
    let folder = try pages("fr", scratch)
    for name in try scratch.names(folder) {
      let process = Process()
      process.executableURL = URL(filePath: Self.formatter)
      process.arguments = [
        "-man", "-K", "utf8", "-T", "utf8", "-ww", scratch.path(folder + "/" + name),
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try scratch.sink("said")
      try process.run()
      process.sleepUntilExit()
      #expect(process.terminationStatus == 0, "\(name)")
      let said = try scratch.text("said")
      #expect(said.isEmpty, "\(name): \(said)")
    }
  }

  @Test func completionsStandWhereShellsLookForThem() throws {
    let scratch = try Scratch()
    _ = try pages("fr", scratch)
    for file in [
      "bash-completion/completions/camin", "zsh/site-functions/_camin",
      "fish/vendor_completions.d/camin.fish",
    ] {
      #expect(try scratch.text("share/" + file).contains("publish"), "\(file)")
    }
    let check = Process()
    check.executableURL = URL(filePath: "/bin/bash")
    check.arguments = ["-n", scratch.path("share/bash-completion/completions/camin")]
    try check.run()
    check.sleepUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test func otherFilesStayAndWhatCannotBeWrittenIsTold() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("share/man/man1"), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: scratch.folder.appending(path: "share/man/man1/other.1"))
    let english = try pages("en", scratch)
    #expect(try scratch.names(english).contains("other.1"))
    try Data("x".utf8).write(to: scratch.folder.appending(path: "file"))
    let run = try Camin.run("manual", scratch.path("file"))
    #expect(run.status == 73 && run.errors.contains("file"), "\(run.everything)")
  }
}
