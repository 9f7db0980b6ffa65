import Planning

/// The keys of `plan.json`.
enum PlanFields {
  /// The version of the format that this release reads and writes.
  static let version = 1

  /// - Parameter clock: the clock of the plan's date and zone.
  static func set(_ clock: PlanClock) -> FieldSet<Plan> {
    var set = FieldSet(blank: blank)
    set.add(
      "version", fr: "", required: true, \.version,
      FieldCodec<Int>.whole(from: 1).checked(schema: ["const": .integer(version)]) {
        $0 == version ? nil : .otherVersion($0)
      }, about: "Version of the plan format.")
    set.add("territory", fr: "", required: true, \.territory, .words, about: "Id of the territory.")
    set.add("territory_name", fr: "", \.territoryName, .words, about: "Its name.")
    set.add("date", fr: "", required: true, \.date, .date, about: "The day planned for.")
    set.add(
      "time_zone", fr: "", required: true, \.timeZone,
      FieldCodec<String>.words.checked { zone in
        PlanClock(date: blank.date, timeZone: zone) == nil ? .unknownZone(zone) : nil
      }, about: "IANA name of the time zone.")
    set.add(
      "approximate", fr: "", \.approximate, .flag,
      about: "Travel times are estimates from straight lines.")
    set.add(
      "runs", fr: "", required: true, \.runs, .records(RunFields.set(clock)),
      about: "What each driver does in one shift.")
    set.add(
      "outside", fr: "", \.outside, .records(outside),
      about: "Legs that somebody outside the scheme drives, neither in a run nor unserved.")
    set.add(
      "connections", fr: "", \.connections, .records(ConnectionFields.set(clock)),
      about: "The scheduled part of each leg that is served as a feeder trip.")
    set.add(
      "unserved", fr: "", required: true, \.unserved, .records(ReasonFields.unserved),
      about: "Bookings of which some leg is not served.")
    set.add("tiers", fr: "", \.tiers, .records(tier), about: "Levels of the objective.")
    set.add(
      "indicators", fr: "", \.indicators, .record(IndicatorFields.set),
      about: "What the day looks like in figures.")
    set.add(
      "profiles", fr: "", \.profiles, .list(of: .words, separators: []),
      about: "Ids of the rule profiles used.")
    set.add(
      "standby", fr: "", \.standby, .list(of: .words, separators: []),
      about: "Ids of bookings made after a deadline, served only where nobody else is the worse.")
    set.add(
      "provenance", fr: "", required: true, \.provenance, .record(provenance),
      about: "What made the plan, so that it can be made again.")
    set.add(
      optional: "changes", fr: "", \.changes, .record(ChangeFields.set(clock)),
      about: "What differs from the plan that people were told.")
    set.add(
      optional: "proof", fr: "", \.proof, .record(ProofFields.set),
      about: "What is proven of the plan's cost.")
    return set
  }

  private static var blank: Plan {
    Plan(
      territory: "", territoryName: "", date: PlanDate(year: 2000, month: 1, day: 1),
      timeZone: "", approximate: false, runs: [], unserved: [], tiers: [],
      indicators: Indicators(), profiles: [], provenance: provenance.blank)
  }

  private static var outside: FieldSet<OutsideRide> {
    var set = FieldSet(
      blank: OutsideRide(fallback: "", leg: "", booking: "", rider: "", price: 0))
    set.add(
      "fallback", fr: "", required: true, \.fallback, .words,
      about: "Id of the territory's fallback.")
    set.add("leg", fr: "", required: true, \.leg, .words, about: "Id of the leg.")
    set.add("booking", fr: "", required: true, \.booking, .words, about: "Id of the booking.")
    set.add("rider", fr: "", required: true, \.rider, .words, about: "Id of the rider.")
    set.add(
      "price", fr: "", required: true, \.price, .decimal(from: 0, to: 1_000_000),
      about: "Euros for the leg.")
    return set
  }

  private static var tier: FieldSet<Tier> {
    var set = FieldSet(blank: Tier(id: "", value: 0, unit: ""))
    set.add("id", fr: "", required: true, \.id, .words, about: "E.g. unserved or cost.")
    set.add("value", fr: "", required: true, \.value, .number(), about: "Value of the tier.")
    set.add("unit", fr: "", \.unit, .words, about: "Its unit.")
    return set
  }

  private static var provenance: FieldSet<PlanProvenance> {
    var set = FieldSet(
      blank: PlanProvenance(
        engine: "", seed: 0, iterations: nil, timeLimit: nil, scenarioHash: ""))
    set.add("engine", fr: "", required: true, \.engine, .words, about: "Release of Camin.")
    set.add(
      "method", fr: "", \.method,
      .choice([
        Choice(.search, "search", "recherche"), Choice(.robust, "robust", "robuste"),
        Choice(.repair, "repair", "reparation"), Choice(.apart, "apart", "separement"),
      ]),
      about: "One search, several with slack, a plan told that was mended, or offers apart.")
    set.add("seed", fr: "", required: true, \.seed, .unsigned, about: "Seed of the search.")
    set.add(
      optional: "iterations", fr: "", \.iterations, .whole(from: 0),
      about: "Iterations; absent where a time limit ended the search.")
    set.add(
      optional: "time_limit_seconds", fr: "", \.timeLimit, .decimal(from: 0),
      about: "Time limit of the search, seconds.")
    set.add(
      optional: "iterations_done", fr: "", \.iterationsDone, .whole(from: 0),
      about: "Iterations done where a time limit, or a person, ended the search.")
    set.add(
      optional: "threads", fr: "", \.threads, .whole(from: 1),
      about: "Threads of such a search; others give the same plan on any number.")
    set.add(
      "scenario_hash", fr: "", \.scenarioHash, .words,
      about: "SHA-256 of the scenario's canonical JSON.")
    set.add(
      "plan_hash", fr: "", \.planHash, .words,
      about: "SHA-256 of this document without provenance and proof; camin replay compares it.")
    set.add(
      optional: "travel", fr: "", \.travel, .record(travel),
      about: "Where travel times come from; a plan is judged by the times that made it.")
    return set
  }

  private static var travel: FieldSet<TravelProvenance> {
    var set = FieldSet(blank: TravelProvenance(kind: .estimate))
    set.add(
      "kind", fr: "", required: true, \.kind,
      .choice([Choice(.estimate, "estimate", "estimation"), Choice(.roads, "roads", "routes")]),
      about: "Straight lines, or roads.")
    set.add(
      "source", fr: "", \.source, .words, about: "File, folder or server that the times are of.")
    set.add(
      "fingerprint", fr: "", \.fingerprint, .words,
      about: "By which the source is told from another of the same name.")
    set.add(
      "attribution", fr: "", \.attribution, .words,
      about: "Whose road data they rest on and under which licence.")
    set.add(
      "times_hash", fr: "", \.timesHash, .words,
      about: "SHA-256 of times and distances between the scenario's places, for camin check.")
    set.add(
      "from_cache", fr: "", \.fromCache, .flag,
      about: "The server was of no use; all times are earlier answers of it.")
    return set
  }
}
