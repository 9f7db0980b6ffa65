internal import ArgumentParser
internal import Desk
internal import Optimizer
internal import Planning

/// How long a search runs, and on what.
struct SearchLimits: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: "Durée du calcul, en secondes (10 sans indication).",
        en: "Time for the search, in seconds (10 unless told otherwise)."),
      valueName: say(fr: "secondes", en: "seconds")))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Nombre d’itérations du calcul, à la place d’une durée : avec la même graine, le résultat est \
          alors le même sur toute machine.
          """,
        en: """
          Number of iterations of the search in place of a time: with the same seed, the result is then \
          the same on every machine.
          """),
      valueName: say(fr: "nombre", en: "count")))
  var iterations: Int?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Graine des tirages au hasard (1 sans indication).",
        en: "Seed of the random draws (1 unless told otherwise)."),
      valueName: say(fr: "graine", en: "seed")))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nombre de processeurs à employer (tous sans indication).",
        en: "Number of processors to use (all unless told otherwise)."),
      valueName: say(fr: "nombre", en: "count")))
  var threads: Int?

  private static let defaultTimeLimit = 10.0
  private static let longestTimeLimit = 1e6
  private static let mostThreads = 256

  /// The limits as the solver takes them. A fixed number of iterations runs without a clock unless a time
  /// limit is asked for as well.
  ///
  /// - Throws: `Failure` with every number that is out of range.
  func solverOptions() throws(Failure) -> SolverOptions {
    try check()
    return SolverOptions(
      seed: seed ?? 1, iterations: iterations,
      timeLimit: timeLimit ?? (iterations == nil ? Self.defaultTimeLimit : nil),
      threads: threads ?? Processors.available)
  }

  private func check() throws(Failure) {
    var faults: [Fault] = []
    if let timeLimit, !(timeLimit > 0 && timeLimit <= Self.longestTimeLimit) {
      faults.append(
        .option(
          "--time-limit", "\(timeLimit)",
          Bilingual(
            fr: "Donnez un nombre de secondes positif.", en: "Give a positive number of seconds.")))
    }
    if let iterations, iterations < 0 {
      faults.append(
        .option(
          "--iterations", "\(iterations)",
          Bilingual(fr: "Donnez zéro ou davantage.", en: "Give zero or more.")))
    }
    if let threads, !(1...Self.mostThreads).contains(threads) {
      faults.append(
        .option(
          "--threads", "\(threads)",
          Bilingual(
            fr: "Donnez un nombre de 1 à \(Self.mostThreads).",
            en: "Give a number from 1 to \(Self.mostThreads).")))
    }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
  }
}
