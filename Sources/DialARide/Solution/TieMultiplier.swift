/// A Lagrangian multiplier on "as often the first as the second": requests served together or not at all, and by
/// the same vehicle, are in the routes of any set of vehicles equally often.
///
/// The value is granted to each route of the vehicles that serves `first` and taken from each that serves `second`.
/// Over a solution that sums to nothing, so a bound needs no other term for it.
public struct TieMultiplier: Hashable, Sendable {
  /// Ascending; every one of them.
  public var vehicles: [Int]
  public var first: Int
  public var second: Int
  public var value: Double

  public init(vehicles: [Int], first: Int, second: Int, value: Double) {
    self.vehicles = vehicles
    self.first = first
    self.second = second
    self.value = value
  }
}

extension Problem {
  /// Whether every solution serves both requests in one vehicle, or neither.
  ///
  /// Not so where a lock has frozen a route: it stands although it may break the tie; nor where one of them is but one
  /// form of its demand, since the other can be served beside another form.
  public func ties(_ first: Int, _ second: Int) -> Bool {
    for case .frozen in draft.locks { return false }
    guard first != second, (0..<requestCount).contains(first), (0..<requestCount).contains(second),
      forms(of: first).count == 1, forms(of: second).count == 1
    else { return false }
    return groupOf[first] == groupOf[second] && sameVehicleAs[first].contains(second)
  }
}
