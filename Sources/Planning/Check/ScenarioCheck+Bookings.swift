extension ScenarioCheck {
  mutating func checkRiders() {
    requireUnique(
      scenario.riders.enumerated().map {
        ObjectKey(.rider, index: $0, id: $1.id, field: "id")
      })
    for (i, rider) in scenario.riders.enumerated() {
      func key(_ field: String) -> ObjectKey {
        ObjectKey(.rider, index: i, id: rider.id, field: field)
      }
      requirePlace(rider.home, at: key("home"))
      requireNeeds(rider.needs, at: key("needs"))
      for other in rider.neverTogether { requireRider(other, at: key("neverTogether")) }
      requireNotNegative(Double(rider.refusedLately), at: key("refusedLately"))
    }
  }

  mutating func checkBookings() {
    requireUnique(
      scenario.bookings.enumerated().map {
        ObjectKey(.booking, index: $0, id: $1.id, field: "id")
      })
    requireUnique(
      scenario.bookings.flatMap(\.legs).enumerated().map {
        ObjectKey(.leg, index: $0, id: $1.id, field: "id")
      })
    var firstLeg = 0
    for (i, booking) in scenario.bookings.enumerated() {
      checkBooking(booking, ObjectKey(.booking, index: i, id: booking.id))
      for position in booking.legs.indices {
        checkLeg(position, of: booking, ObjectKey(.leg, index: firstLeg + position))
      }
      firstLeg += booking.legs.count
    }
  }

  /// - Parameter object: the booking, or the standing order that it is the pattern of.
  mutating func checkBooking(_ booking: Booking, _ object: ObjectKey) {
    func key(_ field: String) -> ObjectKey { object.with(field: field) }
    requireRider(booking.rider, at: key("rider"))
    requireNotNegative(Double(booking.companions), at: key("companions"))
    let priorities = scenario.territory.priorities
    if !booking.priority.isEmpty, priorities[booking.priority] == nil {
      addUnknown(
        .priority, booking.priority, at: key("priority"), known: priorities.keys.sorted())
    }
    if object.kind == .booking, let made = booking.bookedAt {
      checkMade(made, at: key("bookedAt"))
    }
    if booking.legs.isEmpty {
      faults.add(
        "no-legs", at: key("legs"),
        cause: Bilingual(
          fr: "La réservation n’a aucun trajet.", en: "The booking has no leg."),
        remedy: Bilingual(
          fr: "Ajoutez au moins un trajet.", en: "Add at least one leg."))
    }
  }

  /// R58: a moment that the clock has shown, not after the day planned for.
  private mutating func checkMade(_ made: LocalMoment, at key: ObjectKey) {
    let territory = scenario.territory
    if let clock = PlanClock(date: made.date, timeZone: territory.timeZone),
      clock.elapsed(made.time) == nil
    {
      addMissingTime(made.time, on: made.date, at: key, value: made.text)
    }
    if territory.date < made.date {
      faults.add(
        "booked-after-day", at: key, value: made.text,
        cause: Bilingual(
          fr: "La demande serait venue après le jour planifié (\(territory.date.text)).",
          en: "The booking would have been made after the day planned for (\(territory.date.text))."
        ),
        remedy: Bilingual(
          fr: "Corrigez le moment de la demande, ou laissez-le vide.",
          en: "Correct the moment of the booking, or leave it empty."))
    }
  }

  mutating func checkLeg(_ position: Int, of booking: Booking, _ object: ObjectKey) {
    let leg = booking.legs[position]
    func key(_ field: String) -> ObjectKey { object.with(field: field) }
    requirePlace(leg.from, at: key("from"))
    requirePlace(leg.to, at: key("to"))
    if leg.from == leg.to {
      faults.add(
        "same-place", at: key("to"), value: leg.to,
        cause: Bilingual(
          fr: "Le trajet part d’un lieu pour y arriver.", en: "The leg ends where it starts."),
        remedy: Bilingual(
          fr: "Corrigez le départ ou l’arrivée.", en: "Correct one of the two ends."))
    }
    if case .onlyWith(let others) = leg.sharing {
      for other in others { requireRider(other, at: key("sharing")) }
    }
    checkAnchor(leg, position: position, key: key)
    checkTolerances(leg, key: key)
    checkLine(of: leg, key: key)
    if position > 0 { checkOrder(leg, after: booking.legs[position - 1], key: key) }
  }

  private mutating func checkAnchor(_ leg: Leg, position: Int, key: (String) -> ObjectKey) {
    switch leg.anchor {
    case .arriveBy(let time), .departAfter(let time), .fixed(let time):
      requireShown(time, at: key("anchor"))
    case .release(let time, let spread):
      requireShown(time, at: key("anchor"))
      requireNotNegative(Double(spread), at: key("anchor"))
    case .afterStay(let least, let greatest):
      requireNotNegative(Double(least), at: key("anchor"))
      if greatest < least {
        faults.add(
          "empty-window", at: key("anchor"), value: "\(least)–\(greatest)",
          cause: Bilingual(
            fr: "La durée la plus longue sur place est plus courte que la plus brève.",
            en: "The longest stay is shorter than the shortest."),
          remedy: Bilingual(fr: "Échangez les deux durées.", en: "Swap the two."))
      }
      if position == 0 {
        faults.add(
          "stay-without-outward", at: key("anchor"),
          cause: Bilingual(
            fr: "Le premier trajet ne peut pas dépendre d’un séjour qui le précède.",
            en: "The first leg cannot follow a stay."),
          remedy: Bilingual(
            fr: "Donnez-lui une heure.", en: "Give it a time of its own."))
      }
    }
  }

  /// Of an order, which is of many days, it is told with the booking of the day on which the clock does not show the time.
  private mutating func requireShown(_ time: ClockTime, at key: ObjectKey) {
    if key.kind == .leg { requireExisting(time, at: key) }
  }

  private mutating func checkTolerances(_ leg: Leg, key: (String) -> ObjectKey) {
    requireNotNegative(leg.earliestBefore.map(Double.init), at: key("earliestBefore"))
    requireNotNegative(leg.latestBefore.map(Double.init), at: key("latestBefore"))
    requireNotNegative(leg.latestAfter.map(Double.init), at: key("latestAfter"))
    if let earliest = leg.earliestBefore, let latest = leg.latestBefore, earliest < latest {
      faults.add(
        "empty-window", at: key("earliestBefore"), value: "\(earliest) < \(latest)",
        cause: Bilingual(
          fr: "L’arrivée au plus tôt tombe après l’arrivée au plus tard.",
          en: "The earliest arrival lies after the latest."),
        remedy: Bilingual(
          fr: "L’avance la plus grande doit dépasser la plus petite.",
          en: "The greater lead must exceed the smaller one."))
    }
  }

  private mutating func checkOrder(_ leg: Leg, after previous: Leg, key: (String) -> ObjectKey) {
    if let time = leg.anchor.time, let before = previous.anchor.time, time < before {
      faults.add(
        "return-before-outward", at: key("anchor"), value: time.text,
        cause: Bilingual(
          fr: "Le trajet \(leg.id) (\(time.text)) vient avant le trajet \(previous.id) "
            + "(\(before.text)).",
          en: "Leg \(leg.id) (\(time.text)) comes before leg \(previous.id) (\(before.text))."),
        remedy: Bilingual(
          fr: "Rangez les trajets dans l’ordre de la journée.",
          en: "List the legs in the order of the day."))
    }
    // Of an order it is told with the booking of the day.
    if leg.from != previous.to, key("from").kind == .leg {
      warnings.add(
        "broken-chain", at: key("from"), value: leg.from,
        cause: Bilingual(
          fr: "Le trajet ne part pas du lieu où le précédent s’achève (\(previous.to)).",
          en: "The leg does not start where the one before ends (\(previous.to))."),
        remedy: Bilingual(
          fr: "Vérifiez que le voyageur se déplace par ses propres moyens entre les deux.",
          en: "Check that the rider gets from one to the other by other means."))
    }
  }
}

extension Anchor {
  /// The clock time that fixes the leg; `nil` where the leg before does.
  public var time: ClockTime? {
    switch self {
    case .arriveBy(let time), .departAfter(let time), .release(let time, _), .fixed(let time):
      time
    case .afterStay: nil
    }
  }
}
