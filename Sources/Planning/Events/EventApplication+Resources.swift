extension EventApplication {
  /// A driver falls ill, or a vehicle is missing.
  ///
  /// From a time that is already over on, the driver drives to their ends the legs that have been started, goes home, and
  /// takes nobody else on.
  mutating func makeUnavailable(
    _ resource: String, from: ClockTime?, until: ClockTime?, _ reported: ReportedEvent
  ) {
    guard isKnown(resource: resource, reported), isSpan(from, until, reported) else { return }
    let mine = past?.started.filter { $0.value == resource }.map(\.key).sorted() ?? []
    let begin = from.map { elapsed($0) } ?? Int.min
    var started = mine
    if until == nil, let now, begin <= now {
      // Who has not got in yet waits for somebody else.
      started = mine.filter { leg in told(leg).map { $0.pickup.start <= now } ?? false }
      holdAlone(started, of: resource)
      release(resource, besides: Set(started))
    }
    closeHours(
      of: resource, from: max(begin, end(of: started, by: resource) ?? begin),
      until: until.map { elapsed($0) } ?? Int.max)
    liftFrozen(resource)
  }

  /// A vehicle breaks down: legs ended by then stay as they were driven, who is on board is put down on the way and is
  /// fetched by somebody else, and nobody gets in any more.
  mutating func breakDown(
    _ resource: String, at time: ClockTime, place: String, _ reported: ReportedEvent
  ) {
    guard isKnown(resource: resource, reported), isPlace(place, reported) else { return }
    let moment = elapsed(time)
    guard let now, now >= moment else {
      return fault(
        "event-in-the-future", reported, value: time.text,
        cause: Bilingual(
          fr: "Cette panne n’a pas encore eu lieu (--now).",
          en: "This breakdown has not happened yet (--now)."),
        remedy: Bilingual(
          fr: "Pour une absence prévue, dites --unavailable.",
          en: "For an absence foreseen say --unavailable."))
    }
    guard brokenDown.insert(resource).inserted else {
      return fault(
        "broken-down-twice", reported, value: resource,
        cause: Bilingual(
          fr: "Ce véhicule est déjà en panne.", en: "This vehicle has broken down already."),
        remedy: Bilingual(fr: "N’en gardez qu’une.", en: "Keep one breakdown only."))
    }
    let runs = plan.runs.filter { $0.resource == resource }
      .sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }
    let rides = runs.flatMap(\.stops)
    let ended = rides.filter { $0.kind == .delivery && $0.departure <= moment }.map(\.leg)
    let gone = Set(ended)
    let onBoard = rides.filter {
      $0.kind == .pickup && $0.start <= moment && !gone.contains($0.leg)
    }
    for pickup in onBoard where position(of: pickup.leg) != nil {
      let last = rides.last { !$0.leg.isEmpty && $0.start <= moment } ?? pickup
      strand(pickup.leg, at: place.isEmpty ? last.place : place, moment, resource)
    }
    let stands = runs.first { $0.departure <= moment && moment < $0.arrival }.map { run in
      let made = run.stops.last { $0.start <= moment }?.place
      return Stand(moment: moment, place: place.isEmpty ? made ?? run.start : place)
    }
    holdAlone(ended, of: resource, endingAt: stands)
    if !onBoard.isEmpty { loosen(resource) }
    release(resource, besides: gone)
    closeHours(
      of: resource,
      from: max(moment, end(of: ended, by: resource, endingAt: stands) ?? moment),
      until: Int.max, endingAt: stands)
    liftFrozen(resource)
  }

  /// Where a vehicle stands that drives no further: it has no way back.
  private struct Stand {
    /// Elapsed seconds.
    var moment: Int
    /// Place id.
    var place: String
  }

  // MARK: What stays

  /// The resource drives these legs and nothing else any more.
  private mutating func holdAlone(
    _ legs: [String], of resource: String, endingAt stands: Stand? = nil
  ) {
    let kept = Set(legs)
    let rides = plan.runs.filter { $0.resource == resource }
      .sorted { ($0.departure, $0.id) < ($1.departure, $1.id) }.flatMap(\.stops)
    let known = Set(scenario.bookings.flatMap(\.legs).map(\.id))
    let visits = rides.filter { kept.contains($0.leg) && known.contains($0.leg) }.map {
      // What is still to come of legs on board is driven as told, but not to the second.
      DrivenPast.Visit(
        leg: $0.leg, isPickup: $0.kind == .pickup, start: $0.start,
        isExact: $0.start <= now ?? Int.min)
    }
    past?.visits[resource] = visits.isEmpty ? nil : visits
    past?.stopped.insert(resource)
    guard !visits.isEmpty, let index = day.resourceIndex[resource] else { return }
    let shifts = day.resources[index].shifts.map { $0.start..<$0.end }
    let hours = rows(of: resource, shifts, endingAt: stands)
    past?.hours[resource] = hours
  }

  /// Times of stops between which somebody has left the run cannot be kept to the second.
  private mutating func loosen(_ resource: String) {
    past?.loosen(resource)
    voided.formUnion(past?.legs(of: [resource]) ?? [])
  }

  /// Decisions that only this resource could have carried out are void, but for what has been driven.
  private mutating func release(_ resource: String, besides kept: Set<String>) {
    let bookings = scenario.bookings.filter { $0.legs.contains { kept.contains($0.id) } }.map(\.id)
    lift {
      $0.resource == resource && [.assign, .order].contains($0.kind)
        && !kept.contains($0.trip) && !bookings.contains($0.trip)
    }
    for b in scenario.bookings.indices
    where scenario.bookings[b].legs.contains(where: { kept.contains($0.id) })
      && !scenario.bookings[b].legs.allSatisfy({ kept.contains($0.id) })
    {
      // The driver who was to wait with the rider, or to come back, does not any more.
      scenario.bookings[b].accompany = false
      for l in scenario.bookings[b].legs.indices
      where !kept.contains(scenario.bookings[b].legs[l].id) {
        scenario.bookings[b].legs[l].sameDriver = .free
      }
    }
  }

  private mutating func liftFrozen(_ resource: String) {
    lift { $0.kind == .freeze && $0.resource == resource }
  }

  /// When the driver is home again after the last of these legs at the latest, or where the vehicle stands; `nil` without
  /// any.
  private func end(
    of legs: [String], by resource: String, endingAt stands: Stand? = nil
  ) -> Int? {
    guard let index = day.resourceIndex[resource],
      let last = legs.compactMap({ told($0)?.delivery }).max(by: { $0.departure < $1.departure }),
      let from = day.placeIndex[last.place]
    else { return nil }
    let own = day.resources[index]
    let stand = stands.flatMap { day.placeIndex[$0.place] }
    let way = own.shifts.map { shift in
      day.travel.seconds(from, stand ?? shift.endPlace ?? own.end, at: shift.pace)
    }.max()
    // A rest that was to come may have to be taken on the way home.
    let rests =
      plan.runs.first { $0.resource == resource && $0.stops.contains(last) }?.stops
      .filter { $0.kind == .rest }.reduce(0) { $0 + $1.departure - $1.start } ?? 0
    return last.departure + (way ?? day.travel.seconds(from, stand ?? own.end)) + rests
  }

  // MARK: Hours

  /// Cuts a span out of the hours of the day, by rows for its date.
  private mutating func closeHours(
    of resource: String, from: Int, until: Int, endingAt stands: Stand? = nil
  ) {
    guard from < until, let index = day.resourceIndex[resource] else { return }
    closed[resource, default: []].append(from..<until)
    let rows = scenario.availability.filter {
      $0.resource == resource && $0.days == .date(scenario.territory.date)
    }
    let shifts =
      rows.isEmpty
      ? day.resources[index].shifts.map { $0.start..<$0.end }
      : rows.compactMap(\.window).map { elapsed($0.start)..<elapsed($0.end) }
    let left = shifts.flatMap { shift -> [Range<Int>] in
      let before = shift.lowerBound..<max(shift.lowerBound, min(shift.upperBound, from))
      let after = min(shift.upperBound, max(shift.lowerBound, until))..<shift.upperBound
      return [before, after].filter { !$0.isEmpty }
    }
    scenario.setRows(of: resource, to: self.rows(of: resource, left, endingAt: stands))
  }

  /// Hours of the date; those in which a vehicle breaks down, or has broken down before, end where it stands.
  private func rows(
    of resource: String, _ shifts: [Range<Int>], endingAt stands: Stand?
  ) -> [Availability] {
    let lastEnd = scenario.lastEnd(of: resource)
    let days = Availability.Days.date(scenario.territory.date)
    let wishes = day.resources.first { $0.id == resource }?.shifts ?? []
    let stood = scenario.rows(of: resource).filter { !$0.endPlace.isEmpty }
    return shifts.map { shift in
      let before = stood.first { row in
        row.window.map {
          elapsed($0.start) <= shift.lowerBound && shift.lowerBound <= elapsed($0.end)
        } ?? false
      }
      // Of hours that are cut, a wish stands that still lies within them.
      let wish = wishes.first { $0.start <= shift.lowerBound && shift.lowerBound <= $0.end }
      func kept(_ time: Int?) -> ClockTime? {
        time.flatMap { shift.contains($0) ? day.clock.clockTime($0) : nil }
      }
      return Availability(
        resource: resource, days: days,
        window: ClockWindow(
          start: day.clock.clockTime(shift.lowerBound), end: day.clock.clockTime(shift.upperBound)),
        lastEnd: lastEnd,
        endPlace: stands.flatMap { stands in
          shift.lowerBound <= stands.moment && stands.moment <= shift.upperBound
            ? stands.place : nil
        } ?? before?.endPlace ?? "", wishedStart: kept(wish?.wishedStart),
        wishedEnd: kept(wish?.wishedEnd))
    }
  }

  // MARK: Faults

  private mutating func isSpan(
    _ from: ClockTime?, _ until: ClockTime?, _ reported: ReportedEvent
  ) -> Bool {
    guard let from, let until, until <= from else { return true }
    fault(
      "hours-reversed", reported, value: "\(from.text)-\(until.text)",
      cause: Bilingual(fr: "La fin précède le début.", en: "The end precedes the start."),
      remedy: Bilingual(fr: "Échangez-les.", en: "Swap them."))
    return false
  }

  private mutating func isPlace(_ place: String, _ reported: ReportedEvent) -> Bool {
    guard !place.isEmpty, day.placeIndex[place] == nil else { return true }
    fault(
      "unknown-place", reported, value: place,
      cause: Bilingual(
        fr: "Aucun lieu ne s’appelle « \(place) ».", en: "There is no place called “\(place)”."),
      remedy: Bilingual(
        fr: "Donnez le numéro d’un lieu de la journée, ou aucun.",
        en: "Give the id of a place of the day, or none."))
    return false
  }
}
