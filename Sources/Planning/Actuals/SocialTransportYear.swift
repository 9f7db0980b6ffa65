/// What an association tells the prefect each year of its transport d'utilité sociale (décret 2019-850, R.3133-5): who
/// drove, who rode and on which ground, vehicles, what was asked, trips and their length.
///
/// Trips are legs that riders rode with volunteers. A volunteer's own car is the one vehicle of each. Distances are those on
/// board: as noted for the leg, otherwise by the planned way. Riders' shares are reckoned as the profile has it, under the
/// cap of the rules in force on the day.
public struct SocialTransportYear: Hashable, Sendable, Encodable {
  public var year: Int
  /// Days of which something was noted.
  public var days = 0
  /// All of them volunteers: paid drivers do not drive under these rules.
  public var drivers = 0
  /// Riders by ground; none: served on the coordinator's decision.
  public var beneficiaries = 0
  public var beneficiariesByPlace = 0
  public var beneficiariesByResources = 0
  public var beneficiariesOfNone = 0
  public var vehicles = 0
  /// Seats for riders, on average over the vehicles; `nil`: there are none.
  public var meanSeats: Double?
  public var trips = 0
  /// People who came along.
  public var companions = 0
  /// Kilometres on board, of all trips.
  public var kilometres = 0.0
  public var meanKilometres: Double?
  /// What riders were asked, in all.
  public var sharesCents = 0
  public var meanShareCents: Double?
  /// Euros per kilometre asked, and the most that the rules let, in force on the days.
  public var shareRates: [Double] = []
  public var shareCaps: [Double] = []
  /// Trips longer than the rules let.
  public var tripsTooLong = 0
  /// Legs with volunteers of which nothing was noted: they are in no other figure.
  public var unreportedLegs = 0

  /// - Parameter days: days of the year, in any order; others are left out.
  public init(_ year: Int, of days: [DayActuals]) {
    self.year = year
    var people = People()
    var (asked, caps): (Set<Double>, Set<Double>) = ([], [])
    for day in days where day.plan.date.year == year {
      add(day, &people)
      let rules = day.day.rules
      let cap = rules.figure(.tusShareCap)?.value
      let rate = rules.figure(.shareRate)?.value ?? rules[.volunteerRate]
      asked.insert(min(rate, cap ?? rate))
      if let cap { caps.insert(cap) }
    }
    drivers = people.seats.count
    vehicles = people.seats.count
    meanSeats =
      vehicles > 0 ? Double(people.seats.values.reduce(0, +)) / Double(vehicles) : nil
    meanKilometres = trips > 0 ? kilometres / Double(trips) : nil
    meanShareCents = trips > 0 ? Double(sharesCents) / Double(trips) : nil
    beneficiaries = people.criteria.count
    beneficiariesByPlace = people.criteria.values.count { $0 == .place }
    beneficiariesByResources = people.criteria.values.count { $0 == .resources }
    beneficiariesOfNone = people.criteria.values.count { $0 == SocialCriterion.none }
    (shareRates, shareCaps) = (asked.sorted(), caps.sorted())
  }

  private struct People {
    /// Most seats of each volunteer's car; ground of each rider, the latest told.
    var seats: [String: Int] = [:]
    var criteria: [String: SocialCriterion] = [:]
  }

  private mutating func add(_ actuals: DayActuals, _ people: inout People) {
    let (day, plan) = (actuals.day, actuals.plan)
    let territory = day.scenario.territory.id + "/"
    var isNoted = false
    for ride in actuals.rides where plan.runs[ride.run].mode == .volunteer {
      guard let status = ride.status else {
        unreportedLegs += 1
        continue
      }
      isNoted = true
      guard status.isRide else { continue }
      let leg = day.legs[ride.leg]
      trips += 1
      companions += leg.booking.companions
      people.criteria[territory + leg.rider.id] = leg.rider.socialCriterion
      let driver = plan.runs[ride.run].resource
      let car = day.scenario.volunteers.first { $0.id == driver }
      people.seats[territory + driver] =
        car?.layouts.map { $0["seat", default: 0] }.max() ?? 0
      if leg.directMetres > day.rules.metres(.tusMostDistance) { tripsTooLong += 1 }
    }
    if isNoted { days += 1 }
    let driven = actuals.driven
    let noted = Dictionary(
      actuals.rides.compactMap { ride in ride.metres.map { (day.legs[ride.leg].leg.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for line in DayTariff(of: driven, on: day).shares {
      kilometres += Double(noted[line.leg] ?? line.metres) / 1000
      sharesCents += line.shareCents
    }
  }
}
