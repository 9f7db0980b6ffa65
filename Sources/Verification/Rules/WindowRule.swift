import DialARide

extension Verifier {
  /// Service, or a break, starts within one of the windows.
  ///
  /// The limit reported is the nearest bound. A lock on the stop's time overrules its windows.
  @Sendable static func windows(_ route: RouteView) -> [Violation] {
    guard let schedule = route.schedule else { return [] }
    return route.visits.compactMap { visit in
      let start = schedule.starts[visit.index]
      let distances = visit.windows.map { max($0.start - start, start - $0.end) }
      guard let nearest = distances.min(), nearest > tolerance,
        let window = visit.windows.first(where: { max($0.start - start, start - $0.end) == nearest }
        )
      else { return nil }
      let lock = route.timeLock(of: visit)
      return route.violation(
        .window, at: visit.index, requests: visit.request.map { [$0] } ?? [], value: start,
        limit: start < window.start ? window.start : window.end, unit: .seconds,
        obeysLock: lock.map { start >= $0.start - tolerance && start <= $0.end + tolerance }
          ?? false)
    }
  }
}

extension RouteView {
  /// The window to which a lock holds the visit.
  func timeLock(of visit: Visit) -> TimeWindow? {
    let reference =
      switch visit.kind {
      case .pickup(let request): StopReference(request, .pickup)
      case .delivery(let request): StopReference(request, .delivery)
      case .rest, .base: StopReference?.none
      }
    for case .time(let stop, let window) in draft.locks where stop == reference { return window }
    return nil
  }
}
