import Foundation
import Testing

/// A line of every command that does its work, and one that it must refuse.
struct CommandCase {
  let command: String
  /// Arguments that the command takes.
  let good: [String]
  /// Arguments that it must refuse, and the status that it ends with.
  let bad: [String]
  let status: Int32

  init(_ command: String, _ good: [String], refuses bad: [String], _ status: Int32) {
    self.command = command
    self.good = good
    self.bad = bad
    self.status = status
  }

  func line(_ arguments: [String]) -> [String] {
    command.split(separator: " ").map(String.init) + arguments
  }
}

/// Files that the lines work on: the small day with a plan, in files and in a store.
struct CommandFiles {
  let scratch: Scratch
  let store: String
  let plan: String
  let leg: String
  let driver: String
  static let day = "2026-11-25"

  init() throws {
    scratch = try Scratch()
    store = scratch.path("lot.camin")
    plan = scratch.path("out/plan.json")
    try DayDocument().write(scratch.path("day.json"))
    for line in [
      ["plan", Shipped.small, "--iterations", "40", "--out", scratch.path("out")],
      ["init", store, "--territory", scratch.path("day.json")],
      ["plan", store + "@" + Self.day, "--iterations", "0", "--out", scratch.path("stored")],
      [
        "solve", Shipped.instance("darp_ab/a2-16.txt"), "--time-limit", "2", "--out",
        scratch.path("s.json"), "--certificate", scratch.path("c.json"),
      ],
    ] {
      let run = try Camin.run(line + ["--quiet"])
      try #require(run.status == 0, "\(line)\n\(run.everything)")
    }
    let told = try PlanFile(plan)
    let served = try told.anyServed()
    leg = served.leg
    driver = try #require(told.runs[served.run]["resource"] as? String)
  }

  func path(_ name: String) -> String { scratch.path(name) }

  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: scratch.folder.appending(path: name))
    return path(name)
  }
}
