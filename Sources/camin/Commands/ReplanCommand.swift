internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Interchange
internal import Optimizer
internal import Planning
internal import Reporting

/// `camin replan`: mends a plan that people were told after something has happened (R42, R43, R50).
struct ReplanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "replan",
      abstract: say(
        fr: "Réparer un plan annoncé : panne, maladie, refus, annulation, appel tardif.",
        en: "Mend a plan told: breakdown, illness, a refusal, a cancellation, a late caller."),
      discussion: say(
        fr: """
          Part du plan annoncé, replace d’abord ceux que l’événement déplace, et change le moins possible pour les \
          autres : chaque changement a un prix, les heures promises tiennent, et ce qui est déjà roulé (--now) ne \
          bouge plus. Écrit un nouveau plan, la journée telle qu’elle est maintenant (day.json, à donner aux autres \
          commandes), la liste d’appels (calls.csv) et ce qui est arrivé (events.json, pour camin replay). Dans une base, \
          un plan qui n’est pas publié ne fait appeler aucun voyageur, et un brouillon personne, sauf ceux à qui une heure a été promise.

            camin replan Scenarios/lot-small demain/plan.json --unavailable v003 --out soir
            camin replan soir/day.json soir/plan.json --now 10:05 --breakdown tad01@10:00 --out midi

          Se termine par 0 si le plan est écrit, par 64, 65, 66, 69 ou 73 comme les autres commandes.
          """,
        en: """
          Starts from the plan told, puts back first whom the event has displaced, and changes as little as possible \
          for the others: every change has a price, promised times hold, and what has been driven (--now) moves no \
          more. Writes a new plan, the day as it is now (day.json, for the other commands), the list of calls \
          (calls.csv) and what has happened (events.json, for camin replay). In a store, a plan that is not published \
          has no rider called, and a draft nobody, but for those who were promised a time.

            camin replan Scenarios/lot-small tomorrow/plan.json --unavailable v003 --out evening
            camin replan evening/day.json evening/plan.json --now 10:05 --breakdown tad01@10:00 --out noon

          Ends with 0 where the plan is written, with 64, 65, 66, 69 or 73 as other commands do.
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument
  @OptionGroup var what: EventOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(
        fr: "Dossier où écrire ; replan-DATE sans indication. Un plan précédent y est remplacé.",
        en: "Folder to write to; replan-DATE unless given. An earlier plan there is replaced."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String?

  @Flag(
    name: .customLong("move-times"),
    help: ArgumentHelp(
      say(
        fr: "Les heures annoncées peuvent bouger au-delà de la promesse, à leur prix.",
        en: "Times told may move beyond the promise, at their price.")))
  var movesTimes = false

  @OptionGroup var role: RoleOption
  @OptionGroup var limits: RepairLimits
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try limits.solverOptions()
    let role = try role.id()
    let path = try scenario.path
    let keeper = try StoreKeeper(path)
    let (input, told) = try DayInput(path, roads: scenario.travel.choice)
      .following(path: scenario.plan(plan))
    let (events, now) = try what.read(besides: input.scenario)
    Warnings.show(input.warnings, output)
    let folder = OutputFolder(
      path: out ?? "replan-" + input.scenario.territory.date.text, content: .plan)
    try folder.check()
    let runner = RepairRunner(
      path: path, input: input, told: told, events: events, now: now, keepsTimes: !movesTimes,
      travel: scenario.travel, folder: folder.path,
      audience: try Audience(of: told, at: scenario.plan(plan), on: path))
    let repair = try runner.run(options, output)
    var outcome = repair.mended
    defer { withExtendedLifetime(repair) {} }
    let undrawn =
      outcome.made.drawRoads(of: outcome.input.travel)
      + outcome.made.findAlternatives(of: outcome.input, in: try DaySource(path).base)
    Warnings.show(undrawn, output)
    let files = try files(outcome, events.map(\.event), now)
    let note = events.map { $0.event.text[output.language] }.joined(separator: " ")
    let kept = try keeper?.keep(
      outcome.made, document: files[0].bytes, role: role, by: "replan", note: note,
      with: StoreChange(from: input.scenario, to: outcome.input.scenario))
    try folder.replace(with: files)
    let result = ReplanResult(
      events: events.map(\.event.text), outcome, folder: folder.path, files: files.map(\.name),
      warnings: input.warnings + undrawn)
    if output.json { return try JSONOutput.write(result) }
    guard !output.quiet else { return }
    try Console.write(
      summary(outcome, result, folder.path) + (kept.map(StoreKeeper.words) ?? ""))
  }

  private func files(
    _ outcome: Replanning.Outcome, _ events: [DayEvent], _ now: ClockTime?
  ) throws -> [OutputFile] {
    let calls = ChangeCalls(
      outcome.calls, clock: outcome.made.day.clock, language: output.language)
    return try outcome.made.files(language: output.language) + [
      OutputFile("day.json", text: ScenarioDocument.text(outcome.input.scenario)),
      OutputFile("calls.csv", text: calls.csv),
      OutputFile("events.json", text: EventsDocument.text(events, now: now)),
    ]
  }

  private func summary(
    _ outcome: Replanning.Outcome, _ result: ReplanResult, _ folder: String
  ) -> String {
    var text = result.events.map { $0[output.language] + "\n" }.joined() + "\n"
    text += outcome.made.report(output.language).summary + "\n"
    if !outcome.lifted.isEmpty {
      let trips = outcome.lifted.map { $0.trip.isEmpty ? $0.resource : $0.trip }
      text += say(
        fr: "Décisions que l’événement rend caduques : ", en: "Decisions that the event overtakes: "
      )
      text += trips.joined(separator: ", ") + "\n\n"
    }
    let calls = ChangeCalls(
      outcome.calls, clock: outcome.made.day.clock, language: output.language)
    text +=
      outcome.calls.isEmpty
      ? CallList.nobody(outcome.made.audience)
      : say(fr: "À appeler, dans cet ordre :\n", en: "To be called, in this order:\n") + calls.text
    return text + "\n" + say(fr: "Écrit dans ", en: "Written to ") + folder
      + say(fr: " : ", en: ": ") + result.files.joined(separator: ", ") + "\n"
  }
}
