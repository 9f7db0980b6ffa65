public import Planning

extension DayInput {
  /// The day as a plan has it: legs that the plan serves as feeder trips are such, and no others are offered (R12).
  ///
  /// - Throws: `Failure` where the plan leads to stops that the day knows nothing of, since the timetables that it was made
  ///   with are not those of the day.
  public func following(_ plan: Plan) throws(Failure) -> DayInput {
    try following(plan.connections)
  }

  /// A plan of this day, read, and the day as it has it.
  ///
  /// - Throws: `Failure` with every fault of how it is written, where it is the plan of another day, or leads to stops that
  ///   the day knows nothing of.
  public func following(path: String) throws(Failure) -> (input: DayInput, plan: Plan) {
    // Where stops are missing, times differ as well: the stops are the reason.
    let plan = try Self.read(path, of: scenario.territory)
    let input = try following(plan)
    try input.compareTravel(plan, path)
    return (input, plan)
  }

  /// The day with feeder trips taken, and no others offered.
  public func following(_ connections: [Connection]) throws(Failure) -> DayInput {
    guard !connections.isEmpty || !day.connections.isEmpty else { return self }
    let known = Set(scenario.places.map(\.id))
    let strange = connections.enumerated().filter { !known.contains($1.stop.id) }
    guard strange.isEmpty else {
      throw Failure(.badData, strange.map { .strangeStop($0, $1) })
    }
    do throws(Faults) {
      return taking(try day.taking(connections).offering([:]))
    } catch {
      throw Failure(reading: error)
    }
  }
}

extension Fault {
  fileprivate static func strangeStop(_ index: Int, _ connection: Connection) -> Fault {
    Fault(
      code: "unknown-feeder-stop",
      place: FaultPlace(file: "plan.json", pointer: "/connections/\(index)/stop"), field: "stop",
      value: connection.stop.id,
      cause: Bilingual(
        fr: "Le plan mène à un arrêt que le jour ne connaît pas (\(connection.stop.name)).",
        en: "The plan leads to a stop that the day does not know (\(connection.stop.name))."),
      remedy: Bilingual(
        fr: "Donnez le jour avec les horaires (« transit » ; un serveur : --feeds) et le profil "
          + "qui ont servi au plan.",
        en: "Give the day with the timetables (“transit”; a server: --feeds) and the profile that "
          + "made the plan."))
  }
}
