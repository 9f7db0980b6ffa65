internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Interchange
internal import Optimizer
internal import Planning

/// `camin bench`: published instances against the best values known for them.
struct BenchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bench",
      abstract: say(
        fr: "Mesurer le calcul sur des instances publiées.",
        en: "Measure the solver on published instances."),
      discussion: say(
        fr: """
          Chaque instance est résolue une fois par graine ; un contrôle exact et indépendant juge chaque \
          solution, et une solution refusée ne compte pas. Les chiffres d’une instance sont ceux du calcul \
          médian. L’écart va au record publié ; l’écart prouvé, à la borne inférieure. Si le nombre de véhicules \
          passe avant la distance, les coûts ne sont comparés qu’à nombre égal.

            camin bench darp_ab --time-limit 30 --seeds 3 --out resultats.json

          Se termine par 1 si une solution est refusée ou si une borne dépasse un record.
          """,
        en: """
          Each instance is solved once a seed; an exact, independent checker judges every solution, and a \
          refused one does not count. The figures of an instance are those of its median run. The gap is to \
          the published record; the proven gap, to the lower bound. Where vehicles come before distance, \
          costs are compared for equal numbers only.

            camin bench darp_ab --time-limit 30 --seeds 3 --out results.json

          Ends with 1 where a solution is refused or a bound is above a record.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Dossiers d’instances, ou noms de jeux dans le dossier --instances.",
        en: "Folders of instances, or names of sets in the folder --instances."),
      valueName: say(fr: "jeu", en: "set")),
    completion: .directory)
  var sets: [String]

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Dossier des jeux connus par leur nom.", en: "Folder of the sets known by name."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var instances = "Benchmarks/instances"

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nombre de calculs par instance, avec des graines successives.",
        en: "Runs of each instance, with successive seeds."),
      valueName: say(fr: "nombre", en: "count")))
  var seeds = 1

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Ne prendre que les instances dont le nom commence ainsi.",
        en: "Take only instances whose name begins so."),
      valueName: say(fr: "début", en: "prefix")))
  var only = ""

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Prendre aussi les instances sans meilleure valeur connue.",
        en: "Take instances without a best-known value as well.")))
  var allowUnknown = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Fichier JSON de tous les calculs, récrit après chaque instance.",
        en: "JSON file of all runs, rewritten after each instance."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["json"]))
  var out: String?

  @OptionGroup var limits: SearchLimits
  @OptionGroup var output: OutputOptions

  private static let mostSeeds = 1_000

  func run() throws {
    let options = try checkedOptions()
    var reader = BenchReader(library: instances, prefix: only, allowsUnknown: allowUnknown)
    let found = try reader.read(sets)
    var document = BenchDocument(
      options: BenchDocument.Options(
        timeLimit: options.timeLimit, iterations: options.iterations, threads: options.threads,
        firstSeed: options.seed, seeds: seeds, only: only.isEmpty ? nil : only))
    // A file that cannot be written is better known before the runs than after them.
    try save(document)
    let runner = BenchRunner(
      options: options, seeds: seeds,
      showsProgress: !output.quiet && !output.json && Console.canRedraw,
      announcesStop: !output.quiet)
    announce(found, options)
    document.isComplete = try measure(found, runner, &document)
    try save(document)
    if output.json { try JSONOutput.write(document) }
    guard document.sets.allSatisfy(\.totals.areSound) else {
      throw ExitCode(ExitStatus.violations.rawValue)
    }
  }

  /// - Throws: `Failure` with everything that is wrong with the options.
  private func checkedOptions() throws(Failure) -> SolverOptions {
    guard !(1...Self.mostSeeds).contains(seeds) else { return try limits.solverOptions() }
    var faults = [
      Fault.option(
        "--seeds", "\(seeds)",
        Bilingual(
          fr: "Donnez un nombre de 1 à \(Self.mostSeeds).",
          en: "Give a number from 1 to \(Self.mostSeeds)."))
    ]
    do throws(Failure) { _ = try limits.solverOptions() } catch { faults += error.faults }
    throw Failure(.usage, faults)
  }

  /// - Returns: whether all runs came to their end.
  private func measure(
    _ found: [BenchSet], _ runner: BenchRunner, _ document: inout BenchDocument
  ) throws -> Bool {
    for set in found {
      try show("\n" + set.name + "\n" + BenchTable.header)
      var results: [BenchResult] = []
      document.sets.append(BenchDocument.SetItem(set.name, results))
      for entry in set.entries {
        guard let runs = runner.runs(of: entry) else {
          try show(BenchTable.totals(set.name, BenchTotals(results)))
          return false
        }
        let result = BenchResult(
          name: entry.name, requests: entry.problem.requestCount,
          vehiclesFirst: entry.instance.vehiclesFirst,
          inputHash: try InputHash.hex(entry.instance.draft), best: entry.best, runs: runs)
        results.append(result)
        document.sets[document.sets.count - 1] = BenchDocument.SetItem(set.name, results)
        try show(BenchTable.row(result))
        try save(document)
      }
      try show(BenchTable.totals(set.name, BenchTotals(results)))
    }
    return true
  }

  /// How long it may take, where time ends the runs.
  private func announce(_ found: [BenchSet], _ options: SolverOptions) {
    guard !output.quiet, !output.json, let limit = options.timeLimit else { return }
    let runs = found.reduce(0) { $0 + $1.entries.count } * seeds
    let time = Figures.duration((limit * Double(runs)).rounded())
    Console.complain(
      say(
        fr: "\(Figures.whole(runs)) calculs, \(time) au plus\n",
        en: "\(Figures.whole(runs)) runs, \(time) at most\n"))
  }

  private func show(_ text: String) throws {
    if !output.quiet, !output.json { try Console.write(text) }
  }

  private func save(_ document: BenchDocument) throws {
    guard let out else { return }
    try OutputDocument.write(try JSONOutput.text(document), to: out)
  }
}
