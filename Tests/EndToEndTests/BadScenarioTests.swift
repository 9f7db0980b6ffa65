import Foundation
import Testing

/// Scenarios that are wrong in ways that happen: everything is said, and nothing is written.
@Suite struct BadScenarioTests {
  /// One way to spoil the small scenario, and what must be said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var status: Int32 = 65
    /// File, and where it is known the line, that must be named.
    var place: String
    /// The value found.
    var value: String?
    var spoil: @Sendable (Folder) throws -> Void

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "missing file", status: 66, place: "places.csv") { try $0.remove("places.csv") },
    Case(name: "bad date", place: "territory.json", value: "2026-02-30") {
      try $0.change("territory.json", "2026-11-25", to: "2026-02-30")
    },
    Case(name: "missing roads", status: 66, place: "territory.json", value: "../nowhere") {
      try $0.change("territory.json", "../territories/lot/roads", to: "../nowhere")
    },
    Case(name: "unknown routing server", place: "territory.json", value: "ors:http://127.0.0.1") {
      try $0.change("territory.json", "../territories/lot/roads", to: "ors:http://127.0.0.1")
    },
    Case(name: "unknown place", place: "bookings.csv, ligne 4", value: "market-atlantis") {
      try $0.change("bookings.csv", "market-46015", to: "market-atlantis")
    },
    Case(name: "two anchors on one leg", place: "bookings.csv, ligne 4") {
      try $0.change("bookings.csv", "09:40;;;;;;", to: "09:40;10:00;;;;;")
    },
    Case(name: "negative capacity", place: "volunteers.csv, ligne 2", value: "-3") {
      try $0.change("volunteers.csv", "3 places", to: "-3 places")
    },
    Case(name: "duplicate id", place: "riders.csv, ligne 3", value: "r001") {
      try $0.change("riders.csv", "r002;", to: "r001;")
    },
    Case(name: "not UTF-8", place: "riders.csv") { folder in
      let url = folder.url.appending(path: "riders.csv")
      try folder.write("riders.csv", Data(contentsOf: url) + Data([0xE9, 0xFF, 0x0A]))
    },
    Case(name: "field of 10 MB", place: "places.csv") {
      let field = String(repeating: "a", count: 10_000_000)
      try $0.change("places.csv", "Centre hospitalier Henri Mondor", to: field)
    },
    Case(name: "empty file", place: "bookings.csv") { try $0.write("bookings.csv", Data()) },
    Case(name: "return before outward", place: "bookings.csv") {
      try $0.change("bookings.csv", ";15:30;30;", to: ";07:30;0;")
    },
  ]

  @Test(arguments: cases)
  func isToldWholeAndNothingIsWritten(wrong: Case) throws {
    let scratch = try Scratch()
    let scenario = try scratch.scenario()
    try wrong.spoil(scenario)
    let run = try Camin.run(
      "plan", scenario.path, "--iterations", "0", "--out", scratch.path("out"))
    #expect(run.status == wrong.status, "\(run.everything.prefix(2000))")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(wrong.place), "\(run.errors.prefix(2000))")
    if let value = wrong.value {
      #expect(run.errors.contains(value), "\(run.errors.prefix(2000))")
    }
    #expect(run.errors.contains("→"), "a remedy")
    #expect(run.errors.count < 5000, "a long value is shortened")
    #expect(try scratch.names() == ["scenario", "territories"])
    try expectJSON(scenario, wrong)
  }

  private func expectJSON(_ scenario: Folder, _ wrong: Case) throws {
    let run = try Camin.run("validate", scenario.path, "--json")
    #expect(run.status == wrong.status)
    let verdict = try object(run.output)
    #expect(verdict["valid"] as? Bool == false)
    let faults = try #require(verdict["faults"] as? [[String: Any]])
    for fault in faults {
      for text in ["cause", "remedy"] {
        let words = try #require(fault[text] as? [String: String])
        #expect(words["fr"]?.isEmpty == false && words["en"]?.isEmpty == false)
      }
      #expect((fault["code"] as? String)?.isEmpty == false)
    }
    let file = wrong.place.prefix { $0 != "," }
    #expect(faults.contains { $0["file"] as? String == String(file) }, "\(faults)")
  }

  @Test("R52: all faults are told at once")
  func allFaultsAreToldAtOnce() throws {
    let scratch = try Scratch()
    let scenario = try scratch.scenario()
    try scenario.change("bookings.csv", "market-46015", to: "market-atlantis")
    try scenario.change("riders.csv", "r002;", to: "r001;")
    try scenario.change("volunteers.csv", "3 places", to: "-3 places")
    let run = try Camin.run("validate", scenario.path)
    #expect(run.status == 65)
    for name in ["bookings.csv", "riders.csv", "volunteers.csv"] {
      #expect(run.errors.contains(name), "\(run.errors)")
    }
  }

  @Test func faultsAreJSONWhereAskedFor() throws {
    let run = try Camin.run("plan", "no-such-folder", "--json")
    #expect(run.status == 66 && run.output.isEmpty)
    let faults = try #require(object(run.errors)["faults"] as? [[String: Any]])
    #expect(faults.first?["code"] as? String == "missing-scenario")
  }

  @Test func aSoundScenarioIsValid() throws {
    let text = try Camin.run("validate", Shipped.small)
    #expect(text.status == 0 && text.output.contains("40"), "\(text.everything)")
    let run = try Camin.run("validate", Shipped.small, "--json")
    let verdict = try object(run.output)
    #expect(verdict["valid"] as? Bool == true)
    #expect((verdict["counts"] as? [String: Int])?["legs"] == 40)
  }
}
