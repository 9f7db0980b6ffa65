extension ScenarioCheck {
  /// R17: what an order says of the ride is checked as of a booking, what it says of its days here.
  mutating func checkStanding() {
    requireUnique(
      scenario.standing.enumerated().map {
        ObjectKey(.standing, index: $0, id: $1.id, field: "id")
      })
    requireUnique(
      scenario.standing.flatMap(\.booking.legs).enumerated().map {
        ObjectKey(.standingLeg, index: $0, id: $1.id, field: "id")
      })
    var firstLeg = 0
    for (i, order) in scenario.standing.enumerated() {
      let object = ObjectKey(.standing, index: i, id: order.id)
      checkBooking(order.booking, object)
      for position in order.booking.legs.indices {
        checkLeg(position, of: order.booking, ObjectKey(.standingLeg, index: firstLeg + position))
      }
      firstLeg += order.booking.legs.count
      checkPattern(order, object)
    }
    warnOfMissingBookings()
  }

  private mutating func checkPattern(_ order: StandingOrder, _ object: ObjectKey) {
    if order.days.isEmpty {
      faults.add(
        "no-days", at: object.with(field: "days"),
        cause: Bilingual(
          fr: "La commande permanente n’a aucun jour.", en: "The standing order has no day."),
        remedy: Bilingual(
          fr: "Donnez des jours, par exemple lundi mercredi vendredi.",
          en: "Give days, e.g. monday wednesday friday."))
    }
    if let first = order.firstDay, let last = order.lastDay, last < first {
      faults.add(
        "empty-window", at: object.with(field: "lastDay"), value: last.text,
        cause: Bilingual(
          fr: "La commande finit avant de commencer (\(first.text)).",
          en: "The order ends before it begins (\(first.text))."),
        remedy: Bilingual(fr: "Échangez les deux dates.", en: "Swap the two dates."))
    }
    if order.everyWeeks < 1 || order.everyWeeks > 1 && order.firstDay == nil {
      faults.add(
        "bad-weeks", at: object.with(field: "everyWeeks"), value: "\(order.everyWeeks)",
        cause: Bilingual(
          fr: "Sans semaine de départ, on ne sait pas quelles semaines comptent.",
          en: "Without a first week nobody knows which weeks count."),
        remedy: Bilingual(
          fr: "Donnez la date de début, et 1 semaine ou plus.",
          en: "Give the first date, and 1 week or more."))
    }
    if !order.usualDriver.isEmpty,
      !scenario.volunteers.contains(where: { $0.id == order.usualDriver })
    {
      addUnknown(
        .volunteer, order.usualDriver, at: object.with(field: "usualDriver"),
        known: scenario.volunteers.map(\.id))
    }
  }

  /// Orders that run on the date and are not among the bookings: nobody would be planned for them.
  private mutating func warnOfMissingBookings() {
    let date = scenario.territory.date
    let bookings = Set(scenario.bookings.map(\.id))
    for (i, order) in scenario.standing.enumerated()
    where order.runs(on: date, holidays: scenario.territory.holidays)
      && !bookings.contains(order.booking(on: date).id)
    {
      warnings.add(
        "standing-not-expanded", at: ObjectKey(.standing, index: i, id: order.id, field: "id"),
        value: order.id,
        cause: Bilingual(
          fr:
            "La commande permanente \(order.id) vaut pour le \(date.text), mais n’est pas parmi les "
            + "demandes.",
          en: "Standing order \(order.id) runs on \(date.text), but is not among the bookings."),
        remedy: Bilingual(
          fr: "Créez les demandes du jour avec « camin scenario expand ».",
          en: "Make the bookings of the day with “camin scenario expand”."))
    }
  }
}
