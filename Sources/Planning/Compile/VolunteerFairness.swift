/// What it weighs that one volunteer rather than another drives a leg (R38).
///
/// Unfairness grows with the square of what each volunteer has had – kilometres of the year, trips, early and late trips,
/// distance from the wish – so one trip more costs the more, the more a volunteer is ahead: in proportion to where the
/// history has left him or her. The price of a day's trip is that slope as the day begins. It does not change within the
/// day, since a day need not be equal; the next one starts from what this one has added.
struct VolunteerFairness {
  private let rules: RuleBook
  private let weeks: Double

  init(_ rules: RuleBook) {
    self.rules = rules
    weeks = Double(rules.historyWeeks)
  }

  /// Euros for one leg, to be compared between volunteers only; negative for those who wish for more than they have had.
  func price(of volunteer: DayResource, isEarlyOrLate: Bool) -> Double {
    let recent = volunteer.recentTrips
    var price = volunteer.kilometresThisYear / 1000 * rules[.fairness]
    guard weeks > 0 else { return price }
    price += Double(recent.trips) * (rules.figure(.historyTrips)?.value ?? 0)
    if isEarlyOrLate {
      price += Double(recent.earlyOrLate) * (rules.figure(.historyEarlyLate)?.value ?? 0)
    }
    if let wished = volunteer.tripsWishedAWeek {
      price += (Double(recent.trips) / weeks - wished) * (rules.figure(.wish)?.value ?? 0)
    }
    return price
  }
}
