import Foundation
import Testing

/// The coordinator's page, as the server hands it out and as a browser shows it.
@Suite struct PageTests {
  private static let files = [
    "/", "/page.css", "/page.js", "/page-api.js", "/page-cards.js", "/page-map.js",
    "/page-plot.js", "/page-timeline.js", "/page-words.js", "/example-day.json",
  ]

  @Test func allItsFilesAreServedAndNameNoOtherHost() throws {
    let server = try RunningServer(in: try Scratch())
    for file in Self.files {
      let answer = try server.ask("GET", file)
      #expect(answer.status == 200, "\(file): \(answer.status)")
      let hosts = answer.text.matches(of: /https?:\/\/([a-z0-9.-]+)/).map { String($0.1) }
      // A name of SVG's, which nobody calls.
      #expect(hosts.allSatisfy { $0 == "www.w3.org" }, "\(file) names \(hosts)")
    }
  }

  /// Every text that the page asks for is there in both languages.
  @Test func noWordIsMissing() throws {
    let server = try RunningServer(in: try Scratch())
    let words = try server.ask("GET", "/page-words.js").text
    var asked: Set<String> = []
    for file in Self.files {
      let text = try server.ask("GET", file).text
      asked.formUnion(text.matches(of: /data-say="(\w+)"/).map { String($0.1) })
      asked.formUnion(text.matches(of: /say\("(\w+)"/).map { String($0.1) })
    }
    #expect(asked.count > 50)
    for word in asked { #expect(words.contains("\n  \(word): ["), "\(word)") }
  }

  @Test(.enabled(if: Browser.isThere, "no chromium"))
  func aBrowserPlansTheExample() throws {
    let server = try RunningServer(in: try Scratch())
    let page = try Browser.page("http://127.0.0.1:\(server.port)/#exemple")
    // Bars of the timeline, and figures, stand there only once a plan has come back.
    #expect(page.contains("class=\"leg "), "\(page.suffix(3000))")
    #expect(page.contains("<dt>"))
    #expect(page.contains("<path d=\"M"))
  }
}

/// Chromium without a window.
private enum Browser {
  private static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var isThere: Bool { path != nil }

  /// The document as it stands once the page has nothing more to wait for.
  static func page(_ address: String) throws -> String {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + scratch.path("profile"),
      "--virtual-time-budget=30000", "--timeout=60000", "--dump-dom", address,
    ]
    let sink = try scratch.sink("page.html")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = sink
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try scratch.text("page.html")
  }
}
