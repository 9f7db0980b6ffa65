internal import ArgumentParser
internal import Desk
internal import Planning

/// `camin quote`: what can be told to a caller (R47).
struct QuoteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quote",
      abstract: say(
        fr: "Répondre à un appel : à quelles heures un trajet tient dans le plan.",
        en: "Answer a caller: at which times a ride fits into the plan."),
      discussion: say(
        fr: """
          Essaie le trajet, exactement, à chaque place de chaque tournée, les autres gardant conducteur, ordre et \
          heures promises. Dit les propositions les moins chères, l’intervalle de prise en charge possible, l’arrivée, \
          le prix si un tarif le donne, les kilomètres en plus ; sinon la raison et le plus petit changement utile. Rien \
          n’est promis ni écrit.

            camin quote Scenarios/lot-small demain/plan.json --from Gramat --to Figeac --arrive 10:00 --return 11:30

          Se termine par 0 s’il y a une proposition, par 1 s’il n’y en a pas, par 64, 65, 66 ou 69 comme les autres \
          commandes.
          """,
        en: """
          Tries the ride, exactly, in every place of every run, everybody else keeping driver, order and promised \
          times. Tells the cheapest offers, between which times the rider can be picked up, the arrival, the price where \
          a tariff gives it, the kilometres added; failing that the reason and the least change that would help. Nothing \
          is promised or written.

            camin quote Scenarios/lot-small tomorrow/plan.json --from Gramat --to Figeac --arrive 10:00 --return 11:30

          Ends with 0 where there is an offer, with 1 where there is none, with 64, 65, 66 or 69 as other commands do.
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument
  @OptionGroup var asked: QuoteOptions

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Heure qu’il est, le jour même.", en: "What time it is, on the day itself."),
      valueName: say(fr: "heure", en: "time")))
  var now: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (input, plan) = try DayInput(scenario.path, roads: scenario.travel.choice)
      .following(path: scenario.plan(plan))
    let request = try asked.request(on: input.day)
    let clock = now.flatMap { ClockTime($0) }
    if let now, clock == nil { throw Failure(.usage, [.badOption("--now", now, "10:15")]) }
    let desk = try input.quoteDesk(plan, now: clock)
    let quote: Quote
    do throws(Faults) {
      quote = try desk.quote(
        request, most: asked.most, reasons: ReasonEffort(threads: Processors.available))
    } catch {
      throw Failure(.badData, error.faults)
    }
    if output.json {
      try JSONOutput.write(quote)
    } else if !(output.quiet && !quote.offers.isEmpty) {
      try Console.write(QuoteWords(day: input.day, language: output.language).text(quote))
    }
    if quote.offers.isEmpty { throw ExitCode(ExitStatus.violations.rawValue) }
  }
}
