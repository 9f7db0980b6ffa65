internal import Desk
internal import PlanStore
internal import Planning

/// What people have changed in a store, steps of plans included, the newest first.
struct ChangeList {
  let store: String
  let limit: Int?

  /// A change as programs read it.
  private struct Item: Encodable {
    let at: String
    let role: String
    let action: String
    let date: String?
    let subject: String
    let note: String
  }

  func write(_ output: OutputOptions) throws {
    let items = try storing {
      try StoreReading.open(store, output).read { view throws(StoreError) in
        try view.changes(limit: limit).map { change in
          Item(
            at: change.atText, role: change.role, action: change.action, date: change.day?.text,
            subject: change.subject, note: change.note)
        }
      }
    }
    if output.json {
      try JSONOutput.write(["changes": items])
    } else if items.isEmpty {
      try Console.write(say(fr: "Aucun changement.\n", en: "No changes.\n"))
    } else {
      try Console.write(
        items.map { item in
          [item.at, item.role, item.action, item.date ?? "", item.subject, item.note]
            .filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
        }.joined())
    }
  }
}
