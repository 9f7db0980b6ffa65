internal import Desk
internal import DialARide
internal import Foundation
internal import Interchange
internal import Optimizer
internal import Planning
internal import Synchronization
internal import Verification

/// Solves an instance once a seed and has every answer judged by the exact checker.
struct BenchRunner {
  let options: SolverOptions
  let seeds: Int
  let showsProgress: Bool
  let announcesStop: Bool

  /// - Returns: `nil` where a signal has ended a run before its limits.
  func runs(of entry: BenchSet.Entry) -> [BenchRun]? {
    var runs: [BenchRun] = []
    for offset in 0..<UInt64(seeds) {
      guard let run = run(entry, seed: options.seed &+ offset) else { return nil }
      runs.append(run)
    }
    return runs
  }

  private func run(_ entry: BenchSet.Entry, seed: UInt64) -> BenchRun? {
    var options = options
    options.seed = seed
    let clock = ContinuousClock()
    let begin = clock.now
    let moment = Moment()
    do {
      let runner = SearchRunner(
        options: options, showsProgress: showsProgress, announcesStop: announcesStop)
      let outcome = try runner.run(entry.problem) { moment.note($0) }
      guard !outcome.wasInterrupted else { return nil }
      let seconds = Self.seconds(clock.now - begin)
      return judge(outcome.result, entry, seed: seed, seconds: seconds, moment)
    } catch {
      return BenchRun(
        seed: seed, status: .failed, violations: ["\(error)"],
        seconds: Self.seconds(clock.now - begin))
    }
  }

  private func judge(
    _ result: SearchResult, _ entry: BenchSet.Entry, seed: UInt64, seconds: Double,
    _ moment: Moment
  ) -> BenchRun {
    let violations = Verifier.violations(in: result.solution, of: entry.problem)
    let document = SolutionDocument(
      result.solution, of: entry.instance, breakdown: result.cost,
      run: SolutionRun(version: Release.version))
    var run = BenchRun(
      seed: seed, status: Self.status(violations), violations: Self.names(violations),
      cost: document.cost, vehicles: document.vehicles, unserved: result.solution.unserved.count,
      objective: document.objective, iterations: result.iterations, seconds: seconds,
      timeToBest: moment.time(of: result), routes: document.routes,
      routeVehicles: document.schedules.map(\.vehicle))
    do throws(Failure) {
      run.bound = try result.proof().flatMap { BenchBound($0, run: run, of: entry.instance) }
    } catch {
      run.status = .failed
      run.violations += error.faults.map(\.cause.en)
    }
    return run
  }

  private static func status(_ violations: [Violation]) -> BenchRun.Status {
    if violations.isEmpty { return .valid }
    return violations.allSatisfy { $0.rule == .mandatoryUnserved } ? .incomplete : .invalid
  }

  /// Each rule once, in order.
  private static func names(_ violations: [Violation]) -> [String] {
    Set(violations.map(\.rule.rawValue)).sorted()
  }

  private static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}

/// When the search was last told to have become better.
private final class Moment: Sendable {
  private struct State {
    var cost = Double.infinity
    var elapsed = 0.0
  }

  private let state = Mutex(State())

  func note(_ progress: SearchProgress) {
    state.withLock { state in
      guard progress.cost < state.cost - Self.tolerance(state.cost) else { return }
      state = State(cost: progress.cost, elapsed: progress.elapsed)
    }
  }

  /// The moment noted, or the end where the result is better than what was told by then.
  func time(of result: SearchResult) -> Double {
    let (cost, elapsed) = state.withLock { ($0.cost, $0.elapsed) }
    return result.cost.total < cost - Self.tolerance(cost) ? result.elapsed : elapsed
  }

  private static func tolerance(_ cost: Double) -> Double {
    cost.isFinite ? 1e-9 * max(1, abs(cost)) : 0
  }
}

extension BenchBound {
  /// - Parameter proven: of the objective of the run; `nil` comes of a bound that says nothing.
  init?(_ proven: ProvenBound, run: BenchRun, of instance: Instance) {
    guard proven.proof != .trivial else { return nil }
    self.init(
      objective: proven.lowerBound, objectiveGap: proven.gap, proof: proven.proof.rawValue,
      isOptimal: proven.isOptimal)
    let fixed = instance.draft.vehicles.map(\.fixedCost).max() ?? 0
    guard instance.vehiclesFirst, fixed > 0 else {
      (cost, gap) = (proven.lowerBound, proven.gap)
      return
    }
    // The fixed cost is above every routing cost, so whole multiples of it in the bound are vehicles.
    let least = Int((proven.lowerBound / fixed).rounded(.down))
    vehicles = least
    guard let used = run.vehicles, let cost = run.cost, used == least else { return }
    let bound = max(0, proven.lowerBound - Double(used) * fixed)
    self.cost = bound
    gap = ProvenBound.gap(objective: cost, lowerBound: bound)
  }
}
