public import Planning

/// Who must be called after a plan has changed, and what to say (R43): as text to read from, and as a table.
public struct ChangeCalls: Sendable {
  private let calls: [PhoneCall]
  private let clock: PlanClock
  private let formats: Formats

  /// - Parameter calls: in the order in which they are to be made.
  public init(_ calls: [PhoneCall], clock: PlanClock, language: Language) {
    self.calls = calls
    self.clock = clock
    formats = Formats(language)
  }

  private var language: Language { formats.language }

  /// A paragraph a call; empty where nobody need be called.
  public var text: String {
    calls.map { call in
      let before = formats.say(fr: "avant ", en: "before ")
      let head = before + "\(clock(call.time))  \(call.person) (\(role(call)[language]))"
      return ([head] + call.say.map { "       " + $0[language] }).joined(separator: "\n") + "\n"
    }.joined()
  }

  private static let header: [Bilingual] = [
    Bilingual(fr: "ordre", en: "order"), Bilingual(fr: "avant", en: "before"),
    Bilingual(fr: "qui", en: "who"), Bilingual(fr: "rôle", en: "role"),
    Bilingual(fr: "trajets", en: "legs"), Bilingual(fr: "prix", en: "price"),
    Bilingual(fr: "à dire", en: "to say"),
  ]

  /// One row a call.
  public var csv: String {
    var table = CsvTable(header: Self.header.map { $0[language] })
    for (index, call) in calls.enumerated() {
      table.append(
        ["\(index + 1)", clock(call.time), CsvTable.plain(call.person), role(call)[language]]
          + [CsvTable.plain(call.legs.joined(separator: ", "))]
          + [formats.number(call.price, decimals: 2, grouped: false)]
          + [CsvTable.plain(call.say.map { $0[language] }.joined(separator: " "))])
    }
    return table.text
  }

  private func clock(_ elapsed: Int) -> String {
    ClockTime(seconds: clock.clockTime(elapsed).seconds / 60 * 60).text
  }

  private func role(_ call: PhoneCall) -> Bilingual {
    call.isDriver
      ? Bilingual(fr: "conducteur", en: "driver") : Bilingual(fr: "voyageur", en: "rider")
  }
}
