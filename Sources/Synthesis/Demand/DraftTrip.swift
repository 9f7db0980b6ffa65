import Planning

/// A trip drawn, before riders and traits are put to it.
struct DraftTrip: Sendable {
  var family: TripFamily
  /// Number of the group that set out together; trips of one group share destination and start.
  var group: Int
  var commune: Commune
  var home: GeoPoint
  /// Index among the map's attractors.
  var destination: Int
  /// `nil`: not asked for.
  var outward: Anchor?
  var homeward: Anchor?

  var legs: Int { (outward == nil ? 0 : 1) + (homeward == nil ? 0 : 1) }
}
