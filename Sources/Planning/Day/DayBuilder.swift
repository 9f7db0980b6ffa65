/// Resolves a sound scenario into legs and resources of the day.
struct DayBuilder {
  let scenario: Scenario
  let rules: RuleBook
  let travel: TravelMatrix
  let clock: PlanClock
  let places: [String: Int]

  /// - Parameters:
  ///   - paces: of all shifts of the day.
  ///   - before: bookings and legs of the day that come before those of the scenario.
  func legs(
    _ paces: Set<TravelPace>, after before: (bookings: Int, legs: Int) = (0, 0)
  ) -> ([DayLeg], [Range<Int>]) {
    let riders = Dictionary(
      scenario.riders.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var legs: [DayLeg] = []
    var ranges: [Range<Int>] = []
    for (b, booking) in scenario.bookings.enumerated() {
      let first = legs.count
      for (position, leg) in booking.legs.enumerated() {
        guard let rider = riders[booking.rider], let from = places[leg.from],
          let to = places[leg.to]
        else { preconditionFailure("leg \(leg.id) was not checked") }
        let line = ride(leg)
        let service =
          line == nil
          ? rules.service(
            of: rider.needs, from: scenario.places[from].kind, to: scenario.places[to].kind)
          : (pickup: 0, setdown: 0)
        let direct = paces.map { travel.seconds(from, to, at: $0) }
        let road = travel.seconds(from, to)
        legs.append(
          DayLeg(
            bookingIndex: before.bookings + b, position: position, leg: leg, booking: booking,
            rider: rider,
            from: from, to: to,
            load: rules.load(of: rider.needs, companions: booking.companions),
            pickupService: service.pickup, setdownService: service.setdown,
            directSeconds: direct.min() ?? road, slowestDirectSeconds: direct.max() ?? road,
            directMetres: travel.metres(from, to),
            // Scheduled transport is met at its own stop alone.
            atDoor: line != nil || leg.connection != nil || booking.accompany
              || rider.needs.contains { rules.need($0)?.door ?? false }, line: line))
      }
      ranges.append(before.legs + first..<before.legs + legs.count)
    }
    return (legs, ranges)
  }

  /// R30: the times of the line that a leg is booked on.
  private func ride(_ leg: Leg) -> LineRide? {
    guard case .fixed(let time) = leg.anchor,
      let line = scenario.lines.first(where: { $0.id == leg.line }),
      let arrival = line.arrival(at: leg.to, from: leg.from, leaving: time),
      let pickup = clock.elapsed(time), let delivery = clock.elapsed(arrival)
    else { return nil }
    return LineRide(vehicle: line.vehicle, pickup: pickup, delivery: delivery)
  }

  func resource(_ volunteer: Volunteer) -> DayResource {
    let home = place(volunteer.home)
    let yearLeft = volunteer.mostKilometresAYear.map {
      Int((max(0, $0 - volunteer.kilometresThisYear) * 1000).rounded())
    }
    let dayLimit =
      volunteer.longestKilometres.map { Int(($0 * 1000).rounded()) }
      ?? rules.metres(.volunteerLongestDistance)
    return DayResource(
      id: volunteer.id, mode: .volunteer, carrier: "", start: home, end: home,
      layouts: volunteer.layouts, layoutPerTrip: false,
      needsAccepted: Set(volunteer.needsAccepted),
      radius: volunteer.radiusKilometres.map { Int(($0 * 1000).rounded()) }
        ?? rules.metres(.volunteerRadius),
      zones: [], ridersRefused: Set(volunteer.ridersRefused),
      ridersPreferred: Set(volunteer.ridersPreferred), breaks: [],
      longestDuty: volunteer.longestDuty ?? rules.seconds(.volunteerLongestDuty),
      lastEnd: lastEnd(of: volunteer.id),
      longestMetres: min(dayLimit, yearLeft ?? dayLimit), yearLeft: yearLeft,
      mostTrips: volunteer.mostTrips ?? Int(rules[.volunteerMostTrips]),
      longestWait: volunteer.longestWait ?? rules.seconds(.volunteerLongestWait),
      mayGoHome: volunteer.mayGoHome, fixedCost: 0,
      costPerMetre: rules[.volunteerRate] / 1000, costPerSecond: 0,
      waitValue: rules[.volunteerWaitValue] / 3600, closed: false,
      kilometresThisYear: volunteer.kilometresThisYear,
      shifts: shifts(of: volunteer.id, mode: .volunteer), recentTrips: volunteer.recentTrips,
      tripsWishedAWeek: volunteer.wishedTripsAWeek)
  }

  func resource(_ vehicle: FleetVehicle) -> DayResource {
    let closed =
      vehicle.closedOnHolidays
      && scenario.territory.holidays.contains(scenario.territory.date)
    return DayResource(
      id: vehicle.id, mode: vehicle.mode, carrier: vehicle.carrier, start: place(vehicle.start),
      end: place(vehicle.end), layouts: vehicle.layouts, layoutPerTrip: vehicle.layoutPerTrip,
      needsAccepted: Set(vehicle.needsAccepted), radius: nil, zones: Set(vehicle.zones),
      ridersRefused: [], ridersPreferred: [], breaks: vehicle.breaks,
      longestDuty: vehicle.longestDuty ?? rules.seconds(.amplitude(vehicle.mode.ruleKind)),
      statesDuty: vehicle.longestDuty != nil, lastEnd: lastEnd(of: vehicle.id),
      longestMetres: nil, yearLeft: nil, mostTrips: nil, longestWait: nil, mayGoHome: true,
      fixedCost: vehicle.fixedCost, costPerMetre: vehicle.costPerKilometre / 1000,
      costPerSecond: vehicle.costPerHour / 3600, waitValue: 0, closed: closed,
      kilometresThisYear: 0,
      shifts: closed
        ? [] : shifts(of: vehicle.id, mode: vehicle.mode, profile: vehicle.roadProfile),
      meeting: vehicle.meeting)
  }

  private func place(_ id: String) -> Int {
    guard let index = places[id] else { preconditionFailure("place \(id) was not checked") }
    return index
  }

  /// R31: the latest end told of the day before.
  private func lastEnd(of resource: String) -> Int? {
    guard let end = scenario.lastEnd(of: resource),
      let dayBefore = PlanClock(
        date: clock.date.adding(days: -1), timeZone: scenario.territory.timeZone),
      let midnight = dayBefore.elapsed(ClockTime(seconds: 86_400))
    else { return nil }
    return (dayBefore.elapsed(end) ?? end.seconds) - midnight
  }

  /// An absence among the rows empties the day (R26).
  private func shifts(of resource: String, mode: Mode, profile: String = "") -> [DayShift] {
    let winning = scenario.rows(of: resource)
    guard !winning.contains(where: { $0.window == nil }) else { return [] }
    let shifts = winning.compactMap { row -> DayShift? in
      guard let window = row.window, let start = clock.elapsed(window.start),
        let end = clock.elapsed(window.end)
      else { return nil }
      return DayShift(
        start: start, end: end, endPlace: row.endPlace.isEmpty ? nil : place(row.endPlace),
        wishedStart: row.wishedStart.flatMap(clock.elapsed),
        wishedEnd: row.wishedEnd.flatMap(clock.elapsed))
    }
    return Self.merged(shifts).map { shift in
      var shift = shift
      shift.pace = rules.pace(profile: profile, mode: mode, shift: shift, clock: clock)
      return shift
    }
  }

  static func merged(_ shifts: [DayShift]) -> [DayShift] {
    var merged: [DayShift] = []
    for shift in shifts.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = merged.last, shift.start <= last.end {
        // The hours that end last say where, and what end was wished; of two that end together, the one that says it.
        if shift.end > last.end {
          merged[merged.count - 1].endPlace = shift.endPlace
          merged[merged.count - 1].wishedEnd = shift.wishedEnd
        } else if shift.end == last.end {
          merged[merged.count - 1].endPlace = last.endPlace ?? shift.endPlace
        }
        merged[merged.count - 1].end = max(last.end, shift.end)
      } else {
        merged.append(shift)
      }
    }
    return merged
  }
}
