import Foundation
import Testing

/// Command lines, right and wrong, in both languages.
@Suite struct UsageTests {
  @Test(arguments: [
    ["plan", Shipped.small, "--frobnicate"], ["plan"], ["no-such-command"],
    ["plan", Shipped.small, "--time-limit", "never"],
    ["plan", Shipped.small, "--time-limit", "0"],
    ["plan", Shipped.small, "--time-limit", "nan"],
    ["plan", Shipped.small, "--iterations=-1"],
    ["plan", Shipped.small, "--threads", "0"],
    ["plan", Shipped.small, "--seed=-1"],
    ["solve", "x", "--format", "gtfs"], ["schema", "rules"],
    [
      "scenario", "generate", "--territory", Shipped.territory, "--size", "small", "--seed", "1",
      "--date", "tomorrow", "--out", "nowhere",
    ],
  ])
  func wrongUseEndsWith64(arguments: [String]) throws {
    let run = try Camin.run(arguments)
    #expect(run.status == 64 && run.output.isEmpty && !run.errors.isEmpty, "\(run.everything)")
    let json = try Camin.run(arguments + ["--json"])
    #expect(json.status == 64 && json.output.isEmpty)
    #expect(try object(json.errors)["faults"] is [[String: Any]])
  }

  @Test func speaksTheLanguageAskedFor() throws {
    let french = try Camin.run("plan", "--help", "--lang", "fr")
    let english = try Camin.run("plan", "--lang=en", "--help")
    #expect(french.status == 0 && french.output.contains("EMPLOI"), "\(french.everything)")
    #expect(english.status == 0 && english.output.contains("USAGE"), "\(english.everything)")
    #expect(!french.output.contains("USAGE") && !french.output.contains("Show help"))
    let wrong = try Camin.run("plan", "--bad", "--lang", "en")
    #expect(wrong.errors.contains("Error") && !wrong.errors.contains("Erreur"))
  }

  @Test(arguments: [
    ("LANG", "en_GB.UTF-8", "USAGE"), ("LANG", "fr_FR.UTF-8", "EMPLOI"),
    ("LANG", "de_DE.UTF-8", "EMPLOI"), ("LANG", "C", "EMPLOI"), ("LC_ALL", "en_US", "USAGE"),
    ("LC_MESSAGES", "en", "USAGE"),
  ])
  func takesTheLanguageOfTheSystem(name: String, locale: String, heading: String) throws {
    let run = try Camin.run(["--help"], environment: [name: locale])
    #expect(run.output.contains(heading), "\(run.output)")
  }

  @Test(arguments: ["fr", "en"])
  func theHelpNamesCommandsAndStatuses(language: String) throws {
    let run = try Camin.run("--help", "--lang", language)
    for word in [
      "plan", "check", "explain", "validate", "solve", "scenario", "schema", "64", "65", "66", "70",
      "73", "74", "--generate-completion-script",
    ] {
      #expect(run.output.contains(word), "\(word) in \(run.output)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesInEveryShell(shell: String) throws {
    let run = try Camin.run("--generate-completion-script", shell)
    #expect(run.status == 0 && run.output.contains("camin"))
    #expect(run.output.contains("validate"))
  }

  @Test(arguments: ["scenario", "plan"])
  func showsTheSchemas(document: String) throws {
    let schema = try object(try Camin.run("schema", document).output)
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["title"] as? String == "Camin " + document)
  }

  @Test func listsTheRules() throws {
    let run = try Camin.run("rules", "list")
    #expect(run.status == 0 && run.output.contains("tap-2025"), "\(run.everything)")
    let profiles = try JSONSerialization.jsonObject(
      with: Data(Camin.run("rules", "list", "--json").output.utf8))
    #expect((profiles as? [[String: Any]])?.contains { $0["id"] as? String == "tap-2025" } == true)
  }
}
