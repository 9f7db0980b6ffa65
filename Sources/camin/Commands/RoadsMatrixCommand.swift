internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning
internal import TravelTimes

/// `camin roads matrix`: travel times between places, to a file.
struct RoadsMatrixCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "matrix",
      abstract: say(
        fr: "Écrire les temps et distances entre des lieux.",
        en: "Write times and distances between places."),
      discussion: say(
        fr: """
          Entre les lieux d’un scénario, avec le temps de départ et d’arrivée de ses règles, ou d’un tableau (id, lat, lon). \
          Un nom en .csv donne un tableau (from, to, seconds, metres), tout autre un fichier compact ; « camin plan \
          --roads » lit les deux. Contrôle la matrice : paires sans route, sens inégaux, inégalités triangulaires.

            camin roads matrix lot.roads Scenarios/lot-small --out temps.csv
          """,
        en: """
          Between the places of a scenario, with the terminal time of its rules, or of a table (id, lat, lon). A name in \
          .csv makes a table (from, to, seconds, metres), any other a compact file; “camin plan --roads” reads both. \
          Checks the matrix: pairs without a road, unequal directions, triangle inequalities.

            camin roads matrix lot.roads Scenarios/lot-small --out times.csv
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Graphe de « camin roads build », ou dossier de tableaux.",
        en: "Graph of “camin roads build”, or a folder of tables."),
      valueName: say(fr: "routes", en: "roads")),
    completion: .file())
  var graph: String

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Scénario, base avec --date, ou tableau de lieux.",
        en: "Scenario, store with --date, or table of places."),
      valueName: say(fr: "lieux", en: "places")),
    completion: .file())
  var places: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(fr: "Matrice à écrire.", en: "Matrix to write."),
      valueName: say(fr: "fichier", en: "file")),
    completion: .file())
  var out: String

  @OptionGroup var day: StoreDayOption
  @OptionGroup var cache: RoadsCacheOption
  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Result: Encodable {
    struct Pair: Encodable {
      let from: String
      let to: String
    }
    let file: String
    let places: Int
    let unreachable: [Pair]
    let asymmetricPairs: Int
    let triangleViolations: Int
    let triplesChecked: Int
  }

  func run() throws {
    try OutputDocument.check(out)
    let input = try PlacesInput(day.path(places))
    let list = input.onRoad
    let access = AccessRule(terminalTime: input.terminalTime)
    let answer = try WorkDisplay.during(
      say(fr: "Calcul des temps de trajet", en: "Finding travel times"), output
    ) { _ -> RoadAnswer in
      do throws(RoadError) {
        return try RoadSource(graph).open(cache: cache.cache).matrix(of: list, access: access)
      } catch {
        throw Failure(roads: error)
      }
    }
    let matrix = answer.matrix
    Warnings.show(answer.notes.map(Fault.init), output)
    try OutputDocument.write(matrix.bytes(named: out), to: out)
    let lost = matrix.unreachable.map { Result.Pair(from: $0.origin, to: $0.destination) }
    if output.json {
      let check = MatrixCheck(matrix)
      return try JSONOutput.write(
        Result(
          file: out, places: list.count, unreachable: lost, asymmetricPairs: check.asymmetric,
          triangleViolations: check.triangleViolations, triplesChecked: check.triples))
    }
    for pair in lost {
      Console.complain(say(fr: "Pas de route : ", en: "No road: ") + "\(pair.from) → \(pair.to)\n")
    }
    guard !output.quiet else { return }
    let check = MatrixCheck(matrix)
    try Console.write(
      Figures.table([
        (say(fr: "Lieux", en: "Places"), Figures.whole(list.count)),
        (say(fr: "Paires sans route", en: "Pairs without a road"), Figures.whole(lost.count)),
        (
          say(fr: "Paires de sens inégaux", en: "Pairs of unequal directions"),
          Figures.whole(check.asymmetric)
        ),
        (
          say(fr: "Inégalités triangulaires enfreintes", en: "Triangle inequalities broken"),
          "\(Figures.whole(check.triangleViolations)) / \(Figures.whole(check.triples))"
        ),
      ]) + say(fr: "Écrit dans ", en: "Written to ") + out + "\n")
  }
}
