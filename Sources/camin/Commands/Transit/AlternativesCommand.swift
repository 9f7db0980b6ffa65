internal import ArgumentParser
internal import Desk
internal import OpenData
internal import Planning

/// `camin alternatives`: what scheduled transport would do for each booking of a day.
struct AlternativesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "alternatives",
      abstract: say(
        fr: "Dire, pour chaque réservation, quel car ou train ferait l’affaire.",
        en: "Tell for each booking which bus or train would do."),
      discussion: say(
        fr: """
          Les horaires sont ceux que nomme la journée (transit dans territory.json), ou --feeds. Un trajet convient dans \
          les limites du profil (volunteer.steer_walk et suivants) ; volunteer.steer = 1 réserve alors les bénévoles aux \
          autres. Avec un plan : qui conduit aujourd’hui ces trajets, et les kilomètres de bénévoles en jeu.

            camin alternatives Scenarios/lot-ordinary --feeds Scenarios/territories/lot/transit
          """,
        en: """
          Timetables are those that the day names (transit in territory.json), or --feeds. A journey will do within the \
          profile's limits (volunteer.steer_walk and those after it); volunteer.steer = 1 then keeps volunteers for the \
          others. With a plan: who drives these legs today, and the volunteers' kilometres at stake.

            camin alternatives Scenarios/lot-ordinary --feeds Scenarios/territories/lot/transit
          """))
  }

  @OptionGroup var scenario: ScenarioArgument

  @Argument(
    help: ArgumentHelp(
      say(fr: "Le plan (plan.json), s’il y en a un.", en: "The plan (plan.json), if there is one."),
      valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @OptionGroup var feeds: FeedsOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let path = try scenario.path
    let input = try DayInput(path, roads: scenario.travel.choice)
    let transit = try feeds.transit(of: input, in: path)
    Warnings.show(transit.warnings, output)
    let made = try plan.map { path throws(Failure) in
      try input.plan(scenario.day.planPath(path))
    }
    let alternatives: DayAlternatives
    do throws(Faults) {
      alternatives = try transit.alternatives(input.day)
    } catch {
      throw Failure(.internalError, error.faults)
    }
    let report = AlternativesReport(alternatives, plan: made)
    guard !output.json else { return try JSONOutput.write(report.document) }
    try Console.write(report.text(output.language))
  }
}

/// Where published timetables come from.
struct FeedsOption: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        fr: "Dossiers ou archives GTFS, à la place de ce que nomme la journée (transit).",
        en: "GTFS folders or archives, in place of what the day names (transit)."),
      valueName: say(fr: "jeu", en: "feed")),
    completion: .file())
  var feeds: [String] = []

  /// - Throws: `Failure` where there are none, or one of them cannot be used.
  func transit(of input: DayInput, in day: String) throws(Failure) -> DayTransit {
    guard let transit = try optional(of: input, in: day) else {
      throw Failure(
        .usage,
        [
          .option(
            "--feeds", "",
            Bilingual(
              fr: "La journée ne nomme pas d’horaires : donnez-en.",
              en: "The day names no timetables: give some."))
        ])
    }
    return transit
  }

  /// - Returns: `nil` where nobody names any.
  func optional(of input: DayInput, in day: String) throws(Failure) -> DayTransit? {
    let base = try DaySource(day).base
    let named = DayInput.transit(of: input.scenario.territory, in: base).map { [$0] } ?? []
    let paths = feeds.isEmpty ? named : feeds
    guard !paths.isEmpty else { return nil }
    do throws(Faults) {
      return try DayTransit(
        paths, rules: input.day.rules, travel: input.travel, date: input.scenario.territory.date)
    } catch {
      throw Failure(reading: error)
    }
  }
}
