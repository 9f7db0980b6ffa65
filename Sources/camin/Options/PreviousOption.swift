internal import ArgumentParser
internal import Desk
internal import Planning

/// The plan that people have been told, where one is planned anew.
struct PreviousOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Plan déjà annoncé (plan.json) : le calcul part de lui, chaque changement pour un voyageur ou un conducteur \
          prévenu a un prix, et le plan dit à qui annoncer quoi.
          """,
        en: """
          The plan already told (a plan.json): the search starts from it, each change for a rider or driver told has \
          a price, and the plan says whom to tell what.
          """),
      valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var previous: String?

  @Flag(
    name: .customLong("keep-times"),
    help: ArgumentHelp(
      say(
        fr: "Avec --previous : les heures annoncées tiennent, à la tolérance promise près.",
        en: "With --previous: times told hold, within the tolerance promised.")))
  var keepsTimes = false

  /// The plan told, `nil` where there is none.
  ///
  /// - Throws: `Failure` where times are to hold that nobody was told.
  func plan() throws(Failure) -> PreviousPlan? {
    guard previous != nil || !keepsTimes else {
      throw Failure(
        .usage,
        [
          .option(
            "--keep-times", "",
            Bilingual(fr: "Ajoutez --previous PLAN.", en: "Add --previous PLAN."))
        ])
    }
    return previous.map { PreviousPlan(path: $0, keepsTimes: keepsTimes) }
  }
}
