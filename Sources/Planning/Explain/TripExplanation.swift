/// Why a served leg rides as it does (R66): who else could have driven it, and what holds its times.
public struct TripExplanation: Codable, Hashable, Sendable {
  /// Another resource that could drive it, everybody else staying where they are.
  public struct Alternative: Codable, Hashable, Sendable {
    public var resource: String
    /// Euros more than now in the objective's weights; negative: it would be better.
    public var extraCost: Double
  }
  /// Room left before a limit.
  public struct Margin: Codable, Hashable, Sendable {
    /// `latest_pickup`, `earliest_pickup`, `latest_arrival`, `earliest_arrival`, `ride_time`.
    public var kind: String
    /// Seconds.
    public var seconds: Int
    public var text: Bilingual
  }
  public var leg: String
  public var run: String
  public var resource: String
  /// Added cost of this leg where it rides, in the objective's weights, euros.
  public var cost: Double
  /// Cheapest first.
  public var alternatives: [Alternative]
  /// Resources that the rules allow and that cannot take it beside the others.
  public var busy: [String]
  /// Resources that the rules allow and that could not take it even with nothing else to do.
  public var absent: [String]
  /// Resources that the rules exclude.
  public var excluded: Int
  /// Tightest first.
  public var margins: [Margin]
  public var text: Bilingual
}
