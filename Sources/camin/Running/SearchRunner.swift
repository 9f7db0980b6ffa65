internal import Desk
internal import DialARide
internal import Optimizer

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

  /// What came of a search. Signals are minded as long as somebody has use for it.
  struct Outcome {
    let search: SearchOutcome
    private let signals: StopSignals

    init(_ result: SearchResult, _ signals: StopSignals) {
      let count = signals.count
      search = SearchOutcome(result: result) { count.value }
      self.signals = signals
    }

    private init(_ search: SearchOutcome, _ signals: StopSignals) {
      self.search = search
      self.signals = signals
    }

    /// The same with what came of several searches.
    func with(_ result: SearchResult) -> Outcome {
      Outcome(SearchOutcome(result: result, stops: search.stops), signals)
    }

    var result: SearchResult { search.result }
    var wasInterrupted: Bool { search.wasInterrupted }
    var leavesSomebody: Bool { search.leavesSomebody }
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
    let display = showsProgress ? ProgressDisplay(options: options) : nil
    let stop = SearchStop()
    let announcesStop = announcesStop
    let signals = StopSignals(stop: stop) {
      display?.clear()
      if announcesStop { Console.complain(Self.stopNotice) }
    }
    defer { display?.clear() }
    let result = try SearchThread.run(problem, options: options, from: start, stop: stop) {
      display?.show($0)
      watch($0)
    }
    return Outcome(result, signals)
  }

  private static let stopNotice = say(
    fr: "Arrêt demandé : le meilleur résultat va être écrit (encore une fois pour abandonner).\n",
    en: "Stopping: the best result found will be written (once more to give up).\n")
}
