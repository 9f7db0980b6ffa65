import Foundation
import Testing

/// The small day as one JSON document that a test changes.
struct EditedDay {
  private(set) var root: [String: Any]

  init() throws {
    let data = try Data(contentsOf: URL(filePath: Shipped.small + ".json"))
    root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Objects of a list such as `vehicles`.
  func list(_ key: String) throws -> [[String: Any]] {
    try #require(root[key] as? [[String: Any]])
  }

  mutating func set(_ key: String, _ list: [[String: Any]]) { root[key] = list }

  /// Changes every object of a list.
  mutating func changeEach(_ key: String, _ change: (inout [String: Any]) -> Void) throws {
    var objects = try list(key)
    for i in objects.indices { change(&objects[i]) }
    set(key, objects)
  }

  /// Writes the day beside the territory whose roads it names.
  ///
  /// - Returns: path of the document.
  func write(in scratch: Scratch, as name: String = "day.json") throws -> String {
    if !FileManager.default.fileExists(atPath: scratch.path("territories")) {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("territories"), withDestinationPath: Shipped.territories)
    }
    let data = try JSONSerialization.data(withJSONObject: root)
    try data.write(to: scratch.folder.appending(path: name))
    return scratch.path(name)
  }
}
