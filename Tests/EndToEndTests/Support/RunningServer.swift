import CaminTestSupport
import Foundation
import Testing

/// A `camin serve` of a test's own, on a free port.
final class RunningServer {
  let process = Process()
  let scratch: Scratch
  private(set) var port = 0
  private let log: String

  /// Starts it and waits until it listens.
  ///
  /// - Parameter scratch: where its file is; a server started on the same one goes on from there.
  init(_ options: [String] = [], in scratch: Scratch, environment: [String: String] = [:]) throws {
    self.scratch = scratch
    log = "log-" + UUID().uuidString
    process.executableURL = URL(filePath: Camin.path)
    process.arguments =
      ["serve", "--store", scratch.path("server.db"), "--port", "0", "--lang", "en"] + options
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "fr_FR.UTF-8"].merging(environment) {
      $1
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try scratch.sink(log)
    try process.run()
    for _ in 0..<600 {
      if let found = try scratch.text(log).firstMatch(of: /listens on https?:\/\/[^:]+:(\d+)/) {
        port = try #require(Int(found.1))
        return
      }
      let said = try scratch.text(log)
      try #require(process.isRunning, "\(said)")
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Silent()
  }

  struct Silent: Error {}

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var errors: String { get throws { try scratch.text(log) } }

  /// Ends the process as a power cut would.
  func kill9() {
    kill(process.processIdentifier, SIGKILL)
    process.sleepUntilExit()
  }

  /// Ends it as an administrator does.
  func stop() -> Int32 {
    process.terminate()
    process.sleepUntilExit()
    return process.terminationStatus
  }

  /// An answer by curl: status and body.
  func ask(
    _ method: String, _ path: String, body: String? = nil, headers: [String] = [], tls: Bool = false
  )
    throws -> (status: Int, text: String)
  {
    var arguments = ["curl", "-sS", "-k", "-X", method, "-w", "\n%{http_code}"]
    for header in headers { arguments += ["-H", header] }
    if let body {
      try Data(body.utf8).write(to: scratch.folder.appending(path: "body.json"))
      arguments += [
        "-H", "Content-Type: application/json", "--data-binary", "@" + scratch.path("body.json"),
      ]
    }
    arguments.append((tls ? "https" : "http") + "://127.0.0.1:\(port)" + path)
    let lines = try Shell.run(arguments).output.split(
      separator: "\n", omittingEmptySubsequences: false)
    return (
      try #require(lines.last.flatMap { Int($0) }), lines.dropLast().joined(separator: "\n")
    )
  }

  func json(_ method: String, _ path: String, body: String? = nil) throws -> [String: Any] {
    let answer = try ask(method, path, body: body)
    return try #require(
      JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any], "\(answer)")
  }

  /// The job once its state is one of these.
  func job(_ id: String, until states: Set<String>) throws -> [String: Any] {
    for _ in 0..<600 {
      let job = try json("GET", "/v1/jobs/" + id)
      if states.contains(job["state"] as? String ?? "") { return job }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw Silent()
  }
}

/// Other programs.
enum Shell {
  static func run(_ arguments: [String], in folder: URL? = nil) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.sleepUntilExit()
    return (process.terminationStatus, text, complaint)
  }

  static func has(_ program: String) -> Bool {
    (try? run(["which", program]).status == 0) ?? false
  }
}
