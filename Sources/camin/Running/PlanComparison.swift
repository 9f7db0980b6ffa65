internal import Desk
internal import Interchange
internal import Optimizer
internal import Planning
internal import Reporting

/// Two plans of one day, judged, with what is to be said of how they came about.
struct PlanComparison {
  /// One of the two.
  struct Side {
    let id: String
    let title: Bilingual
    let plan: Plan
    let totals: ImpactTotals
    let violations: [PlanViolation]

    init(id: String, title: Bilingual, plan: Plan, of input: DayInput) throws(Failure) {
      self.id = id
      self.title = title
      self.plan = plan
      let input = try input.following(plan)
      violations = try input.violations(in: plan).filter { !$0.decided }
      var totals = ImpactTotals(of: plan, on: input.day)
      totals.brokenRules = violations.count
      self.totals = totals
    }

    func column(_ factors: EmissionFactors) -> ImpactColumn {
      ImpactColumn(id: id, title: title, impact: Impact(totals, factors: factors))
    }
  }

  let input: DayInput
  let sides: [Side]
  /// By offer; empty where plans that somebody gave are compared.
  var parts: [DayPlanning.Part] = []
  var lockNotes: [OfferSplit.LockNote] = []

  var breaksRules: Bool { sides.contains { !$0.violations.isEmpty } }

  /// Whether the volunteers were asked for what the TAD refused.
  var handsOn = false

  /// The day planned apart per offer, and pooled.
  init(
    _ input: DayInput, handsOn: Bool, options: SolverOptions, output: OutputOptions
  ) throws {
    var options = options
    // Time goes to the plans, and both get the same.
    options.provesBound = false
    let planning = DayPlanning(input: input, options: options, output: output)
    let split = OfferSplit(input.day)
    let apart = try planning.apart(split, handsOn: handsOn)
    let pooled = try planning.pooled()
    self.input = input
    sides = [
      try Side(
        id: "apart", title: Bilingual(fr: "à part", en: "apart"), plan: apart.plan, of: input),
      try Side(
        id: "pooled", title: Bilingual(fr: "en commun", en: "pooled"), plan: pooled, of: input),
    ]
    parts = apart.parts
    self.handsOn = handsOn
    lockNotes = split.lockNotes
  }

  /// Two plans of the day that somebody gives.
  init(_ input: DayInput, plans: [String]) throws(Failure) {
    var sides: [Side] = []
    var failures: [Failure] = []
    for (id, path) in zip(["first", "second"], plans) {
      do throws(Failure) {
        let item = try input.item(ImpactInput.file(path))
        sides.append(
          try Side(id: id, title: Bilingual(fr: path, en: path), plan: item.plan, of: input))
      } catch {
        failures.append(error)
      }
    }
    if let first = failures.first {
      let isOneKind = failures.allSatisfy { $0.status == first.status }
      throw Failure(isOneKind ? first.status : .badData, failures.flatMap(\.faults))
    }
    self.input = input
    self.sides = sides
  }

  func report(
    factors: EmissionFactors, baselines: [Baseline], language: Language
  ) -> ComparisonReport {
    ComparisonReport(
      sides[0].column(factors), sides[1].column(factors), of: input.scenario.territory,
      factors: factors, baselines: baselines, notes: ComparisonNotes(self, language).lines,
      language: language)
  }

  /// `comparison.json` and the report; plans too where they were made here.
  func files(_ report: ComparisonReport) throws -> [OutputFile] {
    var files = [
      OutputFile("comparison.json", text: try JSONOutput.text(result(report))),
      OutputFile("comparison.csv", text: report.table),
      OutputFile("comparison.html", text: report.page),
    ]
    guard !parts.isEmpty else { return files }
    for side in sides {
      files.append(OutputFile(side.id + ".json", text: try PlanDocument.text(side.plan)))
    }
    return files
  }

  func result(_ report: ComparisonReport) -> PlanComparisonResult {
    PlanComparisonResult(
      date: input.scenario.territory.date.text, territory: input.scenario.territory.id,
      approximate: input.day.travel.approximate, comparison: report.document, apart: parts,
      locks: lockNotes,
      violations: Dictionary(uniqueKeysWithValues: sides.map { ($0.id, $0.violations) }))
  }
}

/// What `camin compare --json` tells.
struct PlanComparisonResult: Encodable {
  let date: String
  let territory: String
  let approximate: Bool
  let comparison: ImpactDocument
  /// How planning apart was done, by offer.
  let apart: [DayPlanning.Part]
  /// Decisions that tie a leg to another offer than the rules propose.
  let locks: [OfferSplit.LockNote]
  /// Rules that each plan breaks without anybody having decided so.
  let violations: [String: [PlanViolation]]
}
