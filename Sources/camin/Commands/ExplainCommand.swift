internal import ArgumentParser
internal import Desk
internal import Planning

/// `camin explain`: why a trip rides as it does, or why it is not served.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: say(
        fr: "Expliquer pourquoi un trajet est servi ainsi, ou refusé.",
        en: "Explain why a trip is served as it is, or not at all."),
      discussion: say(
        fr: """
          Pour un trajet servi : la tournée, les marges, et qui d’autre aurait pu le faire. Pour un trajet non \
          servi : la raison, ce qui retient chaque bénévole et véhicule, et le plus petit changement qui le \
          rendrait possible, vérifié en replanifiant. Sans trajet : tous ceux qui ne sont pas servis.

            camin explain Scenarios/lot-small demain/plan.json b012-1
          """,
        en: """
          For a trip served: the run, the margins, and who else could have driven it. For a trip not served: the \
          reason, what keeps each volunteer and vehicle from it, and the least change that would make it \
          possible, verified by planning anew. Without a trip: all those not served.

            camin explain Scenarios/lot-small tomorrow/plan.json b012-1
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument

  @Argument(
    help: ArgumentHelp(
      say(
        fr: """
          Le trajet ; ou une demande, un voyageur : tous leurs trajets. Sans lui, tous les trajets non servis.
          """,
        en: "The leg; or a booking, a rider: all their legs. Without it, all legs not served."),
      valueName: say(fr: "trajet", en: "trip")))
  var trip: String?

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Answer: Encodable {
    var served: [TripExplanation] = []
    var outside: [OutsideRide] = []
    var unserved: [UnservedBooking] = []
  }

  func run() throws {
    let (input, plan) = try DayInput(scenario.path, roads: scenario.travel.choice)
      .following(path: scenario.plan(plan))
    let asked = try trip.map { trip throws(Failure) in try legs(of: trip, in: input.day) }
    let answer = try WorkDisplay.during(
      say(fr: "Recherche des raisons", en: "Finding the reasons"), output
    ) { _ in
      try self.answer(asked, input, plan)
    }
    guard !output.json else { return try JSONOutput.write(answer) }
    let text = TripWords(input: input, plan: plan, language: output.language)
    let parts =
      answer.served.map(text.served) + answer.outside.map(text.outside)
      + answer.unserved.map(text.unserved)
    guard !parts.isEmpty else {
      return try Console.write(
        say(fr: "Toutes les demandes sont servies.\n", en: "Every booking is served.\n"))
    }
    try Console.write(parts.joined(separator: "\n"))
  }

  /// Ids of the legs asked for.
  private func legs(of trip: String, in day: Day) throws(Failure) -> [String] {
    let found = day.legs
      .filter { [$0.leg.id, $0.booking.id, $0.rider.id].contains(trip) }.map(\.leg.id)
    guard found.isEmpty else { return found }
    throw Failure(.badData, [.unknownTrip(trip, scenario.given)])
  }

  /// Served legs are explained one by one; the reasons for unserved ones are found anew for the plan as it
  /// stands, so that they are true of a plan changed by hand as well.
  ///
  /// - Parameter legs: `nil`: all that are not served.
  private func answer(_ legs: [String]?, _ input: DayInput, _ plan: Plan) throws(Failure) -> Answer
  {
    let compiled = try input.compiled()
    let solution = compiled.solution(of: plan)
    var answer = Answer()
    answer.served = legs?.compactMap { compiled.explain(leg: $0, in: solution) } ?? []
    let missing = legs.map { Set($0).subtracting(answer.served.map(\.leg)) }
    if missing?.isEmpty ?? false { return answer }
    // Of legs given away, too, the reasons why no run serves them, where they are asked for by name.
    answer.outside = plan.outside.filter { missing?.contains($0.leg) ?? false }
    answer.unserved = compiled.unserved(
      in: solution, only: missing,
      besides: Set(plan.outside.map(\.leg)).subtracting(missing ?? []),
      reasons: ReasonEffort(threads: Processors.available))
    return answer
  }
}

extension Fault {
  fileprivate static func unknownTrip(_ trip: String, _ path: String) -> Fault {
    Fault(
      code: "unknown-trip", place: FaultPlace(file: path), field: "", value: trip,
      cause: Bilingual(
        fr: "Le scénario ne connaît ni trajet, ni demande, ni voyageur de ce nom.",
        en: "The scenario knows no leg, booking or rider of that name."),
      remedy: Bilingual(
        fr: "Reprenez le numéro qui figure dans les fichiers du plan.",
        en: "Take the number as the plan's files have it."))
  }
}
