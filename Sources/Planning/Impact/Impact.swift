/// Indicators of one plan, or of several added up (R62); `nil` where there is nothing to divide.
///
/// Riders are counted by legs; companions are not. Costs are those of the plan: what volunteers are reimbursed, and
/// what the vehicles cost their services and firms; what patients are billed is `DayTariff`'s affair.
public struct Impact: Hashable, Sendable {
  public let totals: ImpactTotals
  public let factors: EmissionFactors

  public init(_ totals: ImpactTotals, factors: EmissionFactors) {
    self.totals = totals
    self.factors = factors
  }

  /// `empty vehicle-km / vehicle-km`: without a rider on board over all, from home back to home for volunteers, from
  /// start to end of the run for the others.
  public func emptyShare(_ mode: Mode? = nil) -> Double? {
    let runs = part(mode)
    return Self.ratio(Double(runs.emptyMetres), Double(runs.metres))
  }

  /// `passenger-km / loaded vehicle-km`.
  public func occupancy(_ mode: Mode? = nil) -> Double? {
    let runs = part(mode)
    return Self.ratio(Double(runs.riderMetres), Double(runs.loadedMetres))
  }

  /// Legs with another rider on board for part of the way over legs served.
  public var sharedShare: Double? {
    Self.ratio(Double(totals.all.sharedLegs), Double(totals.all.legs))
  }

  /// Euros: `cost / legs served`.
  public func costPerTrip(_ mode: Mode? = nil) -> Double? {
    let runs = part(mode)
    return Self.ratio(runs.cost, Double(runs.legs))
  }

  /// Euros: `cost / passenger-km`.
  public func costPerPassengerKilometre(_ mode: Mode? = nil) -> Double? {
    let runs = part(mode)
    return Self.ratio(runs.cost, Double(runs.riderMetres) / 1000)
  }

  /// Kilograms of CO₂e: `Σ vehicle-km × factor of the mode's vehicle`.
  public func emissions(_ mode: Mode? = nil) -> Double {
    guard let mode else { return Mode.allCases.reduce(0) { $0 + emissions($1) } }
    return Double(totals[mode].metres) / 1000 * (factors[mode]?.total ?? 0)
  }

  /// Kilograms of CO₂e per passenger-kilometre.
  public var emissionsPerPassengerKilometre: Double? {
    Self.ratio(emissions(), Double(totals.all.riderMetres) / 1000)
  }

  /// Kilograms of CO₂e of the legs served, had they been travelled as the baseline supposes:
  /// `Σ direct km × times driven × factor of the car`.
  public func emissions(of baseline: Baseline) -> Double {
    Double(totals.all.directMetres * baseline.carTrips) / 1000
      * (factors.baselineFactor?.total ?? 0)
  }

  /// Kilograms of CO₂e less than the baseline; below zero: more.
  public func saving(against baseline: Baseline) -> Double {
    emissions(of: baseline) - emissions()
  }

  // MARK: Distributions

  public var rideRatio: Distribution { Distribution(totals.rideRatios) }
  /// Metres.
  public var detour: Distribution { Distribution(totals.detours) }
  /// Seconds.
  public var waitBefore: Distribution { Distribution(totals.waitsBefore) }
  /// Seconds.
  public var waitAfter: Distribution { Distribution(totals.waitsAfter) }
  /// Kilometres reimbursed to those who drove.
  public var driversKilometres: Distribution {
    Distribution(totals.volunteers.values.filter { $0 > 0 }.map { Double($0) / 1000 })
  }
  /// Kilometres reimbursed to those who were there, zero included.
  public var volunteersKilometres: Distribution {
    Distribution(totals.volunteers.values.map { Double($0) / 1000 })
  }

  private func part(_ mode: Mode?) -> ImpactTotals.ModeTotals {
    mode.map { totals[$0] } ?? totals.all
  }

  private static func ratio(_ a: Double, _ b: Double) -> Double? { b > 0 ? a / b : nil }
}
