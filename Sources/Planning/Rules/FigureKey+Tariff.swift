/// Figures of prices (R36, R37); a plan can do without any, since they serve reports alone.
extension FigureKey {
  // MARK: Seated patients, by the mode that carries them

  static func package(_ kind: RuleKind) -> FigureKey { price(kind, "tariff.package", .amount) }
  static func included(_ kind: RuleKind) -> FigureKey { price(kind, "tariff.included", .distance) }
  /// Euros per kilometre in a département, `46`; without one, where no département has its own.
  static func tariffRate(_ kind: RuleKind, department: String? = nil) -> FigureKey {
    price(kind, "tariff.rate" + (department.map { "." + $0 } ?? ""), .rate)
  }
  static func nightShare(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.night_share", .ratio)
  }
  static func nightFrom(_ kind: RuleKind) -> FigureKey { price(kind, "tariff.night_from", .time) }
  static func nightUntil(_ kind: RuleKind) -> FigureKey { price(kind, "tariff.night_until", .time) }
  static func nightPart(_ kind: RuleKind) -> FigureKey { price(kind, "tariff.night_part", .ratio) }
  static func sundayShare(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.sunday_share", .ratio)
  }
  static func saturdayFrom(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.saturday_from", .time)
  }
  static func wheelchairSupplement(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.tpmr_supplement", .amount)
  }
  static func citySupplement(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.city_supplement", .amount)
  }
  /// Whether a commune, by its name in small letters, or a département, is a large city.
  static func city(_ kind: RuleKind, _ name: String) -> FigureKey {
    price(kind, "tariff.city." + name, .flag)
  }
  static func emptyReturnNear(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.empty_return_near", .ratio)
  }
  static func emptyReturnFar(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.empty_return_far", .ratio)
  }
  static func emptyReturnLimit(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.empty_return_limit", .distance)
  }
  static func soloAbatement(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.solo_abatement", .ratio)
  }
  static func soloAbatementFrom(_ kind: RuleKind) -> FigureKey {
    price(kind, "tariff.solo_abatement_from", .distance)
  }
  /// Abatement where so many patients share; `other`: of firms without certified geolocation and SEFi.
  static func abatement(_ kind: RuleKind, _ patients: Int, other: Bool = false) -> FigureKey {
    price(kind, (other ? "abatement_other" : "abatement") + ".\(patients)", .ratio)
  }
  /// As many patients as an abatement is told apart for.
  static let abatedCounts = 2...8

  // MARK: Riders with volunteers

  public static let shareRate = price(.volunteer, "share_rate", .rate)
  public static let shareMinimum = price(.volunteer, "share_minimum", .amount)
  public static let tusShareCap = price(.tus, "share_cap", .rate)
  /// Inhabitants under which an urban unit counts as small: told of communes by who prepares the day.
  static let smallUrbanUnit = price(.tus, "small_urban_unit", .count)

  // MARK: Riders of demand-responsive services

  /// Euros that a rider, and each companion, is asked for one leg.
  public static let tadFare = price(.tad, "fare", .amount)
  public static let tadCompanionFare = price(.tad, "fare_companion", .amount)

  private static func price(_ kind: RuleKind, _ key: String, _ measure: Measure) -> FigureKey {
    FigureKey(kind, key, measure, optional: true)
  }

  /// Kinds with a tariff for seated patients.
  static let tariffKinds: [RuleKind] = [.vsl, .taxi]

  /// Those with a fixed name.
  static let tariffs: [FigureKey] =
    tariffKinds.flatMap { kind in
      [
        package(kind), included(kind), tariffRate(kind), nightShare(kind), nightFrom(kind),
        nightUntil(kind), nightPart(kind), sundayShare(kind), saturdayFrom(kind),
        wheelchairSupplement(kind), citySupplement(kind), emptyReturnNear(kind),
        emptyReturnFar(kind), emptyReturnLimit(kind), soloAbatement(kind), soloAbatementFrom(kind),
      ] + abatedCounts.flatMap { [abatement(kind, $0), abatement(kind, $0, other: true)] }
    } + [shareRate, shareMinimum, tusShareCap, smallUrbanUnit, tadFare, tadCompanionFare]
}
