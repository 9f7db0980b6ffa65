import CaminTestSupport
import Foundation
import Testing

/// The built command, run as its users run it.
enum Camin {
  /// What a run has left.
  struct Run {
    var status: Int32
    var output: String
    var errors: String
    /// Ended by a signal rather than by itself.
    var wasKilled: Bool

    /// Both streams, for messages.
    var everything: String { "status \(status)\n\(output)\n\(errors)" }
  }

  /// Beside the test bundle, in the same folder of debug or release products.
  static let path = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "camin").path

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - environment: in addition to a French one without a terminal.
  ///   - whileRunning: called once the process is on its way.
  static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
    whileRunning: (Process) throws -> Void = { _ in }
  ) throws -> Run {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? scratch.folder
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "fr_FR.UTF-8"]
      .merging(environment) { $1 }
    let output = try scratch.sink("output")
    let errors = try scratch.sink("errors")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try whileRunning(process)
    process.sleepUntilExit()
    return Run(
      status: process.terminationStatus, output: try scratch.text("output"),
      errors: try scratch.text("errors"), wasKilled: process.terminationReason == .uncaughtSignal)
  }

  static func run(_ arguments: String...) throws -> Run { try run(arguments) }
}

/// A folder of a test's own, removed with the value.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "camin-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  /// Names in the folder, hidden ones included.
  func names(_ inner: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(inner)).sorted()
  }

  func sink(_ name: String) throws -> FileHandle {
    try Data().write(to: folder.appending(path: name))
    return try FileHandle(forWritingTo: folder.appending(path: name))
  }

  /// A copy of the small scenario to spoil, beside the territory whose roads it names.
  func scenario() throws -> Folder {
    try FileManager.default.createSymbolicLink(
      atPath: path("territories"), withDestinationPath: Shipped.territories)
    let copy = folder.appending(path: "scenario")
    try FileManager.default.copyItem(atPath: Shipped.small, toPath: copy.path)
    return Folder(url: copy)
  }
}

/// A scenario folder that a test changes.
struct Folder {
  let url: URL
  var path: String { url.path }

  /// Replaces the first occurrence of a text in a file.
  func change(_ file: String, _ old: String, to new: String) throws {
    let url = url.appending(path: file)
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let found = try #require(text.range(of: old), "\(file) holds no \(old)")
    try Data(text.replacingCharacters(in: found, with: new).utf8).write(to: url)
  }

  func write(_ file: String, _ data: Data) throws {
    try data.write(to: url.appending(path: file))
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: file))
  }

  /// Lines of a file.
  func lines(_ file: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: url.appending(path: file)), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: true).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}

/// What the package ships.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let small = root.appending(path: "Scenarios/lot-small").path
  static let territories = root.appending(path: "Scenarios/territories").path
  static let territory = root.appending(path: "Scenarios/territories/lot").path

  static func instance(_ name: String) -> String {
    root.appending(path: "Benchmarks/instances/" + name).path
  }
}
