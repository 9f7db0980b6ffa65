public import DialARide

/// A solution that something has happened to, and what of it is to be held.
public struct RepairStart: Sendable {
  /// Routes as far as they can still be driven. A route that is no longer feasible loses those who get in last.
  public var solution: Solution
  /// Requests that have lost their place, or are new: they are put in first, and changes are sought around them.
  public var displaced: [Int]
  /// Requests that people were told are served: they go before those of whom nobody was told anything.
  public var promised: Set<Int>
  /// What it weighs, besides the penalty, that one of them is not served; at least zero.
  public var priceOfLosing: Double
  /// By vehicle, the stops at the beginning of its route that nothing can change any more; empty: none.
  public var pinned: [Int]
  /// Vehicles whose drivers must be told something anyway.
  public var mustTell: Set<Int>
  /// What it weighs that one more driver must be told; at least zero.
  public var priceOfTelling: Double

  public init(
    solution: Solution, displaced: [Int] = [], promised: Set<Int> = [], priceOfLosing: Double = 0,
    pinned: [Int] = [], mustTell: Set<Int> = [], priceOfTelling: Double = 0
  ) {
    self.solution = solution
    self.displaced = displaced
    self.promised = promised
    self.priceOfLosing = priceOfLosing
    self.pinned = pinned
    self.mustTell = mustTell
    self.priceOfTelling = priceOfTelling
  }
}
