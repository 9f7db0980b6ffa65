internal import Desk
internal import Foundation
internal import Interchange
internal import Optimizer

/// The results as `--json` writes them.
struct BenchDocument: Encodable {
  var schema = "camin-bench-1"
  var version = Release.version
  var options: Options
  var machine = Machine()
  /// All instances were run; otherwise a signal came, or the command is still at work.
  var isComplete = false
  var sets: [SetItem] = []

  struct Options: Encodable {
    var timeLimit: Double?
    var iterations: Int?
    var threads: Int
    var firstSeed: UInt64
    var seeds: Int
    var only: String?
  }

  struct SetItem: Encodable {
    var set: String
    var instances: [InstanceItem]
    var totals: BenchTotals
  }

  struct InstanceItem: Encodable {
    var instance: String
    /// `InputHash` of the problem.
    var inputHash: String
    var requests: Int
    var vehiclesFirst: Bool
    var bestKnown: BestKnownItem?
    var runs: [BenchRun]
    var median: MedianItem?
  }

  struct BestKnownItem: Encodable {
    var cost: Double
    var vehicles: Int?
    var isProvenOptimal: Bool
  }

  struct MedianItem: Encodable {
    var seed: UInt64
    var cost: Double?
    var vehicles: Int?
    var gap: Double?
    var moreVehicles: Int?
    var isAtBestKnown: Bool
    var provenGap: Double?
    var timeToBest: Double?
  }

  struct Machine: Encodable {
    /// Processors that this process may keep busy.
    var processors = Processors.available
    var model = Self.model()

    /// What Linux calls the processor; `nil` where it does not say.
    private static func model() -> String? {
      guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else {
        return nil
      }
      let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
      return line?.split(separator: ":", maxSplits: 1).last.map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }
}

extension BenchDocument.SetItem {
  init(_ set: String, _ results: [BenchResult]) {
    self.init(
      set: set, instances: results.map(BenchDocument.InstanceItem.init),
      totals: BenchTotals(results))
  }
}

extension BenchDocument.InstanceItem {
  init(_ result: BenchResult) {
    self.init(
      instance: result.name, inputHash: result.inputHash, requests: result.requests,
      vehiclesFirst: result.vehiclesFirst,
      bestKnown: result.best.map {
        BenchDocument.BestKnownItem(
          cost: $0.cost, vehicles: $0.vehicles, isProvenOptimal: $0.isProvenOptimal)
      },
      runs: result.runs,
      median: result.median.map { median in
        BenchDocument.MedianItem(
          seed: median.seed, cost: median.cost, vehicles: median.vehicles, gap: result.gap,
          moreVehicles: result.moreVehicles, isAtBestKnown: result.isAtBestKnown,
          provenGap: median.bound?.gap, timeToBest: median.timeToBest)
      })
  }
}
