/// Keeps together on a line what French typography holds together.
enum Typography {
  /// The spaces before `; : ? ! »`, after `« ±` and between a number and its unit become
  /// no-break ones, so that no line begins with a mark or a unit.
  static func bound(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(" ") else { return text }
    var out = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isBound = scalar == " " && joins(scalars[..<index], scalars[(index + 1)...])
      out.append(isBound ? "\u{A0}" : scalar)
    }
    return String(out)
  }

  private static func joins(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let left = before.last, let right = after.first else { return false }
    if left == "«" || left == "±" || right == "±" || right == "»" { return true }
    if marks.contains(right) { return after.dropFirst().first.map { $0 == " " } ?? true }
    return ("0"..."9").contains(left) && startsWithUnit(after)
  }

  private static let marks: [Unicode.Scalar] = [";", ":", "?", "!"]

  private static func startsWithUnit(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = text.prefix { !" .,;)".unicodeScalars.contains($0) }
    return ["min", "h", "km", "€", "%", "s"].contains { word.elementsEqual($0.unicodeScalars) }
  }
}
