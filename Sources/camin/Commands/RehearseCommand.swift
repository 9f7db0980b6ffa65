internal import ArgumentParser
internal import Desk
internal import Planning
internal import Reporting

/// `camin rehearse`: whether a plan will hold (R49).
struct RehearseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rehearse",
      abstract: say(
        fr: "Simuler un plan : tiendra-t-il ?", en: "Rehearse a plan: will it hold?"),
      discussion: say(
        fr: """
          Simule des journées où la route, les arrêts et les fins de soin prennent plus ou moins de temps que prévu, et \
          où des passagers ne viennent pas. Dit pour chaque arrêt la chance d’être à l’heure, les enchaînements trop \
          serrés et les minutes qui leur manquent, les rendez-vous manqués, les dépassements d’horaire.

            camin rehearse Scenarios/lot-small demain/plan.json
            camin rehearse Scenarios/lot-small demain/plan.json --days 5000 --csv

          Les chiffres viennent du profil « rehearsal » (camin rules show rehearsal-default) ; la plupart sont supposés. \
          La même graine donne le même résultat. « camin plan --robust » se sert de ce qui est trouvé ici.

          Se termine par 0 une fois le plan simulé, par 64 pour une option fausse ou d’autres temps de route, par 65 pour \
          un plan ou une journée à corriger, par 66 si un fichier manque.
          """,
        en: """
          Rehearses days on which roads, stops and ends of care take longer or shorter than planned, and riders do not \
          come. Tells for each stop the chance of being in time, connections that are too tight and the minutes they \
          lack, missed appointments and overtime.

            camin rehearse Scenarios/lot-small tomorrow/plan.json
            camin rehearse Scenarios/lot-small tomorrow/plan.json --days 5000 --csv

          The figures stand in the profile “rehearsal” (camin rules show rehearsal-default); most are assumed. The same \
          seed gives the same result. “camin plan --robust” uses what is found here.

          Ends with 0 once the plan was rehearsed, with 64 for a wrong option or other road times, with 65 for a plan or \
          day to be mended, with 66 where a file is missing.
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nombre de journées simulées (1000 sans indication).",
        en: "Number of days rehearsed (1000 unless told otherwise)."),
      valueName: say(fr: "nombre", en: "count")))
  var days: Int = 1000

  @Option(
    help: ArgumentHelp(
      say(fr: "Graine des tirages au hasard.", en: "Seed of the random draws."),
      valueName: say(fr: "graine", en: "seed")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nombre de processeurs à employer (tous sans indication).",
        en: "Number of processors to use (all unless told otherwise)."),
      valueName: say(fr: "nombre", en: "count")))
  var threads: Int?

  @Flag(help: ArgumentHelp(say(fr: "Écrire un tableau CSV.", en: "Write a CSV table.")))
  var csv = false

  @OptionGroup var output: OutputOptions

  private static let mostDays = 20_000

  func run() throws {
    try checkOptions()
    let (input, plan) = try DayInput(scenario.path, roads: scenario.travel.choice)
      .following(path: scenario.plan(plan))
    let rehearsal = try WorkDisplay.during(
      say(fr: "Simulation du plan", en: "Rehearsing the plan"), output
    ) { _ -> Rehearsal in
      do throws(Faults) {
        return try Rehearsal(
          of: plan, on: input.day,
          options: Rehearsal.Options(
            days: days, seed: seed, threads: threads ?? Processors.available))
      } catch {
        throw Failure(reading: error)
      }
    }
    guard !output.json else {
      return try JSONOutput.write(RehearsalDocument(rehearsal, of: plan))
    }
    let report = RehearsalReport(
      rehearsal, of: plan, in: input.scenario, language: output.language)
    try Console.write(csv ? report.table : report.text)
  }

  private func checkOptions() throws(Failure) {
    try Failure.refuse(csv: csv, json: output.json)
    var faults: [Fault] = []
    if !(1...Self.mostDays).contains(days) {
      faults.append(
        .option(
          "--days", "\(days)",
          Bilingual(
            fr: "Donnez un nombre de 1 à \(Self.mostDays).",
            en: "Give a number from 1 to \(Self.mostDays).")))
    }
    if let threads, !(1...256).contains(threads) {
      faults.append(
        .option(
          "--threads", "\(threads)",
          Bilingual(fr: "Donnez un nombre de 1 à 256.", en: "Give a number from 1 to 256.")))
    }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
  }
}
