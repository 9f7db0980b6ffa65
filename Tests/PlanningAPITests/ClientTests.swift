import Foundation
import HummingbirdTesting
import Interchange
import PlanningAPI
import Testing

/// The example clients of the documentation, run as they are printed.
@Suite struct ClientTests {
  private static let article = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/PlanningAPI/PlanningAPI.docc/CallIt.md")

  /// The fenced block of a language.
  private static func block(_ language: String) throws -> String {
    let text = String(decoding: try Data(contentsOf: article), as: UTF8.self)
    let start = try #require(text.range(of: "```" + language + "\n"))
    let end = try #require(text.range(of: "\n```", range: start.upperBound..<text.endIndex))
    return String(text[start.upperBound..<end.lowerBound]) + "\n"
  }

  private func run(_ tool: String, _ name: String, _ language: String) async throws -> String {
    let served = try Served()
    defer { try? FileManager.default.removeItem(at: served.folder) }
    let script = served.folder.appending(path: name)
    try Data(Self.block(language).utf8).write(to: script)
    let day = served.folder.appending(path: "day.json")
    try Data(JSONText.document(SampleDay.tiny()).utf8).write(to: day)
    return try await served.server().application().test(.live) { client in
      let port = try #require(client.port)
      let run = try await Tool.runBeside(
        tool, [script.path, day.path],
        environment: ["CAMIN_URL": "http://localhost:\(port)", "CAMIN_KEY": ""])
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
  }

  @Test(.enabled(if: Tool.python(importing: "requests"), "no requests"))
  func thePythonClientPlansADay() async throws {
    let output = try await run("python3", "client.py", "python")
    #expect(output.contains("complete") && output.contains("v1"), "\(output)")
  }

  @Test(.enabled(if: Tool.hasNode, "no node with fetch"))
  func theJavaScriptClientPlansADay() async throws {
    let output = try await run("node", "client.mjs", "javascript")
    #expect(output.contains("complete") && output.contains("v1"), "\(output)")
  }
}
