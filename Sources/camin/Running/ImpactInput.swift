internal import Desk
internal import Foundation
internal import Interchange
internal import Planning

/// Plans of one or several days, each with the day that it was made for.
struct ImpactInput {
  struct Item {
    let path: String
    let input: DayInput
    let plan: Plan
    let totals: ImpactTotals
  }

  /// In the order of their dates.
  let items: [Item]

  /// Reads all, and finds the day of each plan by the hash it names, or failing that by territory and date. A store keeps
  /// the day of its plans itself.
  ///
  /// - Parameters:
  ///   - plans: plan files, folders that `camin plan` wrote, or days of stores.
  ///   - scenarios: in any order.
  /// - Throws: `Failure` with the faults of all files at once.
  init(plans: [String], scenarios: [String], roads: RoadsOption) throws(Failure) {
    var log = FailureLog()
    let days = scenarios.compactMap { path in
      log.catching { () throws(Failure) in try DayInput(path, roads: roads.choice) }
    }
    var found: [Item] = []
    for path in plans.map(Self.file) {
      let item = log.catching { () throws(Failure) in try Self.item(path, days, roads) }
      if let item { found.append(item) }
    }
    let items = found.sorted { ($0.plan.date, $0.path) < ($1.plan.date, $1.path) }
    for (item, next) in zip(items, items.dropFirst())
    where item.plan.date == next.plan.date && item.plan.territory == next.plan.territory {
      log.add(Failure(.badData, [.sameDay(next.path, item.path, next.plan.date)]))
    }
    try log.end()
    self.items = items
  }

  /// The `plan.json` of a folder, or the file itself.
  static func file(_ path: String) -> String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? path + "/plan.json" : path
  }

  private static func item(
    _ path: String, _ days: [DayInput], _ roads: RoadsOption
  ) throws(Failure) -> Item {
    if case .store(let file, let date) = try DaySource(path) {
      return try StorePlans.day(date, in: file, roads: roads.choice).item(path)
    }
    return try day(of: DayInput.readPlan(path), path, days).item(path)
  }

  /// The day that a plan was made for.
  static func day(
    of plan: Plan, _ path: String, _ days: [DayInput]
  ) throws(Failure) -> DayInput {
    let input =
      days.first { ScenarioDocument.hash($0.scenario) == plan.provenance.scenarioHash }
      ?? days.first {
        $0.scenario.territory.id == plan.territory && $0.scenario.territory.date == plan.date
      }
    guard let input else { throw Failure(.badData, [.noDay(path, plan)]) }
    return input
  }
}

extension DayInput {
  /// A plan of this day with what it comes to.
  ///
  /// - Throws: `Failure` with every fault, also where the plan states kilometres that its stops do not come to.
  func item(_ path: String) throws(Failure) -> ImpactInput.Item {
    let (input, plan) = try following(path: path)
    let day = input.day
    let wrong = ImpactTotals.misstatements(of: plan, on: day)
    guard wrong.isEmpty else {
      throw Failure(.badData, wrong.map { .misstated(path, $0) })
    }
    var totals = ImpactTotals(of: plan, on: day)
    totals.brokenRules = try violations(in: plan).count { !$0.decided }
    return ImpactInput.Item(path: path, input: input, plan: plan, totals: totals)
  }
}

extension Fault {
  fileprivate static func noDay(_ path: String, _ plan: Plan) -> Fault {
    Fault(
      code: "no-day", place: FaultPlace(file: path, pointer: "/provenance/scenario_hash"),
      field: "scenario_hash", value: plan.provenance.scenarioHash,
      cause: Bilingual(
        fr: "Aucun des scénarios donnés n’est celui de ce plan (\(plan.territory), "
          + "\(plan.date.text)).",
        en: "None of the scenarios given is that of this plan (\(plan.territory), "
          + "\(plan.date.text))."),
      remedy: Bilingual(
        fr: "Ajoutez son scénario après --scenario.", en: "Add its scenario after --scenario."))
  }

  fileprivate static func sameDay(_ path: String, _ other: String, _ date: PlanDate) -> Fault {
    Fault(
      code: "same-day", place: FaultPlace(file: path, pointer: "/date"), field: "date",
      value: date.text,
      cause: Bilingual(
        fr: "Ce plan est du même jour que \(other) : la somme compterait le jour deux fois.",
        en: "This plan is of the same day as \(other): the sum would count the day twice."),
      remedy: Bilingual(
        fr: "Gardez l’un des deux ; « camin compare » les met côte à côte.",
        en: "Keep one of the two; “camin compare” puts them side by side."))
  }

  fileprivate static func misstated(_ path: String, _ wrong: ImpactTotals.Misstatement) -> Fault {
    Fault(
      code: "misstated-run",
      place: FaultPlace(file: path, pointer: "/runs/\(wrong.index)/metres"), field: "metres",
      value: "\(wrong.stated)",
      cause: Bilingual(
        fr:
          "La tournée \(wrong.run) annonce \(wrong.stated) m ; ses arrêts en font \(wrong.found).",
        en: "Run \(wrong.run) states \(wrong.stated) m; its stops come to \(wrong.found)."),
      remedy: Bilingual(
        fr: "Corrigez les mètres de la tournée et de ses arrêts, ou refaites le plan.",
        en: "Correct the metres of the run and its stops, or make the plan anew."))
  }
}
