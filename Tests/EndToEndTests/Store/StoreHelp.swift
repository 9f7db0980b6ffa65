import CaminTestSupport
import Foundation
import Testing

/// A territory's store made by the command from the shipped small day, in a folder of its own.
struct StoreAtHand {
  let scratch: Scratch
  let path: String
  static let day = "2026-11-25"

  /// - Parameter day: what to make it of; the small day with estimated times unless given.
  init(of day: DayDocument? = nil) throws {
    scratch = try Scratch()
    path = scratch.path("lot.camin")
    try (day ?? DayDocument()).write(scratch.path("day.json"))
    let run = try Camin.run("init", path, "--territory", scratch.path("day.json"), "--quiet")
    try #require(run.status == 0, "\(run.everything)")
  }

  /// Runs a command on the store's day.
  func run(_ command: String, _ arguments: String..., on day: String = day) throws -> Camin.Run {
    try Camin.run([command, path, "--date", day] + arguments, in: scratch.folder)
  }

  /// Makes a plan quickly.
  @discardableResult
  func plan(seed: Int = 1, _ arguments: String...) throws -> Camin.Run {
    let run = try Camin.run(
      [
        "plan", path, "--date", Self.day, "--iterations", "0", "--seed", "\(seed)", "--out",
        scratch.path("out"),
      ] + arguments)
    try #require(run.status == 0, "\(run.everything)")
    return run
  }

  /// What `camin state` tells of the day.
  func state() throws -> (state: String?, version: Int?, steps: [[String: Any]]) {
    let run = try run("state", "--json")
    try #require(run.status == 0, "\(run.everything)")
    let told = try object(run.output)
    return (
      told["state"] as? String, told["version"] as? Int, told["steps"] as? [[String: Any]] ?? []
    )
  }

  /// What `sqlite3` would say of the file: SQLite itself, without any code of Camin's, where Python is at hand.
  func integrity() throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]);"
        + "print(c.execute('pragma integrity_check').fetchone()[0], len(c.execute('pragma foreign_key_check').fetchall()))",
      path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.sleepUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
