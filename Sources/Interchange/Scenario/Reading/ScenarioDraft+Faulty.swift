public import Planning

extension ScenarioDraft {
  /// Leaves out the bookings that are at fault, each as a whole, and decisions about their trips.
  ///
  /// - Returns: the faults that go with them. Others stay: of other tables, of a table as a whole, and all of a table of
  ///   bookings with a row that could not be read, for nobody knows of which booking it was a part.
  mutating func leaveOutBookings(at faults: [Fault]) -> [Fault] {
    let spots = Set(faults.map(\.place))
    var leg = 0
    var bad: Set<Int> = []
    for (index, booking) in scenario.bookings.enumerated() {
      let legs = booking.legs.indices.map { origins[.leg, leg + $0] }
      leg += booking.legs.count
      let own = ([origins[.booking, index]] + legs).compactMap(\.self)
      let isBad = own.contains { origin in
        !origin.isSound || spots.contains { origin.holds($0) }
      }
      if isBad { bad.insert(index) }
    }
    let files = Set(scenario.bookings.indices.compactMap { origins[.booking, $0]?.file })
      .union([ScenarioFiles.bookings])
    let isUnreadable = faults.contains {
      files.contains($0.place.file) && Self.unreadable.contains($0.code)
    }
    guard !isUnreadable, bad.count < scenario.bookings.count else { return [] }
    let leftOut = faults.filter { fault in
      guard files.contains(fault.place.file) else { return false }
      if let pointer = fault.place.pointer { return pointer.hasPrefix("/bookings/") }
      return fault.place.line != nil && !Self.ofHeaders.contains(fault.code)
    }
    drop(bad)
    return leftOut
  }

  /// Faults after which it is not known what stood on a row.
  private static let unreadable: Set<String> = [
    "stray-quote", "open-quote", "not-utf-8", "not-text", "field-too-long",
  ]

  private static let ofHeaders: Set<String> = ["missing-column", "duplicate-column", "header-only"]

  private mutating func drop(_ bad: Set<Int>) {
    var legs: [Int] = []
    var number = 0
    for (index, booking) in scenario.bookings.enumerated() {
      if !bad.contains(index) { legs += number..<number + booking.legs.count }
      number += booking.legs.count
    }
    let kept = scenario.bookings.indices.filter { !bad.contains($0) }
    let gone = Set(
      bad.flatMap { [scenario.bookings[$0].id] + scenario.bookings[$0].legs.map(\.id) })
    origins.keep(.booking, kept)
    origins.keep(.leg, legs)
    scenario.bookings = kept.map { scenario.bookings[$0] }
    let locks = scenario.locks.indices.filter {
      scenario.locks[$0].trip.isEmpty || !gone.contains(scenario.locks[$0].trip)
    }
    origins.keep(.lock, locks)
    scenario.locks = locks.map { scenario.locks[$0] }
  }
}

extension Origin {
  /// Whether a fault stands in the object: on its row, or at its pointer or below.
  fileprivate func holds(_ place: FaultPlace) -> Bool {
    guard place.file == file else { return false }
    guard let pointer else { return line != nil && place.line == line }
    return place.pointer == pointer || place.pointer?.hasPrefix(pointer + "/") == true
  }
}

extension Fault {
  /// What bookings that were left out are told by, among warnings.
  public static let leftOutCode = "left-out"

  /// The same of a booking that was left out for it.
  var ofLeftOut: Fault {
    var fault = self
    fault.code = Self.leftOutCode
    fault.cause.fr = "Demande laissée de côté : " + cause.fr
    fault.cause.en = "Booking left out: " + cause.en
    return fault
  }
}
