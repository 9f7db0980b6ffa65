import Planning

/// A place in a JSON document: the value and the pointer to it.
struct JSONCursor {
  let value: JSONValue
  let pointer: String

  /// The member of an object; `nil` where the value is no object or has no such member, or null.
  func member(_ name: String) -> JSONCursor? {
    guard case .object(let members) = value, let member = members[name] else { return nil }
    if case .null = member { return nil }
    return JSONCursor(value: member, pointer: pointer + "/" + name)
  }

  /// The elements of an array, or `nil` with the fault noted.
  func elements(_ log: inout FaultLog) -> [JSONCursor]? {
    guard case .array(let elements) = value else {
      return mismatch(Bilingual(fr: "un tableau", en: "an array"), &log)
    }
    return elements.enumerated().map { JSONCursor(value: $1, pointer: pointer + "/\($0)") }
  }

  func number(_ log: inout FaultLog) -> Double? {
    guard case .number(let number) = value else {
      return mismatch(Bilingual(fr: "un nombre", en: "a number"), &log)
    }
    return number
  }

  func integer(_ log: inout FaultLog) -> Int? {
    guard case .number(let number) = value, let integer = Int(exactly: number) else {
      return mismatch(Bilingual(fr: "un nombre entier", en: "a whole number"), &log)
    }
    return integer
  }

  func string(_ log: inout FaultLog) -> String? {
    guard case .string(let string) = value else {
      return mismatch(Bilingual(fr: "un texte", en: "a string"), &log)
    }
    return string
  }

  /// Notes a fault about this value.
  func add(_ kind: FaultKind, _ log: inout FaultLog) {
    let field = pointer.split(separator: "/").last ?? ""
    log.add(kind, pointer: pointer, field: String(field), value: value.summary)
  }

  private func mismatch<Wanted>(_ expected: Bilingual, _ log: inout FaultLog) -> Wanted? {
    add(.wrongType(expected), &log)
    return nil
  }
}
