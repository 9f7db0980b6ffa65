import DialARide

/// Narrows the windows of requests tied by `Link.ordered` until any two times within them keep the gap.
///
/// Routes can then be judged alone. It is a restriction (some feasible plans are lost), never a relaxation:
/// every solution found keeps every gap. The first stop keeps as much of its window as the gap leaves room
/// for, the second gets what follows. Where no choice keeps the gap, the second request's windows become
/// empty and it stays unserved.
struct GapNarrowing {
  let problem: Problem

  init(_ problem: Problem) { self.problem = problem }

  /// Windows by stop number.
  func windows() -> [[TimeWindow]] {
    var windows = (0..<problem.stopCount).map { Array(problem.windows(of: $0)) }
    for case .ordered(let first, let second, let least, let greatest) in problem.draft.links {
      let last = 2 * first + (problem.hasDelivery[first] ? 1 : 0)
      let next = 2 * second + (problem.hasPickup[second] ? 0 : 1)
      narrow(&windows, last: last, next: next, least: least, greatest: greatest ?? .infinity)
    }
    return windows
  }

  /// The problem with the narrowed windows written into it: schedules made for it keep every gap. The problem
  /// itself where nothing had to be narrowed.
  func narrowedProblem() -> Problem {
    var linked: Set<Int> = []
    for case .ordered(let first, let second, _, _) in problem.draft.links {
      linked.formUnion([2 * first, 2 * first + 1, 2 * second, 2 * second + 1])
    }
    guard !linked.isEmpty else { return problem }
    let narrowed = windows()
    var draft = problem.draft
    for stop in linked where narrowed[stop].allSatisfy({ $0.start <= $0.end }) {
      if stop & 1 == 0 {
        draft.requests[stop >> 1].pickup?.windows = narrowed[stop]
      } else {
        draft.requests[stop >> 1].delivery?.windows = narrowed[stop]
      }
    }
    // The narrowed windows hold what a lock on the time had put in their place.
    draft.locks.removeAll { lock in
      guard case .time(let stop, _) = lock else { return false }
      return linked.contains(2 * stop.request + (stop.side == .pickup ? 0 : 1))
    }
    return Problem(sound: draft)
  }

  private func narrow(
    _ windows: inout [[TimeWindow]], last: Int, next: Int, least: Double, greatest: Double
  ) {
    guard let from = windows[last].first?.start, let to = windows[last].last?.end,
      let nextFrom = windows[next].first?.start, let nextTo = windows[next].last?.end
    else { return }
    let service = problem.serviceTime[last]
    let longest = service + problem.longestExtra(of: last)
    // Any first time in [a, b] and second in [c, d] keep the gap if c >= b + longest service + least and
    // d <= a + service + greatest: so b - a may be at most the room between the two gaps.
    let room = greatest - least - (longest - service)
    let a = max(from, nextFrom - service - greatest)
    let b = min(to, nextTo - longest - least, a + room / 2)
    windows[last] = clip(windows[last], to: TimeWindow(a, b))
    let c = max(nextFrom, b + longest + least)
    let d = min(nextTo, a + service + greatest)
    windows[next] = clip(windows[next], to: TimeWindow(c, d))
  }

  private func clip(_ windows: [TimeWindow], to span: TimeWindow) -> [TimeWindow] {
    let clipped = windows.compactMap { window in
      let common = TimeWindow(max(window.start, span.start), min(window.end, span.end))
      return common.start <= common.end ? common : nil
    }
    return clipped.isEmpty ? Self.impossible : clipped
  }

  /// Keeps the table dense where no window is left: nothing starts at a time that is never reached.
  static let impossible = [TimeWindow(.infinity, -.infinity)]
}
