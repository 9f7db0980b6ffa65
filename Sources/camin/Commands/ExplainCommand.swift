internal import ArgumentParser
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
          servi : la raison, et le plus petit changement qui le rendrait possible.

            camin explain Scenarios/lot-small demain/plan.json b012-1
          """,
        en: """
          For a trip served: the run, the margins, and who else could have driven it. For a trip not served: the \
          reason, and the least change that would make it possible.

            camin explain Scenarios/lot-small tomorrow/plan.json b012-1
          """))
  }

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var plan: PlanArgument

  @Argument(
    help: ArgumentHelp(
      say(
        fr: "Le trajet ; ou une demande, un voyageur : tous leurs trajets.",
        en: "The leg; or a booking, a rider: all their legs."),
      valueName: say(fr: "trajet", en: "trip")))
  var trip: String

  @OptionGroup var output: OutputOptions

  /// What `--json` tells.
  private struct Answer: Encodable {
    var served: [TripExplanation] = []
    var outside: [OutsideRide] = []
    var unserved: [UnservedBooking] = []
  }

  func run() throws {
    let input = try DayInput(scenario.path, roads: scenario.travel)
    let plan = try input.plan(plan.path)
    let legs = try legs(in: input.day)
    let answer = try answer(legs, input, plan)
    guard !output.json else { return try JSONOutput.write(answer) }
    let text = TripWords(input: input, plan: plan, language: output.language)
    try Console.write(
      (answer.served.map(text.served) + answer.outside.map(text.outside)
        + answer.unserved.map(text.unserved)).joined(separator: "\n"))
  }

  /// Ids of the legs asked for.
  private func legs(in day: Day) throws(Failure) -> [String] {
    let found = day.legs
      .filter { [$0.leg.id, $0.booking.id, $0.rider.id].contains(trip) }.map(\.leg.id)
    guard found.isEmpty else { return found }
    throw Failure(.badData, [.unknownTrip(trip, scenario.path)])
  }

  /// Served legs are explained one by one; the reasons for unserved ones are found anew for the plan as it
  /// stands, so that they are true of a plan changed by hand as well.
  private func answer(_ legs: [String], _ input: DayInput, _ plan: Plan) throws(Failure) -> Answer {
    let compiled = try input.compiled()
    let solution = compiled.solution(of: plan)
    var answer = Answer()
    answer.served = legs.compactMap { compiled.explain(leg: $0, in: solution) }
    let missing = Set(legs).subtracting(answer.served.map(\.leg))
    answer.outside = plan.outside.filter { missing.contains($0.leg) }
    if !missing.isEmpty {
      // Of legs given away, too, the reasons why no run serves them.
      let told = compiled.plan(
        from: solution, provenance: plan.provenance,
        outside: plan.outside.filter { !missing.contains($0.leg) })
      answer.unserved = told.unserved.filter { !missing.isDisjoint(with: $0.legs) }
    }
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
