/// Whether a number is shown as a day, a time, or a number.
enum NumberFormat: Equatable {
  case number, date, time, moment
  /// Hours that go on after 24: `[h]:mm`.
  case elapsed

  /// The formats that every workbook knows without writing them down (ECMA-376, part 1, 18.8.30).
  init(builtIn id: Int) {
    self =
      switch id {
      case 14...17, 27...31, 34...36, 50...54, 57, 58: .date
      case 18...21, 32, 33, 45, 47, 55, 56: .time
      case 22: .moment
      case 46: .elapsed
      default: .number
      }
  }

  /// A format written out, such as `dd/mm/yyyy hh:mm`. Workbooks hold it in English whatever the language of the
  /// program; the letters of its first part tell what it shows, texts in quotes and colours aside.
  init(code: String) {
    var letters: Set<Character> = []
    var isElapsed = false
    var rest = code.lowercased()[...]
    scan: while let character = rest.popFirst() {
      switch character {
      case ";": break scan
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        if let first = inner.first, "hms".contains(first), inner.allSatisfy({ $0 == first }) {
          isElapsed = true
        }
        rest = rest.dropFirst(inner.count + 1)
      case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
      case "a" where rest.hasPrefix("/p"): rest = rest.dropFirst(2)
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      default: letters.insert(character)
      }
    }
    if isElapsed {
      self = .elapsed
      return
    }
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDay =
      letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasTime)
    self =
      switch (hasDay, hasTime) {
      case (true, true): .moment
      case (true, false): .date
      case (false, true): .time
      case (false, false): .number
      }
  }
}
