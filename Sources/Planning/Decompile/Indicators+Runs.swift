extension Indicators {
  /// Figures of any plan for a day, also of one made by hand (R62).
  public init(of runs: [Run], outside: [OutsideRide], unserved: [UnservedBooking], day: Day) {
    self.init()
    outsideLegs = outside.count
    outsideCost = outside.reduce(0) { $0 + $1.price }
    legs = day.legs.count
    bookings = day.scenario.bookings.count
    self.runs = runs.count
    kilometres = Double(runs.reduce(0) { $0 + $1.metres }) / 1000
    emptyKilometres = Double(runs.reduce(0) { $0 + $1.emptyMetres }) / 1000
    cost = runs.reduce(0) { $0 + $1.cost }
    let tally = Tally(day, runs)
    let served = Set(tally.rides.map(\.leg))
    servedLegs = served.count
    servedBookings = day.legsOfBooking.count { $0.allSatisfy(served.contains) }
    sharedLegs = tally.shared.count
    occupancy = tally.loadedMetres > 0 ? tally.riderMetres / tally.loadedMetres : 0
    let ratios = tally.rides.filter { $0.direct > 0 }.map {
      Double($0.seconds) / Double($0.direct)
    }.sorted()
    if !ratios.isEmpty {
      rideRatioMean = ratios.reduce(0, +) / Double(ratios.count)
      // Nearest rank: the smallest ratio that at least 95 % of the rides do not exceed.
      rideRatio95 = ratios[Int((0.95 * Double(ratios.count)).rounded(.up)) - 1]
    }
    costUnshared = tally.costUnshared
    parkedMinutes = Double(tally.parked) / 60
    servedLegsByMode = tally.byMode
    for reason in unserved.compactMap(\.reasons.first) {
      unservedByReason[reason.code.rawValue, default: 0] += 1
    }
  }
}
