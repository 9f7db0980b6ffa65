internal import ArgumentParser
internal import Desk
internal import Optimizer
internal import Planning

/// How long a plan is mended.
struct RepairLimits: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: "Durée du calcul, en secondes (2 sans indication).",
        en: "Time for the search, in seconds (2 unless told otherwise)."),
      valueName: say(fr: "secondes", en: "seconds")))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nombre d’itérations, à la place d’une durée : même graine, même résultat.",
        en: "Number of iterations in place of a time: the same seed gives the same result."),
      valueName: say(fr: "nombre", en: "count")))
  var iterations: Int?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Graine des tirages au hasard (1 sans indication).",
        en: "Seed of the random draws (1 unless told otherwise)."),
      valueName: say(fr: "graine", en: "seed")))
  var seed: UInt64 = 1

  private static let defaultTimeLimit = 2.0

  /// - Throws: `Failure` with every number that is out of range.
  func solverOptions() throws(Failure) -> SolverOptions {
    var faults: [Fault] = []
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 1e6) {
      faults.append(.badOption("--time-limit", "\(timeLimit)", "2"))
    }
    if let iterations, iterations < 0 {
      faults.append(.badOption("--iterations", "\(iterations)", "500"))
    }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
    return SolverOptions(
      seed: seed, iterations: iterations,
      timeLimit: timeLimit ?? (iterations == nil ? Self.defaultTimeLimit : nil),
      threads: Processors.available)
  }
}
