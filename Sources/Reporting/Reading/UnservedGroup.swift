import Planning

/// Bookings not served for the same first reason.
struct UnservedGroup: Sendable {
  /// `nil`: no reason is given.
  let code: ReasonCode?
  var bookings: [UnservedBooking]

  /// The largest group first, equal ones in the order of the codes.
  static func all(_ unserved: [UnservedBooking]) -> [UnservedGroup] {
    let codes: [ReasonCode?] = ReasonCode.allCases.map { $0 } + [nil]
    let groups = codes.map { code in
      UnservedGroup(code: code, bookings: unserved.filter { $0.reasons.first?.code == code })
    }
    return groups.enumerated().filter { !$0.element.bookings.isEmpty }
      .sorted { a, b in
        (-a.element.bookings.count, a.offset) < (-b.element.bookings.count, b.offset)
      }
      .map(\.element)
  }

  func title(_ formats: Formats) -> String {
    code?.title[formats.language] ?? formats.say(fr: "Sans motif", en: "No reason given")
  }
}

extension UnservedBooking {
  /// The reasons without those that say what an earlier one says, as when both legs fail alike.
  var distinctReasons: [Reason] {
    var said: Set<[String]> = []
    return reasons.filter { said.insert([$0.text.fr, $0.leastChange?.text.fr ?? ""]).inserted }
  }

  /// Whether it is proven that the booking cannot be served; `nil` where no reason is given. That a
  /// leg hangs on another one, which has its own reason, neither adds to the proof nor weakens it.
  var isProven: Bool? {
    let own = reasons.filter { $0.code != .linkedLeg }
    return own.isEmpty ? nil : own.allSatisfy(\.proven)
  }
}
