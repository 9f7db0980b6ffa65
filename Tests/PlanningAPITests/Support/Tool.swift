import CaminTestSupport
import Foundation

/// Programs that a machine may or may not have.
enum Tool {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let texts = (
      output.fileHandleForReading.readDataToEndOfFile(),
      errors.fileHandleForReading.readDataToEndOfFile()
    )
    process.sleepUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: texts.0, as: UTF8.self),
      errors: String(decoding: texts.1, as: UTF8.self))
  }

  /// The same on a thread of its own: one that waited on Swift's cooperative pool would keep the server under test from
  /// answering.
  static func runBeside(
    _ name: String, _ arguments: [String], environment: [String: String]
  ) async throws -> Run {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          with: Result { try run(name, arguments, environment: environment) })
      }
      thread.start()
    }
  }

  static func python(importing module: String) -> Bool {
    (try? run("python3", ["-c", "import " + module]).status == 0) ?? false
  }

  /// Node with `fetch` built in.
  static var hasNode: Bool {
    (try? run("node", ["-e", "process.exit(typeof fetch === 'function' ? 0 : 1)"]).status == 0)
      ?? false
  }
}
