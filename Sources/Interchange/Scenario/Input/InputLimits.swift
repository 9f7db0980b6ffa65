/// How much a scenario or plan file may hold. Far beyond any real day; small enough that no input
/// can exhaust an ordinary machine.
enum InputLimits {
  /// Bytes of a file.
  static let file = 50_000_000
  /// Bytes of one cell or one JSON string.
  static let field = 65_536
  /// How deep JSON arrays and objects may nest.
  static let depth = 64
}
