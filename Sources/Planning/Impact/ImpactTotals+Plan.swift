extension ImpactTotals {
  /// Reads a plan of a day, also one made by hand.
  ///
  /// Metres and costs are those that its runs state; `misstatements(of:on:)` tells where their stops say otherwise.
  public init(of plan: Plan, on day: Day) {
    self.init()
    days = 1
    bookings = day.scenario.bookings.count
    var served: Set<Int> = []
    for mode in Mode.allCases {
      let runs = plan.runs.filter { $0.mode == mode }
      let tally = Tally(day, runs)
      modes[mode] = Self.totals(runs, tally)
      served.formUnion(tally.rides.map(\.leg))
      add(tally.rides, on: day)
    }
    servedBookings = day.legsOfBooking.count { $0.allSatisfy(served.contains) }
    addWaits(Visits(day, plan), served, day)
    addDemand(plan, served, day)
    for volunteer in day.resources where volunteer.mode == .volunteer && !volunteer.shifts.isEmpty {
      volunteers[day.scenario.territory.id + "/" + volunteer.id] = plan.runs.filter {
        $0.resource == volunteer.id
      }
      .reduce(0) { $0 + $1.metres }
    }
  }

  private static func totals(_ runs: [Run], _ tally: Tally) -> ModeTotals {
    var totals = ModeTotals()
    totals.runs = runs.count
    totals.legs = Set(tally.rides.map(\.leg)).count
    totals.sharedLegs = tally.shared.count
    totals.loadedMetres = Int(tally.loadedMetres)
    totals.riderMetres = Int(tally.riderMetres)
    totals.directMetres = tally.rides.reduce(0) { $0 + tally.day.legs[$1.leg].directMetres }
    for run in runs {
      totals.metres += run.metres
      totals.driving += run.driving
      totals.waiting += run.waiting
      totals.cost += run.cost
      if run.mode == .volunteer { totals.homeMetres += homeMetres(run) }
    }
    return totals
  }

  /// From home to the first stop, from the last one home, and on visits home between two tours.
  private static func homeMetres(_ run: Run) -> Int {
    var metres = run.metres - run.stops.reduce(0) { $0 + $1.metres }
    var isAtHome = true
    for stop in run.stops {
      if isAtHome || stop.kind == .base { metres += stop.metres }
      isAtHome = stop.kind == .base || isAtHome && stop.kind == .rest
    }
    return metres
  }

  private mutating func add(_ rides: [Tally.Ride], on day: Day) {
    for ride in rides {
      if ride.direct > 0 { rideRatios.append(Double(ride.seconds) / Double(ride.direct)) }
      detours.append(Double(ride.metres - day.legs[ride.leg].directMetres))
    }
  }

  private mutating func addWaits(_ visits: Visits, _ served: Set<Int>, _ day: Day) {
    for leg in served.sorted() {
      switch day.legs[leg].leg.anchor {
      case .arriveBy(let time):
        guard let arrival = visits.delivery[leg] else { continue }
        waitsBefore.append(Double(max(0, day.elapsed(time) - arrival)))
      case .departAfter(let time), .release(let time, _), .fixed(let time):
        guard let pickup = visits.pickup[leg] else { continue }
        waitsAfter.append(Double(max(0, pickup - day.elapsed(time))))
      case .afterStay: continue
      }
    }
  }

  private mutating func addDemand(_ plan: Plan, _ served: Set<Int>, _ day: Day) {
    var reasons: [String: String] = [:]
    for booking in plan.unserved {
      for leg in booking.legs { reasons[leg] = booking.reasons.first?.code.rawValue ?? "" }
    }
    let outside = Set(plan.outside.map(\.leg))
    outsideCost = plan.outside.reduce(0) { $0 + $1.price }
    let split = OfferSplit(day)
    for (index, leg) in day.legs.enumerated() {
      let offer = split.entries[leg.bookingIndex].offer
      asked[offer, default: 0] += 1
      guard !served.contains(index) else { continue }
      guard !outside.contains(leg.leg.id) else {
        outsideLegs += 1
        continue
      }
      unserved[offer, default: 0] += 1
      unservedByReason[reasons[leg.leg.id] ?? "", default: 0] += 1
    }
  }
}

extension ImpactTotals {
  /// What a run states that its stops do not come to.
  public struct Misstatement: Hashable, Sendable {
    public var run: String
    /// Position of the run in the plan.
    public var index: Int
    /// Metres.
    public var stated: Int
    public var found: Int
  }

  /// Runs whose metres are not those between their stops, so that no sum over them would be true; also those of
  /// somebody whom the day does not know.
  public static func misstatements(of plan: Plan, on day: Day) -> [Misstatement] {
    plan.runs.enumerated().compactMap { index, run in
      var places: [Int?] = [day.placeIndex[run.start]]
      places += run.stops.map { day.placeIndex[$0.place] } + [day.placeIndex[run.end]]
      let known = places.compactMap(\.self)
      guard known.count == places.count, day.resourceIndex[run.resource] != nil else {
        return Misstatement(run: run.id, index: index, stated: run.metres, found: 0)
      }
      let ways = zip(known, known.dropFirst()).map { day.travel.metres($0, $1) }
      let found = ways.reduce(0, +)
      let isTrue = found == run.metres && zip(ways, run.stops).allSatisfy { $0 == $1.metres }
      return isTrue
        ? nil : Misstatement(run: run.id, index: index, stated: run.metres, found: found)
    }
  }
}
