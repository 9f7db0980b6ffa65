/// A run that goes out for fewer riders than the service would rather have (R29): a wish, which no plan breaks.
public struct FewRiders: Codable, Hashable, Sendable {
  /// People carried, companions included; who goes there and back counts each way.
  public var riders: Int
  /// Riders from which on the service goes out gladly.
  public var least: Int

  public init(riders: Int, least: Int) {
    self.riders = riders
    self.least = least
  }

  /// Riders that the run lacks.
  public var missing: Int { max(0, least - riders) }
}

extension RuleBook {
  /// From how many riders on a run of the mode goes out gladly, and what each one less weighs, euros; `nil`: it goes
  /// out for anybody.
  func fewRiders(_ mode: Mode) -> (least: Int, weight: Double)? {
    guard mode == .tad, let least = figure(.leastRiders), let weight = figure(.fewRiders),
      least.value > 1, weight.value > 0
    else { return nil }
    return (Int(least.value), weight.value)
  }

  /// - Returns: `nil` where the run has riders enough, or nobody wishes for any number.
  func fewRiders(_ mode: Mode, carrying riders: Int) -> FewRiders? {
    fewRiders(mode).flatMap { wish in
      riders < wish.least ? FewRiders(riders: riders, least: wish.least) : nil
    }
  }
}
