/// Names one object of a scenario, so that a reader can say in which file and line it stands.
public struct ObjectKey: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case territory, place, rider, booking, leg, volunteer, vehicle, availability, lock, line,
      profile
    /// A standing order, and a leg of one.
    case standing, standingLeg
  }
  public var kind: Kind
  /// Position in the scenario's list of its kind; legs are counted over all bookings or orders, in order.
  public var index: Int
  /// Empty for kinds without one (the territory, availability rows, locks).
  public var id: String
  /// Swift name of the property, e.g. `home`; empty: the object as a whole.
  public var field: String

  public init(_ kind: Kind, index: Int = 0, id: String = "", field: String = "") {
    self.kind = kind
    self.index = index
    self.id = id
    self.field = field
  }
}

extension ObjectKey {
  /// A property of the same object.
  func with(field: String) -> ObjectKey {
    var key = self
    key.field = field
    return key
  }
}

/// Says where an object stands in the input.
public typealias FaultLookup = (ObjectKey) -> FaultPlace

extension FaultPlace {
  /// For scenarios that come from no file: a JSON pointer into the scenario as one document.
  public static func inScenario(_ key: ObjectKey) -> FaultPlace {
    let list =
      switch key.kind {
      case .territory: "territory"
      case .place: "places/\(key.index)"
      case .rider: "riders/\(key.index)"
      case .booking: "bookings/\(key.index)"
      case .leg: "legs/\(key.index)"
      case .volunteer: "volunteers/\(key.index)"
      case .vehicle: "vehicles/\(key.index)"
      case .availability: "availability/\(key.index)"
      case .lock: "locks/\(key.index)"
      case .line: "lines/\(key.index)"
      case .profile: "profiles/\(key.index)"
      case .standing: "standing/\(key.index)"
      case .standingLeg: "standingLegs/\(key.index)"
      }
    let pointer = "/" + list + (key.field.isEmpty ? "" : "/" + key.field)
    return FaultPlace(file: "scenario", pointer: pointer)
  }
}
