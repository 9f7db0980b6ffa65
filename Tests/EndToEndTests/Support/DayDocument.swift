import Foundation
import Testing

/// The shipped small day as one JSON document, to be changed without any code of Camin's.
struct DayDocument {
  private(set) var root: [String: Any]

  init() throws {
    let url = Shipped.root.appending(path: "Scenarios/lot-small.json")
    root = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    // Its roads are named by a path from where the document lies; estimates do as well here.
    var territory = root["territory"] as? [String: Any] ?? [:]
    territory["roads"] = nil
    root["territory"] = territory
  }

  var bookings: [[String: Any]] {
    get { root["bookings"] as? [[String: Any]] ?? [] }
    set { root["bookings"] = newValue }
  }

  /// Changes a booking; `nil` removes the key.
  mutating func set(_ key: String, of booking: Int, to value: Any?) {
    bookings[booking][key] = value
  }

  /// Puts a key into the territory.
  mutating func setTerritory(_ key: String, to value: Any) {
    var territory = root["territory"] as? [String: Any] ?? [:]
    territory[key] = value
    root["territory"] = territory
  }

  /// Turns the first bookings into standing orders on these days each.
  mutating func makeStanding(_ count: Int, days: [[String]]) {
    root["standing"] = zip(bookings, days).prefix(count).map { booking, days in
      booking.merging(["days": days]) { own, _ in own }
    }
    bookings.removeFirst(count)
  }

  /// Changes a standing order.
  mutating func changeStanding(_ index: Int, _ change: (inout [String: Any]) -> Void) {
    var orders = root["standing"] as? [[String: Any]] ?? []
    change(&orders[index])
    root["standing"] = orders
  }

  /// Leaves so many volunteers and vehicles of each list, with the availability of no others.
  mutating func keepResources(_ count: Int) {
    var ids: Set<String> = []
    for list in ["volunteers", "vehicles"] {
      let kept = (root[list] as? [[String: Any]] ?? []).prefix(count)
      ids.formUnion(kept.compactMap { $0["id"] as? String })
      root[list] = Array(kept)
    }
    root["availability"] = (root["availability"] as? [[String: Any]] ?? []).filter {
      ids.contains($0["resource"] as? String ?? "")
    }
  }

  /// Takes a shipped profile with other values for some of its figures.
  mutating func takeProfile(_ id: String, _ values: [String: Double]) throws {
    let url = Shipped.root.appending(path: "Sources/Planning/Rules/Profiles/\(id).json")
    var profile = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    var figures = try #require(profile["figures"] as? [String: [String: Any]])
    for (key, value) in values { figures[key]?["value"] = value }
    profile["figures"] = figures
    root["profiles"] = [profile]
  }

  func write(_ path: String) throws {
    try JSONSerialization.data(
      withJSONObject: root, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    ).write(to: URL(filePath: path))
  }
}
