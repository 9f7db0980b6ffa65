import Foundation
import Testing

/// A day on which it is known who can drive what: two volunteers who can drive everybody (v1, v2), one who takes no
/// walking frame (v3), which a rider has, and one who is there in the afternoon alone (v4).
enum PageDay {
  static func document() throws -> [String: Any] {
    let url = Shipped.root.appending(path: "Sources/PlanningAPI/Resources/example-day.json")
    var day = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    var volunteers = try #require(day["volunteers"] as? [[String: Any]])
    let first = try #require(volunteers.first)
    for (id, home) in [("v2", "p3"), ("v3", "p1"), ("v4", "p1")] {
      volunteers.append(first.merging(["id": id, "home": home]) { $1 })
    }
    volunteers[2]["needs_accepted"] = ["door_help"]
    day["volunteers"] = volunteers
    let hours = try #require((day["availability"] as? [[String: Any]])?.first)
    day["availability"] = ["v1", "v2", "v3", "v4"].map { id in
      hours.merging(["resource": id, "start": id == "v4" ? "14:00" : "08:00"]) { $1 }
    }
    return day
  }

  static func write(_ path: String) throws {
    try JSONSerialization.data(withJSONObject: document()).write(to: URL(filePath: path))
  }
}

/// The coordinator's page in a browser, by what its users see and do.
final class OpenPage {
  let server: RunningServer
  let browser: Browser

  init(
    _ options: [String] = [], language: String = "fr", width: Int = 1300, height: Int = 900,
    isPhone: Bool = false
  ) throws {
    server = try RunningServer(options, in: Scratch())
    browser = try Browser(language: language, width: width, height: height, isPhone: isPhone)
    try browser.open("http://127.0.0.1:\(server.port)/")
    try browser.wait(
      "!document.getElementById('days').hidden || !document.getElementById('no-days').hidden")
  }

  /// Opens the day, and has it planned by keys alone, which works everywhere.
  func plan() throws {
    try openDay()
    try browser.value("document.getElementById('limit').value = '5'")
    try browser.value("document.getElementById('plan').focus()")
    try browser.press("Enter")
    try waitForPlan()
  }

  func openDay() throws {
    let file = server.scratch.path("day.json")
    try PageDay.write(file)
    try browser.choose(file: file, in: "#file")
    try browser.wait("!document.getElementById('planning').hidden")
  }

  func waitForPlan() throws {
    try browser.wait("document.querySelector('.leg') && !document.getElementById('plan').disabled")
    try browser.wait("document.querySelector('#map path')")
  }

  /// Who drives a leg, by the timeline; empty: nobody.
  func driver(of leg: String) throws -> String {
    try browser.value(
      "document.querySelector('[data-leg=\"\(leg)\"]')?.closest('.run').dataset.resource ?? ''")
      as? String ?? ""
  }

  /// Whoever of the two can drive everybody and does not drive this leg.
  func other(than driver: String) -> String { driver == "v1" ? "v2" : "v1" }

  static func bar(_ leg: String) -> String { ".leg[data-leg='\(leg)']" }
  static func row(_ resource: String) -> String { "[data-drop='\(resource)']" }

  /// The verdict of the trial that is open.
  func verdict() throws -> String {
    try browser.wait(
      "document.getElementById('trial').open && !document.getElementById('trial-longer').disabled")
    return try browser.text("#trial-body")
  }

  /// Nothing has gone wrong in the page's scripts, and no other host was asked.
  func check(at location: SourceLocation = #_sourceLocation) throws {
    #expect(browser.complaints.isEmpty, sourceLocation: location)
    let own = "http://127.0.0.1:\(server.port)/"
    #expect(browser.requests.count > 10, sourceLocation: location)
    #expect(
      browser.requests.allSatisfy { $0.hasPrefix(own) || $0 == "about:blank" },
      "\(browser.requests)", sourceLocation: location)
  }
}
