internal import DialARide

/// Longest time and detour on board (R7, R8).
struct RideLimits {
  let rules: RuleBook

  /// `min(factor × direct + offset, direct + cap, absolute)` seconds, never below the direct ride.
  func longestRide(direct: Int, kind: RuleKind) -> Int {
    var limit = direct + rules.seconds(.rideCap(kind))
    if let factor = rules.figure(.rideFactor(kind))?.value {
      let offset = rules.figure(.rideOffset(kind)).map(RuleBook.seconds) ?? 0
      limit = min(limit, Int((factor * Double(direct)).rounded(.down)) + offset)
    }
    if let longest = rules.figure(.rideLongest(kind)).map(RuleBook.seconds) {
      limit = min(limit, longest)
    }
    return max(limit, direct)
  }

  /// Metres of detour allowed to a patient who shares with `others` more: `min(10·others, 30)` km.
  func longestDetour(others: Int) -> Int {
    min(others * rules.metres(.detourPerExtraPatient), rules.metres(.detourMost))
  }

  /// Whether each patient's own kilometres on board are limited; a profile that does not say so means it, and means
  /// those of the tour too, which is the stricter reading of the law.
  var limitsPatients: Bool { rules.figure(.detourOfPatient)?.value != 0 }

  /// Whether the kilometres are limited that a vehicle drives with patients on board.
  var limitsTours: Bool { rules.figure(.detourOfTour)?.value != 0 }

  var sharedDetour: SharedDetour {
    SharedDetour(
      perFellow: Double(rules.metres(.detourPerExtraPatient)),
      most: Double(rules.metres(.detourMost)), limitsRiders: limitsPatients,
      limitsTours: limitsTours)
  }
}
