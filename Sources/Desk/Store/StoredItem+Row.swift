internal import Interchange
internal import PlanStore

// The store knows rows and keys, the formats know what the fields mean; they meet here, kind by kind and name by name.

extension StoredItem {
  /// A row of a scenario as the store holds it; `nil`: the store knows no such kind.
  init?(_ row: ScenarioRow) {
    guard let kind = ItemKind(rawValue: row.kind.rawValue) else { return nil }
    self.init(
      kind, id: row.id, owner: row.owner, day: row.day, first: row.first, last: row.last,
      fields: row.fields)
  }

  /// The row of a scenario; `nil`: scenarios know no such kind.
  var row: ScenarioRow? {
    guard let kind = ScenarioRow.Kind(rawValue: kind.rawValue) else { return nil }
    return ScenarioRow(
      kind: kind, id: id, owner: owner, day: day, first: first, last: last, fields: fields)
  }
}
