import Foundation
import Interchange

/// The instances that come with the repository.
enum ShippedInstances {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Benchmarks/instances")

  /// Paths of all instance files, relative to the folder, in alphabetical order.
  static let names: [String] = {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.contains("/") && !$0.hasSuffix(".csv") && !$0.hasSuffix(".md") }.sorted()
  }()

  static func read(
    _ name: String, _ options: ReadingOptions = ReadingOptions()
  ) throws -> Instance {
    try InstanceFile.read(path: folder.appendingPathComponent(name).path, options: options)
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Rows of a table of best-known values, without its header.
  static func table(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
