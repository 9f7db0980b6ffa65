extension DayVariant {
  /// Reads `NAME: CHANGE; CHANGE`, each change one of
  /// `+ID like MODEL [at PLACE] [8:00-12:00,14:00-18:00]`, `-ID`, `hours ID=8:00-12:00,14:00-18:00`; in French `comme`,
  /// `à` and `heures`. A word for the kind (`driver`, `vehicle`, …) may stand before an id.
  ///
  /// - Throws: `Faults` with every change that cannot be understood.
  public init(_ text: String) throws(Faults) {
    guard let colon = text.firstIndex(of: ":"), text[..<colon].contains(where: { !$0.isWhitespace })
    else { throw Faults([Self.fault(text, .name)]) }
    var changes: [ResourceChange] = []
    var faults: [Fault] = []
    for part in text[text.index(after: colon)...].split(separator: ";") {
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !words.isEmpty else { continue }
      if let change = Self.change(words) {
        changes.append(change)
      } else {
        faults.append(Self.fault(words.joined(separator: " "), .change))
      }
    }
    if changes.isEmpty, faults.isEmpty { faults.append(Self.fault(text, .change)) }
    guard faults.isEmpty else { throw Faults(faults) }
    let name = text[..<colon].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.init(name: name, changes: changes)
  }

  private static let kinds: Set<String> = [
    "driver", "volunteer", "vehicle", "conducteur", "bénévole", "benevole", "véhicule", "vehicule",
  ]

  private static func change(_ words: [String]) -> ResourceChange? {
    var words = words
    let sign = words[0].first
    guard sign == "+" || sign == "-" else { return hours(words) }
    words[0].removeFirst()
    if words[0].isEmpty { words.removeFirst() }
    if let word = words.first, kinds.contains(word.lowercased()) { words.removeFirst() }
    guard let id = words.first, !id.isEmpty else { return nil }
    words.removeFirst()
    if sign == "-" { return words.isEmpty ? .remove(id: id) : nil }
    return added(id, words)
  }

  private static func added(_ id: String, _ rest: [String]) -> ResourceChange? {
    var words = rest
    guard words.count >= 2, ["like", "comme"].contains(words[0].lowercased()) else { return nil }
    let model = words[1]
    words.removeFirst(2)
    var place = ""
    if words.count >= 2, ["at", "à", "a"].contains(words[0].lowercased()) {
      place = words[1]
      words.removeFirst(2)
    }
    guard let windows = windows(words.joined()) else { return nil }
    return .add(id: id, like: model, place: place, windows: windows)
  }

  private static func hours(_ words: [String]) -> ResourceChange? {
    guard ["hours", "heures"].contains(words[0].lowercased()) else { return nil }
    let halves = words.dropFirst().joined().split(separator: "=", maxSplits: 1)
    guard halves.count == 2, let windows = windows(String(halves[1])), !windows.isEmpty else {
      return nil
    }
    return .hours(id: String(halves[0]), windows: windows)
  }

  /// `8:00-12:00,14:00-18:00`; none in an empty text, `nil` where it is no list of hours.
  private static func windows(_ text: String) -> [ClockWindow]? {
    var windows: [ClockWindow] = []
    for part in text.split(separator: ",") {
      guard let window = ClockWindow(part) else { return nil }
      windows.append(window)
    }
    return windows
  }

  private enum Missing { case name, change }

  private static func fault(_ value: String, _ missing: Missing) -> Fault {
    Fault(
      code: "bad-variant", place: FaultPlace(file: "camin"), field: "--variant", value: value,
      cause: missing == .name
        ? Bilingual(
          fr: "La variante n’a pas de nom suivi de deux points.",
          en: "The variant has no name followed by a colon.")
        : Bilingual(
          fr: "Ce changement n’est pas compris.", en: "This change is not understood."),
      remedy: Bilingual(
        fr:
          "Par exemple : « deux bénévoles : +v900 comme v012 8:00-12:00; -tad03; heures v07=8:00-12:00 ».",
        en: "For example: “two drivers: +v900 like v012 8:00-12:00; -tad03; hours v07=8:00-12:00”.")
    )
  }
}

extension ClockWindow {
  /// Reads `8:00-12:00`; `nil` for anything else, or where the end does not come after the start.
  public init?(_ text: some StringProtocol) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = ClockTime(String(ends[0])),
      let end = ClockTime(String(ends[1])), start < end
    else { return nil }
    self.init(start: start, end: end)
  }
}
