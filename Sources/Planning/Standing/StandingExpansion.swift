/// A scenario moved to a date, with a booking for each standing order that runs on it (R17).
///
/// Doing it twice changes nothing: a booking that is there already stays as it is, so that what the coordinator has changed
/// for the day is kept. A day that is cancelled belongs among the order's exceptions, or it comes back.
///
/// Single bookings are those of the scenario's own date; they stay behind where the date is another, and so do bookings that
/// the orders made for other days, with the locks of both.
public struct StandingExpansion: Sendable {
  public let scenario: Scenario
  /// Ids of the bookings made, and of those that were there already.
  public let added: [String]
  public let kept: [String]
  /// Ids of the orders that do not run on the date.
  public let resting: [String]
  /// Ids of the bookings left behind, since they are of another day.
  public let left: [String]

  public init(_ base: Scenario, on date: PlanDate) {
    let orders = base.standing
    let running = orders.filter { $0.runs(on: date, holidays: base.territory.holidays) }
    let wanted = running.map { $0.booking(on: date) }
    let ids = Set(wanted.map(\.id))
    let isSameDay = date == base.territory.date
    var scenario = base
    scenario.territory.date = date
    scenario.bookings.removeAll { booking in
      if ids.contains(booking.id) { return false }
      return orders.contains { $0.made(booking.id) } || !isSameDay
    }
    let there = Set(scenario.bookings.map(\.id))
    left = base.bookings.map(\.id).filter { !there.contains($0) }
    let gone = Set(
      base.bookings.filter { !there.contains($0.id) }.flatMap { [$0.id] + $0.legs.map(\.id) })
    scenario.locks.removeAll { gone.contains($0.trip) }
    let made = wanted.filter { !there.contains($0.id) }
    scenario.bookings += made
    for order in running where !order.usualDriver.isEmpty {
      Self.prefer(order, in: &scenario.volunteers)
    }
    self.scenario = scenario
    added = made.map(\.id)
    kept = wanted.map(\.id).filter(there.contains)
    resting = orders.filter { !$0.runs(on: date, holidays: base.territory.holidays) }.map(\.id)
  }

  /// What the model can say of "the same driver as always": a wish of the volunteer to drive this rider, which makes
  /// others dearer by a figure of the objective's profile.
  private static func prefer(_ order: StandingOrder, in volunteers: inout [Volunteer]) {
    for index in volunteers.indices
    where volunteers[index].id == order.usualDriver
      && !volunteers[index].ridersPreferred.contains(order.booking.rider)
    {
      volunteers[index].ridersPreferred.append(order.booking.rider)
    }
  }
}
