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

  /// The tiny day between two stations, b1 at the hours of trains, whose profile leaves it to them.
  static func stations() throws -> JSONItem {
    let day = try tiny()
    let profile = try read("Sources/Planning/Rules/Profiles/volunteer-default.json")
    let figures = profile["figures"]
    let steering = figures.with("steer", figures["steer"].with("value", 1))
    let coordinates = [(44.44928, 1.43332), (44.74194, 1.38924), (44.6, 1.3)]
    let places = zip(day["places"].array, coordinates).map { place, at in
      place.with("latitude", .number(at.0)).with("longitude", .number(at.1))
    }
    let anchors: [JSONItem] = [["arrive_by": "08:45"], ["depart_after": "13:30"]]
    var bookings = day["bookings"].array
    let legs = zip(bookings[0]["legs"].array, anchors).map { $0.with("anchor", $1) }
    bookings[0] = bookings[0].with("legs", .array(legs))
    return day.with("profiles", [profile.with("figures", steering)])
      .with("places", .array(places)).with("bookings", .array(bookings))
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
