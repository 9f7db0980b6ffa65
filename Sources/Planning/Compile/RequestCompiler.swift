internal import DialARide

/// Turns one leg, or one stay, into a request.
struct RequestCompiler {
  let compiler: Compiler
  private let day: Day
  private let rules: RuleBook
  private let shortestService: Int
  private let vehiclesOfResource: [[Int]]
  private let rota: CarrierRota

  /// Set-up classes.
  enum LoadClass: Int {
    case publicRider = 0
    case patient = 1
    /// A rider accompanied leaves nothing to clean up after.
    case stay = 2
  }

  init(_ compiler: Compiler) {
    self.compiler = compiler
    day = compiler.day
    rules = day.rules
    rota = CarrierRota(day)
    shortestService = BookingTimes.shortestService(day)
    var vehiclesOf = [[Int]](repeating: [], count: day.resources.count)
    for (v, role) in compiler.vehicles.enumerated() { vehiclesOf[role.resource].append(v) }
    vehiclesOfResource = vehiclesOf
  }

  func request(_ role: RequestRole) -> RequestDraft {
    switch role {
    case .leg(let leg): request(leg: leg)
    case .stay(let leg): request(stayBefore: leg)
    }
  }

  private func request(leg legIndex: Int) -> RequestDraft {
    let leg = day.legs[legIndex]
    let windows = windows(of: legIndex)
    // The limit of every mode that may serve the leg holds: the search does not yet know which will.
    let ride = compiler.windows(of: legIndex).longestRide(legIndex)
    let patient = leg.booking.insured
    return RequestDraft(
      id: leg.leg.id,
      pickup: StopDraft(
        location: day.location(legIndex, .pickup), serviceTime: Double(leg.pickupService),
        windows: [windows.pickup ?? pickup(before: windows.delivery, leg, ride: ride)]
          .compactMap(\.self).map(Self.window)),
      delivery: StopDraft(
        location: day.location(legIndex, .delivery), serviceTime: Double(leg.setdownService),
        windows: [windows.delivery].compactMap(\.self).map(Self.window)),
      load: compiler.dimensions.map { dimension in
        dimension == VehicleCompiler.patients
          ? (patient ? 1 : 0) : leg.load[dimension, default: 0]
      },
      longestRide: Double(ride),
      longestDetour: patient ? longestDetour(legIndex) : nil,
      ridesAlone: leg.ridesAlone,
      mixingClass: compiler.mixing.index(of: leg.booking),
      setupClass: (patient ? LoadClass.patient : .publicRider).rawValue,
      allowedVehicles: allowedVehicles(legIndex),
      vehicleCosts: vehicleCosts(legIndex),
      unservedPenalty: compiler.weights.byLeg[legIndex] * rules[.unservedPenalty],
      sharesDetour: patient && compiler.purpose == .search ? true : nil,
      headcount: leg.people == 1 ? nil : leg.people)
  }

  /// Metres beyond the direct way that a patient can be driven at all: with a full vehicle. What is allowed with those
  /// who are on board in truth, `SharedDetour` says; this is implied, and given since bounds know it.
  private func longestDetour(_ legIndex: Int) -> Double? {
    let limits = RideLimits(rules: rules)
    guard compiler.purpose == .search, limits.limitsPatients, !compiler.mixing.patientsMayMix
    else { return nil }
    let seats = compiler.candidates[legIndex].map { resource in
      let resource = day.resources[resource]
      let most = resource.layouts.map { $0.values.reduce(0, +) }.max() ?? 1
      return resource.mode == .vsl ? min(most, Int(rules[.vslMostPatients])) : most
    }
    return Double(limits.longestDetour(others: max(0, (seats.max() ?? 1) - 1)))
  }

  /// Windows of the anchor, narrowed where legs hang on each other.
  private func windows(of leg: Int) -> LegWindows.Windows {
    guard compiler.purpose == .search else { return compiler.windows(of: leg).windows(of: leg) }
    return times(of: leg).windows[leg] ?? LegWindows.Windows()
  }

  private func times(of leg: Int) -> BookingTimes {
    let booking = day.legsOfBooking[day.legs[leg].bookingIndex]
    // The same kinds of rules for the whole booking, so that both sides of a tie are narrowed alike.
    let modes = Mode.allCases.filter { mode in
      booking.contains { compiler.modes(of: $0).contains(mode) }
    }
    let idle = modes.map { rules.seconds(.idleOnBoard($0.ruleKind)) }.min() ?? 0
    let kinds = modes.map(\.ridingKind)
    return BookingTimes(
      booking,
      windows: LegWindows(
        day, kinds: RuleKind.allCases.filter(kinds.contains), budget: .split,
        walks: compiler.walks),
      slack: BookingTimes.slack(shortest: shortestService, idle: idle))
  }

