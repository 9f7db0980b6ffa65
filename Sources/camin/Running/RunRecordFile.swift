internal import Desk
internal import DialARide
internal import Interchange
internal import Optimizer
internal import Planning

/// A plan or solution file with what it tells of the run behind it, and the data to make that run again.
struct RunRecordFile {
  private enum Content {
    case plan(Plan, DayInput, CompiledDay)
    case repair(Plan, RepairRunner)
    case solution(SolutionStatement, Instance, Problem)
  }

  private let path: String
  private let content: Content
  /// Hash that the file states; empty where it states none.
  let statedHash: String
  /// Hash that its content has now.
  let contentHash: String
  let objective: Double?
  let engine: String

  /// Options of a search that repeats the run.
  struct Replay {
    var options: SolverOptions
    /// The run was ended by its number of iterations, so that nothing else decides its result.
    var isExact: Bool
  }

  /// Reads the file.
  ///
  /// - Throws: `Failure` with all faults, or where the file was made from other data.
  init(_ path: String, of input: ProblemInput) throws {
    switch input {
    case .day(let day, let compiled):
      let plan = try day.plan(path)
      guard plan.provenance.method != .apart else { throw Failure(.badData, [.madeApart(path)]) }
      try Self.comparePrevious(path, plan, day.published?.plan)
      try Self.compareScenario(path, plan, day.scenario)
      try self.init(path, plan, .plan(plan, day, compiled))
    case .instance(let instance, let problem):
      let (statement, document) = try Self.solution(path)
      try Self.compare(path, "/inputHash", statement.inputHash, try input.hash())
      self.init(
        path: path, content: .solution(statement, instance, problem),
        statedHash: statement.solutionHash, contentHash: try document.contentHash(),
        objective: statement.objective, engine: "camin " + statement.version)
    }
  }

  /// The record of a plan told that was mended.
  ///
  /// - Throws: `Failure` where it was mended from another day, another plan or by other events.
  init(_ path: String, _ plan: Plan, mendedBy repair: RepairRunner) throws {
    try Self.comparePrevious(path, plan, repair.told)
    try Self.compareScenario(path, plan, try repair.changedDay())
    try self.init(path, plan, .repair(plan, repair))
  }

  private init(_ path: String, _ plan: Plan, _ content: Content) throws {
    self.init(
      path: path, content: content, statedHash: plan.provenance.planHash,
      contentHash: try PlanDocument.contentHash(plan), objective: plan.proof?.objective,
      engine: plan.provenance.engine)
  }

  private init(
    path: String, content: Content, statedHash: String, contentHash: String, objective: Double?,
    engine: String
  ) {
    self.path = path
    self.content = content
    self.statedHash = statedHash
    self.contentHash = contentHash
    self.objective = objective
    self.engine = engine
  }

  private static func solution(
    _ path: String
  ) throws(Failure) -> (SolutionStatement, SolutionDocument) {
    do throws(Faults) {
      return (try SolutionStatement.read(path), try SolutionFile.document(path: path))
    } catch {
      throw Failure(reading: error)
    }
  }

  /// A plan made after another one is made again after the same one only.
  private static func comparePrevious(
    _ path: String, _ plan: Plan, _ told: Plan?
  ) throws(Failure) {
    let stated = plan.changes?.previous ?? ""
    guard told != nil || stated.isEmpty else {
      throw Failure(.badData, [.needsPrevious(path, stated)])
    }
    try compare(path, "/changes/previous", stated, told?.provenance.planHash ?? "")
  }

  private static func compareScenario(
    _ path: String, _ plan: Plan, _ scenario: Scenario
  ) throws(Failure) {
    try compare(
      path, "/provenance/scenario_hash", plan.provenance.scenarioHash,
      ScenarioDocument.hash(scenario))
  }

  private static func compare(
    _ path: String, _ pointer: String, _ stated: String, _ found: String
  ) throws(Failure) {
    guard stated != found else { return }
    throw Failure(
      .badData, [.otherInput(path, pointer: pointer, stated: stated, found: found)])
  }

