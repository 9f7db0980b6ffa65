/// The ways of changing a solution, whose chances adapt to what they earn.
enum Move {
  /// Takes requests out, to be put back.
  case ruin(RuinOperator)
  /// Exchanges parts of two routes (`SegmentExchange`).
  case exchange

  static let all = RuinOperator.allCases.map(Move.ruin) + [.exchange]
}
