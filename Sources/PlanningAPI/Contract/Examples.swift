internal import Foundation
internal import Interchange

/// A day small enough to be read, with which every request of the document can be tried.
enum Examples {
  /// A scenario document.
  static let scenario = item(PackageResources.example_day_json)

  static let planning: JSONItem = [
    "scenario": scenario, "options": ["iterations": 200, "seed": 1],
  ]

  /// A plan of that day, as Camin has made it.
  static let plan = item(PackageResources.example_plan_json)

  static let checking: JSONItem = ["scenario": scenario, "plan": plan]
  static let explaining: JSONItem = ["scenario": scenario, "plan": plan, "trip": "b1"]
  static let comparing: JSONItem = ["scenario": scenario, "plan": plan, "other": plan]
  static let quoting: JSONItem = [
    "scenario": scenario, "plan": plan,
    "quote": ["from": "p3", "to": "p1", "arrive_by": "10:30", "return_after": "11:15"],
  ]
  static let replanning: JSONItem = [
    "scenario": scenario, "previous": plan,
    "options": ["iterations": 200, "seed": 1, "keep_times": true],
  ]

  private static func item(_ bytes: [UInt8]) -> JSONItem {
    guard let item = JSONItem(json: bytes) else {
      preconditionFailure("what is built in is JSON")
    }
    return item
  }
}