  /// The driver's stay (see `BookingTimes`). The least stay is service; what flexibility leaves beyond it is a
  /// wait on board.
  private func request(stayBefore legIndex: Int) -> RequestDraft {
    let leg = day.legs[legIndex]
    let stay = times(of: legIndex).stays[legIndex]
    let least = stay?.least ?? 0
    let allowed = allowedVehicles(legIndex)
    return RequestDraft(
      id: leg.leg.id + "~stay",
      pickup: StopDraft(
        location: leg.from, serviceTime: Double(least),
        windows: [stay?.begin].compactMap(\.self).map(Self.window)),
      delivery: StopDraft(
        location: leg.from, windows: [stay?.end].compactMap(\.self).map(Self.window)),
      load: compiler.dimensions.map { _ in 0 },
      ridesAlone: true, setupClass: LoadClass.stay.rawValue, allowedVehicles: allowed,
      vehicleCosts: allowed.compactMap { vehicle in
        let resource = day.resources[compiler.vehicles[vehicle].resource]
        let cost = Double(least) * (resource.costPerSecond + resource.waitValue)
        return cost > 0 ? VehicleCost(vehicle: vehicle, cost: cost) : nil
      },
      unservedPenalty: 0, headcount: 0)
  }

  /// When a rider with an appointment can be picked up at all: implied by the ride, given to prune early.
  private func pickup(
    before delivery: ClosedRange<Int>?, _ leg: DayLeg, ride: Int
  ) -> ClosedRange<Int>? {
    guard compiler.purpose == .search, let delivery else { return nil }
    let earliest =
      delivery.lowerBound - ride - leg.pickupService - rules.seconds(.setupBetweenLoads)
    let latest = delivery.upperBound - leg.directSeconds - leg.pickupService
    return earliest...max(earliest, latest)
  }

  private func allowedVehicles(_ leg: Int) -> [Int] {
    compiler.candidates[leg].flatMap { vehiclesOfResource[$0] }
  }

  /// Paid service time, and what preferences of people weigh.
  private func vehicleCosts(_ legIndex: Int) -> [VehicleCost] {
    let leg = day.legs[legIndex]
    let candidates = compiler.candidates[legIndex].map { day.resources[$0] }
    let preferred = candidates.contains { $0.ridersPreferred.contains(leg.rider.id) }
    let fairness = VolunteerFairness(rules)
    let isEarlyOrLate = isEarlyOrLate(legIndex)
    let leastBurden = candidates.filter { $0.mode == .volunteer }
      .map { fairness.price(of: $0, isEarlyOrLate: isEarlyOrLate) }.min()
    let turns = rota.price > 0 ? rota.prices(leg.booking, carriers: candidates.map(\.carrier)) : [:]
    return allowedVehicles(legIndex).compactMap { vehicle in
      let resource = day.resources[compiler.vehicles[vehicle].resource]
      var cost = Double(leg.pickupService + leg.setdownService) * resource.costPerSecond
      if preferred, !resource.ridersPreferred.contains(leg.rider.id) {
        cost += rules[.otherThanPreferred]
      }
      if leg.booking.carrierPolicy == .allowed, !leg.booking.carrier.isEmpty,
        leg.booking.carrier != resource.carrier
      {
        cost += rules[.otherCarrier]
      }
      cost += turns[resource.carrier] ?? 0
      if let connection = leg.leg.connection {
        cost += (connection.price ?? 0) * Double(leg.people)
        cost += rules.figure(.feederSaving)?.value ?? 0
      }
      // R38: of two volunteers equally near, the one whose turn it is.
      if resource.mode == .volunteer, let leastBurden {
        cost += fairness.price(of: resource, isEarlyOrLate: isEarlyOrLate) - leastBurden
      }
      return cost > 0 ? VehicleCost(vehicle: vehicle, cost: cost) : nil
    }
  }

  /// R38: by the pick-up that the booking wishes for, or the latest that makes its appointment; a leg that has no time
  /// of its own is neither early nor late.
  private func isEarlyOrLate(_ legIndex: Int) -> Bool {
    let leg = day.legs[legIndex]
    let windows = compiler.windows(of: legIndex).windows(of: legIndex)
    let latest = windows.delivery.map {
      $0.upperBound - leg.directSeconds - leg.pickupService
    }
    guard let pickup = windows.pickup?.lowerBound ?? latest else { return false }
    return rules.isEarlyOrLate(day.clock.clockTime(pickup))
  }

  /// The problem knows no time before the day's start.
  private static func window(_ range: ClosedRange<Int>) -> TimeWindow {
    TimeWindow(Double(max(0, range.lowerBound)), Double(max(0, range.upperBound)))
  }
}
