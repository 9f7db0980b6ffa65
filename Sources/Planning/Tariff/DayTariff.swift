/// What the rides of a plan cost those who pay for them: the insurance for patients (R37), riders with volunteers and in
/// demand-responsive services (R36).
///
/// Made of any plan of a day, also one changed by hand; people appear by pseudonym.
public struct DayTariff: Sendable, Encodable {
  /// One patient's ride by VSL or taxi.
  public struct PatientLine: Hashable, Sendable, Encodable {
    public var run: String
    public var resource: String
    public var mode: Mode
    public var carrier: String
    public var booking: String
    public var leg: String
    public var rider: String
    /// On board; and alone by the direct way.
    public var metres: Int
    public var directMetres: Int
    public var patients: Int
    /// `nil` where a figure is missing.
    public var amount: TariffAmount?
    /// The same patient alone by the direct way; `nil` where a figure is missing.
    public var alone: TariffAmount?

    /// Cents that sharing saves; below zero where the detour costs more than the abatement.
    public var savingCents: Int? {
      guard let amount, let alone else { return nil }
      return alone.totalCents - amount.totalCents
    }
  }

  /// One rider's ride with a volunteer.
  public struct ShareLine: Hashable, Sendable, Encodable {
    public var run: String
    public var resource: String
    public var booking: String
    public var leg: String
    public var rider: String
    /// On board.
    public var metres: Int
    /// Riders on board at once, at most.
    public var riders: Int
    public var shareCents: Int
    /// The share is the least that is asked, rather than what the kilometres come to.
    public var isMinimum: Bool
  }

  /// One rider's ride in a demand-responsive service.
  public struct FareLine: Hashable, Sendable, Encodable {
    public var run: String
    public var resource: String
    public var booking: String
    public var leg: String
    public var rider: String
    /// On board.
    public var metres: Int
    /// Riders on board at once, at most.
    public var riders: Int
    public var companions: Int
    /// For the rider and the companions.
    public var fareCents: Int
  }

  /// What one volunteer's run is reimbursed, from home back to home.
  public struct VolunteerLine: Hashable, Sendable, Encodable {
    public var run: String
    public var resource: String
    public var metres: Int
    public var reimbursedCents: Int
    /// What its riders give.
    public var sharesCents: Int
  }

  /// A figure that the amounts rest on.
  public struct UsedFigure: Hashable, Sendable, Encodable {
    /// `taxi-2025.tariff.package`.
    public var citation: String
    public var figure: Figure
  }

  public internal(set) var patients: [PatientLine] = []
  public internal(set) var shares: [ShareLine] = []
  public internal(set) var volunteers: [VolunteerLine] = []
  /// Empty where the profile states no fare.
  public internal(set) var fares: [FareLine] = []
  /// Figures without which some patients' rides have no amount, sorted.
  public internal(set) var missing: [String] = []
  public internal(set) var figures: [UsedFigure] = []

  public init(
    of plan: Plan, on day: Day, options: PatientTariff.Options = PatientTariff.Options()
  ) {
    let tariff = PatientTariff(day.rules, options: options)
    for run in plan.runs {
      let rides = RunRides(run, day)
      switch run.mode {
      case .vsl, .taxi: addPatients(rides, run, day, tariff)
      case .volunteer: addShares(rides, run, day)
      case .tad: addFares(rides, run, day)
      }
    }
    let modes = Set(patients.map(\.mode))
    missing = Mode.allCases.filter(modes.contains).flatMap(tariff.missing)
    figures = usedFigures(modes, day.rules, tariff)
  }

