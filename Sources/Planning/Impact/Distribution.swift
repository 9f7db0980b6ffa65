/// Median and the like of some numbers.
public struct Distribution: Hashable, Sendable {
  /// Ascending.
  public let values: [Double]

  public init(_ values: some Sequence<Double>) { self.values = values.sorted() }

  /// The middle value, or the mean of the two in the middle; `nil` of nothing.
  public var median: Double? {
    guard !values.isEmpty else { return nil }
    return (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
  }

  /// Nearest rank: the smallest value that at least 95 % of them do not exceed; `nil` of nothing.
  public var percentile95: Double? {
    guard !values.isEmpty else { return nil }
    return values[(values.count * 95 + 99) / 100 - 1]
  }

  public var mean: Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Gini coefficient: 0 where all are alike, near 1 where one has everything; `nil` where there is nothing to share.
  ///
  /// `2 · Σ i·xᵢ / (n · Σ xᵢ) - (n + 1) / n` with the values ascending and `i` from 1 (Sen 1973).
  public var gini: Double? {
    let sum = values.reduce(0, +)
    guard sum > 0 else { return nil }
    let n = Double(values.count)
    let ranked = values.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    return 2 * ranked / (n * sum) - (n + 1) / n
  }
}
