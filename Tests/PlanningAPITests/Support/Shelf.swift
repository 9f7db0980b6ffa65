import Desk
import Foundation
import Interchange
import PlanStore
import Planning
import PlanningAPI
import Testing

/// A territory's store with the tiny day in it.
struct Shelf {
  static let date = "2026-11-25"
  let path: String
  /// Beside the server's own file, and removed with it.
  let served: Served

  /// - Parameter settings: of the server, beside its days.
  init(_ settings: (inout ServerSettings) -> Void = { _ in }) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shelf-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "vallon.camin").path
    self.path = path
    let scenario = try Self.scenario(try SampleDay.tiny())
    _ = try TerritoryStore.create(path) { edit in
      try StoreImport(role: "coordination").put(
        scenario, roads: nil, into: edit, at: Date(timeIntervalSince1970: 1_795_694_400))
    }
    let shelf = try DayShelf(path)
    served = try Served {
      $0.days = shelf
      settings(&$0)
    }
  }

  static func scenario(_ day: JSONItem) throws -> Scenario {
    try ScenarioSource.read(json: Array(JSONText.document(day).utf8), name: "day").scenario
  }

  /// Puts another state of the day in.
  func put(_ day: JSONItem) throws {
    let scenario = try Self.scenario(day)
    _ = try TerritoryStore.open(path).transaction { edit in
      try StoreImport(replacesDay: true, role: "coordination").put(
        scenario, roads: nil, into: edit, at: Date(timeIntervalSince1970: 1_795_695_400))
    }
  }

  func publish() throws {
    _ = try StorePlans.publish(
      try #require(PlanDate(Self.date)), in: path, role: "coordination", mayBeStale: true,
      at: Date(timeIntervalSince1970: 1_795_696_400))
  }
}
