internal import ArgumentParser
internal import Desk
internal import Foundation
internal import PlanStore
internal import Planning

/// `camin state`: how far a day's plan has come, and the next step (R57).
struct StateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "state",
      abstract: say(fr: "Voir ou changer l’état d’un plan.", en: "See or change a plan's state."),
      discussion: say(
        fr: """
          Un plan va de brouillon (draft) à proposé aux bénévoles (proposed), confirmé (confirmed), publié (published), \
          modifié (amended) et terminé (done). « camin publish » publie ; un plan refait après la publication est \
          « modifié » de lui-même. Chaque pas est noté avec le rôle et l’heure.

            camin state lot.camin --date 2026-11-25
            camin state lot.camin --date 2026-11-25 proposed
          """,
        en: """
          A plan goes from draft to proposed (to volunteers), confirmed, published, amended and done. “camin publish” \
          publishes; a plan made after publication is an amendment by itself. Every step is noted with role and time.

            camin state lot.camin --date 2026-11-25
            camin state lot.camin --date 2026-11-25 proposed
          """))
  }

  @OptionGroup var store: StoreArgument
  @OptionGroup var day: DayOption

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Nouvel état : proposed, confirmed ou done ; sans lui, montrer l’état et son histoire.",
        en: "The new state: proposed, confirmed or done; without it, show state and history."),
      valueName: say(fr: "état", en: "state")),
    completion: .list(["proposed", "confirmed", "done"]))
  var state: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Remarque à garder, sans nom.", en: "A remark to keep, without names."),
      valueName: say(fr: "texte", en: "text")))
  var note: String = ""

  @OptionGroup var role: RoleOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Told: Encodable {
    struct Step: Encodable {
      let version: Int
      let from: String?
      let to: String
      let role: String
      let at: String
      let note: String
    }
    let date: String
    let state: String?
    let version: Int?
    let next: [String]
    let steps: [Step]
  }

  func run() throws {
    let date = try day.day()
    if let state {
      try StorePlans.move(
        date, to: try wanted(state), in: store.path, role: try role.id(), note: note,
        at: WallClock.now())
      guard !output.quiet else { return }
    }
    try show(date)
  }

  private func wanted(_ text: String) throws(Failure) -> PlanState {
    let known: [PlanState] = [.proposed, .confirmed, .done]
    if let state = PlanState(rawValue: text), known.contains(state) { return state }
    throw Failure(
      .usage,
      [
        .option(
          "state", text,
          Bilingual(
            fr: "États : proposed, confirmed, done ; pour publier : camin publish.",
            en: "States: proposed, confirmed, done; to publish: camin publish."))
      ])
  }

  private func show(_ date: PlanDate) throws {
    let (plan, steps, zone) = try storing {
      try StoreReading.open(store.path, output).look { view in
        // A day that cannot be read any more is no reason to hide how far its plan has come.
        let day = output.json ? nil : (try? StoreDay(view, on: date, leavesOutFaulty: true))
        return (
          try view.plan(of: date), try view.transitions(of: date),
          day?.scenario.territory.timeZone ?? "Europe/Paris"
        )
      }
    }
    if output.json {
      let next =
        plan.map { plan in PlanState.allCases.filter(plan.state.next.contains) } ?? [.draft]
      try JSONOutput.write(
        Told(
          date: date.text, state: plan?.state.rawValue, version: plan?.number,
          next: next.map(\.rawValue),
          steps: steps.map { step in
            Told.Step(
              version: step.number, from: step.from?.rawValue, to: step.to.rawValue,
              role: step.role, at: step.atText, note: step.note)
          }))
    } else if let plan {
      let lines = steps.map { step in
        [
          LocalMoment(step.at, in: zone).text.replacing("T", with: " "),
          say(fr: "version ", en: "version ") + "\(step.number)",
          step.to.title[output.language], step.role, step.note,
        ].filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
      }
      try Console.write(
        "\(date.text)  \(plan.state.title[output.language])\n" + lines.joined())
    } else {
      try Console.write(
        "\(date.text)  " + say(fr: "pas encore de plan\n", en: "no plan yet\n"))
    }
  }
}