  /// How the run is repeated.
  ///
  /// - Throws: `Failure` where the file does not tell.
  func options() throws(Failure) -> Replay {
    let seed: UInt64?
    let asked: (iterations: Int?, seconds: Double?, done: Int?, threads: Int?)
    let isExact: Bool
    switch content {
    case .plan(let plan, _, _), .repair(let plan, _):
      let made = plan.provenance
      seed = made.seed
      asked = (made.iterations, made.timeLimit, made.iterationsDone, made.threads)
      isExact = made.iterations != nil
    case .solution(let made, _, _):
      seed = made.seed
      isExact = made.iterationLimit != nil && made.iterations == made.iterationLimit
      asked = (isExact ? made.iterations : nil, made.timeLimit, made.iterations, made.threads)
    }
    let iterations = asked.iterations ?? (asked.seconds == nil ? asked.done : nil)
    guard let seed, iterations != nil || asked.seconds != nil else {
      throw Failure(.badData, [.notReplayable(path)])
    }
    return Replay(
      options: SolverOptions(
        seed: seed, iterations: iterations, timeLimit: isExact ? nil : asked.seconds,
        threads: asked.threads ?? Processors.available), isExact: isExact)
  }

  /// What a run made again has found.
  struct Repeated {
    let hash: String
    let objective: Double
  }

  func again(_ options: SolverOptions, _ output: OutputOptions) throws -> Repeated {
    switch content {
    case .plan(let plan, let day, let compiled):
      let search = PlanSearch(
        input: day, compiled: compiled, options: options,
        isRobust: plan.provenance.method == .robust, output: output)
      let found = try search.run()
      let made = try search.plan(from: found)
      return Repeated(
        hash: made.plan.provenance.planHash, objective: found.outcome.result.cost.total)
    case .repair(_, let repair):
      let mended = try repair.run(options, output).mended
      return Repeated(
        hash: mended.made.plan.provenance.planHash, objective: mended.search.result.cost.total)
    case .solution(_, let instance, let problem):
      let result = try SearchRunner(options: options, output: output).run(problem).result
      let document = SolutionDocument(
        result.solution, of: instance, breakdown: result.cost,
        run: SolutionRun(version: Release.version))
      return Repeated(hash: try document.contentHash(), objective: result.cost.total)
    }
  }
}

extension Fault {
  fileprivate static func madeApart(_ path: String) -> Fault {
    Fault(
      code: "not-replayable", place: FaultPlace(file: path, pointer: "/provenance/method"),
      field: "method", value: PlanProvenance.Method.apart.rawValue,
      cause: Bilingual(
        fr: "Ce plan réunit des offres planifiées à part : aucun calcul seul ne le refait.",
        en: "This plan puts offers together that were planned apart: no single run makes it again."),
      remedy: Bilingual(
        fr: "Refaites la comparaison : camin compare.",
        en: "Make the comparison again: camin compare."))
  }

  fileprivate static func needsPrevious(_ path: String, _ stated: String) -> Fault {
    Fault(
      code: "needs-previous", place: FaultPlace(file: path, pointer: "/changes/previous"),
      field: "previous", value: stated,
      cause: Bilingual(
        fr: "Ce plan part d’un plan déjà annoncé, qui n’est pas donné.",
        en: "This plan starts from one that people were told, which is not given."),
      remedy: Bilingual(
        fr: "Donnez le plan annoncé avec --previous.", en: "Give the plan told with --previous."))
  }

  fileprivate static func notReplayable(_ path: String) -> Fault {
    Fault(
      code: "not-replayable", place: FaultPlace(file: path), field: "", value: "",
      cause: Bilingual(
        fr: "Ce fichier ne dit ni graine ni limites : le calcul ne peut être refait.",
        en: "This file tells no seed or no limits: its run cannot be repeated."),
      remedy: Bilingual(
        fr: "Donnez un fichier écrit par cette version de Camin.",
        en: "Give a file written by this release of Camin."))
  }
}
