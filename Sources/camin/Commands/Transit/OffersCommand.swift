internal import ArgumentParser
internal import Desk
internal import OpenData
internal import Planning
internal import TravelTimes

/// `camin offers`: all that runs between two places, in one list.
struct OffersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "offers",
      abstract: say(
        fr: "Lister toutes les offres entre deux lieux : cars, trains, TAD, bénévoles, VSL, taxis.",
        en:
          "List all offers between two places: buses, trains, demand-responsive, volunteers, VSL, taxis."
      ),
      discussion: say(
        fr: """
          D’abord ce qui peut encore se réserver, les horaires réguliers qui conviennent, puis le plus rapide et le moins \
          cher. Les lieux sont ceux de la journée (id), ou des coordonnées.

            camin offers Scenarios/lot-ordinary --feeds Scenarios/territories/lot/transit \
          --from 44.7375,1.3822 --to 44.4447,1.4377 --at 9:00 --arrive
          """,
        en: """
          What can still be booked first, scheduled transport that will do, then the quickest and cheapest. Places are \
          those of the day (id), or coordinates.

            camin offers Scenarios/lot-ordinary --feeds Scenarios/territories/lot/transit \
          --from 44.7375,1.3822 --to 44.4447,1.4377 --at 9:00 --arrive
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var feeds: FeedsOption

  @Option(
    help: ArgumentHelp(say(fr: "Départ.", en: "Origin."), valueName: say(fr: "lieu", en: "place")))
  var from: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Arrivée.", en: "Destination."), valueName: say(fr: "lieu", en: "place")))
  var to: String

  @Option(
    help: ArgumentHelp(say(fr: "Heure.", en: "Time."), valueName: say(fr: "heure", en: "time")))
  var at: String

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Arriver à cette heure, au lieu de partir.",
        en: "Arrive at this time, rather than leave.")))
  var arrive = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Besoin (wheelchair, walker…) ; peut se répéter.",
        en: "Need (wheelchair, walker…); may be repeated."),
      valueName: "code"))
  var need: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "Transport prescrit, payé par l’assurance maladie.",
        en: "Prescribed, paid by the health insurance.")))
  var insured = false

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Moment de la demande (2026-11-24T15:00).", en: "When it is asked (2026-11-24T15:00)."),
      valueName: say(fr: "moment", en: "moment")))
  var asked: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let path = try scenario.path
    let input = try DayInput(path, roads: scenario.travel.choice)
    let query = try query(input)
    let transit = try feeds.optional(of: input, in: path)
    let source = try DayTravel.source(
      option: scenario.travel.choice.source, of: input.scenario.territory,
      in: DaySource(path).base)
    let offers = try OfferDesk(input, travel: source, transit: transit).offers(query)
    guard !output.json else { return try JSONOutput.write(offers) }
    try Console.write(OfferWords(output.language).text(offers))
  }

  /// - Throws: `Failure` with all that is wrong with what was asked.
  private func query(_ input: DayInput) throws(Failure) -> OfferQuery {
    var wish = OfferWish()
    (wish.from, wish.to, wish.needs, wish.insured, wish.asked) = (from, to, need, insured, asked)
    if arrive { wish.arriveBy = at } else { wish.departAfter = at }
    return try wish.query(on: input) { .option($0.part.option, $0.value, $0.remedy) }
  }
}

extension OfferWish.Part {
  fileprivate var option: String {
    switch self {
    case .from: "--from"
    case .to: "--to"
    case .departAfter, .arriveBy: "--at"
    case .needs: "--need"
    case .asked: "--asked"
    }
  }
}
