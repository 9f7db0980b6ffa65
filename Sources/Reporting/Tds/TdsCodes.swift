import Planning

/// What Camin's codes are called in the Transactional Data Specification (TCRP Report 210).
enum TdsCodes {
  /// `tripRejectionReason` of a reason (R45).
  static func rejection(_ code: ReasonCode) -> String {
    switch code {
    case .notEligible: "INVALID_USER"
    case .outsideZone: "NOT_IN_SERVICE_AREA"
    case .afterDeadline, .noResourceInTime: "INVALID_SERVICE_HOURS"
    case .capacityOrNeed: "WRONG_SERVICE_LEVEL"
    case .driverLimit, .priorityLost: "NO_VEHICLES_AVAILABLE"
    case .rideOrDetourLimit, .linkedLeg: "UNABLE_TO_SERVICE_TRIP"
    case .searchLimit: "OTHER"
    }
  }

  /// `specialAttributes` of a rider's needs, as far as the specification has words for them; the driver who must not
  /// leave is one of them.
  static func attributes(needs: [String], accompany: Bool) -> String {
    let codes = needs.compactMap { known[$0] } + (accompany ? ["NLA"] : [])
    let isOnFoot = !codes.contains { ["W", "WT"].contains($0) }
    var seen: Set<String> = []
    return ((isOnFoot ? ["A"] : []) + codes).filter { seen.insert($0).inserted }
      .joined(separator: " ")
  }

  private static let known: [String: String] = [
    "wheelchair": "W", "wheelchair_transfer": "WT", "walker": "WA", "door_help": "DTD",
    "door_only": "D2D", "assistance_animal": "SA", "oxygen": "O",
  ]
}
