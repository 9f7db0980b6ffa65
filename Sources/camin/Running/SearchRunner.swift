internal import DialARide
internal import Foundation
internal import Optimizer
internal import Synchronization

/// Runs a search on a thread of its own, shows how it goes, and minds Ctrl-C.
struct SearchRunner {
  let options: SolverOptions
  private let showsProgress: Bool
  /// Says that a signal was understood.
  private let announcesStop: Bool

  init(options: SolverOptions, output: OutputOptions) {
    self.init(
      options: options, showsProgress: !output.quiet && !output.json, announcesStop: !output.quiet)
  }

  init(options: SolverOptions, showsProgress: Bool, announcesStop: Bool) {
    self.options = options
    self.showsProgress = showsProgress
    self.announcesStop = announcesStop
  }

  /// What came of a search.
  struct Outcome {
    var result: SearchResult
    /// Signals are minded as long as somebody has use for the outcome.
    fileprivate(set) var signals: StopSignals

    /// A signal ended the search before its limits, or something after it.
    var wasInterrupted: Bool { signals.isRaised }

    /// Some request is not served.
    var leavesSomebody: Bool { !result.solution.unserved.isEmpty }
  }

  /// Blocks until the search has ended.
  ///
  /// - Parameters:
  ///   - start: a solution to go on from.
  ///   - watch: told a few times a second how the search goes, on its thread.
  func run(
    _ problem: Problem, from start: Solution? = nil,
    watch: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) throws -> Outcome {
    let options = options
    let display = showsProgress ? ProgressDisplay(options: options) : nil
    let stop = SearchStop()
    let announcesStop = announcesStop
    let signals = StopSignals(stop: stop) {
      display?.clear()
      if announcesStop { Console.complain(Self.stopNotice) }
    }
    defer { display?.clear() }
    let result = try onOwnThread {
      try Search(problem, options: options).run(from: start, stop: stop) { progress in
        display?.show(progress)
        watch(progress)
      }
    }
    return Outcome(result: result, signals: signals)
  }

  private static let stopNotice = say(
    fr: "Arrêt demandé : le meilleur résultat va être écrit (encore une fois pour abandonner).\n",
    en: "Stopping: the best result found will be written (once more to give up).\n")

  /// The search recurses and keeps its thread busy, so it gets a roomy one that nothing else needs.
  private func onOwnThread(_ work: @escaping @Sendable () throws -> SearchResult) throws
    -> SearchResult
  {
    let done = DispatchSemaphore(value: 0)
    let slot = Slot()
    let thread = Thread {
      let result = Result { try work() }
      slot.value.withLock { $0 = result }
      done.signal()
    }
    thread.stackSize = 64 << 20
    thread.name = "camin search"
    thread.start()
    done.wait()
    guard let result = slot.value.withLock({ $0 }) else {
      preconditionFailure("the search thread signals after it has left its result")
    }
    return try result.get()
  }

  private final class Slot: Sendable {
    let value = Mutex<Result<SearchResult, any Error>?>(nil)
  }
}
