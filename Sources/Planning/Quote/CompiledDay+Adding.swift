internal import DialARide

extension Day {
  /// The day with one booking more at its end.
  ///
  /// - Throws: `Faults` with everything that is wrong with the booking, or where its rider's name is taken.
  init(_ day: Day, adding booking: Booking, of rider: Rider) throws(Faults) {
    var alone = day.scenario
    alone.riders = [rider]
    alone.bookings = [booking]
    try Self.check(alone, day)
    let builder = DayBuilder(
      scenario: alone, rules: day.rules, travel: day.travel, clock: day.clock,
      places: day.placeIndex)
    let (more, ranges) = builder.legs(
      Set(day.resources.flatMap(\.shifts).map(\.pace)),
      after: (day.scenario.bookings.count, day.legs.count))
    var scenario = day.scenario
    if !scenario.riders.contains(where: { $0.id == rider.id }) { scenario.riders.append(rider) }
    scenario.bookings.append(booking)
    self.scenario = scenario
    rules = day.rules
    travel = day.travel
    clock = day.clock
    legs = day.legs + more
    legsOfBooking = day.legsOfBooking + ranges
    resources = day.resources
    meeting =
      more.allSatisfy(day.meeting.knows)
      ? day.meeting
      : MeetingPoints(scenario, rules: day.rules, resources: day.resources, legs: day.legs + more)
    var legIndex = day.legIndex
    for (offset, leg) in more.enumerated() { legIndex[leg.leg.id] = day.legs.count + offset }
    self.legIndex = legIndex
    resourceIndex = day.resourceIndex
    placeIndex = day.placeIndex
  }

  /// Checks a booking by itself, and that its names are free.
  private static func check(_ alone: Scenario, _ day: Day) throws(Faults) {
    var checked = alone
    // What others name, and whom this rider names, is known to be sound.
    checked.riders = day.scenario.riders
    if !checked.riders.contains(where: { $0.id == alone.riders[0].id }) {
      checked.riders += alone.riders
    }
    checked.volunteers = []
    checked.standing = []
    checked.locks = []
    checked.availability = []
    var faults = ScenarioCheck(checked, rules: day.rules).findings().faults
    for leg in alone.bookings.flatMap(\.legs) where day.legIndex[leg.id] != nil {
      faults.append(
        Fault(
          code: "duplicate-id", place: FaultPlace(file: "scenario", pointer: "/bookings"),
          field: "id", value: leg.id,
          cause: Bilingual(
            fr: "La journée a déjà un trajet de ce nom.",
            en: "The day has a leg of that name already."),
          remedy: Bilingual(fr: "Donnez un autre nom.", en: "Give another name.")))
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }
}

extension CompiledDay {
  /// The day with one booking more, which is in no plan yet; everything else keeps its number.
  ///
  /// Only the booking is compiled, so this takes a fraction of what a whole day takes.
  ///
  /// - Throws: `Faults` with everything that is wrong with the booking.
  func adding(_ booking: Booking, of rider: Rider) throws(Faults) -> CompiledDay {
    let longer = try Day(day, adding: booking, of: rider)
    guard longer.meeting.locationCount == day.meeting.locationCount else {
      // A stop near a place that nobody went to before: the matrices themselves grow.
      return try CompiledDay(longer, after: published)
    }
    let eligibility = Eligibility(eligibility, on: longer)
    let range = day.legs.count..<longer.legs.count
    var candidates = [[Int]](repeating: [], count: longer.legs.count)
    for leg in range { candidates[leg] = eligibility.candidates(leg, of: longer) }
    let result = Compiler(longer, candidates: candidates, standby: eligibility.standby)
      .compile(range)
    let first = problem.requestCount
    var draft = problem.draft
    draft.requests += result.draft.requests.map(raised)
    draft.links +=
      result.draft.links.map { $0.moved(by: first) }
      + apart(result.requests, from: first, on: longer)
    draft.locks += result.draft.locks.compactMap { $0.moved(by: first) }
    return CompiledDay(
      self, day: longer, eligibility: eligibility, problem: Problem(sound: draft),
      requests: requests + result.requests,
      requestOfLeg: requestOfLeg + range.map { leg in result.requestOfLeg[leg].map { first + $0 } },
      leftOut: leftOut + result.leftOut.filter { range.contains($0.leg) })
  }

  /// A request that weighs as much as the others, and waits until now.
  private func raised(_ request: RequestDraft) -> RequestDraft {
    var request = request
    let most = problem.unservedPenalty.filter(\.isFinite).max() ?? 0
    if let penalty = request.unservedPenalty, penalty > 0 {
      request.unservedPenalty = max(penalty, most)
    }
    if let past = published?.past {
      PastLocks.holdBack(&request, until: Double(past.now))
    }
    return request
  }

  /// R9: who of the others may not ride with the new rider.
  private func apart(_ new: [RequestRole], from first: Int, on longer: Day) -> [Link] {
    new.enumerated().flatMap { index, role -> [Link] in
      guard case .leg(let own) = role else { return [] }
      let rider = longer.legs[own]
      return requests.enumerated().compactMap { request, other in
        guard case .leg(let leg) = other, day.legs[leg].rider.id != rider.rider.id,
          !rider.mayShare(with: day.legs[leg])
        else { return nil }
        return .apart(first + index, request)
      }
    }
  }
}
