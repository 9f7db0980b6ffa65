internal import ArgumentParser
internal import Desk
internal import DialARide
internal import Optimizer
internal import Planning

/// `camin whatif`: a day with other drivers, vehicles or hours, side by side (R48).
struct WhatifCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "whatif",
      abstract: say(
        fr: "Comparer la journée avec d’autres conducteurs, véhicules ou horaires.",
        en: "Compare a day with other drivers, vehicles or hours."),
      discussion: say(
        fr: """
          Planifie la journée telle quelle, puis chaque variante, avec le même solveur et la même durée, et les met côte à \
          côte : trajets servis, coût, kilomètres, et qui y gagne ou y perd. Avec --plan, chaque plan part du plan \
          annoncé et chaque changement a son prix.

            camin whatif Scenarios/lot-small --variant "un bénévole : +v900 comme v003 8:00-12:00" \\
              --variant "sans tad01 : -tad01" --variant "plus tôt : heures v003=7:00-12:00"

          Changements, séparés par « ; » : « +NOM comme MODÈLE [à LIEU] [8:00-12:00,14:00-18:00] », « -NOM », \
          « heures NOM=8:00-12:00 ».

          Se termine par 0, par 64, 65, 66 ou 69 comme les autres commandes, par 130 si le calcul est interrompu.
          """,
        en: """
          Plans the day as it is, then each variant, with the same solver and the same time, and puts them side by side: \
          legs served, cost, kilometres, and who gains or loses. With --plan, each plan starts from the plan told and \
          each change has its price.

            camin whatif Scenarios/lot-small --variant "one driver: +v900 like v003 8:00-12:00" \\
              --variant "without tad01: -tad01" --variant "earlier: hours v003=7:00-12:00"

          Changes, separated by “;”: “+NAME like MODEL [at PLACE] [8:00-12:00,14:00-18:00]”, “-NAME”, \
          “hours NAME=8:00-12:00”.

          Ends with 0, with 64, 65, 66 or 69 as other commands do, with 130 where the search is interrupted.
          """))
  }

  @OptionGroup var scenario: ScenarioArgument

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Une variante : « nom : changement; changement ». Se répète.",
        en: "A variant: “name: change; change”. Repeatable."),
      valueName: say(fr: "variante", en: "variant")))
  var variant: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Plan annoncé dont partent les plans.", en: "The plan told that the plans start from."),
      valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @OptionGroup var limits: SearchLimits
  @OptionGroup var output: OutputOptions

  func run() throws {
    let options = try limits.solverOptions()
    let variants = try variants()
    var input = try DayInput(scenario.path, roads: scenario.travel.choice)
    Warnings.show(input.warnings, output)
    let told = try plan.map { [input] path throws(Failure) in
      try input.plan(scenario.day.planPath(path))
    }
    if let told { input = try input.following(told) }
    let published = told.map { PublishedPlan($0) }
    let planning = VariantPlanning(input, after: published, options: options)
    let plans = try planning.plans(variants, asIs: say(fr: "tel quel", en: "as it is")) {
      _, compiled, options in
      let outcome = try SearchRunner(options: options, output: output).run(
        compiled.problem, from: compiled.start)
      guard !outcome.wasInterrupted else {
        Console.complain(
          say(
            fr: "Interrompu : il n’y a pas de comparaison.\n",
            en: "Interrupted: there is no comparison.\n"))
        throw ExitCode(ExitStatus.interrupted.rawValue)
      }
      return outcome.search
    }
    let comparison = VariantComparison(plans.map { ($0.name, $0.made.plan) })
    if output.json { return try JSONOutput.write(comparison) }
    guard !output.quiet else { return }
    try Console.write(VariantTable(comparison).text)
  }

  private func variants() throws(Failure) -> [DayVariant] {
    guard !variant.isEmpty else {
      throw Failure(
        .usage,
        [
          .option(
            "--variant", "",
            Bilingual(fr: "Donnez au moins une variante.", en: "Give one variant at least."))
        ])
    }
    var variants: [DayVariant] = []
    var faults: [Fault] = []
    for text in variant {
      do throws(Faults) {
        variants.append(try DayVariant(text))
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
    return variants
  }
}
