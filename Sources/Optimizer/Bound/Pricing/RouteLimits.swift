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

  /// Whether whatever the limits still let the other do, they let this do too and for no more; time on duty before
  /// the break is compared by `RoutePricer`.
  ///
  /// - Parameter paysWaiting: a set-up or a break yet to come takes the place of waiting that would be charged, so
  ///   the one that has it still before it can end cheaper.
  @inline(__always)
  func isNoWorse(than other: RouteLimits, paysWaiting: Bool) -> Bool {
    guard metres <= other.metres && trips <= other.trips else { return false }
    if paysWaiting { return isRested == other.isRested && setup == other.setup }
    return (isRested || !other.isRested) && setup <= other.setup
  }
}
