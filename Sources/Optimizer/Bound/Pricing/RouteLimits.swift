/// What a partial route has used up of the limits of its class, kept apart from the label: most classes have none.
struct RouteLimits: BitwiseCopyable {
  var metres: Double
  /// Set-up that the next pickup needs.
  var setup: Double
  var trips: Int32
  /// The break is taken.
  var isRested: Bool
  /// Time on duty of the tours before, while the break is not taken.
  var duty: Double

  /// Whether whatever the limits still let the other do, they let this do too.
  @inline(__always)
  func isNoWorse(than other: RouteLimits) -> Bool {
    (isRested || !other.isRested) && metres <= other.metres && setup <= other.setup
      && trips <= other.trips
  }
}
