import Foundation
import Testing

/// The coordinator's page, as the server hands it out.
@Suite struct PageFilesTests {
  private static let files = [
    "/", "/page.css", "/page.js", "/page-day.json", "/example-day.json",
    "/page-api.js", "/page-cards.js", "/page-days.js", "/page-drag.js", "/page-files.js",
    "/page-map.js", "/page-plan.js", "/page-plot.js", "/page-since.js", "/page-state.js",
    "/page-timeline.js", "/page-trial.js", "/page-words.js",
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
      asked.formUnion(text.matches(of: /data-(?:say|label)="(\w+)"/).map { String($0.1) })
      asked.formUnion(text.matches(of: /say\("(\w+)"/).map { String($0.1) })
    }
    #expect(asked.count > 50)
    for word in asked { #expect(words.contains("\n  \(word): ["), "\(word)") }
  }
}
