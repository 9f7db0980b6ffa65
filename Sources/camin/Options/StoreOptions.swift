internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Planning

/// The territory's store that a command works on.
struct StoreArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        fr: "La base du territoire, par exemple lot.camin.",
        en: "The territory's store, e.g. lot.camin."),
      valueName: say(fr: "base", en: "store")),
    completion: .file())
  var path: String
}

/// The day of a store that a command works on.
struct DayOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(fr: "Jour, par exemple 2026-11-25.", en: "The day, e.g. 2026-11-25."),
      valueName: "date"))
  var date: String

  /// - Throws: `Failure` where it is no date.
  func day() throws(Failure) -> PlanDate { try ProfileInput.date(date) }
}

/// Who does something, for the record (R64).
struct RoleOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Qui le fait, par rôle et jamais par nom, pour l’historique ; sans indication, $CAMIN_ROLE, sinon \
          « coordination ».
          """,
        en: """
          Who does it, by role and never by name, for the record; unless given, $CAMIN_ROLE, else “coordination”.
          """),
      valueName: say(fr: "rôle", en: "role")))
  var role: String?

  /// - Throws: `Failure` where it looks like anything else than a role's id.
  func id() throws(Failure) -> String {
    let id = role ?? ProcessInfo.processInfo.environment["CAMIN_ROLE"] ?? "coordination"
    let isSound =
      !id.isEmpty && id.count <= 40
      && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    guard isSound else {
      throw Failure(
        .usage,
        [
          .option(
            "--role", id,
            Bilingual(
              fr:
                "Un rôle s’écrit en lettres, chiffres, tiret ou point, par exemple coordination-2.",
              en: "A role is of letters, digits, hyphen or dot, e.g. coordination-2."))
        ])
    }
    return id
  }
}
