/// Choices in how a published instance is stated as a problem. None of them changes the optimum,
/// save `depots`.
public struct ReadingOptions: Hashable, Sendable {
  /// Where the vehicles of a heterogeneous dial-a-ride instance (Malheiros et al.) start and end.
  public enum Depots: String, Codable, Sendable, CaseIterable {
    /// At the four depots of Braekers et al. (2014), vehicle k at depot k mod 4.
    case published
    /// All at node 0: the single-depot variant that the instances' authors allow.
    case firstNode
  }

  /// Narrow the windows of dial-a-ride requests to what the ride-time limit leaves of them.
  public var tightensWindows: Bool
  public var depots: Depots

  public init(tightensWindows: Bool = true, depots: Depots = .published) {
    self.tightensWindows = tightensWindows
    self.depots = depots
  }
}
