/// What differs from the plan that people were told, and who must be told (R43).
public struct PlanChanges: Codable, Hashable, Sendable {
  /// Content hash of the published plan.
  public var previous: String
  /// Its times hold as promised.
  public var keepsTimes: Bool
  /// Riders first, then drivers, each by id.
  public var changes: [PlanChange]

  public init(previous: String, keepsTimes: Bool, changes: [PlanChange]) {
    self.previous = previous
    self.keepsTimes = keepsTimes
    self.changes = changes
  }

  /// What the changes weigh, euros by the objective's profile.
  public var price: Double { changes.reduce(0) { $0 + $1.price } }
}

/// One thing that one person must be told.
public struct PlanChange: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The pick-up moves by more than was promised.
    case timeMoved = "time_moved"
    /// Another driver comes.
    case otherDriver = "other_driver"
    /// A ride told is no longer served.
    case lost
    /// A leg told to be refused is served.
    case gained
    /// A driver told to drive stays at home, or one not told is to drive.
    case calledOff = "called_off"
    case called
    /// A driver's run has other riders, another order or other times.
    case runChanged = "run_changed"
  }
  public var kind: Kind
  /// Whom to tell: id of a rider, or of a volunteer or vehicle.
  public var person: String
  /// Legs concerned.
  public var legs: [String]
  /// Pick-up told and planned now, seconds since local midnight; `nil` where the change is not one of time.
  public var before: Int?
  public var after: Int?
  /// Resources told and planned now; empty where the change is not one of driver.
  public var from: String
  public var to: String
  /// Euros that the change weighs.
  public var price: Double
  public var text: Bilingual

  public init(
    kind: Kind, person: String, legs: [String] = [], before: Int? = nil, after: Int? = nil,
    from: String = "", to: String = "", price: Double = 0, text: Bilingual
  ) {
    self.kind = kind
    self.person = person
    self.legs = legs
    self.before = before
    self.after = after
    self.from = from
    self.to = to
    self.price = price
    self.text = text
  }
}
