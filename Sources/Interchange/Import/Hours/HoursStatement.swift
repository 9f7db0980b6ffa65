internal import Planning

/// All that a sheet says of when somebody is there on one day of the pattern, or on one date.
struct HoursStatement {
  var resource: String
  var days: Availability.Days
  /// Empty: not there by the pattern; of a date, an entry without a window.
  var entries: [Availability]
  /// What faults and changes call it.
  var label: String
  var origin: Origin

  /// What it says, without where.
  var content: [Availability] {
    entries + [Availability(resource: resource, days: days, window: nil)]
  }
}

/// Hours as they stand in one cell: `8h-12h`, `8:00 à 12:00 et 14h-18h30`, `8-12 / 14-18`.
enum HoursText {
  /// Words for not being there.
  private static let absence: Set<String> = ["non", "no", "absent", "x_absent", "repos", "off"]

  /// The windows; none where the cell says that nobody is there; `nil` where it cannot be read.
  static func windows(_ text: String) -> [ClockWindow]? {
    // Nothing, or a dash; other signs may mean anything, also that somebody is there.
    let isBlank = text.allSatisfy { $0.isWhitespace || "-–—".contains($0) }
    if isBlank || absence.contains(Fold.key(text)) { return [] }
    var parts: [[String]] = [[]]
    for word in words(text) {
      if [",", ";", "/", "|", "et", "and", "puis"].contains(word) {
        parts.append([])
      } else if !["de", "from"].contains(word) {
        parts[parts.count - 1].append(word)
      }
    }
    var windows: [ClockWindow] = []
    for part in parts where !part.isEmpty {
      // `8h 12h 14h 18h`, with or without signs between the ends of each.
      let times = part.filter { !["-", "à", "a", "to"].contains($0) }
      guard times.count.isMultiple(of: 2), part.count - times.count <= times.count / 2 else {
        return nil
      }
      for index in stride(from: 0, to: times.count, by: 2) {
        guard let start = time(times[index]), let end = time(times[index + 1]), start < end else {
          return nil
        }
        windows.append(ClockWindow(start: start, end: end))
      }
    }
    return windows.isEmpty ? nil : windows.sorted { $0.start < $1.start }
  }

  /// A time of day, also as a whole hour alone.
  private static func time(_ word: String) -> ClockTime? {
    ClockTime(word) ?? (word.allSatisfy(\.isNumber) ? ClockTime(word + "h") : nil)
  }

  /// Words, with each sign that parts times as a word of its own.
  private static func words(_ text: String) -> [String] {
    var spaced = ""
    for letter in text.lowercased() {
      switch letter {
      case "-", "–", "—", "→": spaced += " - "
      case ",", ";", "/", "|", "+", "&", "\n": spaced += " ; "
      default: spaced.append(letter)
      }
    }
    return spaced.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  static func text(_ entries: [Availability], _ language: Language) -> String {
    entries.map { entry in
      entry.window.map { "\($0.start.text)-\($0.end.text)" }
        ?? (language == .french ? "absence" : "absent")
    }.joined(separator: ", ")
  }
}

/// Dates of absence as they stand in one cell: `24/12/2026, 28/12/2026 au 02/01/2027`.
enum AbsenceText {
  /// A year of days; a longer absence is no absence any more.
  private static let mostDays = 366

  /// `nil` where it cannot be read.
  static func dates(_ text: String) -> [PlanDate]? {
    var dates: [PlanDate] = []
    let parts = text.split(whereSeparator: { ",;|\n&".contains($0) }).map(\.trimmed)
    for part in parts where !part.isEmpty {
      let words = part.lowercased().split(whereSeparator: \.isWhitespace)
        .filter { !["du", "le", "from", "et", "and"].contains($0) }
      let ends = words.filter { !["au", "à", "to", "-", "–"].contains($0) }.map {
        try? FieldCodec<PlanDate>.date.parse(String($0))
      }
      guard !ends.isEmpty, ends.count <= 2 || words.count == ends.count,
        !ends.contains(where: { $0 == nil })
      else { return nil }
      let found = ends.compactMap(\.self)
      guard words.count > ends.count else {
        dates += found
        continue
      }
      guard found.count == 2, let span = span(found[0], found[1]) else { return nil }
      dates += span
    }
    return dates
  }

  /// All days from one to another; `nil` where there are none, or more than anybody is away.
  static func span(_ first: PlanDate, _ last: PlanDate) -> [PlanDate]? {
    var days = [first]
    while let day = days.last, day < last, days.count < mostDays {
      days.append(day.adding(days: 1))
    }
    return days.last == last ? days : nil
  }
}
