/// What a territory knows, by kind; each has a table of its own, called like it.
///
/// The raw values are the singular of the lists in a scenario's published JSON.
public enum ItemKind: String, CaseIterable, Codable, Sendable {
  case territory, profile, place, rider, volunteer, vehicle, availability, line, standing, booking,
    lock

  /// Whether an item is of one day, or may be (an exception of the availability).
  public var isDated: Bool { [.availability, .booking, .lock].contains(self) }

  /// Whether an item is in force from a day or until one.
  public var isBounded: Bool { self == .standing }

  /// The column that says what an item belongs to: rider of a booking, home of a rider, and so on.
  var owner: String? {
    switch self {
    case .territory, .profile, .place: nil
    case .rider, .volunteer: "home"
    case .vehicle: "start"
    case .availability: "resource"
    case .line: "vehicle"
    case .standing, .booking: "rider"
    case .lock: "trip"
    }
  }

  var columns: [String] {
    ["id"] + (owner.map { [$0] } ?? []) + (isDated ? ["day"] : [])
      + (isBounded ? ["first_day", "last_day"] : []) + ["fields"]
  }

  /// Whether its id is unique within a day rather than in the whole territory.
  public var isUniqueByDay: Bool { self == .booking || self == .lock }
}
