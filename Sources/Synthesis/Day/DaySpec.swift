public import Planning

/// Which day to make up.
public struct DaySpec: Codable, Hashable, Sendable {
  public var seed: UInt64
  public var date: PlanDate
  /// Legs of all bookings together; met exactly where the territory has destinations for them.
  public var legs: Int
  /// Volunteers and vehicles together.
  public var resources: Int
  /// Groups of communes where riders and drivers live; empty: the whole territory.
  public var groups: [String]
  /// Where the day says that its road times come from (`Territory.roads`).
  public var roads: String?

  public init(
    seed: UInt64, date: PlanDate, legs: Int, resources: Int, groups: [String] = [],
    roads: String? = nil
  ) {
    self.seed = seed
    self.date = date
    self.legs = legs
    self.resources = resources
    self.groups = groups
    self.roads = roads
  }

  /// A day of a size that the territory's profile names (`small`, `ordinary`, `heavy` in the
  /// Lot's), or of a number of legs, with resources in the proportion of the largest day named.
  ///
  /// - Throws: `Faults` with code `unknown-size`.
  public init(
    size: String, of territory: TerritoryData, date: PlanDate, seed: UInt64
  ) throws(Faults) {
    let largest = territory.profile.sizes.values.max { $0.legs < $1.legs }
    if let legs = Int(size), let largest {
      let share = Double(largest.resources) / Double(max(1, largest.legs))
      self.init(
        seed: seed, date: date, legs: legs,
        resources: max(1, Int((share * Double(legs)).rounded())), groups: largest.groups)
      return
    }
    guard let named = territory.profile.sizes[size] else {
      let known = territory.profile.sizes.keys.sorted().joined(separator: ", ")
      throw Faults([
        Fault(
          code: "unknown-size", place: FaultPlace(file: TerritoryFile.profile, pointer: "/sizes"),
          field: "size", value: size,
          cause: Bilingual(
            fr: "Ce territoire ne connaît pas cette taille de journée.",
            en: "This territory has no day of that size."),
          remedy: Bilingual(
            fr: "Choisir parmi : \(known), ou donner un nombre de trajets.",
            en: "Choose one of: \(known), or give a number of legs."))
      ])
    }
    self.init(
      seed: seed, date: date, legs: named.legs, resources: named.resources, groups: named.groups)
  }
}
