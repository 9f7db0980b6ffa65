/// Names one object of a scenario, so that a reader can say in which file and line it stands.
public struct ObjectKey: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case territory, place, rider, booking, leg, volunteer, vehicle, availability, lock, line, profile
  }
  public var kind: Kind
  /// Position in the scenario's list of its kind; legs are counted over all bookings, in order.
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
      }
    let pointer = "/" + list + (key.field.isEmpty ? "" : "/" + key.field)
    return FaultPlace(file: "scenario", pointer: pointer)
  }
}
