internal import Dispatch
internal import Foundation
internal import Synchronization

/// Tells somebody who waits that work goes on: how long it has taken, how much is done, and when it should end.
///
/// On a terminal one line is redrawn; elsewhere a plain line comes every few seconds. Work that is over at once says nothing.
final class WorkDisplay: Sendable {
  private struct State {
    var done = 0
    var total = 0
    var isDrawn = false
    var isOver = false
  }

  private let title: String
  /// Seconds after which the work ends by itself.
  private let limit: Double?
  private let begin = ContinuousClock.now
  private let redraws = Console.canRedraw
  private let state = Mutex(State())

  private init(_ title: String, limit: Double?) {
    self.title = title
    self.limit = limit
  }

  /// Does work, and shows it meanwhile.
  ///
  /// - Parameters:
  ///   - title: what is done, without a final point.
  ///   - limit: seconds after which it ends by itself.
  ///   - work: given the display, to tell how much is done.
  static func during<Result>(
    _ title: String, limit: Double? = nil, _ output: OutputOptions,
    _ work: (WorkDisplay) throws -> Result
  ) rethrows -> Result {
    try during(title, limit: limit, isShown: !output.quiet && !output.json, work)
  }

  static func during<Result>(
    _ title: String, limit: Double? = nil, isShown: Bool, _ work: (WorkDisplay) throws -> Result
  ) rethrows -> Result {
    let display = WorkDisplay(title, limit: limit)
    guard isShown else { return try work(display) }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(
      deadline: .now() + (display.redraws ? 1 : 5), repeating: display.redraws ? 0.5 : 5)
    timer.setEventHandler { display.show() }
    timer.resume()
    defer {
      timer.cancel()
      display.end()
    }
    return try work(display)
  }

  /// Notes how much of a known number of things is done.
  func count(_ done: Int, of total: Int) {
    state.withLock { ($0.done, $0.total) = (done, total) }
  }

  private func show() {
    state.withLock { state in
      guard !state.isOver else { return }
      let line = line(state)
      guard redraws else { return Console.complain(line + "\n") }
      Console.complain("\r\u{1B}[K" + line.prefix(Console.width - 1))
      state.isDrawn = true
    }
  }

  private func line(_ state: State) -> String {
    let parts = (ContinuousClock.now - begin).components
    let elapsed = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    var line = title
    if state.total > 0 { line += " · \(state.done)/\(state.total)" }
    line += " · " + Figures.seconds(elapsed)
    if let limit { return line + " / " + Figures.seconds(limit) }
    let share = state.total > 0 ? Double(state.done) / Double(state.total) : 0
    return line + (RemainingTime.words(share: share, elapsed: elapsed).map { " · " + $0 } ?? "")
  }

  private func end() {
    state.withLock { state in
      if state.isDrawn { Console.complain("\r\u{1B}[K") }
      state.isOver = true
    }
  }
}

/// When work that goes on evenly will end.
enum RemainingTime {
  /// Part of the work below which nothing can be said.
  private static let leastShare = 0.02

  /// - Parameters:
  ///   - share: of the work that is done, from 0 to 1.
  ///   - elapsed: seconds that it took.
  static func words(share: Double, elapsed: Double) -> String? {
    guard share >= leastShare, share < 1 else { return nil }
    let left = Figures.seconds((elapsed * (1 - share) / share).rounded())
    return say(fr: "reste environ \(left)", en: "about \(left) left")
  }
}
