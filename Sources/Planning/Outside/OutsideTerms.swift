/// Whom the outside fallbacks of a day take, and at what price (R33).
struct OutsideTerms: Sendable {
  let day: Day
  private let eligibility: Eligibility
  var fallbacks: [OutsideFallback] { day.scenario.territory.fallbacks }

  init(_ day: Day, _ eligibility: Eligibility) {
    self.day = day
    self.eligibility = eligibility
  }

  /// Price of a leg, in whole cents so that budgets add up exactly.
  func cents(_ leg: Int, _ fallback: OutsideFallback) -> Int {
    let euros =
      fallback.fixed + fallback.perKilometre * Double(day.legs[leg].directMetres) / 1000
    return Int((euros * 100).rounded())
  }

  /// Every reason for which the leg is not taken; empty: it is.
  func refusals(_ leg: Int, _ fallback: OutsideFallback) -> [OutsideRefusal] {
    let dayLeg = day.legs[leg]
    let booking = dayLeg.booking
    var found: [OutsideRefusal] = []
    if eligibility.assigned[leg] != nil { found.append(.assigned) }
    if eligibility.standby.contains(dayLeg.bookingIndex) { found.append(.standby) }
    if booking.accompany || booking.legs.contains(where: { $0.sameDriver == .required }) {
      found.append(.company)
    }
    if !booking.carrier.isEmpty, booking.carrierPolicy == .forced, booking.carrier != fallback.id {
      found.append(.carrier(booking.carrier))
    }
    if booking.insured, !fallback.insured { found.append(.insured) }
    if !fallback.modes.isEmpty, !booking.modes.isEmpty,
      Set(fallback.modes).isDisjoint(with: booking.modes)
    {
      found.append(.modes)
    }
    if !fallback.purposes.isEmpty, !fallback.purposes.contains(booking.purpose) {
      found.append(.purpose)
    }
    for code in dayLeg.rider.needs
    where !fallback.needsAccepted.contains(code) && day.rules.need(code)?.consent ?? true {
      found.append(.need(code))
    }
    let kilometres = Double(dayLeg.directMetres) / 1000
    if let most = fallback.longestKilometres, kilometres > most {
      found.append(.tooFar(kilometres: kilometres, most: most))
    }
    return found
  }

  /// What taking all of the legs costs, in cents; `nil` where one of them is not taken.
  func cents(_ legs: [Int], _ fallback: OutsideFallback) -> Int? {
    guard legs.allSatisfy({ refusals($0, fallback).isEmpty }) else { return nil }
    return legs.reduce(0) { $0 + cents($1, fallback) }
  }

  /// Legs of each booking that are taken together or not at all: a rider who is brought must be brought back, unless
  /// the booking's legs are independent.
  var units: [[Int]] {
    day.legsOfBooking.flatMap { range -> [[Int]] in
      let hangs = range.contains { leg in
        if case .afterStay = day.legs[leg].leg.anchor { true } else { false }
      }
      let isFree = day.legs[range.lowerBound].booking.linkPolicy == .independent && !hangs
      return isFree ? range.map { [$0] } : [Array(range)]
    }
  }
}
