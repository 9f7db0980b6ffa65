import Planning

/// Spreadsheets run what begins with these signs as a formula.
private let formulaSigns: Set<Character> = ["=", "+", "-", "@"]

/// A text as a cell holds it: an apostrophe before what a spreadsheet would take for a formula.
private func guarded(_ text: String) -> String {
  let inner = text.drop { $0 == "'" }
  return inner.first.map(formulaSigns.contains) == true ? "'" + text : text
}

/// The text of a cell without such an apostrophe.
private func unguarded(_ cell: String) -> String {
  let inner = cell.drop { $0 == "'" }
  guard cell.hasPrefix("'"), inner.first.map(formulaSigns.contains) == true else { return cell }
  return String(cell.dropFirst())
}

extension FieldCodec where Value == String {
  /// Any text.
  static var words: FieldCodec {
    var codec = FieldCodec.text(
      schema: ["type": "string"], parse: { text throws(Complaint) in text },
      print: { text, _ in text })
    codec.parse = { text throws(Complaint) in unguarded(text) }
    codec.print = { text, _ in guarded(text) }
    codec.encode = { .string($0) }
    return codec
  }

  /// An identifier or code.
  static var id: FieldCodec {
    FieldCodec.words.checked(schema: ["$ref": "#/$defs/id"]) { isId($0) ? nil : .badId }
  }

  /// The pseudonym of a person: an identifier that is visibly none of the person's own numbers.
  static var pseudonym: FieldCodec {
    FieldCodec.id.checked { PersonalData.isSuspect(id: $0) ? .personalId : nil }
  }

  /// A pseudonym, or nothing.
  static var optionalPseudonym: FieldCodec {
    FieldCodec.optionalId.checked {
      !$0.isEmpty && PersonalData.isSuspect(id: $0) ? .personalId : nil
    }
  }

  /// A text that may be empty, or else is a code.
  static var optionalId: FieldCodec {
    FieldCodec.words.checked { $0.isEmpty || isId($0) ? nil : .badId }
  }

  private static func isId(_ text: String) -> Bool {
    let barred = "|,;\"'".unicodeScalars
    let first = text.first
    return (1...64).contains(text.count)
      && first.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "#" } == true
      && text.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.properties.generalCategory != .control
          && !barred.contains($0)
      }
  }
}

extension FieldCodec where Value == Int {
  /// A whole number of at least `least`.
  static func whole(from least: Int) -> FieldCodec {
    FieldCodec(
      schema: ["type": "integer", "minimum": .integer(least)],
      parse: { text throws(Complaint) in
        guard let number = NumberText.number(text), let whole = Int(exactly: number) else {
          throw .notWhole
        }
        return whole
      },
      print: { number, _ in String(number) },
      decode: { node, site, log in
        guard case .number(let text) = node.content else {
          log.fault(.wrongType(Expected.whole), at: site, node: node)
          return nil
        }
        guard let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) else {
          log.fault(.notWhole, at: site, node: node)
          return nil
        }
        return number
      },
      encode: { .integer($0) }
    ).checked { $0 < least ? .outOfRange(String(least), nil) : nil }
  }

  /// Seconds in the model, minutes in the files.
  static var minutes: FieldCodec {
    let longest = 48.0 * 60
    return FieldCodec(
      schema: ["type": "number", "minimum": 0, "maximum": .number(longest)],
      parse: { text throws(Complaint) in
        guard let seconds = DurationText.seconds(text) else { throw .notADuration }
        return seconds
      },
      print: { seconds, _ in DurationText.text(seconds) },
      decode: { node, site, log in
        guard case .number(let text) = node.content, let minutes = Double(text) else {
          log.fault(.wrongType(Expected.number), at: site, node: node)
          return nil
        }
        guard (0...longest).contains(minutes) else {
          log.fault(.outOfRange("0", "2880"), at: site, node: node)
          return nil
        }
        return Int((minutes * 60).rounded())
      },
      encode: { .number(Double($0) / 60) }
    ).checked { (0...48 * 3600).contains($0) ? nil : .outOfRange("0", "2880") }
  }
}

