/// What it weighs that a rider was refused lately (R39); a profile without it weighs all riders alike.
///
/// - `refused_lately`: by how much more of its weight each refusal of the last weeks makes a leg of the rider weigh;
/// - `refused_most`: refusals that count at most.
extension FigureKey {
  static let refusedLately = FigureKey(.objective, "refused_lately", .ratio, optional: true)
  static let refusedMost = FigureKey(.objective, "refused_most", .count, optional: true)

  static let refusals = [refusedLately, refusedMost]
}

extension RuleBook {
  /// How many times as much a leg weighs whose rider was refused so often in the last weeks (R39).
  func weight(ofRefusals refusals: Int) -> Double {
    let counted = min(Double(refusals), figure(.refusedMost)?.value ?? .infinity)
    return 1 + counted * (figure(.refusedLately)?.value ?? 0)
  }
}
