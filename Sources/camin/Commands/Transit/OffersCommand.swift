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
    let query = try query(input.scenario)
    let transit = try feeds.optional(of: input, in: path)
    let source = try DayTravel.source(
      option: scenario.travel.choice.source, of: input.scenario.territory,
      in: DaySource(path).base)
    let offers = try OfferDesk(input, travel: source, transit: transit).offers(query)
    guard !output.json else { return try JSONOutput.write(offers) }
    try Console.write(OfferWords(output.language).text(offers))
  }

  /// - Throws: `Failure` with all that is wrong with what was asked.
  private func query(_ scenario: Scenario) throws(Failure) -> OfferQuery {
    var faults: [Fault] = []
    func end(_ text: String, _ option: String) -> OfferQuery.End? {
      if let place = scenario.places.first(where: { $0.id == text || $0.name == text }) {
        return OfferQuery.End(
          name: place.name, latitude: place.latitude, longitude: place.longitude)
      }
      if let found = StopFinder([]).find(text) {
        return OfferQuery.End(latitude: found.place.latitude, longitude: found.place.longitude)
      }
      faults.append(
        .option(
          option, text,
          Bilingual(
            fr: "Donnez un lieu de la journée, ou des coordonnées (44.4493,1.4333).",
            en: "Give a place of the day, or coordinates (44.4493,1.4333).")))
      return nil
    }
    let (origin, destination) = (end(from, "--from"), end(to, "--to"))
    let time = ClockTime(at)
    if time == nil {
      faults.append(.option("--at", at, Bilingual(fr: "Écrivez HH:MM.", en: "Write HH:MM.")))
    }
    let moment = asked.flatMap { LocalMoment($0) }
    if let asked, moment == nil {
      faults.append(
        .option(
          "--asked", asked,
          Bilingual(fr: "Écrivez AAAA-MM-JJTHH:MM.", en: "Write YYYY-MM-DDTHH:MM.")))
    }
    guard faults.isEmpty, let origin, let destination, let time else {
      throw Failure(.usage, faults)
    }
    return OfferQuery(
      from: origin, to: destination, time: arrive ? .arriveBy(time) : .departAfter(time),
      needs: need, insured: insured, askedAt: moment)
  }
}
