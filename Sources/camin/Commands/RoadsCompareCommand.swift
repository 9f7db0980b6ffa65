internal import ArgumentParser
internal import Desk
internal import Interchange
internal import Planning
internal import TravelTimes

/// `camin roads compare`: how far one source of times lies from another.
struct RoadsCompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: say(
        fr: "Comparer deux sources de temps de route.", en: "Compare two sources of road times."),
      discussion: say(
        fr: """
          Entre les lieux d’un scénario ou d’un tableau (id ou name, lat, lon) : écarts médian, p90 et p95 de la première \
          source à la seconde, part des trajets à 5 et à 15 % près, en temps et en distance, par longueur de trajet, et les \
          paires les plus éloignées. « none » désigne les estimations à vol d’oiseau.

            camin roads compare none Scenarios/territories/lot/roads Scenarios/lot-ordinary

          Se termine par 0 une fois la comparaison faite, quels que soient les écarts ; par 65 si un lieu manque à une \
          matrice, par 66 si un fichier manque.
          """,
        en: """
          Between the places of a scenario or of a table (id or name, lat, lon): median, p90 and p95 of how far the first \
          source lies from the second, the share of trips within 5 and 15 %, in time and distance, by length of trip, \
          and the pairs farthest apart. “none” stands for estimates from straight lines.

            camin roads compare none Scenarios/territories/lot/roads Scenarios/lot-ordinary

          Ends with 0 once compared, however far apart; with 65 where a matrix lacks a place, with 66 where a \
          file is missing.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Source à juger : ce que prend --roads, ou none.",
        en: "Source to be judged: what --roads takes, or none."),
      valueName: say(fr: "source", en: "source")),
    completion: .file())
  var first: String

  @Argument(
    help: ArgumentHelp(
      say(fr: "Source de référence.", en: "Source of reference."),
      valueName: say(fr: "référence", en: "reference")),
    completion: .file())
  var second: String

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Scénario, base avec --date, ou tableau de lieux.",
        en: "Scenario, store with --date, or table of places."),
      valueName: say(fr: "lieux", en: "places")),
    completion: .file())
  var places: String

  @Option(
    help: ArgumentHelp(
      say(
        fr: """
          Secondes ajoutées à chaque trajet pour partir et se garer, hors matrices, qui les comptent déjà ; sans cette \
          option, celles des règles du scénario, ou aucune pour un tableau.
          """,
        en: """
          Seconds added to every trip for setting off and parking, except in matrices, which count them already; by \
          default those of the scenario's rules, or none for a table.
          """),
      valueName: say(fr: "secondes", en: "seconds")))
  var terminalTime: Double?

  @Option(
    help: ArgumentHelp(
      say(
        fr: "Nombre de paires à nommer parmi les plus éloignées.",
        en: "How many of the pairs farthest apart to name."),
      valueName: say(fr: "nombre", en: "count")))
  var worst = 10

  @OptionGroup var day: StoreDayOption
  @OptionGroup var cache: RoadsCacheOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    if let terminalTime, !(0...86_400).contains(terminalTime) {
      throw Failure(
        .usage,
        [
          .option(
            "--terminal-time", "\(terminalTime)",
            Bilingual(fr: "De 0 à 86400 secondes.", en: "From 0 to 86400 seconds."))
        ])
    }
    let input = try PlacesInput(day.path(places))
    let answers = try [first, second].map { source throws(Failure) in
      try ComparedTimes(source, input, terminalTime: terminalTime).answer(cache.cache)
    }
    Warnings.show(answers.flatMap(\.notes).map(Fault.init), output)
    guard
      let comparison = MatrixComparison(answers[0].matrix, to: answers[1].matrix, worst: worst)
    else {
      throw Failure(.internalError, [.internalFault("matrices of other places")])
    }
    if output.json {
      try JSONOutput.write(
        ComparisonResult(comparison, first: first, reference: second, places: input.places.count))
    } else {
      let words = ComparisonWords(
        comparison: comparison, names: input.names, first: first, reference: second)
      try Console.write(words.text)
    }
  }
}

/// One of the sources, asked for the places.
private struct ComparedTimes {
  let source: String
  let input: PlacesInput
  let terminalTime: Double

  init(_ source: String, _ input: PlacesInput, terminalTime: Double?) {
    self.source = source
    self.input = input
    self.terminalTime = terminalTime ?? input.terminalTime
  }

  func answer(_ cache: RoadCache?) throws(Failure) -> RoadAnswer {
    guard source != RoadsEntry.none else { return RoadAnswer(matrix: estimates()) }
    do throws(RoadError) {
      return try RoadSource(source).open(cache: cache).matrix(
        of: input.onRoad, access: AccessRule(terminalTime: terminalTime))
    } catch {
      throw Failure(roads: error)
    }
  }

  private func estimates() -> RoadMatrix {
    let travel = FallbackTravel(input.rules).matrix(of: input.places)
    let more = terminalTime - RoadTravel.access(input.rules).terminalTime
    let ids = input.places.map(\.id)
    return RoadMatrix(between: ids) { from, to in
      TravelCost(
        seconds: from == to ? 0 : Double(travel.seconds(from, to)) + more,
        metres: Double(travel.metres(from, to)))
    }
  }
}

extension PlacesInput {
  /// What people call the places, by id.
  fileprivate var names: [String: String] {
    Dictionary(places.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }
}
