import Foundation
import Interchange
import Testing

/// Days to ask about.
enum SampleDay {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Two bookings and one volunteer: planned in no time.
  static func tiny() throws -> JSONItem {
    try read("Sources/PlanningAPI/Resources/example-day.json")
  }

  /// Forty legs; its roads are left out, which no request may name.
  static func small() throws -> JSONItem {
    let day = try read("Scenarios/lot-small.json")
    return day.with("territory", day["territory"].with("roads", nil))
  }

  /// The day with a shipped profile of its own, in which some figures are others.
  static func small(_ profile: String, _ figures: [String: Int]) throws -> JSONItem {
    var own = try read("Sources/Planning/Rules/Profiles/\(profile).json")
    for (key, value) in figures {
      let figure = own["figures"][key].with("value", .integer(value))
      own = own.with("figures", own["figures"].with(key, figure))
    }
    return try small().with("profiles", [own])
  }

  static func plan() throws -> JSONItem {
    try read("Sources/PlanningAPI/Resources/example-plan.json")
  }

  private static func read(_ path: String) throws -> JSONItem {
    try #require(JSONItem(json: Array(Data(contentsOf: root.appending(path: path)))))
  }

  /// A request that is done after so many iterations.
  static func request(_ day: JSONItem, iterations: Int = 50) -> JSONItem {
    ["scenario": day, "options": ["iterations": .integer(iterations), "seed": 1]]
  }

  /// A request that takes so many seconds unless it is ended.
  static func request(_ day: JSONItem, seconds: Double) -> JSONItem {
    ["scenario": day, "options": ["time_limit": .number(seconds)]]
  }
}