  private mutating func addPatients(
    _ rides: RunRides, _ run: Run, _ day: Day, _ tariff: PatientTariff
  ) {
    for ride in rides.rides where day.legs[ride.leg].booking.insured {
      let leg = day.legs[ride.leg]
      let billed = TariffRide(ride, of: run, in: day)
      patients.append(
        PatientLine(
          run: run.id, resource: run.resource, mode: run.mode, carrier: run.carrier,
          booking: leg.booking.id, leg: leg.leg.id, rider: leg.rider.id, metres: ride.metres,
          directMetres: leg.directMetres, patients: ride.patients, amount: tariff.bill(billed),
          alone: tariff.bill(billed.alone(metres: leg.directMetres))))
    }
  }

  private mutating func addShares(_ rides: RunRides, _ run: Run, _ day: Day) {
    let rules = day.rules
    let asked = rules.figure(.shareRate)?.value ?? rules[.volunteerRate]
    let rate = min(asked, rules.figure(.tusShareCap)?.value ?? asked)
    let least = Cents.of(rules.figure(.shareMinimum)?.value ?? 0)
    let parts = RiderShares(rides.stretches, rate: rate)
    let lines = rides.rides.map { ride in
      let leg = day.legs[ride.leg]
      let share = parts.cents[ride.leg] ?? 0
      return ShareLine(
        run: run.id, resource: run.resource, booking: leg.booking.id, leg: leg.leg.id,
        rider: leg.rider.id, metres: ride.metres, riders: ride.riders,
        shareCents: max(share, least), isMinimum: share < least)
    }
    shares += lines
    volunteers.append(
      VolunteerLine(
        run: run.id, resource: run.resource, metres: run.metres,
        reimbursedCents: Cents.of(Double(run.metres) / 1000 * rules[.volunteerRate]),
        sharesCents: lines.reduce(0) { $0 + $1.shareCents }))
  }

  private mutating func addFares(_ rides: RunRides, _ run: Run, _ day: Day) {
    for ride in rides.rides where !day.legs[ride.leg].booking.insured {
      let leg = day.legs[ride.leg]
      guard let cents = Self.fareCents(companions: leg.booking.companions, day.rules) else {
        return
      }
      fares.append(
        FareLine(
          run: run.id, resource: run.resource, booking: leg.booking.id, leg: leg.leg.id,
          rider: leg.rider.id, metres: ride.metres, riders: ride.riders,
          companions: leg.booking.companions, fareCents: cents))
    }
  }

  /// What a rider with companions is asked for a leg in a demand-responsive service; `nil` where the profile states no
  /// fare. Where it states none for companions, they ride free.
  public static func fareCents(companions: Int, _ rules: RuleBook) -> Int? {
    guard let fare = rules.figure(.tadFare) else { return nil }
    return Cents.of(fare.value)
      + companions * Cents.of(rules.figure(.tadCompanionFare)?.value ?? 0)
  }

  private func usedFigures(
    _ modes: Set<Mode>, _ rules: RuleBook, _ tariff: PatientTariff
  ) -> [UsedFigure] {
    var keys: [FigureKey] = []
    for mode in Mode.allCases where modes.contains(mode) {
      let kind = mode.ruleKind
      let prices = FigureKey.tariffs.filter { $0.kind == kind && $0 != .tariffRate(kind) }
      let hasOwnRate = kind == .taxi && tariff.options.taxiRate != nil
      keys += prices + (hasOwnRate ? [] : [tariff.rateKey(kind)])
    }
    if !volunteers.isEmpty { keys += [.volunteerRate, .shareRate, .shareMinimum, .tusShareCap] }
    if !fares.isEmpty { keys += [.tadFare, .tadCompanionFare] }
    var used = keys.compactMap { key in
      rules.figure(key).map { UsedFigure(citation: rules.citation(key), figure: $0) }
    }
    if modes.contains(.taxi), let rate = tariff.options.taxiRate {
      let source = "Given on the command line"
      let figure = Figure(value: rate, unit: "EUR/km", source: source, status: .assumed)
      used.append(UsedFigure(citation: "--taxi-rate", figure: figure))
    }
    return used.sorted { $0.citation < $1.citation }
  }
}
