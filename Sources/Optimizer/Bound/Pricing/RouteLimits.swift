/// What a partial route has used up of the limits of its class, kept apart from the label: most classes have none.
struct RouteLimits: BitwiseCopyable {
  var metres: Double
  /// Set-up that the next pickup needs.
  var setup: Double
  var trips: Int32

  /// Whether whatever the limits still let the other do, they let this do too.
  @inline(__always)
  func isNoWorse(than other: RouteLimits) -> Bool {
    metres <= other.metres && setup <= other.setup && trips <= other.trips
  }
}
