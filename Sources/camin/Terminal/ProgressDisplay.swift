internal import Foundation
internal import Optimizer
internal import Synchronization

/// Shows how a search goes: one line redrawn on a terminal, otherwise a plain line every few seconds.
final class ProgressDisplay: Sendable {
  private struct State {
    var isDrawn = false
    var lastShown = -Double.infinity
  }

  private let options: SolverOptions
  private let redraws = Console.canRedraw
  private let glyphs = BarGlyphs.ofEnvironment
  private let state = Mutex(State())
  /// Seconds between two lines.
  private static let plainPause = 5.0
  private static let drawnPause = 0.1

  init(options: SolverOptions) { self.options = options }

  func show(_ progress: SearchProgress) {
    state.withLock { state in
      let pause = redraws ? Self.drawnPause : Self.plainPause
      guard progress.elapsed - state.lastShown >= pause else { return }
      state.lastShown = progress.elapsed
      let words = ProgressWords(progress, options: options)
      guard redraws else { return Console.complain(words.line + "\n") }
      let line = glyphs.bar(words.share, cells: 12) + " " + words.line
      Console.complain("\r\u{1B}[K" + line.prefix(Console.width - 1))
      state.isDrawn = true
    }
  }

  /// Takes the line off the terminal.
  func clear() {
    state.withLock { state in
      if state.isDrawn { Console.complain("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }
}

/// One moment of a search in words.
private struct ProgressWords {
  private let progress: SearchProgress
  private let options: SolverOptions

  init(_ progress: SearchProgress, options: SolverOptions) {
    self.progress = progress
    self.options = options
  }

  /// How much of the search is done, from 0 to 1: of the limit that it is closer to.
  var share: Double {
    let time = options.timeLimit.map { progress.elapsed / $0 } ?? 0
    let count = options.iterations.map { Double(progress.iterations) / Double(max(1, $0)) } ?? 0
    return min(1, max(0, time, count))
  }

  var line: String {
    [elapsed, cost, unserved, vehicles].joined(separator: " · ")
  }

  private var elapsed: String {
    let now = Figures.seconds(progress.elapsed)
    guard let limit = options.timeLimit else {
      let rest = RemainingTime.words(share: share, elapsed: progress.elapsed)
      return now + (rest.map { " (" + $0 + ")" } ?? "")
    }
    return now + " / " + Figures.seconds(limit)
  }

  private var unserved: String {
    say(fr: "non servis ", en: "unserved ") + Figures.whole(progress.unserved)
  }

  private var vehicles: String {
    say(fr: "tournées ", en: "runs ") + Figures.whole(progress.vehicles)
  }

  private var cost: String {
    say(fr: "objectif ", en: "objective ") + Figures.decimals(progress.cost)
  }
}

/// The characters of a progress bar.
private struct BarGlyphs {
  let done: Character
  let open: Character

  /// Blocks where the terminal's locale is UTF-8, ASCII elsewhere.
  static var ofEnvironment: BarGlyphs {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let folded = locale.lowercased().filter { $0 != "-" }
    return folded.contains("utf8")
      ? BarGlyphs(done: "█", open: "░") : BarGlyphs(done: "#", open: ".")
  }

  func bar(_ share: Double, cells: Int) -> String {
    let full = Int((share * Double(cells)).rounded(.down))
    return String(repeating: done, count: full) + String(repeating: open, count: cells - full)
  }
}
