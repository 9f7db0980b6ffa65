/// The solver's time axis of a request: users count from where they like, often from 1970, and the solver's tolerances
/// are made for times of a day.
struct VroomClock {
  /// The request's time at the solver's zero, seconds.
  let base: Int
  /// Where windows end that have no end.
  let horizon: Double

  /// Whoever may begin at any time may do so this long before the first window opens, seconds.
  private static let lead = 1_000_000
  private static let tail = 100_000_000

  init(_ request: VroomRequest) {
    let tasks =
      request.jobs.map(\.task) + request.shipments.flatMap { [$0.pickup, $0.delivery] }
    let windows =
      tasks.flatMap(\.windows) + request.vehicles.compactMap(\.window)
      + request.vehicles.flatMap { $0.breaks.flatMap(\.windows) }
    base = max(0, (windows.map(\.start).min() ?? 0) - Self.lead)
    horizon = Double((windows.map(\.end).max() ?? base) - base + Self.tail)
  }

  func time(_ seconds: Int) -> Double { Double(seconds - base) }

  func seconds(_ time: Double) -> Int { Int(time.rounded()) + base }
}
