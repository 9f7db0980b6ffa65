public import Planning

/// The real geography of a territory, and how its demand is drawn: all that the generator reads.
public struct TerritoryData: Hashable, Sendable {
  public var profile: DemandProfile
  public var communes: [Commune]
  public var cells: [PopulationCell]
  public var sites: [Site]
  public var zones: [TadZone]
  /// Weekdays with a market, by commune code.
  public var markets: [String: [Weekday]]
}

/// A commune: a row of `communes.csv`.
public struct Commune: Hashable, Sendable {
  /// INSEE code.
  public var code: String
  public var name: String
  /// Centre of the village, degrees.
  public var latitude: Double
  public var longitude: Double
  public var population: Double
  /// Inhabitants aged 75 and more.
  public var population75: Double
  public var communeClass: CommuneClass
  /// Any grouping, e.g. the intercommunalité.
  public var group: String
  /// Code of the TAD zone; empty: none.
  public var zone: String
  /// How much the shops draw: 0 for none.
  public var shops: Double

  var point: GeoPoint { GeoPoint(latitude: latitude, longitude: longitude) }
}

/// An inhabited square kilometre: a row of `population_grid.csv`.
public struct PopulationCell: Hashable, Sendable {
  /// Centre, degrees.
  public var latitude: Double
  public var longitude: Double
  public var population: Double
  /// Commune code.
  public var commune: String
}

/// A place people go to: a row of `health_sites.csv`, `services.csv` or `stations.csv`.
public struct Site: Hashable, Sendable {
  public var id: String
  /// E.g. `hospital` and `dialysis`; the first one becomes the place's kind.
  public var kinds: [String]
  public var name: String
  /// Commune code, or the name of a commune outside the territory.
  public var commune: String
  public var communeClass: CommuneClass
  public var latitude: Double
  public var longitude: Double
  /// How much it draws.
  public var weight: Double
  /// Opening hours by weekday; `nil`: not known, taken as open.
  public var opening: [Weekday: [ClockWindow]]?
}

/// A TAD zone: a row of `tad_zones.csv`.
public struct TadZone: Hashable, Sendable {
  public var code: String
  public var name: String
  /// Commune code.
  public var centre: String
  /// Communes whose sites are reached from the zone though they may lie outside of it.
  public var poles: [String]
}
