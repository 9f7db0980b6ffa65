public import Foundation
internal import Interchange
public import PlanStore
public import Planning

/// What an event changes of a day that stands in a store: a call, a cancellation, a driver who falls ill (R43).
///
/// Only what differs between the day before and after is written, so that bookings of standing orders stay the orders'
/// affair unless the event is about them; one that is cancelled becomes an exception of its order.
public struct StoreChange: Sendable {
  private let before: Scenario
  private let after: Scenario

  /// - Parameters:
  ///   - before: the day as it was read.
  ///   - after: the same day changed.
  public init(from before: Scenario, to after: Scenario) {
    self.before = before
    self.after = after
  }

  /// Writes the change within the caller's transaction, each object on record by itself (R64).
  ///
  /// - Throws: `Failure` where the day could not be read any more; the caller lets the transaction fail.
  /// - Returns: how many objects are otherwise than before.
  @discardableResult
  public func put(into edit: StoreEdit, by role: String, at moment: Date) throws -> Int {
    let day = after.territory.date
    let ends = try DayBefore(edit.view, of: day).ends
    let (old, new) = (Self.items(before, without: ends), Self.items(after, without: ends))
    let known = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
    let kept = Set(new.map(\.key))
    var count = 0
    func note(_ item: StoredItem, _ what: String) throws {
      count += 1
      try edit.note(
        Change(
          at: moment, role: role, action: "event", day: day, subject: item.id,
          note: "\(item.kind.rawValue) \(what)"))
    }
    for item in old where !kept.contains(item.key) {
      guard [.booking, .lock, .availability].contains(item.kind) else { continue }
      let wasThere = try edit.remove(item.kind, id: item.id, day: item.day)
      let isException = try item.kind == .booking && except(item.id, day, edit, moment)
      if wasThere || isException { try note(item, "removed") }
    }
    for item in new where known[item.key] != item {
      let change = try edit.put(item, at: moment)
      if change != .unchanged { try note(item, change.rawValue) }
    }
    if count > 0 { _ = try StoreDay(edit.view, on: day, knowsDayBefore: false) }
    return count
  }

  /// Lets a standing order rest on a day.
  ///
  /// - Returns: whether the booking was one that an order makes.
  private func except(
    _ booking: String, _ day: PlanDate, _ edit: StoreEdit, _ moment: Date
  ) throws -> Bool {
    guard booking.hasSuffix(":" + day.text) else { return false }
    let id = String(booking.dropLast(day.text.count + 1))
    var territory = try StoreDay(edit.view, on: day, extent: .everything).scenario
    guard var order = territory.standing.first(where: { $0.id == id }) else { return false }
    order.except.append(day)
    territory.standing = [order]
    let row = ScenarioRows.rows(of: territory).first { $0.kind == .standing }
    if let item = row.flatMap({ StoredItem($0) }) { try edit.put(item, at: moment) }
    return true
  }

  /// What a day consists of besides the territory's settings, as the store holds it.
  ///
  /// - Parameter ends: when drivers end the day before by its plan, which the day does not keep.
  private static func items(
    _ scenario: Scenario, without ends: [String: ClockTime]
  ) -> [StoredItem] {
    var scenario = scenario
    scenario.forget(ends)
    scenario.standing = []
    scenario.forgetHistory()
    return ScenarioRows.rows(of: scenario)
      .filter { $0.kind != .territory && $0.kind != .profile }
      .compactMap { StoredItem($0) }
  }
}

extension StoredItem {
  /// Kind, day and id in one.
  fileprivate var key: String { "\(kind.rawValue) \(day?.text ?? "") \(id)" }
}
