extension TextRow {
  /// Whether the row has as many columns as it should; where not, the fault is noted.
  func hasFields(_ expected: Int, _ fields: [Substring], _ log: inout FaultLog) -> Bool {
    guard fields.count != expected else { return true }
    log.add(.fieldCount(expected), line: line, field: "", value: text)
    return false
  }

  /// A real number within bounds, or `nil` with the fault noted.
  func number(
    _ text: Substring, _ field: String, in bounds: ClosedRange<Double>, _ log: inout FaultLog
  ) -> Double? {
    guard let value = Self.decimal(text) else {
      log.add(.notANumber, line: line, field: field, value: text)
      return nil
    }
    guard bounds.contains(value) else {
      log.add(.outOfRange(bounds), line: line, field: field, value: text)
      return nil
    }
    return value
  }

  /// A whole number within bounds (`3` or `3.0`), or `nil` with the fault noted.
  func integer(
    _ text: Substring, _ field: String, in bounds: ClosedRange<Int>, _ log: inout FaultLog
  ) -> Int? {
    let wide = Double(bounds.lowerBound)...Double(bounds.upperBound)
    guard let value = number(text, field, in: wide, &log) else { return nil }
    guard let whole = Int(exactly: value) else {
      log.add(.notAnInteger, line: line, field: field, value: text)
      return nil
    }
    return whole
  }

  /// The number in decimal notation, and in no other that `Double` would take (`nan`, `inf`,
  /// `0x1p3`).
  private static func decimal(_ text: Substring) -> Double? {
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    return plain ? Double(text) : nil
  }
}
