import Foundation
import Testing

/// The command line as a habit: every command speaks JSON when asked, keeps to the documented statuses, and says in both
/// languages what is wrong.
@Suite struct HabitTests {
  /// Commands without a line in the table: they read from elsewhere or go on until they are stopped, and have suites of
  /// their own (`VroomTests`, `ServerTests`); the last needs an id that another command has made.
  private static let elsewhere: Set = ["vroom", "serve", "key revoke"]

  @Test func everyCommandHasTheSameOptions() throws {
    for command in try CommandDump.all() where !command.isGroup {
      // What `vroom` answers is JSON always, in the words of VROOM.
      let wanted = command.words == "vroom" ? ["--lang"] : ["--json", "--quiet", "--lang"]
      for option in wanted {
        #expect(command.options.contains(option), "\(command.words) \(option)")
      }
    }
  }

  @Test func everyCommandDoesItsWorkInJSONAndRefusesWhatIsWrong() throws {
    let files = try CommandFiles()
    let cases = try files.dayCases() + files.storeCases() + files.otherCases()
    let commands = try CommandDump.all().filter { !$0.isGroup }.map(\.words)
    #expect(Set(cases.map(\.command)).union(Self.elsewhere) == Set(commands))
    let documented = try statuses()
    for item in cases {
      let run = try Camin.run(item.line(item.good) + ["--json"], in: files.scratch.folder)
      #expect(run.status == 0, "\(item.command)\n\(run.everything)")
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(run.output.utf8))) != nil,
        "\(item.command) tells no JSON\n\(run.everything)")
      #expect(run.errors.isEmpty, "\(item.command) says besides\n\(run.errors)")
      let before = try names(files)
      let refused = try Camin.run(item.line(item.bad) + ["--json"], in: files.scratch.folder)
      #expect(
        refused.status == item.status && documented.contains(refused.status),
        "\(item.command)\n\(refused.everything)")
      try expectFaults(refused, item.command)
      #expect(try names(files) == before, "\(item.command) has left something")
    }
  }

  /// Names in the folder, but for what SQLite keeps beside a store.
  private func names(_ files: CommandFiles) throws -> [String] {
    try files.scratch.names().filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
  }

  /// Faults stand on standard error, each with what to do about it in both languages.
  private func expectFaults(_ run: Camin.Run, _ command: String) throws {
    #expect(run.output.isEmpty, "\(command)\n\(run.output)")
    let faults = (try? object(run.errors))?["faults"] as? [[String: Any]] ?? []
    #expect(!faults.isEmpty, "\(command)\n\(run.errors)")
    for fault in faults {
      #expect(fault["code"] as? String != "internal", "\(command) \(fault)")
      for key in ["cause", "remedy"] {
        let words = fault[key] as? [String: String] ?? [:]
        #expect(
          words["fr"]?.isEmpty == false && words["en"]?.isEmpty == false, "\(command) \(fault)")
      }
    }
  }

  /// The statuses that the help names.
  private func statuses() throws -> Set<Int32> {
    let help = try Camin.run("--help").output
    return Set(help.matches(of: /\n +(\d+) {1,3}\S/).compactMap { Int32($0.1) })
  }
}
