import Planning

/// Shapes that stand on the map, as path data round their own middle; one for each offer, so that colour is never
/// the only mark.
enum MapMark {
  /// Where a run begins.
  static let base = "M-5.5 5V-1.2L0-6.2L5.5-1.2V5z"

  /// The vehicle itself, at a moment of the day.
  static let vehicle = "M-7 0A7 7 0 1 1 7 0A7 7 0 1 1-7 0z"

  /// Where somebody outside the scheme takes a rider up.
  static let outside = "M-4 0H4M0-4V4"

  static func stop(_ mode: Mode) -> String {
    switch mode {
    case .volunteer: "M-3.5 0A3.5 3.5 0 1 1 3.5 0A3.5 3.5 0 1 1-3.5 0z"
    case .tad: "M-3.3-3.3H3.3V3.3H-3.3z"
    case .vsl: "M0-4.6L4.6 0L0 4.6L-4.6 0z"
    case .taxi: "M0-4.4L4.4 3.4H-4.4z"
    }
  }
}
