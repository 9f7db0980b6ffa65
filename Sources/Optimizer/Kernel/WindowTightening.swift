import DialARide

/// Narrows the windows of each ride to what its other stop and the shifts leave possible (Cordeau 2006, 5.1.1).
///
/// The direct travel time used is the shortest over all matrices; where a matrix breaks the triangle inequality
/// a ride by way of a third stop could be shorter still and is then lost, which restricts the search but never
/// its soundness.
struct WindowTightening {
  let problem: Problem
  private let longestSetup: Double

  init(_ problem: Problem) {
    self.problem = problem
    longestSetup = problem.vehicles.flatMap(\.setupTimes).flatMap { $0 }.max() ?? 0
  }

  func tighten(_ windows: inout [[TimeWindow]]) {
    let opens = problem.vehicles.map(\.shift.start).min() ?? 0
    let closes = problem.vehicles.map(\.shift.end).max() ?? 0
    for stop in 0..<(2 * problem.requestCount) {
      clip(&windows[stop], from: opens, to: closes)
    }
    for r in 0..<problem.requestCount where problem.isRide(r) {
      tightenRide(r, &windows)
    }
  }

  private func tightenRide(_ r: Int, _ windows: inout [[TimeWindow]]) {
    let direct = directTime(r)
    let board = problem.serviceTime[2 * r]
    // A set-up before the pickup can lengthen its service.
    let longest = board + longestSetup + problem.longestExtra(of: 2 * r)
    let ride = problem.longestRide[r]
    // The second round carries what the first found at the delivery back to the pickup.
    for _ in 0..<2 {
      guard let pickup = span(windows[2 * r]), let delivery = span(windows[2 * r + 1]) else {
        windows[2 * r] = GapNarrowing.impossible
        windows[2 * r + 1] = GapNarrowing.impossible
        return
      }
      clip(
        &windows[2 * r], from: delivery.start - ride - longest, to: delivery.end - direct - board)
      clip(
        &windows[2 * r + 1], from: pickup.start + board + direct, to: pickup.end + longest + ride)
    }
  }

  private func directTime(_ r: Int) -> Double {
    let from = Int(problem.location[2 * r])
    let to = Int(problem.location[2 * r + 1])
    return problem.draft.matrices.map { $0.times[from * $0.size + to] }.min() ?? 0
  }

  private func span(_ windows: [TimeWindow]) -> TimeWindow? {
    guard let first = windows.first, let last = windows.last, first.start <= last.end else {
      return nil
    }
    return TimeWindow(first.start, last.end)
  }

  private func clip(_ windows: inout [TimeWindow], from: Double, to: Double) {
    let slack = SearchProblem.tolerance
    windows = windows.compactMap { window in
      let common = TimeWindow(max(window.start, from), min(window.end, to))
      if common.start <= common.end { return common }
      // Windows of one moment must survive rounding.
      return common.start <= common.end + slack ? TimeWindow(common.end, common.end) : nil
    }
    if windows.isEmpty { windows = GapNarrowing.impossible }
  }
}
