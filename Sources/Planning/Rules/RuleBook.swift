/// The rules in force on the plan's date: one complete profile of each kind.
///
/// Every figure of `FigureKey.all` that is not optional is known to be there with a unit that fits, so that
/// reading one cannot fail.
public struct RuleBook: Hashable, Sendable {
  public let date: PlanDate
  let byKind: [RuleKind: RuleProfile]

  /// Picks the profiles in force for a scenario.
  ///
  /// A profile named by the territory wins; otherwise the one of the kind in force on the date that came
  /// into force last. Profiles of the scenario's own replace shipped ones of the same id.
  ///
  /// - Throws: `Faults` with every missing or expired profile and every missing or misstated figure.
  public init(
    for scenario: Scenario, at lookup: @escaping FaultLookup = FaultPlace.inScenario
  ) throws(Faults) {
    try self.init(for: scenario, shipped: (try? ShippedProfiles.all()) ?? [], at: lookup)
  }

  /// As `init(for:at:)`, with the shipped profiles replaced.
  public init(
    for scenario: Scenario, shipped: [RuleProfile], at lookup: @escaping FaultLookup
  ) throws(Faults) {
    var choice = ProfileChoice(scenario: scenario, shipped: shipped, lookup: lookup)
    let (book, faults) = choice.choose()
    guard faults.isEmpty else { throw Faults(faults) }
    date = scenario.territory.date
    byKind = book
  }

  /// The profile of a kind.
  public func profile(_ kind: RuleKind) -> RuleProfile {
    guard let profile = byKind[kind] else {
      preconditionFailure("a rule book holds every kind, \(kind) is missing")
    }
    return profile
  }

  /// Ids of the profiles in force that a plan stands on, in the order of `RuleKind`.
  public var profileIds: [String] {
    RuleKind.allCases.filter { $0 != .rehearsal }.compactMap { byKind[$0]?.id }
  }

  /// The figure as the profile states it; `nil` only for optional ones.
  public func figure(_ key: FigureKey) -> Figure? { byKind[key.kind]?.figures[key.key] }

  /// Value in the unit stated: euros and euros per kilometre or hour, counts, ratios, flags, km/h.
  public subscript(key: FigureKey) -> Double { stated(key).value }

  /// Whether a flag is up.
  public func isSet(_ key: FigureKey) -> Bool { self[key] != 0 }

  /// Value of a time in whole seconds.
  public func seconds(_ key: FigureKey) -> Int { Self.seconds(stated(key)) }

  /// Value of a distance in whole metres.
  public func metres(_ key: FigureKey) -> Int { Self.metres(stated(key)) }

  /// `tap-2025.wait_total`: how a figure is cited.
  public func citation(_ key: FigureKey) -> String { profile(key.kind).id + "." + key.key }

  static func seconds(_ figure: Figure) -> Int {
    let scale = figure.unit == "h" ? 3600.0 : figure.unit == "min" ? 60 : 1
    return Int((figure.value * scale).rounded())
  }

  static func metres(_ figure: Figure) -> Int {
    Int((figure.value * (figure.unit == "km" ? 1000 : 1)).rounded())
  }

  private func stated(_ key: FigureKey) -> Figure {
    guard let figure = figure(key) else {
      preconditionFailure("figure \(key.kind).\(key.key) was not checked")
    }
    return figure
  }
}