extension FieldCodec where Value == Double {
  /// A decimal number within bounds.
  static func decimal(from least: Double, to greatest: Double? = nil) -> FieldCodec {
    var schema: [String: JSONItem] = ["type": "number", "minimum": .number(least)]
    if let greatest { schema["maximum"] = .number(greatest) }
    let bounds = (NumberText.plain(least), greatest.map(NumberText.plain))
    return number(schema: .object(schema)).checked { value in
      value < least || greatest.map { value > $0 } == true
        ? .outOfRange(bounds.0, bounds.1) : nil
    }
  }

  /// Any decimal number.
  static func number(schema: JSONItem = ["type": "number"]) -> FieldCodec {
    FieldCodec(
      schema: schema,
      parse: { text throws(Complaint) in
        guard let number = NumberText.number(text) else { throw .notANumber }
        return number
      },
      print: { NumberText.text($0, $1) },
      decode: { node, site, log in
        guard case .number(let text) = node.content, let number = Double(text), number.isFinite
        else {
          log.fault(.wrongType(Expected.number), at: site, node: node)
          return nil
        }
        return number
      },
      encode: { .number($0) })
  }
}

extension FieldCodec where Value == Bool {
  /// `oui`/`non`, `yes`/`no`, `vrai`/`faux`, `true`/`false`, `1`/`0`, `x` in cells; `true`/`false`
  /// in JSON.
  static var flag: FieldCodec {
    FieldCodec(
      schema: ["type": "boolean"],
      parse: { text throws(Complaint) in
        switch Fold.key(text) {
        case "oui", "o", "yes", "y", "vrai", "true", "1", "x": return true
        case "non", "n", "no", "faux", "false", "0": return false
        default: throw .notOneOf(["oui", "non"])
        }
      },
      print: { flag, language in
        switch language {
        case .french: flag ? "oui" : "non"
        case .english: flag ? "yes" : "no"
        }
      },
      decode: { node, site, log in
        guard case .bool(let flag) = node.content else {
          log.fault(.wrongType(Expected.flag), at: site, node: node)
          return nil
        }
        return flag
      },
      encode: { .bool($0) })
  }
}

extension FieldCodec where Value == ClockTime {
  static var time: FieldCodec {
    .text(
      schema: ["$ref": "#/$defs/time"],
      parse: { text throws(Complaint) in
        guard let time = ClockTime(text.filter { $0 != " " }) else { throw .notATime }
        return time
      },
      print: { time, _ in time.text })
  }
}

extension FieldCodec where Value == LocalMoment {
  /// A date and a time of day; in cells with a space between them.
  static var moment: FieldCodec {
    let (date, time) = (FieldCodec<PlanDate>.date, FieldCodec<ClockTime>.time)
    var codec = FieldCodec.text(
      schema: [
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$",
      ],
      parse: { text throws(Complaint) in
        let parts = text.split(whereSeparator: { $0 == "T" || $0.isWhitespace })
        guard parts.count == 2 else { throw .notAMoment }
        let moment = LocalMoment(
          date: try date.parse(String(parts[0])), time: try time.parse(String(parts[1])))
        guard moment.time.seconds < 86_400 else { throw .notAMoment }
        return moment
      },
      print: { moment, _ in moment.text })
    codec.print = { moment, _ in moment.date.text + " " + moment.time.text }
    return codec
  }
}

extension FieldCodec where Value == PlanDate {
  static var date: FieldCodec {
    .text(
      schema: [
        "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
      ],
      parse: { text throws(Complaint) in
        guard let date = PlanDate(text) ?? PlanDate(spelledOut(text)) else { throw .notADate }
        return date
      },
      print: { date, _ in date.text })
  }

  /// `25/11/26`, as LibreOffice shows and exports a French date, and `25-11-2026` or `25.11.2026`,
  /// as `25/11/2026`; other texts as they stand.
  private static func spelledOut(_ text: String) -> String {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
    let lengths = parts.map(\.count)
    guard lengths.count == 3, lengths[0] <= 2, lengths[1] <= 2 else { return text }
    // `26-11-25` could be either way round.
    let isShort = lengths[2] == 2 && text.contains("/")
    guard isShort || lengths[2] == 4 else { return text }
    return "\(parts[0])/\(parts[1])/" + (isShort ? "20" : "") + parts[2]
  }
}
