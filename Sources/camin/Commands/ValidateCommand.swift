internal import ArgumentParser
internal import Desk
internal import Planning

/// `camin validate`: is the scenario fit to be planned?
struct ValidateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "validate",
      abstract: say(fr: "Contrôler un scénario.", en: "Check a scenario."),
      discussion: say(
        fr: """
          Toutes les erreurs sont dites à la fois, chacune avec le fichier, la ligne, la valeur et le remède. \
          Avec --json, le verdict (erreurs comprises) va sur la sortie standard.

            camin validate Scenarios/lot-small
          """,
        en: """
          All faults are told at once, each with file, line, value and remedy. With --json the verdict, faults \
          included, goes to standard output.

            camin validate Scenarios/lot-small
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Verdict: Encodable {
    var valid: Bool
    var counts: [String: Int] = [:]
    var travel: TravelProvenance?
    var faults: [FaultItem] = []
    var warnings: [FaultItem] = []
  }

  func run() throws {
    let input: DayInput
    do throws(Failure) {
      input = try DayInput(scenario.path, roads: scenario.travel.choice)
      _ = try input.compiled()
    } catch {
      // What is wrong with the command line is no verdict on a day.
      guard output.json, error.status != .usage else { throw error }
      try JSONOutput.write(Verdict(valid: false, faults: error.faults.map(FaultItem.init)))
      throw ExitCode(error.status.rawValue)
    }
    Warnings.show(input.warnings, output)
    if output.json {
      try JSONOutput.write(
        Verdict(
          valid: true, counts: Dictionary(uniqueKeysWithValues: counts(input).map { ($0.0, $0.2) }),
          travel: input.travel.provenance, warnings: input.warnings.map(FaultItem.init)))
    } else if !output.quiet {
      let territory = input.scenario.territory
      let rows =
        counts(input).map { ($0.1, Figures.whole($0.2)) } + [
          (
            say(fr: "Temps de trajet", en: "Travel times"),
            input.travel.provenance.words[output.language]
          )
        ]
      try Console.write(
        "\(territory.name), \(territory.date.text)\n" + Figures.table(rows)
          + say(fr: "Le scénario peut être planifié.\n", en: "The scenario is fit to be planned.\n")
      )
    }
  }

  /// Keys for programs, titles for people, and figures.
  private func counts(_ input: DayInput) -> [(String, String, Int)] {
    let scenario = input.scenario
    return [
      ("bookings", say(fr: "Demandes", en: "Bookings"), scenario.bookings.count),
      ("legs", say(fr: "Trajets", en: "Legs"), input.day.legs.count),
      ("riders", say(fr: "Voyageurs", en: "Riders"), scenario.riders.count),
      ("volunteers", say(fr: "Bénévoles", en: "Volunteers"), scenario.volunteers.count),
      ("vehicles", say(fr: "Véhicules", en: "Vehicles"), scenario.vehicles.count),
      ("places", say(fr: "Lieux", en: "Places"), scenario.places.count),
      ("locks", say(fr: "Verrous", en: "Locks"), scenario.locks.count),
      ("profiles", say(fr: "Profils de règles", en: "Rule profiles"), scenario.profiles.count),
    ]
  }
}
