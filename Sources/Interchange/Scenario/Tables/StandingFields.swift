import Planning

/// The columns of `standing.csv` that `bookings.csv` has not, and the keys of a standing order that a booking has not.
enum StandingFields {
  static var set: FieldSet<StandingOrder> {
    var set = FieldSet(blank: StandingOrder(booking: Booking(id: "", rider: "", legs: [])))
    set.add(
      "days", fr: "jours", also: ["jour", "quand", "day"], required: true, \.days, .days,
      about:
        "monday to sunday, every_day, or single dates, on which it runs whatever the rest says.")
    set.add(
      optional: "first_day", fr: "a_partir_du", also: ["premier_jour", "date_debut"], \.firstDay,
      .date, about: "First day of the pattern.")
    set.add(
      optional: "last_day", fr: "jusqu_au", also: ["dernier_jour", "date_fin"], \.lastDay,
      .date, about: "Last day of the pattern.")
    set.add(
      "every_weeks", fr: "toutes_les_semaines", also: ["semaines", "weeks"], \.everyWeeks,
      .whole(from: 1), about: "Once in so many weeks, counted from the week of the first day.")
    set.add(
      "except", fr: "sauf", also: ["exceptions", "sauf_le"], \.except, .codes(.date),
      about: "Dates on which it does not run.")
    set.add(
      "on_holidays", fr: "jours_feries", also: ["feries", "holidays"], \.onHolidays, .flag,
      about: "The pattern holds on the territory's holidays too.")
    set.add(
      "usual_driver", fr: "conducteur_habituel", also: ["benevole_habituel"], \.usualDriver,
      .optionalId, about: "Volunteer whom the rider is used to, preferred on such days.")
    return set
  }
}

extension StandingOrder {
  /// The same pattern for a ride.
  func with(_ booking: Booking) -> StandingOrder {
    var order = self
    order.booking = booking
    return order
  }
}
