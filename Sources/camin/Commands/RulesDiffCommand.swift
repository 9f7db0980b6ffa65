internal import ArgumentParser
internal import Planning

/// `camin rules diff`: what changes from one profile to another.
struct RulesDiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say(
        fr: "Ce qui change d’un profil à l’autre.", en: "What changes from one profile to another."),
      discussion: say(
        fr: """
          Chiffres ajoutés (+), retirés (-) et changés (~), avec l’ancienne et la nouvelle valeur et leur source.

            camin rules diff taxi-2025 regles/taxi-lot.json
          """,
        en: """
          Figures added (+), removed (-) and changed (~), with the old and the new value and their sources.

            camin rules diff taxi-2025 rules/taxi-lot.json
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "L’ancien : nom d’un profil livré, ou fichier.",
        en: "The old one: name of a shipped profile, or a file."),
      valueName: say(fr: "ancien", en: "old")), completion: .file(extensions: ["json"]))
  var old: String

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le nouveau : de même.", en: "The new one: likewise."),
      valueName: say(fr: "nouveau", en: "new")), completion: .file(extensions: ["json"]))
  var new: String

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Answer: Encodable {
    var old: String
    var new: String
    var changes: [ProfileDiff.Change]
  }

  func run() throws {
    let (before, after) = try (ProfileInput.named(old), ProfileInput.named(new))
    let changes = ProfileDiff(from: before, to: after).changes
    if output.json {
      return try JSONOutput.write(Answer(old: before.id, new: after.id, changes: changes))
    }
    let text = ProfileText(language: output.language)
    let lines = changes.map { line($0, text) }.joined()
    let none = say(fr: "Aucun chiffre ne change.\n", en: "No figure changes.\n")
    try Console.write(
      "- " + text.heading(before) + "+ " + text.heading(after) + (changes.isEmpty ? none : lines))
  }

  private func line(_ change: ProfileDiff.Change, _ text: ProfileText) -> String {
    let (old, new) = (change.old.map(text.figure) ?? "", change.new.map(text.figure) ?? "")
    switch change.kind {
    case .added: return "+ \(change.key) = \(new)\n"
    case .removed: return "- \(change.key) = \(old)\n"
    case .changed: return "~ \(change.key)\n    - \(old)\n    + \(new)\n"
    }
  }
}
