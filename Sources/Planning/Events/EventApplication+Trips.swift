extension EventApplication {
  /// A driver declines what he or she was told to drive.
  mutating func decline(_ resource: String, _ trip: String, _ reported: ReportedEvent) {
    guard isKnown(resource: resource, reported) else { return }
    let trips: [String]
    if trip.isEmpty {
      let known = Set(scenario.bookings.flatMap(\.legs).map(\.id))
      trips = plan.runs.filter { $0.resource == resource }.flatMap(\.stops)
        .filter { $0.kind == .pickup && known.contains($0.leg) }.map(\.leg)
    } else {
      guard let legs = legs(of: trip, reported) else { return }
      trips = legs
    }
    let open = trips.filter { past?.started[$0] != resource }
    guard trip.isEmpty || open.count == trips.count else { return driven(trip, reported) }
    let bookings = Set(
      scenario.bookings.filter { $0.legs.contains { open.contains($0.id) } }.map(\.id))
    lift { lock in
      lock.resource == resource
        && (lock.kind == .freeze
          || [.assign, .order].contains(lock.kind)
            && (open.contains(lock.trip) || bookings.contains(lock.trip)))
    }
    for leg in open {
      let lock = PlanLock(trip: leg, resource: resource, kind: .forbid)
      if !scenario.locks.contains(lock) { scenario.locks.append(lock) }
    }
  }

  /// A rider gives up a leg or a booking.
  mutating func cancel(_ trip: String, _ reported: ReportedEvent) {
    guard let legs = legs(of: trip, reported) else { return }
    guard !legs.contains(where: { isOnBoard($0) }) else { return driven(trip, reported) }
    for leg in legs {
      past?.forget(leg)
      keepReturn(after: leg, without: legs)
      guard let at = position(of: leg) else { continue }
      scenario.bookings[at.booking].legs.remove(at: at.leg)
    }
    let empty = Set(scenario.bookings.filter(\.legs.isEmpty).map(\.id))
    scenario.bookings.removeAll { empty.contains($0.id) }
    // Who has withdrawn leaves no decisions behind; they are not overtaken, but without an object.
    scenario.locks.removeAll { legs.contains($0.trip) || empty.contains($0.trip) }
  }

  /// A return that was timed by the arrival before it takes the time told where that leg is given up.
  private mutating func keepReturn(after leg: String, without gone: [String]) {
    guard let at = position(of: leg), at.leg + 1 < scenario.bookings[at.booking].legs.count else {
      return
    }
    let next = scenario.bookings[at.booking].legs[at.leg + 1]
    guard case .afterStay(let least, _) = next.anchor, !gone.contains(next.id) else { return }
    guard let time = told(next.id)?.pickup.start ?? statedArrival(of: at).map({ $0 + least }) else {
      return
    }
    scenario.bookings[at.booking].legs[at.leg + 1].anchor = .departAfter(day.clock.clockTime(time))
    scenario.bookings[at.booking].legs[at.leg + 1].sameDriver = .free
    scenario.bookings[at.booking].accompany = false
  }

  /// The clock time that fixes a leg; of one that hangs on another, the earliest that follows from that one's.
  private func statedArrival(of at: (booking: Int, leg: Int)) -> Int? {
    switch scenario.bookings[at.booking].legs[at.leg].anchor {
    case .arriveBy(let time), .departAfter(let time), .fixed(let time), .release(let time, _):
      elapsed(time)
    case .afterStay(let least, _):
      at.leg > 0 ? statedArrival(of: (at.booking, at.leg - 1)).map { $0 + least } : nil
    }
  }

  /// A rider asks for another time.
  mutating func move(_ leg: String, to time: ClockTime, _ reported: ReportedEvent) {
    guard let found = legs(of: leg, reported) else { return }
    guard found == [leg], let at = position(of: leg) else {
      return fault(
        "not-a-leg", reported, value: leg,
        cause: Bilingual(
          fr: "C’est une réservation de plusieurs trajets.",
          en: "This is a booking of several legs."
        ),
        remedy: Bilingual(
          fr: "Dites lequel : \(found.joined(separator: ", ")).",
          en: "Say which: \(found.joined(separator: ", "))."))
    }
    guard !isOnBoard(leg) else { return driven(leg, reported) }
    guard scenario.bookings[at.booking].legs[at.leg].line.isEmpty else {
      return fault(
        "on-a-line", reported, value: leg,
        cause: Bilingual(
          fr: "Ce trajet est réservé sur une ligne, dont les heures ne changent pas.",
          en: "This leg is booked on a line, whose times do not change."),
        remedy: Bilingual(
          fr: "Annulez-le, et réservez-en un autre.", en: "Cancel it and book another one."))
    }
    past?.forget(leg)
    voided.insert(leg)
    scenario.bookings[at.booking].legs[at.leg].anchor =
      switch scenario.bookings[at.booking].legs[at.leg].anchor {
      case .arriveBy: .arriveBy(time)
      case .departAfter, .afterStay: .departAfter(time)
      case .release(_, let spread): .release(time, spread: spread)
      case .fixed: .fixed(time)
      }
    lift { $0.kind == .promise && $0.trip == leg }
  }

  /// Somebody calls late.
  mutating func add(_ late: LateBooking, _ reported: ReportedEvent) {
    let ids = Set(scenario.bookings.flatMap { [$0.id] + $0.legs.map(\.id) })
    let taken = ([late.booking.id] + late.booking.legs.map(\.id)).filter(ids.contains)
    guard taken.isEmpty else {
      return fault(
        "duplicate-id", reported, value: taken.joined(separator: ", "),
        cause: Bilingual(
          fr: "La journée a déjà une réservation ou un trajet de ce nom.",
          en: "The day has a booking or leg of that name already."),
        remedy: Bilingual(fr: "Donnez un autre nom.", en: "Give another name."))
    }
    let riders = Set(scenario.riders.map(\.id))
    scenario.riders += late.riders.filter { !riders.contains($0.id) }
    let places = Set(scenario.places.map(\.id))
    scenario.places += late.places.filter { !places.contains($0.id) }
    scenario.bookings.append(late.booking)
  }

  /// Who is on board when a vehicle breaks down goes on from where it stands.
  mutating func strand(_ leg: String, at place: String, _ moment: Int, _ resource: String) {
    guard let at = position(of: leg) else { return }
    past?.forget(leg)
    guard scenario.bookings[at.booking].legs[at.leg].to != place else { return end(leg, at) }
    voided.insert(leg)
    var rest = scenario.bookings[at.booking].legs[at.leg]
    rest.from = place
    rest.anchor = .departAfter(day.clock.clockTime(moment))
    rest.latestAfter = day.rules.figure(.strandedWait).map(RuleBook.seconds)
    rest.line = ""
    rest.sameDriver = .free
    scenario.bookings[at.booking].legs[at.leg] = rest
    scenario.bookings[at.booking].accompany = false
    let booking = scenario.bookings[at.booking].id
    lift {
      ($0.trip == leg || $0.trip == booking)
        && ($0.kind == .promise || $0.resource == resource)
    }
  }

  /// A leg whose rider is put down where it ends is over, and nobody has to drive it.
  private mutating func end(_ leg: String, _ at: (booking: Int, leg: Int)) {
    keepReturn(after: leg, without: [leg])
    scenario.bookings[at.booking].legs.remove(at: at.leg)
    if scenario.bookings[at.booking].legs.isEmpty { scenario.bookings.remove(at: at.booking) }
    scenario.locks.removeAll { $0.trip == leg }
  }

  /// Whether the rider has got in already: a driver who is still on the way can be called back.
  private func isOnBoard(_ leg: String) -> Bool {
    guard let now, let pickup = told(leg)?.pickup else { return false }
    return pickup.start <= now
  }

  private mutating func driven(_ trip: String, _ reported: ReportedEvent) {
    let time = now.map(clock) ?? ""
    fault(
      "already-driven", reported, value: trip,
      cause: Bilingual(
        fr: "À \(time), ce trajet est déjà commencé.", en: "At \(time) this leg has begun already."),
      remedy: Bilingual(
        fr: "Corrigez l’heure (--now), ou retirez cet événement.",
        en: "Correct the time (--now), or leave this event out."))
  }
}
