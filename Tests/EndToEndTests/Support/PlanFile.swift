import Foundation
import Testing

/// A `plan.json`, taken apart without any code of Camin's.
struct PlanFile {
  private(set) var root: [String: Any]

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path))
    root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  var runs: [[String: Any]] {
    get { root["runs"] as? [[String: Any]] ?? [] }
    set { root["runs"] = newValue }
  }

  var unserved: [[String: Any]] { root["unserved"] as? [[String: Any]] ?? [] }

  func stops(_ run: Int) -> [[String: Any]] { runs[run]["stops"] as? [[String: Any]] ?? [] }

  mutating func set(stops: [[String: Any]], ofRun run: Int) { runs[run]["stops"] = stops }

  /// A leg that is served, with the number of its run.
  func anyServed() throws -> (run: Int, leg: String) {
    for run in runs.indices {
      if let stop = stops(run).first(where: { $0["kind"] as? String == "pickup" }) {
        return (run, try #require(stop["leg"] as? String))
      }
    }
    throw Missing(what: "a served leg")
  }

  func anyUnserved() throws -> String {
    let legs = try #require(unserved.first?["legs"] as? [String])
    return try #require(legs.first)
  }

  func write(_ path: String) throws {
    try JSONSerialization.data(withJSONObject: root).write(to: URL(filePath: path))
  }

  /// An ISO 8601 time moved by some seconds, with its offset kept.
  static func moved(_ time: Any?, by seconds: Double) throws -> String {
    let text = try #require(time as? String)
    let parser = ISO8601DateFormatter()
    let date = try #require(parser.date(from: text))
    let sign: Double = text.dropLast(5).last == "-" ? -1 : 1
    let hours = try #require(Double(text.suffix(5).prefix(2)))
    parser.timeZone = TimeZone(secondsFromGMT: Int(sign * hours * 3600))
    return parser.string(from: date.addingTimeInterval(seconds))
  }

  struct Missing: Error { var what: String }
}

/// A JSON document as a dictionary.
func object(_ text: String) throws -> [String: Any] {
  let data = Data(text.utf8)
  return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any], "\(text)")
}
