import Foundation
import PlanStore
import Planning

/// A store of a small territory in a folder of its own, gone afterwards.
final class TerritoryFixture {
  let folder: URL
  let store: TerritoryStore

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "territory-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "lot.camin").path
    try TerritoryStore.create(path) { edit in try Self.fill(edit) }
    store = try TerritoryStore.open(path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "lot.camin").path }

  static let noon = Date(timeIntervalSince1970: 1_795_694_400)
  static let wednesday = PlanDate(year: 2026, month: 11, day: 25)

  /// Two riders with their homes, a volunteer, a hospital.
  static func fill(_ edit: StoreEdit) throws(StoreError) {
    try edit.put(StoredItem(.territory, id: "lot", fields: #"{"id": "lot"}"#), at: noon)
    for (id, kind) in [
      ("dom-r1", "home"), ("dom-r2", "home"), ("dom-v1", "home"), ("chu", "hospital"),
    ] {
      try edit.put(
        StoredItem(.place, id: id, fields: #"{"id": "\#(id)", "kind": "\#(kind)"}"#), at: noon)
    }
    for id in ["r1", "r2"] {
      let other = id == "r1" ? "r2" : "r1"
      try edit.put(
        StoredItem(
          .rider, id: id, owner: "dom-" + id,
          fields: #"{"home": "dom-\#(id)", "id": "\#(id)", "never_together": ["\#(other)"]}"#),
        at: noon)
    }
    try edit.put(
      StoredItem(
        .volunteer, id: "v1", owner: "dom-v1",
        fields: #"{"home": "dom-v1", "id": "v1", "riders_preferred": ["r1", "r2"]}"#), at: noon)
  }

  static func booking(
    _ id: String, of rider: String, on day: PlanDate, from: String? = nil,
    sharing: String = #""yes""#
  ) -> StoredItem {
    StoredItem(
      .booking, id: id, owner: rider, day: day,
      fields:
        #"{"id": "\#(id)", "legs": [{"from": "\#(from ?? "dom-" + rider)", "id": "\#(id)-1", "#
        + #""sharing": \#(sharing), "to": "chu"}], "rider": "\#(rider)"}"#)
  }

  static func plan(_ number: Int, of day: PlanDate = wednesday, at moment: Date = noon) -> NewPlan {
    NewPlan(
      day: day, madeAt: moment, planHash: JournalFixture.hash("a", number),
      scenarioHash: JournalFixture.hash("b", number), document: #"{"plan": \#(number)}"#,
      scenario: #"{"riders": [{"id": "r1"}], "scenario": \#(number)}"#)
  }
}
