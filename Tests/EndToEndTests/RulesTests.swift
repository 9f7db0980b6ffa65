import Foundation
import Testing

/// `camin rules show`, `check` and `diff`.
@Suite struct RulesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func list(_ text: String) throws -> [[String: Any]] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  /// A shipped profile as a file, with a text in it replaced.
  private func file(_ id: String, _ old: String = "", _ new: String = "") throws -> String {
    let source = Shipped.root.appending(path: "Sources/Planning/Rules/Profiles/\(id).json")
    var text = try String(contentsOf: source, encoding: .utf8)
    if !old.isEmpty {
      #expect(text.contains(old))
      text = text.replacingOccurrences(of: old, with: new)
    }
    let path = scratch.path("own.json")
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test func showsFiguresWithSourceAndStatus() throws {
    let run = try Camin.run("rules", "show", "taxi-2025")
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("abatement.2 = 0,23 ratio (source secondaire) – "))
    #expect(!run.output.contains("tap-2025"))
    let english = try Camin.run("rules", "show", "taxi-2025", "--lang", "en")
    #expect(english.output.contains("abatement.2 = 0.23 ratio (secondary source) – "))
    #expect(try Camin.run("rules", "show", "nothing").status == 66)
  }

  @Test func showsThoseInForce() throws {
    let before = try list(
      Camin.run("rules", "show", "--date", "2024-12-31", "--json").output)
    let after = try list(Camin.run("rules", "show", "--date", "2026-11-25", "--json").output)
    #expect(!before.contains { $0["id"] as? String == "tap-2025" })
    #expect(after.contains { $0["id"] as? String == "tap-2025" })
    #expect(try Camin.run("rules", "show", "--date", "soon").status == 64)
  }

  @Test func showsTheRulesOfADayItsOwnIncluded() throws {
    let day = try scratch.scenario()
    try FileManager.default.createDirectory(
      atPath: day.path + "/rules", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: file("volunteer-default", #""value": 0.32"#, #""value": 0.3"#),
      toPath: day.path + "/rules/volunteers.json")
    let run = try Camin.run("rules", "show", "--day", day.path)
    #expect(run.status == 0 && run.output.contains("  rate = 0,3 EUR/km"), "\(run.everything)")
    #expect(run.output.contains("vsl-2023") && run.output.contains("tap-2025"))
  }

  @Test func takesASoundProfile() throws {
    let run = try Camin.run("rules", "check", file("tus-2019"), "--date", "2026-11-25")
    #expect(run.status == 0 && run.output.contains("Rien à corriger"), "\(run.everything)")
  }

  @Test func tellsAllFaultsOfAllFiles() throws {
    let bad = try file("tus-2019", #""most_distance""#, #""most_distanse""#)
    let run = try Camin.run("rules", "check", bad, scratch.path("none.json"), "--json")
    #expect(run.status == 65, "\(run.everything)")
    #expect(run.output.isEmpty)
    for word in ["unknown-figure", "missing-figure", "missing-file", "/figures/most_distanse"] {
      #expect(run.errors.contains(word), "\(word): \(run.errors)")
    }
    #expect(try Camin.run("rules", "check", scratch.path("none.json")).status == 66)
  }

  @Test func comparesAShippedProfileWithAnother() throws {
    let own = try file(
      "taxi-2025", "\"unit\": \"EUR\",\n      \"value\": 13",
      "\"unit\": \"EUR\",\n      \"value\": 14.5")
    let run = try Camin.run("rules", "diff", "taxi-2025", own)
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("~ tariff.package\n    - 13 EUR (source secondaire)"))
    #expect(run.output.contains("    + 14,5 EUR (source secondaire)"))
    #expect(!run.output.contains("abatement"))
    let json = try Camin.run("rules", "diff", "taxi-2025", own, "--json")
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let changes = try #require(answer["changes"] as? [[String: Any]])
    #expect(changes.map { $0["key"] as? String } == ["tariff.package"])
    let same = try Camin.run("rules", "diff", "taxi-2025", "taxi-2025", "--lang", "en")
    #expect(same.output.contains("No figure changes."))
    #expect(try Camin.run("rules", "diff", "taxi-2025", "nothing").status == 66)
  }
}
