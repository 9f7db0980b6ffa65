internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Interchange
internal import Optimizer
internal import Planning
internal import Reporting
internal import Verification

/// `camin solve`: a published instance or a raw problem, without the domain around it.
struct SolveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "solve",
      abstract: say(
        fr: "Résoudre un problème brut ou une instance publiée.",
        en: "Solve a raw problem or a published instance."),
      discussion: say(
        fr: """
          Formats : darp (Cordeau ; Malheiros et al.), pdptw (Li et Lim ; Sartori et Buriol), json (problème \
          numérique de Camin). Le résultat est un JSON : « cost » comme la littérature le compte, et « routes », \
          listes des numéros de nœuds de l’instance, sans les dépôts.

            camin solve a2-16.txt --format darp --time-limit 5 --out a2-16.json

          Se termine par 1 si une demande obligatoire n’a pas trouvé place.
          """,
        en: """
          Formats: darp (Cordeau; Malheiros et al.), pdptw (Li and Lim; Sartori and Buriol), json (Camin's own \
          numeric problem). The result is JSON: “cost” as the literature counts it, and “routes”, lists of the \
          instance's node numbers without depots.

            camin solve a2-16.txt --format darp --time-limit 5 --out a2-16.json

          Ends with 1 where a request that must be served found no place.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(fr: "Fichier de l’instance.", en: "File of the instance."), valueName: "instance"),
    completion: .file())
  var instance: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Format du fichier ; reconnu à son contenu sans indication.",
        en: "Format of the file; told from its content unless given."),
      valueName: "format"),
    completion: .list(InstanceFormat.allCases.map(\.rawValue)))
  var format: InstanceFormat?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Fichier de la solution ; sortie standard sans indication.",
        en: "File for the solution; standard output unless given."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var out: String?

  @OptionGroup var certificate: CertificateOption
  @OptionGroup var limits: SearchLimits
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try limits.solverOptions()
    let (instance, problem) = try ProblemInput.instance(self.instance, format: format)
    let outcome = try SearchRunner(options: options, output: output).run(problem)
    let isComplete = try judge(outcome.result.solution, of: problem)
    var document = SolutionDocument(
      outcome.result.solution, of: instance, breakdown: outcome.result.cost,
      run: SolutionRun(
        seed: options.seed, iterations: outcome.result.iterations,
        seconds: outcome.result.elapsed, version: Release.version,
        iterationLimit: options.iterations, timeLimit: options.timeLimit,
        threads: options.threads, inputHash: try InputHash.hex(instance.draft),
        proof: try outcome.result.proof()))
    document.solutionHash = try document.contentHash()
    let text = try document.json()
    if let out {
      try OutputDocument.write(text, to: out)
      if output.json { try Console.write(text) }
    } else {
      try Console.write(text)
    }
    if !output.json, out != nil { try report(document) }
    try certificate.write(outcome.result, of: problem)
    if !isComplete { throw ExitCode(ExitStatus.violations.rawValue) }
  }

  /// Whether all that must be served is; anything else that is wrong with the solution is our own fault.
  private func judge(_ solution: Solution, of problem: Problem) throws -> Bool {
    let violations = Verifier.violations(in: solution, of: problem)
    let unexpected = violations.filter { $0.rule != .mandatoryUnserved && !$0.obeysLock }
    guard unexpected.isEmpty else {
      throw Failure(.internalError, unexpected.map { .internalFault("\($0)") })
    }
    return !violations.contains { $0.rule == .mandatoryUnserved }
  }

  private func report(_ document: SolutionDocument) throws {
    guard !output.quiet else { return }
    var rows = [
      (say(fr: "Coût", en: "Cost"), Figures.decimals(document.cost)),
      (say(fr: "Véhicules", en: "Vehicles"), Figures.whole(document.vehicles)),
      (say(fr: "Non servis", en: "Unserved"), Figures.whole(document.unserved.count)),
      (say(fr: "Itérations", en: "Iterations"), Figures.whole(document.iterations ?? 0)),
    ]
    if let proof = document.provenBound {
      rows += [
        (say(fr: "Objectif", en: "Objective"), Figures.decimals(proof.objective)),
        (say(fr: "Borne inférieure", en: "Lower bound"), Figures.decimals(proof.lowerBound)),
        (say(fr: "Qualité prouvée", en: "Proven quality"), ProofWords(output.language).text(proof)),
      ]
    }
    try Console.write(Figures.table(rows))
    try Console.write(say(fr: "Écrit : ", en: "Written: ") + (out ?? "") + "\n")
  }
}
