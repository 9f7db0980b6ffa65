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
    let coordinates = [(44.44928, 1.43332), (44.74194, 1.38924), (44.6, 1.3)]
    let places = zip(day["places"].array, coordinates).map { place, at in
      place.with("latitude", .number(at.0)).with("longitude", .number(at.1))
    }
    let anchors: [JSONItem] = [["arrive_by": "08:45"], ["depart_after": "13:30"]]
    var bookings = day["bookings"].array
    let legs = zip(bookings[0]["legs"].array, anchors).map { $0.with("anchor", $1) }
    bookings[0] = bookings[0].with("legs", .array(legs))
    return day.with("profiles", [try profile("volunteer-default", ["steer": 1])])
      .with("places", .array(places)).with("bookings", .array(bookings))
  }

  /// The small day with a shipped profile of its own, in which some figures are others.
  static func small(_ profile: String, _ figures: [String: Int]) throws -> JSONItem {
    try small().with("profiles", [Self.profile(profile, figures)])
  }

  private static func profile(_ name: String, _ figures: [String: Int]) throws -> JSONItem {
    var own = try read("Sources/Planning/Rules/Profiles/\(name).json")
    for (key, value) in figures {
      let figure = own["figures"][key].with("value", .integer(value))
      own = own.with("figures", own["figures"].with(key, figure))
    }
    return own
  }

  /// The timetable made up for the Lot.
  static var feed: String {
    root.appending(path: "Scenarios/territories/lot/transit").path
  }

  /// A rider and a volunteer near Gourdon, and an appointment beside the station of Cahors: by train for most of the way,
  /// where the rules offer that (R12).
  static func feeders() throws -> JSONItem {
    func place(_ id: String, _ latitude: Double, _ longitude: Double) -> JSONItem {
      [
        "id": .string(id), "name": .string(id), "latitude": .number(latitude),
        "longitude": .number(longitude),
      ]
    }
    return [
      "territory": ["version": 1, "id": "lot", "name": "Lot", "date": "2026-11-25"],
      "places": [
        place("home", 44.76, 1.45), place("depot", 44.755, 1.44), place("office", 44.449, 1.434),
      ],
      "riders": [["id": "r1", "home": "home"]],
      "bookings": [
        [
          "id": "b1", "rider": "r1",
          "legs": [
            ["id": "b1-1", "from": "home", "to": "office", "anchor": ["arrive_by": "09:00"]],
            ["id": "b1-2", "from": "office", "to": "home", "anchor": ["depart_after": "13:45"]],
          ],
        ]
      ],
      "volunteers": [["id": "v1", "home": "depot", "radius_km": 80]],
      "vehicles": [],
      "availability": [
        ["resource": "v1", "days": "wednesday", "start": "06:00", "end": "20:00"]
      ],
      "profiles": [try profile("volunteer-default", ["feeder": 1, "steer_walk": 1000])],
    ]
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
