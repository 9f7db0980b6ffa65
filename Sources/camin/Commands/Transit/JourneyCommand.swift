internal import ArgumentParser
internal import Desk
internal import OpenData
internal import Planning
internal import TravelTimes

/// `camin journey`: how one gets from one place to another by what is published.
struct JourneyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "journey",
      abstract: say(
        fr: "Chercher un itinéraire dans des horaires publiés (GTFS, GTFS-Flex).",
        en: "Find a journey in published timetables (GTFS, GTFS-Flex)."),
      discussion: say(
        fr: """
          Tous les trajets dont aucun n’est pire qu’un autre à la fois par l’heure, les changements et la marche ; avec \
          --window, ceux de toute une plage. Les lieux sont des coordonnées (44.4493,1.4333) ou des noms d’arrêts.

            camin journey Scenarios/territories/lot/transit --from "Gourdon" --to "Gare de Cahors" \
          --date 2026-11-25 --depart 8:00 --window 120
          """,
        en: """
          All journeys none of which is worse than another in time, changes and walking at once; with --window, those of \
          a whole stretch. Places are coordinates (44.4493,1.4333) or names of stops.

            camin journey Scenarios/territories/lot/transit --from "Gourdon" --to "Gare de Cahors" \
          --date 2026-11-25 --depart 8:00 --window 120
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(fr: "Dossiers ou archives GTFS.", en: "GTFS folders or archives."),
      valueName: say(fr: "jeu", en: "feed")),
    completion: .file())
  var feeds: [String]

  @Option(
    help: ArgumentHelp(say(fr: "Départ.", en: "Origin."), valueName: say(fr: "lieu", en: "place")))
  var from: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Arrivée.", en: "Destination."), valueName: say(fr: "lieu", en: "place")))
  var to: String

  @Option(help: ArgumentHelp(say(fr: "Jour, par exemple 2026-11-25.", en: "Day, e.g. 2026-11-25.")))
  var date: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Partir au plus tôt à cette heure.", en: "Leave at this time at the earliest."),
      valueName: say(fr: "heure", en: "time")))
  var depart: String?

  @Option(
    help: ArgumentHelp(
      say(fr: "Arriver au plus tard à cette heure.", en: "Arrive at this time at the latest."),
      valueName: say(fr: "heure", en: "time")))
  var arrive: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Tous les trajets des minutes qui suivent le départ, ou précèdent l’arrivée.",
        en: "All journeys of so many minutes after the departure, or before the arrival."),
      valueName: "minutes"))
  var window: Int = 0

  @Option(help: ArgumentHelp(say(fr: "Changements au plus.", en: "Most changes."), valueName: "n"))
  var changes: Int = 4

  @Flag(
    help: ArgumentHelp(
      say(
        fr: "En fauteuil : seulement les courses qui disent en prendre.",
        en: "In a wheelchair: only trips that say that they take them.")))
  var wheelchair = false

  @Option(
    help: ArgumentHelp(
      say(
        fr:
          "Moment de la demande (2026-11-24T15:00) : les services dont le délai est passé sont laissés de côté.",
        en: "When it is asked (2026-11-24T15:00): services whose deadline has passed are left out."),
      valueName: say(fr: "moment", en: "moment")))
  var asked: String?

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Graphe de routes, dossier de tableaux ou serveur : la marche et les services à la demande le suivent. Sinon, à \
          vol d’oiseau.
          """,
        en:
          "Road graph, folder of tables or server: walks and booked services follow it. As the crow flies without."
      ),
      valueName: say(fr: "routes", en: "roads")),
    completion: .file())
  var roads: String?

  @Flag(help: ArgumentHelp(say(fr: "Écrire du GeoJSON.", en: "Write GeoJSON.")))
  var geojson = false

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Answer: Encodable {
    let journeys: [JourneyDocument]
  }

  func run() throws {
    let asked = try JourneyInput(
      feeds: feeds, date: date, depart: depart, arrive: arrive, window: window, changes: changes,
      asked: asked, roads: roads)
    Warnings.show(asked.warnings, output)
    let planner = try asked.planner(accessible: wheelchair)
    let query = try asked.query(from: from, to: to)
    let journeys = planner.journeys(query)
    if geojson {
      return try Console.write(JourneyGeoJson(journeys, clock: asked.clock).text())
    }
    guard !output.json else {
      return try JSONOutput.write(
        Answer(journeys: journeys.map { JourneyDocument($0, clock: asked.clock) }))
    }
    guard !journeys.isEmpty else {
      return try Console.write(say(fr: "Rien ne circule.\n", en: "Nothing runs.\n"))
    }
    let words = JourneyWords(asked.clock)
    for journey in journeys {
      let lines = [words.title(journey)] + words.sentences(journey)
      try Console.write(
        lines.enumerated().map { ($0 == 0 ? "" : "  ") + $1[output.language] + "\n" }.joined()
          + "\n")
    }
  }
}
