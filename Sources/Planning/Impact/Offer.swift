/// An offer as it is planned today, by people of its own.
public enum Offer: String, Codable, Sendable, CaseIterable {
  /// VSL and conventioned taxis.
  case patients
  case tad
  case volunteers

  public var modes: [Mode] {
    switch self {
    case .patients: [.vsl, .taxi]
    case .tad: [.tad]
    case .volunteers: [.volunteer]
    }
  }
}

extension Mode {
  /// The offer that a vehicle of the mode works for.
  public var offer: Offer {
    switch self {
    case .vsl, .taxi: .patients
    case .tad: .tad
    case .volunteer: .volunteers
    }
  }
}
