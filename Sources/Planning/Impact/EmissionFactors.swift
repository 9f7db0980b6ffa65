internal import Foundation

/// What a kilometre of each vehicle emits: a versioned file, since published generations differ by a third (R62).
///
/// All figures are kg CO₂e per vehicle-kilometre, however many people are on board.
public struct EmissionFactors: Codable, Hashable, Sendable {
  /// One kind of vehicle.
  public struct Factor: Codable, Hashable, Sendable {
    /// Driving, with the making of fuel or current.
    public var use: Double
    /// Making, upkeep and scrapping of the vehicle, by kilometre of its life.
    public var build: Double
    public var source: String
    public var status: Figure.Status

    public init(use: Double, build: Double, source: String, status: Figure.Status) {
      self.use = use
      self.build = build
      self.source = source
      self.status = status
    }

    /// kg CO₂e per vehicle-kilometre.
    public var total: Double { use + build }
  }

  /// The only basis of figures that is understood.
  public static let unit = "kgCO2e/vehicle-km"

  /// E.g. `ademe-2025`.
  public var id: String
  public var title: Bilingual
  /// When the figures were published, as far as it is known.
  public var date: String
  /// Always `EmissionFactors.unit`; stated in the file, so that figures per passenger are not taken for these.
  public var unit: String
  /// The vehicle in which riders of a baseline drive: a key of `vehicles`.
  public var baseline: String
  /// By mode: a key of `vehicles`.
  public var modes: [String: String]
  public var vehicles: [String: Factor]

  public init(
    id: String, title: Bilingual, date: String, unit: String = Self.unit, baseline: String,
    modes: [String: String], vehicles: [String: Factor]
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.unit = unit
    self.baseline = baseline
    self.modes = modes
    self.vehicles = vehicles
  }

  /// The factor of a mode; `nil` where the file names none.
  public subscript(mode: Mode) -> Factor? { modes[mode.rawValue].flatMap { vehicles[$0] } }

  /// The factor of a baseline's car; `nil` where the file names none.
  public var baselineFactor: Factor? { vehicles[baseline] }

  /// Kinds of vehicle that modes and baselines use and no published figure confirms, sorted.
  public var unconfirmed: [String] {
    let used = Set(Mode.allCases.compactMap { modes[$0.rawValue] } + [baseline])
    return used.filter { vehicles[$0].map { $0.status != .confirmed } ?? false }.sorted()
  }
}

/// The factor files that Camin ships, read from JSON embedded in the binary.
public enum ShippedFactors {
  /// Taken where none is named.
  public static let standard = "ademe-2025"

  /// All of them, the oldest first.
  ///
  /// - Throws: `DecodingError` where an embedded file holds no factors, which the tests rule out.
  public static func all() throws -> [EmissionFactors] {
    let decoder = JSONDecoder()
    return try [PackageResources.ademe_base_carbone_json, PackageResources.ademe_2025_json].map {
      try decoder.decode(EmissionFactors.self, from: Data($0))
    }
  }
}
