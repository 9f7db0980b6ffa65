import DialARide
import Foundation
import Interchange
import Optimizer
import Planning

/// The same input each time: a published instance, and a solution of it that lies in the repository so that a
/// better search does not change what is measured.
struct MicroInput {
  let problem: Problem
  let solution: Solution
  /// A day's legs under all of its rules, on estimated times.
  let day: Problem
  /// Day that callers ring up about.
  private let callers: String

  /// - Throws: `MicroFailure` where a file is missing, or the reader's faults.
  init(instances: String, solutions: String, scenario: String, callers: String) throws {
    self.callers = callers
    let file = instances + "/darp_ab/a8-96.txt"
    let routes = solutions + "/a8-96.json"
    for path in [file, routes, scenario, callers]
    where !FileManager.default.fileExists(atPath: path) {
      throw MicroFailure(
        "\(path) is missing: run this from the root of the package, or give --instances, "
          + "--solutions, --scenario")
    }
    let instance = try InstanceFile.read(path: file)
    problem = try instance.problem()
    solution = try SolutionFile.read(path: routes, of: instance).solution
    let read = try ScenarioSource.read(scenario, lookingForRoads: false).scenario
    let rules = try RuleBook(for: read)
    let travel = FallbackTravel(rules).matrix(of: read.places)
    day = try CompiledDay(read, rules: rules, travel: travel).problem
  }

  /// A desk with a plan of a day after a short search, on estimated times.
  func quoteDesk() throws -> QuoteDesk {
    let read = try ScenarioSource.read(callers, lookingForRoads: false).scenario
    let rules = try RuleBook(for: read)
    let day = try Day(
      read, rules: rules, travel: FallbackTravel(rules).matrix(of: read.places))
    let compiled = try CompiledDay(day)
    var options = SolverOptions(seed: 1, iterations: 200)
    options.provesBound = false
    let found = try Search(compiled.problem, options: options).run()
    let plan = compiled.plan(
      from: found.solution,
      provenance: PlanProvenance(
        engine: "", seed: 1, iterations: 200, timeLimit: nil, scenarioHash: ""),
      reasons: ReasonEffort { false })
    return try QuoteDesk(day, plan: plan)
  }

  /// Multipliers by which each request bears its share of the way of its route.
  var duals: [Double] {
    var duals = [Double](repeating: 0, count: problem.requestCount)
    for route in solution.routes {
      let part = Solution(routes: [route.scheduled(in: problem)], unserved: [])
      let share = part.cost(in: problem).distance / Double(max(1, route.stops.count / 2))
      for stop in route.stops { duals[stop >> 1] = share }
    }
    return duals
  }
}
