internal import ArgumentParser
internal import Desk
internal import Interchange
internal import OpenData
internal import Planning
internal import TravelTimes

/// `camin data publish`: the territory's demand-responsive services as a GTFS-Flex feed.
struct DataPublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish",
      abstract: say(
        fr: "Publier le transport à la demande du territoire en GTFS-Flex.",
        en: "Publish the territory's demand-responsive transport as GTFS-Flex."),
      discussion: say(
        fr: """
          Zones, horaires par jour de la semaine, délai de réservation et durée garantie, d’après les véhicules et les \
          règles d’une journée. Les services à la porte ont besoin du contour de leurs zones (GeoJSON, id = code de zone).

            camin data publish Scenarios/lot-ordinary --zones Scenarios/territories/lot/tad_zones.geojson \
          --from 2026-09-01 --until 2027-08-31 --url https://exemple.fr --out tad
          """,
        en: """
          Zones, hours by day of the week, booking deadline and duration guaranteed, from the vehicles and rules of a day. \
          Services that come to the door need the outlines of their zones (GeoJSON, id = code of the zone).

            camin data publish Scenarios/lot-ordinary --zones Scenarios/territories/lot/tad_zones.geojson \
          --from 2026-09-01 --until 2027-08-31 --url https://example.org --out tad
          """))
  }

  @OptionGroup var scenario: ScenarioArgument

  @Option(
    help: ArgumentHelp(
      say(fr: "Contours des zones (GeoJSON).", en: "Outlines of the zones (GeoJSON)."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file(extensions: ["geojson"]))
  var zones: String?

  @Option(help: ArgumentHelp(say(fr: "Premier jour.", en: "First day."), valueName: "date"))
  var from: String

  @Option(help: ArgumentHelp(say(fr: "Dernier jour.", en: "Last day."), valueName: "date"))
  var until: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Adresse web du service.", en: "Web address of the service."), valueName: "url"))
  var url: String

  @Option(
    help: ArgumentHelp(
      say(fr: "Téléphone de réservation.", en: "Telephone to book by."),
      valueName: say(fr: "numéro", en: "number")))
  var phone: String = ""

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(fr: "Dossier à écrire.", en: "Folder to write."),
      valueName: say(fr: "dossier", en: "folder")),
    completion: .directory)
  var out: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let first = PlanDate(from), let last = PlanDate(until), first <= last else {
      throw Failure(
        .usage,
        [
          .option(
            "--from, --until", "\(from), \(until)",
            Bilingual(
              fr: "Écrivez AAAA-MM-JJ, la fin après le début.",
              en: "Write YYYY-MM-DD, the end after the start."))
        ])
    }
    let input = try DayInput(scenario.path, roads: scenario.travel.choice)
    let publisher: FlexPublisher
    do throws(Faults) {
      publisher = FlexPublisher(
        input.scenario, rules: input.day.rules,
        areas: try zones.map { path throws(Faults) in try FlexPublisher.areas(path) } ?? [],
        terms: FlexPublisher.Terms(period: first...last, url: url, phone: phone))
    } catch {
      throw Failure(.badData, error.faults)
    }
    let faults =
      publisher.missingAreas.map { Fault.noOutline(zones ?? "", $0) }
      + publisher.overlaps.map { Fault.zonesOverlap(zones ?? "", $0.first, $0.second, $0.place) }
    guard faults.isEmpty else { throw Failure(.badData, faults) }
    let feed = publisher.feed()
    let files = try FeedWriter.files(feed).map { OutputFile($0.name, text: $0.text) }
    do throws(Faults) {
      try AtomicOutput(folder: out).replace(with: files)
    } catch {
      throw Failure(.cannotCreate, error.faults)
    }
    try FeedWords.tell([FeedReader.read(out, id: feed.id)], output)
  }
}

extension Fault {
  fileprivate static func zonesOverlap(
    _ path: String, _ first: FlexArea, _ second: FlexArea, _ place: Coordinate
  ) -> Fault {
    Fault(
      code: "zones-overlap", place: FaultPlace(file: path), field: "--zones",
      value: "\(first.id), \(second.id) (\(place.latitude), \(place.longitude))",
      cause: Bilingual(
        fr: "Un même service dessert ces deux zones, qui se recouvrent : GTFS-Flex l’interdit.",
        en: "One service serves both of these zones, which overlap: GTFS-Flex forbids it."),
      remedy: Bilingual(
        fr: "Donnez aux deux contours les mêmes points le long de leur frontière commune.",
        en: "Give both outlines the same points along their common border."))
  }

  fileprivate static func noOutline(_ path: String, _ zone: String) -> Fault {
    Fault(
      code: "no-outline", place: FaultPlace(file: path), field: "--zones", value: zone,
      cause: Bilingual(
        fr: "Un service à la porte dessert cette zone, dont personne ne donne le contour.",
        en: "A service that comes to the door serves this zone, whose outline nobody gives."),
      remedy: Bilingual(
        fr: "Ajoutez-la au fichier donné par --zones.", en: "Add it to the file given by --zones."))
  }
}
