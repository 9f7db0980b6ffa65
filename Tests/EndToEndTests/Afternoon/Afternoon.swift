import Foundation
import Testing

/// A coordinator's desk on the afternoon before a day: a territory's store, the calls as Excel saved them, and a clock.
struct Afternoon {
  static let day = "2026-11-25"
  private static let fixtures = Shipped.root.appending(
    path: "Tests/InterchangeTests/Import/Fixtures")

  let scratch: Scratch
  let store: String
  /// The list of telephone calls, as Excel has saved it, and the contacts that the association has.
  let workbook = Self.fixtures.appending(path: "afternoon.xlsx").path
  let contacts: String

  init() throws {
    scratch = try Scratch()
    store = scratch.path("lot.camin")
    contacts = scratch.path("contacts.csv")
    try FileManager.default.copyItem(
      atPath: Self.fixtures.appending(path: "afternoon-contacts.csv").path, toPath: contacts)
    // The territory as it is before anybody has called: people and vehicles, no bookings.
    var territory = try DayDocument()
    territory.bookings = []
    try territory.write(scratch.path("territory.json"))
  }

  /// Runs a command as if it were that moment, e.g. `24 19:00` of November 2026, or `01 09:00 12` of December.
  @discardableResult
  func at(_ moment: String, _ arguments: [String], expecting status: Int32 = 0) throws -> Camin.Run
  {
    let parts = moment.split(separator: " ")
    let month = parts.count > 2 ? parts[2] : "11"
    let run = try Camin.run(
      arguments, in: scratch.folder,
      environment: ["CAMIN_NOW": "2026-\(month)-\(parts[0])T\(parts[1]):00+01:00"])
    try #require(run.status == status, "\(moment) \(arguments)\n\(run.everything)")
    return run
  }

  /// The same on the day's store.
  @discardableResult
  func at(
    _ moment: String, _ command: String, _ more: String..., expecting status: Int32 = 0
  ) throws -> Camin.Run {
    try at(moment, [command, store, "--date", Self.day] + more, expecting: status)
  }

  /// The day in the store, in one word.
  var here: String { store + "@" + Self.day }

  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: scratch.folder.appending(path: name))
    return scratch.path(name)
  }

  /// The exact checker on the last plan of the store, and that plan.
  func checkedPlan(_ moment: String) throws -> PlanFile {
    let check = try at(moment, ["check", here, here, "--json"])
    let verdict = try object(check.output)
    #expect((verdict["violations"] as? [Any])?.isEmpty == true, "\(check.everything)")
    let (day, plan) = (scratch.path("now.json"), scratch.path("now-plan.json"))
    try at(moment, "export", "--out", day, "--plan", plan)
    try at(moment, ["check", day, plan])
    return try PlanFile(plan)
  }

  func state() throws -> (state: String?, version: Int?, steps: [[String: Any]]) {
    let told = try object(at("24 15:30", "state", "--json").output)
    return (
      told["state"] as? String, told["version"] as? Int, told["steps"] as? [[String: Any]] ?? []
    )
  }
}

extension PlanFile {
  /// The run of that mode with most stops.
  func busiest(_ mode: String) throws -> [String: Any] {
    let found = runs.filter { $0["mode"] as? String == mode }.max {
      ($0["stops"] as? [Any] ?? []).count < ($1["stops"] as? [Any] ?? []).count
    }
    return try #require(found, "no run of \(mode)")
  }
}
