internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning
internal import Reporting

/// `camin actuals`: what a planned day has come to (R61).
struct ActualsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "actuals",
      abstract: say(
        fr: "Relire ce qui a été fait d’un plan.", en: "Read back what became of a plan."),
      discussion: say(
        fr: """
          Un tableau dit, par feuille de route ou par trajet, ce qu’il en a été : date ; tournee ; trajet ; statut ; \
          depart_reel ; prise_en_charge_reelle ; depose_reelle ; retour_reel ; km_reels. Une ligne sans trajet vaut pour \
          toute la tournée, et ses trajets sont faits sauf ligne contraire. Statuts : fait, absent, annulé sur place, \
          annulation tardive, refusé à la porte, non assuré. Tout est comparé au plan, et toutes les fautes sont dites.

            camin actuals Scenarios/lot-small demain/plan.json releve.csv --blank
            camin actuals Scenarios/lot-small demain/plan.json releve.csv

          --history écrit volunteers.csv avec les kilomètres de l’année à jour : les jours suivants en tiennent compte.
          Se termine par 0 si tout concorde, par 65 s’il y a à corriger, par 66 si un fichier manque.
          """,
        en: """
          A table says, by run sheet or by leg, what became of it: date ; run ; leg ; status ; departure ; pickup ; setdown ; \
          arrival ; km. A row without a leg speaks for the whole run, and its legs were done unless a row says \
          otherwise. Statuses: done, no_show, cancelled_on_spot, late_cancel, refused_at_door, unmet. All is held \
          against the plan, and all faults are told.

            camin actuals Scenarios/lot-small tomorrow/plan.json noted.csv --blank
            camin actuals Scenarios/lot-small tomorrow/plan.json noted.csv

          --history writes volunteers.csv with the year's kilometres brought up to date: days that follow go by them.
          Ends with 0 where all fits, with 65 where something must be mended, with 66 where a file is missing.
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument

  @Argument(
    help: ArgumentHelp(
      say(fr: "Tableau CSV de ce qui a été fait.", en: "CSV table of what was done."),
      valueName: say(fr: "tableau", en: "table")),
    completion: .file(extensions: ["csv"]))
  var table: String

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Écrire ce tableau, à remplir : une ligne par tournée et par trajet.",
        en: "Write this table, to be filled in: a row for each run and leg.")))
  var blank = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Fichier volunteers.csv à écrire, avec les kilomètres de l’année à jour.",
        en: "File volunteers.csv to write, with the year's kilometres brought up to date."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["csv"]))
  var history: String?

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Document: Encodable {
    struct Leg: Encodable {
      let leg: String
      let run: String
      let status: Actual.Status?
      /// Seconds after the planned times; absent where none was noted.
      let pickupDelay: Int?
      let setdownDelay: Int?
    }
    struct Sheet: Encodable {
      let run: String
      let basis: DayActuals.Sheet.Basis
      let plannedMetres: Int
      let metres: Int
    }
    let date: String
    let totals: ActualsTotals
    let runs: [Sheet]
    let legs: [Leg]
    let warnings: [FaultItem]
  }

  func run() throws {
    let (input, plan) = try DayInput(scenario.path, roads: scenario.travel.choice)
      .following(path: scenario.plan(plan))
    if blank { return try writeBlank(plan) }
    let read = try ActualsInput.read(table)
    let actuals = try ActualsInput.actuals(read.rows, plan, input.day)
    let warnings = read.warnings + actuals.warnings
    Warnings.show(warnings, output)
    if let history {
      let after = input.scenario.adding(VolunteerAccounts([actuals]))
      let text = ScenarioFolder.volunteers(after, language: output.language)
      try OutputDocument.write(text, to: history)
    }
    if output.json {
      try JSONOutput.write(document(actuals, warnings))
    } else if !output.quiet {
      try Console.write(ActualsReport(actuals, language: output.language).text)
    }
  }

  private func writeBlank(_ plan: Plan) throws(Failure) {
    guard history == nil else {
      throw Failure(
        .usage,
        [
          .option(
            "--history", "--blank",
            Bilingual(fr: "Demandez l’un ou l’autre.", en: "Ask for one or the other."))
        ])
    }
    try OutputDocument.write(ActualsFile.blank(plan, language: output.language), to: table)
    guard !output.quiet, !output.json else { return }
    try Console.write(say(fr: "Écrit : ", en: "Written: ") + table + "\n")
  }

  private func document(_ actuals: DayActuals, _ warnings: [Fault]) -> Document {
    Document(
      date: actuals.plan.date.text, totals: ActualsTotals(actuals),
      runs: actuals.sheets.map { sheet in
        let run = actuals.plan.runs[sheet.run]
        return Document.Sheet(
          run: run.id, basis: sheet.basis, plannedMetres: run.metres, metres: sheet.metres)
      },
      legs: actuals.rides.map { ride in
        Document.Leg(
          leg: actuals.day.legs[ride.leg].leg.id, run: actuals.plan.runs[ride.run].id,
          status: ride.status, pickupDelay: ride.pickup.map { $0 - ride.plannedPickup },
          setdownDelay: ride.setdown.map { $0 - ride.plannedSetdown })
      }, warnings: warnings.map(FaultItem.init))
  }
}
