internal import ArgumentParser
internal import Desk
internal import TravelTimes

/// `camin roads build`: a road graph from map data.
struct RoadsBuildCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build",
      abstract: say(
        fr: "Faire un graphe routier de données OpenStreetMap ou de tableaux.",
        en: "Make a road graph from OpenStreetMap data or tables."),
      discussion: say(
        fr: """
          Garde la plus grande partie du réseau dans laquelle on peut aller de partout à partout, et dit ce qui \
          reste dehors. Un dossier doit contenir nodes.csv (node, lat, lon) et edges.csv (u, v, length_km ou \
          length_m, time_s ou speed_kmh ; oneway et class si l’on veut).
          """,
        en: """
          Keeps the largest part of the network in which one can drive from everywhere to everywhere, and tells \
          what is left out. A folder must hold nodes.csv (node, lat, lon) and edges.csv (u, v, length_km or length_m, \
          time_s or speed_kmh; oneway and class if wanted).
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Fichier .osm.pbf, .osm ou .osm.gz, ou dossier de tableaux.",
        en: "A .osm.pbf, .osm or .osm.gz file, or a folder of tables."),
      valueName: say(fr: "carte", en: "map")),
    completion: .file())
  var map: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(fr: "Graphe à écrire.", en: "Graph to write."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var out: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Source et licence, gardées dans le graphe. Sans elle : celles d’OpenStreetMap, ou pour un dossier ce que dit \
          son attribution.txt.
          """,
        en: """
          Source and licence, kept in the graph. Without it: those of OpenStreetMap, or for a folder what its \
          attribution.txt says.
          """),
      valueName: say(fr: "texte", en: "text")))
  var attribution = ""

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Result: Encodable {
    let file: String
    let attribution: String
    let bytes: Int
    let stretches: Int
    let kilometres: Double
    let leftOutStretches: Int
    let leftOutKilometres: Double
    let turnRestrictions: Int
    let turnRestrictionsPassedOver: Int
    /// Of OpenStreetMap data only.
    let barriers: Int?
    let missingNodes: Int?
  }

  func run() throws {
    try OutputDocument.check(out)
    let (result, image) = try WorkDisplay.during(
      say(fr: "Lecture de la carte", en: "Reading the map"), output
    ) { _ -> (Result, [UInt8]) in
      do throws(RoadError) {
        return try build()
      } catch {
        throw Failure(roads: error)
      }
    }
    try OutputDocument.write(image, to: out)
    guard !output.json else { return try JSONOutput.write(result) }
    guard !output.quiet else { return }
    try Console.write(
      Figures.table(rows(result)) + (result.attribution.isEmpty ? "" : result.attribution + "\n")
        + say(fr: "Écrit dans ", en: "Written to ") + out + "\n")
  }

  private func rows(_ result: Result) -> [(String, String)] {
    var rows = [
      (say(fr: "Tronçons", en: "Stretches"), Figures.whole(result.stretches)),
      (say(fr: "Kilomètres", en: "Kilometres"), Figures.decimals(result.kilometres, 0)),
      (
        say(fr: "Kilomètres laissés dehors", en: "Kilometres left out"),
        Figures.decimals(result.leftOutKilometres, 1)
      ),
      (
        say(fr: "Interdictions de tourner", en: "Turn restrictions"),
        Figures.whole(result.turnRestrictions)
      ),
      (
        say(fr: "dont non reprises", en: "of them passed over"),
        Figures.whole(result.turnRestrictionsPassedOver)
      ),
    ]
    if let barriers = result.barriers {
      rows.append((say(fr: "Barrières", en: "Barriers"), Figures.whole(barriers)))
    }
    if let missing = result.missingNodes {
      rows.append(
        (
          say(fr: "Points absents de l’extrait", en: "Points missing from the extract"),
          Figures.whole(missing)
        ))
    }
    return rows
  }

  private func build() throws(RoadError) -> (Result, image: [UInt8]) {
    let (network, osm) = try RoadFile.roads(map, attribution: attribution)
    let builder = try RoadGraphBuilder(network, named: map)
    let report = builder.report
    let result = Result(
      file: out, attribution: network.attribution, bytes: builder.image.count,
      stretches: report.stretches, kilometres: report.kilometres, leftOutStretches: report.cutOff,
      leftOutKilometres: report.cutOffKilometres,
      turnRestrictions: osm?.restrictions ?? report.turns,
      turnRestrictionsPassedOver: (osm?.restrictionsPassedOver ?? 0) + report.idleTurns,
      barriers: osm?.barriers, missingNodes: osm?.missingNodes)
    return (result, builder.image)
  }
}
