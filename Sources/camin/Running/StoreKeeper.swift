internal import Desk
internal import Foundation
internal import PlanStore
internal import Planning

/// Keeps the plan of a day that stands in a store.
struct StoreKeeper {
  private let path: String
  private let date: PlanDate
  /// How far the day had come before it was read.
  private let mark: DayMark

  /// Opens the store to see that it can be written and that the day is not over, so that nobody waits for a plan that
  /// cannot be kept; `nil` where the day stands in files of its own.
  init?(_ day: String) throws(Failure) {
    guard case .store(let path, let date) = try DaySource(day) else { return nil }
    self.path = path
    self.date = date
    let state: PlanState?
    (mark, state) = try storing {
      try TerritoryStore.open(path).read { view throws(StoreError) in
        (try view.mark(of: date), try view.state(of: date))
      }
    }
    guard PlanState.ofNewPlan(after: state) != nil else {
      throw Failure(StoreError(.notAllowed(date, from: state, to: .amended), path: path))
    }
  }

  /// - Parameters:
  ///   - document: `plan.json` as it will be written.
  ///   - command: what made the plan.
  ///   - note: what happened before it.
  ///   - change: what that has changed of the day.
  func keep(
    _ made: MadePlan, document: [UInt8], role: String, by command: String = "plan",
    note: String = "", with change: StoreChange? = nil
  ) throws(Failure) -> (number: Int, state: PlanState) {
    try StorePlans.save(
      made, document: document, by: command, in: path, role: role, note: note, since: mark,
      with: change, at: WallClock.now())
  }

  static func words(_ kept: (number: Int, state: PlanState)) -> String {
    say(
      fr: "Gardé dans la base : version \(kept.number), \(kept.state.title.fr).\n",
      en: "Kept in the store: version \(kept.number), \(kept.state.title.en).\n")
  }
}
