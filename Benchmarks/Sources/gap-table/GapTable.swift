import ArgumentParser
import DialARide
import Foundation
import Interchange
import Optimizer
import Verification

/// Solves the instances of a folder and prints how far each answer is from the best known.
@main
struct GapTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap-table",
    abstract: "Gaps to the best-known values, every answer judged by the exact checker.")

  @Argument(help: "Folder under Benchmarks/instances, e.g. darp_ab.")
  var set: String
  @Option(help: "Seconds a run.") var seconds = 10.0
  @Option(help: "Threads a run.") var threads = 1
  @Option(help: "Runs of each instance, with seeds 1, 2, …") var seeds = 1
  @Option(help: "Only instances whose name begins so.") var only = ""
  @Option(help: "Folder that holds the instances.") var instances = "Benchmarks/instances"

  func run() throws {
    let folder = URL(fileURLWithPath: instances)
    let known = try BestKnown(folder: folder)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(set), includingPropertiesForKeys: nil
    ).filter { !$0.lastPathComponent.lowercased().hasPrefix("read") }
    var gaps: [Double] = []
    print("instance            seed  vehicles       cost  best known    gap %  iterations/s")
    for file in files.sorted(by: { $0.path < $1.path }) {
      let name = file.deletingPathExtension().lastPathComponent
      guard name.hasPrefix(only), let best = known[name] else { continue }
      let instance = try InstanceFile.read(path: file.path, format: nil, options: ReadingOptions())
      for seed in 1...max(1, seeds) {
        gaps.append(try measure(instance, name, best, seed: UInt64(seed)))
      }
    }
    guard !gaps.isEmpty else {
      throw ValidationError("no instance of \(set) has a best-known value")
    }
    print(
      String(
        format: "mean gap %.3f %% over %d runs", gaps.reduce(0, +) / Double(gaps.count), gaps.count)
    )
  }

  private func measure(
    _ instance: Instance, _ name: String, _ best: BestKnown.Value, seed: UInt64
  ) throws -> Double {
    let problem = try instance.problem()
    let options = SolverOptions(seed: seed, timeLimit: seconds, threads: threads)
    let result = try Search(problem, options: options).run()
    let violations = Verifier.violations(in: result.solution, of: problem)
    let cost = instance.statedCost(result.cost)
    let gap = (cost - best.cost) / best.cost * 100
    let verdict = violations.isEmpty ? "" : "  NOT VALID: \(violations[0].rule.rawValue)"
    let used = "\(result.solution.routes.count)/\(best.vehicles.map(String.init) ?? "-")"
    let row = String(
      format: "%4d %9@ %10.2f %11.2f %8.2f %13.0f", Int(seed), used as NSString, cost, best.cost,
      gap,
      Double(result.iterations) / result.elapsed)
    print(name.padding(toLength: 20, withPad: " ", startingAt: 0) + row + verdict)
    return gap
  }
}
