/// What became of the roads read.
public struct BuildReport: Hashable, Sendable {
  /// Stretches in the graph.
  public var stretches = 0
  /// Their length.
  public var kilometres = 0.0
  /// Stretches left out since one cannot drive there and back from the main network.
  public var cutOff = 0
  public var cutOffKilometres = 0.0
  /// Parts of the network, the main one included, between which there is no way there and back.
  public var parts = 0
  /// Turn restrictions read.
  public var turns = 0
  /// Turn restrictions that fit no open stretch.
  public var idleTurns = 0

  public init() {}
}
