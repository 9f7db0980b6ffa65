internal import ArgumentParser
internal import Desk
internal import Foundation
internal import PlanStore
internal import Planning
internal import Reporting

/// `camin publish`: riders and drivers are told the plan (R57).
struct PublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish",
      abstract: say(fr: "Publier le plan d’un jour.", en: "Publish the plan of a day."),
      discussion: say(
        fr: """
          À faire quand voyageurs et conducteurs sont prévenus, en principe la veille avant l’heure que nomment les règles \
          (19 h). Ensuite le plan ne change plus que par « camin plan » ou « camin replan », qui partent de lui, et chaque \
          changement est à annoncer. Refusé si la journée a changé depuis que le plan a été fait, sauf avec --anyway.

            camin publish lot.camin --date 2026-11-25
          """,
        en: """
          To be done when riders and drivers are told, as a rule on the evening before by the hour that the rules name \
          (19:00). After that the plan changes only by “camin plan” or “camin replan”, which start from it, and every \
          change must be told. Refused where the day has changed since the plan was made, unless with --anyway.

            camin publish lot.camin --date 2026-11-25
          """))
  }

  @OptionGroup var store: StoreArgument
  @OptionGroup var day: DayOption

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Publier bien que la journée ait changé depuis.",
        en: "Publish though the day has changed since.")))
  var anyway = false

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Told: Encodable {
    let date: String
    let version: Int
    let steps: [String]
    let publishedAt: String
    let due: String?
    let late: Bool
    let stale: Bool
  }

  func run() throws {
    let date = try day.day()
    let done = try StorePlans.publish(
      date, in: store.path, role: try role.id(), mayBeStale: anyway,
      noteOfImplied: say(fr: "avec la publication", en: "implied by publication"),
      at: WallClock.now())
    if output.json {
      try JSONOutput.write(
        Told(
          date: date.text, version: done.number, steps: done.steps.map(\.rawValue),
          publishedAt: done.at.text, due: done.due?.text, late: done.isLate, stale: done.isStale))
    } else if !output.quiet {
      let formats = Formats(output.language)
      let day = formats.shortDate(date)
      var text = say(
        fr: "Plan du \(day) publié (version \(done.number)).\n",
        en: "Plan of \(day) published (version \(done.number)).\n")
      if done.isLate, let due = done.due {
        let (before, hour) = (formats.shortDate(due.date), due.time.text)
        text += say(
          fr: "C’est après l’heure prévue : le \(before) à \(hour).\n",
          en: "This is after the hour meant: \(before) at \(hour).\n")
      }
      try Console.write(text)
    }
  }
}
