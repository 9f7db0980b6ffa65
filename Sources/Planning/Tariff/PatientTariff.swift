/// The tariff of seated patients by VSL or conventioned taxi (R37), from the figures of the profiles in force.
///
/// For reports only: the search knows carriers' costs, not what the insurance pays. Texts leave open what exactly is
/// abated; here it is package, distance and time, not the supplements.
public struct PatientTariff: Sendable {
  /// What the profiles cannot know.
  public struct Options: Hashable, Sendable {
    /// Number of the département whose taxi rate holds, e.g. `46`; empty: the profile's `tariff.rate`.
    public var department: String
    /// Euros per kilometre by taxi, in place of the profile's.
    public var taxiRate: Double?
    /// Carriers without certified geolocation and SEFi, whose VSL abatements are others.
    public var carriersWithoutSefi: Set<String>

    public init(
      department: String = "", taxiRate: Double? = nil, carriersWithoutSefi: Set<String> = []
    ) {
      self.department = department
      self.taxiRate = taxiRate
      self.carriersWithoutSefi = carriersWithoutSefi
    }
  }

  public let rules: RuleBook
  public let options: Options

  public init(_ rules: RuleBook, options: Options = Options()) {
    self.rules = rules
    self.options = options
  }

  /// Figures without which a mode has no price, as `taxi-2025.tariff.rate.46`; empty: it has one.
  public func missing(_ mode: Mode) -> [String] {
    let kind = mode.ruleKind
    guard FigureKey.tariffKinds.contains(kind) else { return [] }
    var missing = [FigureKey.package(kind), .included(kind)].filter { rules.figure($0) == nil }
    if rate(kind) == nil { missing.append(rateKey(kind)) }
    return missing.map(rules.citation)
  }

  /// What a ride is billed.
  ///
  /// - Returns: `nil` where `missing` names a figure, or the mode carries no patients for the insurance: an amount is
  ///   never made up.
  public func bill(_ ride: TariffRide) -> TariffAmount? {
    let kind = ride.mode.ruleKind
    guard FigureKey.tariffKinds.contains(kind), let package = value(.package(kind)),
      let included = metres(.included(kind)), let rate = rate(kind)
    else { return nil }
    var amount = TariffAmount()
    amount.packageCents = Cents.of(package)
    amount.distanceCents = Cents.of(Double(max(0, ride.metres - included)) / 1000 * rate)
    let basis = amount.packageCents + amount.distanceCents
    amount.timeCents = Int((Double(basis) * timeShare(ride, kind)).rounded())
    amount.abatementCents = Int(
      (Double(basis + amount.timeCents) * abatement(ride, kind)).rounded())
    amount.emptyReturnCents = Cents.of(
      emptyReturnShare(ride, kind) * Double(ride.metres) / 1000 * rate)
    amount.supplementCents = supplement(ride, kind)
    return amount
  }

  // MARK: Parts

  private func timeShare(_ ride: TariffRide, _ kind: RuleKind) -> Double {
    let fromSaturday = rules.figure(.saturdayFrom(kind)).map(RuleBook.seconds)
    let isWeekend =
      ride.isSundayOrHoliday
      || ride.isSaturday && fromSaturday.map { ride.start % 86_400 >= $0 } ?? false
    let weekend = isWeekend ? value(.sundayShare(kind)) ?? 0 : 0
    let night = isNight(ride, kind) ? value(.nightShare(kind)) ?? 0 : 0
    return max(weekend, night)
  }

  private func isNight(_ ride: TariffRide, _ kind: RuleKind) -> Bool {
    guard let from = rules.figure(.nightFrom(kind)).map(RuleBook.seconds),
      let until = rules.figure(.nightUntil(kind)).map(RuleBook.seconds), ride.end > ride.start
    else { return false }
    let length = until > from ? until - from : until + 86_400 - from
    let dark = (-1...2).reduce(0) { sum, day in
      let dusk = day * 86_400 + from
      return sum + max(0, min(ride.end, dusk + length) - max(ride.start, dusk))
    }
    return Double(dark) > (value(.nightPart(kind)) ?? 0.5) * Double(ride.end - ride.start)
  }

  /// Part taken off; a profile that takes off more than the whole takes off the whole.
  private func abatement(_ ride: TariffRide, _ kind: RuleKind) -> Double {
    min(1, ride.patients > 1 ? sharedAbatement(ride, kind) : soloAbatement(ride, kind))
  }

  private func sharedAbatement(_ ride: TariffRide, _ kind: RuleKind) -> Double {
    let isOther = options.carriersWithoutSefi.contains(ride.carrier)
    let counts = FigureKey.abatedCounts.reversed().filter { $0 <= ride.patients }
    // A profile without abatements of their own for such firms means one for all.
    let own =
      isOther ? counts.lazy.compactMap { value(.abatement(kind, $0, other: true)) }.first : nil
    return own ?? counts.lazy.compactMap { value(.abatement(kind, $0)) }.first ?? 0
  }

  private func soloAbatement(_ ride: TariffRide, _ kind: RuleKind) -> Double {
    guard let from = metres(.soloAbatementFrom(kind)), ride.metres >= from else { return 0 }
    return value(.soloAbatement(kind)) ?? 0
  }

  private func emptyReturnShare(_ ride: TariffRide, _ kind: RuleKind) -> Double {
    guard ride.isHospitalStay, let limit = metres(.emptyReturnLimit(kind)) else { return 0 }
    return value(ride.metres < limit ? .emptyReturnNear(kind) : .emptyReturnFar(kind)) ?? 0
  }

  private func supplement(_ ride: TariffRide, _ kind: RuleKind) -> Int {
    let wheelchair = ride.inWheelchair ? value(.wheelchairSupplement(kind)) ?? 0 : 0
    let touchesCity = ride.communes.contains { isCity($0, kind) }
    return Cents.of(wheelchair) + Cents.of(touchesCity ? value(.citySupplement(kind)) ?? 0 : 0)
  }

  private func isCity(_ commune: String, _ kind: RuleKind) -> Bool {
    let isCode = commune.count == 5 && commune.allSatisfy(\.isNumber)
    let name = isCode ? String(commune.prefix(2)) : commune.lowercased()
    return value(.city(kind, name)).map { $0 != 0 } ?? false
  }

  // MARK: Figures

  /// Euros per kilometre; `nil` where nobody has told.
  private func rate(_ kind: RuleKind) -> Double? {
    if kind == .taxi, let own = options.taxiRate { return own }
    return value(rateKey(kind))
  }

  /// The figure that holds: the département's own where one is named and the mode's rate depends on it.
  func rateKey(_ kind: RuleKind) -> FigureKey {
    let common = FigureKey.tariffRate(kind)
    guard kind == .taxi, !options.department.isEmpty else { return common }
    let own = FigureKey.tariffRate(kind, department: options.department)
    return rules.figure(own) == nil && rules.figure(common) != nil ? common : own
  }

  private func value(_ key: FigureKey) -> Double? { rules.figure(key)?.value }

  private func metres(_ key: FigureKey) -> Int? { rules.figure(key).map(RuleBook.metres) }
}
