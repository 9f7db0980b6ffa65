internal import Desk
internal import Foundation

/// The page of the manual of one command, in section 1.
struct ManualPage {
  let command: CommandTree
  /// Every other page that there is.
  let root: CommandTree

  /// File of the page, such as `camin-roads-build.1`.
  var fileName: String { Self.name(command) + ".1" }

  private static func name(_ command: CommandTree) -> String {
    command.words.joined(separator: "-")
  }

  var text: String {
    let title = RoffText.quoted(Self.name(command).uppercased())
    let heading = RoffText.quoted(say(fr: "Manuel de Camin", en: "Camin's manual"))
    return [
      ".TH \(title) 1 \"\" \(RoffText.quoted("camin " + Release.version)) \(heading)\n",
      // No hyphens: options and words of the trade stay whole.
      ".nh\n.ad l\n", name, synopsis, description, subcommands,
      list(
        say(fr: "ARGUMENTS", en: "ARGUMENTS"), command.shownArguments.filter { $0.isPositional }),
      list(say(fr: "OPTIONS", en: "OPTIONS"), command.shownArguments.filter { !$0.isPositional }),
      environment, statuses, others,
    ].joined()
  }

  private var name: String {
    let words = command.abstract ?? ""
    let line = words.hasSuffix(".") ? String(words.dropLast()) : words
    return section(say(fr: "NOM", en: "NAME"))
      + "\(RoffText.plain(Self.name(command))) \\- \(RoffText.plain(line))\n"
  }

  private var synopsis: String {
    var parts = [RoffText.bold(command.words.joined(separator: " "))]
    if !command.shown.isEmpty {
      parts.append(RoffText.italic(say(fr: "commande", en: "command")) + " ...")
    } else {
      parts.append("[" + RoffText.italic(say(fr: "options", en: "options")) + "]")
      parts += command.shownArguments.filter { $0.isPositional }.map { argument in
        let value = RoffText.italic(argument.valueName ?? "") + (argument.isRepeating ? " ..." : "")
        return argument.isOptional ? "[" + value + "]" : value
      }
    }
    return section(say(fr: "SYNOPSIS", en: "SYNOPSIS")) + parts.joined(separator: " ") + "\n"
  }

  private var description: String {
    let text = [command.abstract, command.discussion].compactMap(\.self).joined(separator: "\n\n")
    return section(say(fr: "DESCRIPTION", en: "DESCRIPTION")) + RoffText.paragraphs(text)
  }

  private var subcommands: String {
    guard !command.shown.isEmpty else { return "" }
    return section(say(fr: "COMMANDES", en: "COMMANDS"))
      + command.shown.map { inner in
        ".TP\n\(RoffText.bold(inner.words.joined(separator: " ")))\n"
          + RoffText.plain(inner.abstract ?? "") + "\n"
      }.joined()
  }

  private func list(_ title: String, _ arguments: [CommandTree.Argument]) -> String {
    guard !arguments.isEmpty else { return "" }
    return section(title) + arguments.map { ".TP\n\($0.heading)\n\($0.explanation)" }.joined()
  }

  private var environment: String {
    section(say(fr: "ENVIRONNEMENT", en: "ENVIRONMENT"))
      + Self.variables.map { name, text in
        ".TP\n\(RoffText.bold(name))\n\(RoffText.plain(text))\n"
      }.joined()
  }

  private static let variables = [
    (
      "LC_ALL, LC_MESSAGES, LANG",
      say(
        fr: "La langue, français ou anglais, là où --lang ne la dit pas.",
        en: "The language, French or English, where --lang does not say it.")
    ),
    (
      "CAMIN_ROLE",
      say(
        fr: "Le rôle noté dans l’historique d’une base, là où --role ne le dit pas.",
        en: "The role noted in the record of a store, where --role does not say it.")
    ),
    (
      WallClock.variable,
      say(
        fr: """
          Pour s’exercer : l’heure qu’il est censé être, par exemple 2026-11-24T19:00:00+01:00 ; sans elle, celle de \
          l’horloge.
          """,
        en: """
          To rehearse: what time it is meant to be, e.g. 2026-11-24T19:00:00+01:00; without it, what the clock says.
          """)
    ),
  ]

  /// The page of `camin` itself tells them in its description.
  private var statuses: String {
    guard command.words.count > 1 else { return "" }
    return section(say(fr: "CODES DE FIN", en: "EXIT STATUS"))
      + ExitStatus.meanings.map { status, text in
        ".TP\n\(RoffText.bold(String(status.rawValue)))\n\(RoffText.plain(text))\n"
      }.joined()
  }

  /// The page above, those beside and those below.
  private var others: String {
    let own = Self.name(command)
    let above = root.all.filter { other in other.shown.contains { Self.name($0) == own } }
    let names = (above + above.flatMap(\.shown) + command.shown).map(Self.name)
      .filter { $0 != own }
    guard !names.isEmpty else { return "" }
    let references = Array(Set(names)).sorted().map { RoffText.bold($0) + "(1)" }
    return section(say(fr: "VOIR AUSSI", en: "SEE ALSO"))
      + references.joined(separator: ",\n") + "\n"
  }

  private func section(_ title: String) -> String { ".SH \(RoffText.quoted(title))\n" }
}

extension CommandTree.Argument {
  var isPositional: Bool { kind == .positional }

  /// `-o, --out DOSSIER`.
  fileprivate var heading: String {
    let value = RoffText.italic(valueName ?? "")
    guard !isPositional else { return value }
    let typed = (names ?? []).sorted { $0.typed.count < $1.typed.count }
      .map { RoffText.bold($0.typed) }.joined(separator: ", ")
    return kind == .option ? typed + " " + value : typed
  }

  fileprivate var explanation: String {
    var text = [abstract, discussion].compactMap(\.self).joined(separator: " ")
    if let allValues, !allValues.isEmpty {
      text += " " + say(fr: "Valeurs : ", en: "Values: ") + allValues.joined(separator: ", ") + "."
    }
    if let defaultValue {
      text += " " + say(fr: "Sans indication : ", en: "Unless given: ") + defaultValue + "."
    }
    return RoffText.plain(text) + "\n"
  }
}
