internal import ArgumentParser
internal import Desk
internal import Planning
internal import Reporting

/// `camin diff`: who must be called when one plan of a day takes the place of another, and what to say (R43).
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say(
        fr: "Dire qui appeler, et quoi dire, quand un plan en remplace un autre.",
        en: "Tell whom to call, and what to say, when one plan takes the place of another."),
      discussion: say(
        fr: """
          Compare deux plans d’une journée du point de vue de ceux à qui le premier a été annoncé : voyageurs dont \
          l’heure bouge au-delà de la promesse, qui ont un autre conducteur, perdent ou gagnent un trajet ; conducteurs \
          appelés, décommandés, ou dont la tournée change. Un appel par personne, le plus pressé d’abord. Si le premier \
          est un plan d’une base qui n’a pas été publié, aucun voyageur n’est à appeler : seulement les bénévoles à qui \
          il a été proposé, et les voyageurs à qui une heure a été promise.

            camin diff demain/plan.json soir/plan.json --day soir/day.json

          Se termine par 0 que les plans diffèrent ou non, par 64, 65 ou 66 comme les autres commandes.
          """,
        en: """
          Compares two plans of a day as those see it who were told the first: riders whose time moves beyond the \
          promise, who get another driver, lose or gain a ride; drivers who are called, called off, or whose run \
          changes. One call a person, the most urgent first. Where the first is a plan of a store that was not published, \
          no rider is to be called: only the volunteers to whom it was proposed, and riders \
          who were promised a time.

            camin diff tomorrow/plan.json evening/plan.json --day evening/day.json

          Ends with 0 whether the plans differ or not, with 64, 65 or 66 as other commands do.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le plan annoncé (plan.json).", en: "The plan told (a plan.json)."),
      valueName: say(fr: "annoncé", en: "told")),
    completion: .file(extensions: ["json"]))
  var told: String

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le plan qui le remplace.", en: "The plan that takes its place."), valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var plan: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: "La journée telle qu’elle est maintenant : dossier, fichier JSON, ou base avec --date.",
        en: "The day as it is now: a folder, a JSON file, or a store with --date."),
      valueName: say(fr: "scénario", en: "scenario")),
    completion: .file())
  var day: String

  @OptionGroup var store: StoreDayOption
  @OptionGroup var travel: RoadsOption

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Answer: Encodable {
    let date: String
    /// Who was told the first plan.
    let told: Audience
    /// Euros that the changes weigh.
    let price: Double
    let calls: [PhoneCall]
    let changes: [PlanChange]
  }

  func run() throws {
    try Failure.refuse(csv: csv, json: output.json)
    let path = try store.path(day)
    let read = try DayInput(path, roads: travel.choice)
    let (old, new) = try plans(of: read)
    let input = try read.following(new)
    let changes = PlanChanges(from: PublishedPlan(old), to: new, on: input.day)
    let audience = try Audience(of: old, at: store.planPath(told), on: path)
    let calls = changes.calls(from: old, to: new, on: input.day, audience: audience)
    if output.json {
      return try JSONOutput.write(
        Answer(
          date: new.date.text, told: audience, price: changes.price, calls: calls,
          changes: changes.changes))
    }
    let list = ChangeCalls(calls, clock: input.day.clock, language: output.language)
    if csv { return try Console.write(list.csv) }
    try Console.write(calls.isEmpty ? CallList.nobody(audience) : list.text)
  }

  /// Both plans, or every fault of both.
  private func plans(of input: DayInput) throws(Failure) -> (old: Plan, new: Plan) {
    var plans: [Plan] = []
    var failures: [Failure] = []
    for path in [told, plan].map(store.planPath) {
      do throws(Failure) {
        plans.append(try DayInput.read(path, of: input.scenario.territory))
      } catch {
        failures.append(error)
      }
    }
    if let first = failures.first {
      let isOneKind = failures.allSatisfy { $0.status == first.status }
      throw Failure(isOneKind ? first.status : .badData, failures.flatMap(\.faults))
    }
    return (plans[0], plans[1])
  }
}
