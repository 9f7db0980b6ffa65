import DialARide
import Foundation
import Interchange
import Optimizer
import Testing

/// The bound on published instances against the best values known for them. `camin bench` asks the same of every
/// instance that it solves.
@Suite struct ShippedBoundTests {
  @Test func everyShippedInstanceHasABestKnownValue() throws {
    let table = try ShippedBest.table()
    let nameless = ShippedBest.names.filter { table[ShippedBest.title(of: $0)] == nil }
    #expect(ShippedBest.names.count > 160)
    #expect(nameless.isEmpty, "without a best-known value: \(nameless)")
  }

  /// The upper bound is loose on purpose: bounds are cut down to it, and one at the best-known value itself
  /// would hide what this test is there to find. With it, closing runs too where it can.
  @Test(arguments: ShippedBest.bounded)
  func noBoundIsAboveTheBestKnownValue(name: String) throws {
    let instance = try InstanceFile.read(path: ShippedBest.folder.appending(path: name).path)
    let known = try #require(try ShippedBest.table()[instance.name])
    let best = try ShippedBest.objective(known, of: instance)
    let board = BoundBoard()
    board.post(upperBound: best + 0.02 * known.cost, routes: [])
    let effort = BoundEffort(work: ShippedBest.work)
    BoundWorker(try instance.problem(), board: board, effort: effort).run()
    let bound = try #require(board.bound)
    // Published values are rounded to two decimals.
    let most = best + 0.006 + 1e-9 * best
    #expect(bound.value <= most, "\(name): \(bound.value) by \(bound.proof), known \(best)")
    #expect(bound.lagrangian <= most, "\(name): \(bound.lagrangian) by its duals, known \(best)")
    #expect(bound.value > 0 && bound.proof != .trivial, "\(name): nothing was proved")
  }
}

/// The instances that come with the repository, and their best-known values.
private enum ShippedBest {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Benchmarks/instances")

  /// Labels and fragments: enough for the instances of `bounded`.
  static let work = 4_000_000

  /// Instances small enough for a bound within a second or two of a release build.
  static let bounded = [
    "a2-16", "a2-20", "a2-24", "a3-18", "a3-24", "a3-30", "a4-16", "a4-24", "a4-32", "b2-16",
    "b2-20", "b2-24",
    "b4-16", "b4-24", "b4-32",
  ].map { "darp_ab/\($0).txt" }

  /// Paths from the folder, in alphabetical order.
  static let names: [String] = {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.contains("/") && !$0.hasSuffix(".csv") && !$0.hasSuffix(".md") }.sorted()
  }()

  static func title(of name: String) -> String {
    URL(filePath: name).deletingPathExtension().lastPathComponent
  }

  static func table() throws -> BestKnownTable {
    var table = BestKnownTable()
    for set in ["darp_ab", "darp_pr", "li_lim", "mdhdarp", "sartori_buriol"] {
      try table.read(path: folder.appending(path: "best_known_\(set).csv").path)
    }
    return table
  }

  /// The best-known value as the problem counts it: with the fixed costs where vehicles come first.
  static func objective(_ known: BestKnownValue, of instance: Instance) throws -> Double {
    guard instance.vehiclesFirst else { return known.cost }
    let vehicles = try #require(known.vehicles)
    let fixed = instance.draft.vehicles.map(\.fixedCost).max() ?? 0
    return Double(vehicles) * fixed + known.cost
  }
}
