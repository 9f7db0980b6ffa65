import DialARide
import Optimizer
import Planning
import Testing

extension LineTerritory {
  /// Works events into the day after a plan of it.
  func changed(
    after plan: Plan, _ events: [DayEvent], now: String? = nil, keepsTimes: Bool = true
  ) throws -> ChangedDay {
    try ChangedDay(
      day(), after: plan,
      events.map { ReportedEvent($0, at: FaultPlace(file: "test"), field: "event") },
      now: now.map(Self.at), keepsTimes: keepsTimes)
  }

  /// Mends a plan after events, and gives the checker's verdict.
  func repaired(
    _ plan: Plan, _ events: [DayEvent], now: String? = nil, keepsTimes: Bool = true,
    iterations: Int = 60
  ) throws -> Repaired {
    let changed = try changed(after: plan, events, now: now, keepsTimes: keepsTimes)
    var options = SolverOptions(seed: 1, iterations: iterations)
    options.provesBound = false
    let mended = try Mending.run(
      changed.published,
      compile: { told in
        let day = try Day(
          changed.scenario.freezing(told), rules: RuleBook(for: changed.scenario), travel: travel)
        return try CompiledDay(day, after: told)
      },
      search: { compiled, _ in
        let start = try #require(compiled.repairStart)
        return RepairSearch(compiled.problem, options: options).run(from: start)
      })
    let compiled = mended.compiled
    let again = compiled.plan(from: mended.result.solution, provenance: .test)
    return Repaired(
      changed: changed, past: mended.published.past, compiled: compiled, plan: again,
      broken: try PlanCheck(compiled.day).violations(in: again).filter { !$0.decided })
  }
}

/// A plan that was mended.
struct Repaired {
  let changed: ChangedDay
  /// What was settled in the end.
  let past: DrivenPast?
  let compiled: CompiledDay
  let plan: Plan
  /// Rules broken without anybody having decided so.
  let broken: [PlanViolation]

  var metres: Int { plan.runs.reduce(0) { $0 + $1.metres } }

  /// What the runs cost, each driver used, and what is told.
  var euros: Double {
    plan.runs.reduce(0) { $0 + $1.cost } + Double(Set(plan.runs.map(\.resource)).count)
      + (plan.changes?.price ?? 0)
  }

  func driver(_ leg: String) -> String? {
    plan.runs.first { run in run.stops.contains { $0.leg == leg } }?.resource
  }

  func pickup(_ leg: String) -> Int? {
    plan.runs.flatMap(\.stops).first { $0.leg == leg && $0.kind == .pickup }?.start
  }

  func calls(from told: Plan) -> [PhoneCall] {
    plan.changes?.calls(from: told, to: plan, on: compiled.day) ?? []
  }
}
