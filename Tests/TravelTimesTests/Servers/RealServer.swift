import CaminTestSupport
import Foundation
import Testing

/// A real routing server on the shipped extract of Andorra, in a folder of its own, for as long as the value lives.
final class RealServer {
  enum Kind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case osrm
    case valhalla

    /// Names the folder of the server's executables.
    var variable: String { "CAMIN_\(rawValue.uppercased())_BIN" }

    var executables: [String] {
      self == .osrm
        ? ["osrm-extract", "osrm-contract", "osrm-routed"]
        : ["valhalla_build_tiles", "valhalla_service"]
    }

    /// The folder, where all executables are in it.
    var folder: String? {
      let named = ProcessInfo.processInfo.environment[variable] ?? ""
      let isWhole = executables.allSatisfy {
        FileManager.default.isExecutableFile(atPath: named + "/" + $0)
      }
      return isWhole ? named : nil
    }

    var testDescription: String { rawValue }
  }

  let address: String
  let kind: Kind
  private let folder = URL(filePath: NSTemporaryDirectory() + "camin-server-" + UUID().uuidString)
  private let process = Process()

  init(_ kind: Kind) throws {
    self.kind = kind
    let bin = try #require(kind.folder)
    let port = try Self.freePort()
    address = "\(kind.rawValue):http://127.0.0.1:\(port)"
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let map = folder.appending(path: "x.osm.pbf")
    let fixture = try #require(
      Bundle.module.path(forResource: "Fixtures/andorra.osm", ofType: "pbf"))
    try FileManager.default.copyItem(at: URL(filePath: fixture), to: map)
    switch kind {
    case .osrm:
      let own = bin + "/../share/profiles/car.lua"
      let profile =
        FileManager.default.fileExists(atPath: own) ? own : "/usr/share/osrm/profiles/car.lua"
      try run(bin + "/osrm-extract", ["-p", profile, map.path])
      try run(bin + "/osrm-contract", [folder.appending(path: "x.osrm").path])
      try start(
        bin + "/osrm-routed",
        [
          "--algorithm", "ch", "--ip", "127.0.0.1", "--port", "\(port)", "--threads", "1",
          folder.appending(path: "x.osrm").path,
        ], port)
    case .valhalla:
      let settings = folder.appending(path: "valhalla.json")
      let text = try run(
        "/usr/bin/env",
        [
          "python3", bin + "/../valhalla_build_config.py", "--mjolnir-tile-dir",
          folder.appending(path: "tiles").path, "--mjolnir-tile-extract", "",
          "--mjolnir-timezone", "", "--mjolnir-admin", "", "--mjolnir-traffic-extract", "",
          "--httpd-service-listen", "tcp://127.0.0.1:\(port)", "--httpd-service-drain-seconds", "0",
        ])
      try text.write(to: settings)
      try run(bin + "/valhalla_build_tiles", ["-c", settings.path, map.path])
      try start(bin + "/valhalla_service", [settings.path, "1"], port)
    }
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: folder)
  }

  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.sleepUntilExit()
  }

  @discardableResult
  private func run(_ path: String, _ arguments: [String]) throws -> Data {
    let step = Process()
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    step.executableURL = URL(filePath: path)
    step.arguments = arguments
    step.currentDirectoryURL = folder
    step.standardInput = FileHandle.nullDevice
    step.standardOutput = try FileHandle(forWritingTo: output)
    step.standardError = FileHandle.nullDevice
    try step.run()
    step.sleepUntilExit()
    let text = try Data(contentsOf: output)
    try #require(
      step.terminationStatus == 0, "\(path): \(String(decoding: text.suffix(2000), as: UTF8.self))")
    return text
  }

  private func start(_ path: String, _ arguments: [String], _ port: Int) throws {
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<300 {
      if LoopbackLine(port: port) != nil { return }
      try #require(process.isRunning, "\(path) has ended")
      Thread.sleep(forTimeInterval: 0.1)
    }
    Issue.record("\(path) does not answer")
  }

  private static func freePort() throws -> Int {
    let stub = try HttpStub { _, _ in .nothing }
    defer { stub.stop() }
    return stub.port
  }
}
