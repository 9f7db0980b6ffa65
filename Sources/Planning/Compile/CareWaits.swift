internal import DialARide

/// R6: what riders wait before their appointments and after them, where no budget binds it: of those who travel alone, and
/// of all who are no patients. A wish with a price, which no plan breaks.
///
/// The search is charged for what is more than need be, within the windows of the legs; the plan tells the whole wait.
struct CareWaits {
  private let day: Day
  /// Euros a second; zero: nobody minds.
  let price: Double

  init(_ day: Day) {
    self.day = day
    price = (day.rules.figure(.careWait)?.value ?? 0) / 3600
  }

  /// The rider's appointment, elapsed seconds, where the leg leads to one and its wait is not held to the budget.
  private func appointment(_ leg: Int) -> Int? {
    guard case .arriveBy(let time) = day.legs[leg].leg.anchor, !day.hasWaitBudget(leg + 1) else {
      return nil
    }
    return day.elapsed(time)
  }

  /// When the rider is ready to go back, elapsed seconds, where the leg leads back and its wait is not held to the budget.
  private func release(_ leg: Int) -> Int? {
    guard day.legs[leg].position > 0, !day.hasWaitBudget(leg) else { return nil }
    switch day.legs[leg].leg.anchor {
    case .release(let time, _), .departAfter(let time): return day.elapsed(time)
    case .arriveBy, .fixed, .afterStay: return nil
    }
  }

  func apply(to request: inout RequestDraft, leg: Int) {
    guard price > 0 else { return }
    if appointment(leg) != nil, let window = request.delivery?.windows.last {
      request.delivery?.readyTime = window.end
      request.earlinessCost = price
    }
    if release(leg) != nil, let window = request.pickup?.windows.first {
      request.pickup?.dueTime = window.start
      request.latenessCost = price
    }
  }

  /// Seconds waited in all, before appointments and after them.
  func waited(in runs: [Run]) -> Int {
    runs.flatMap(\.stops).reduce(0) { sum, stop in
      guard let leg = day.legIndex[stop.leg] else { return sum }
      switch stop.kind {
      case .delivery: return sum + (appointment(leg).map { max(0, $0 - stop.start) } ?? 0)
      case .pickup: return sum + (release(leg).map { max(0, stop.start - $0) } ?? 0)
      case .rest, .base: return sum
      }
    }
  }
}
