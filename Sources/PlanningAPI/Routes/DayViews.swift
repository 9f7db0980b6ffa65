internal import Desk
internal import Foundation
internal import Interchange
internal import PlanStore
internal import Planning

/// The days that the server holds, a line each.
struct DayListView: Encodable {
  struct Line: Encodable {
    let date: PlanDate
    let bookings: Int
    let plan: StoredDay.Plan?

    private enum Key: String, CodingKey { case date, bookings, plan }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(date, forKey: .date)
      try container.encode(bookings, forKey: .bookings)
      try container.encode(plan.map { StateView($0) }, forKey: .plan)
    }
  }

  let days: [Line]

  init(_ lines: [DayShelf.Line]) {
    days = lines.map { Line(date: $0.date, bookings: $0.bookings, plan: $0.plan) }
  }
}

/// Which version of a day's plan there is, and how far it has come.
struct StateView: Encodable {
  let number: Int
  let state: PlanState
  let madeAt: Date
  /// `nil`: not looked into.
  var stale: Bool?

  init(_ plan: StoredDay.Plan, isStale: Bool? = nil) {
    number = plan.number
    state = plan.state
    madeAt = plan.madeAt
    stale = isStale
  }
}

/// One day, with its documents as they are kept.
struct DayView {
  let date: PlanDate
  let content: DayShelf.Content

  private struct Rest: Encodable {
    let date: PlanDate
    let kept: StateView?
    let warnings: [FaultDocument]

    private enum Key: String, CodingKey { case date, kept, warnings }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(date, forKey: .date)
      try container.encode(kept, forKey: .kept)
      try container.encode(warnings, forKey: .warnings)
    }
  }

  /// Scenario and plan are documents already, and stand in it as they are.
  func bytes(_ language: Language) -> [UInt8] {
    let kept = content.kept.map { StateView($0.plan, isStale: $0.isStale) }
    let rest = JSONAnswer.text(
      Rest(
        date: date, kept: kept, warnings: content.warnings.map { FaultDocument($0, language) }))
    let documents = [
      "plan": content.kept?.document ?? "null",
      "scenario": ScenarioDocument.text(content.scenario),
    ]
    let members = documents.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return Array(("{" + members.joined(separator: ",") + "," + rest.dropFirst()).utf8)
  }
}
