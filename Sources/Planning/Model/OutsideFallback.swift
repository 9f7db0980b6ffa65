/// Somebody outside the scheme who takes whom it cannot serve, at a price: taxi vouchers, another association (R33).
///
/// It has no vehicles, hours or capacity of its own in the model: whoever is handed over is taken to be driven, at the
/// times asked for. What bounds it is whom it takes, and the budget of the day.
public struct OutsideFallback: Codable, Hashable, Sendable {
  public var id: String
  /// As people call it, e.g. `Bons taxi`; empty: by its id.
  public var name: String
  /// Euros for a leg, and for each kilometre of its direct way; companions ride with theirs.
  public var fixed: Double
  public var perKilometre: Double
  /// Euros a day.
  public var budget: Double
  /// Offers that it stands in for: bookings that admit one of these; empty: any.
  public var modes: [Mode]
  /// Takes prescribed trips too, which the health insurance pays.
  public var insured: Bool
  /// Purposes of the bookings that it takes; empty: any.
  public var purposes: [String]
  /// Need codes that it caters for, of those that a driver must have accepted.
  public var needsAccepted: [String]
  /// Longest direct way; `nil`: any.
  public var longestKilometres: Double?

  public init(
    id: String, name: String = "", fixed: Double = 0, perKilometre: Double = 0, budget: Double = 0,
    modes: [Mode] = [], insured: Bool = false, purposes: [String] = [],
    needsAccepted: [String] = [], longestKilometres: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.fixed = fixed
    self.perKilometre = perKilometre
    self.budget = budget
    self.modes = modes
    self.insured = insured
    self.purposes = purposes
    self.needsAccepted = needsAccepted
    self.longestKilometres = longestKilometres
  }

  /// The name, or else the id.
  public var title: String { name.isEmpty ? id : name }
}
