/// How far times and distances of one source lie from those of another, over ordered pairs of different places.
public struct MatrixComparison: Sendable {
  /// Differences over some pairs, as shares of the reference's value; values of nothing are left out.
  public struct Figures: Hashable, Sendable {
    public let pairs: Int
    /// Quantiles of the difference's size.
    public let median: Double
    public let p90: Double
    public let p95: Double
    /// Median of the difference with its sign: above zero where the first source tells more.
    public let bias: Double
    /// Share of the pairs that differ by 5 % at most, and by 15 % at most.
    public let within5: Double
    public let within15: Double

    /// - Returns: `nil` where there is nothing to compare.
    init?(_ differences: [Double]) {
      guard !differences.isEmpty else { return nil }
      pairs = differences.count
      let sizes = differences.map { abs($0) }.sorted()
      // The least value that so many of the pairs do not exceed.
      func quantile(_ share: Double, of sorted: [Double]) -> Double {
        sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
      }
      median = quantile(0.5, of: sizes)
      p90 = quantile(0.9, of: sizes)
      p95 = quantile(0.95, of: sizes)
      bias = quantile(0.5, of: differences.sorted())
      within5 = Double(sizes.count { $0 <= 0.05 + 1e-9 }) / Double(sizes.count)
      within15 = Double(sizes.count { $0 <= 0.15 + 1e-9 }) / Double(sizes.count)
    }
  }

  /// Pairs of which the reference's distance lies in a range.
  public struct Band: Hashable, Sendable {
    /// Metres; `nil`: no end.
    public let from: Double
    public let upTo: Double?
    public let time: Figures?
    public let distance: Figures?
  }

  /// One pair of places.
  public struct Pair: Hashable, Sendable {
    public let origin: String
    public let destination: String
    public let first: TravelCost
    public let reference: TravelCost
    /// Of the time, as a share of the reference's.
    public let difference: Double
  }

  /// All pairs first, then those under 10 km, of 10 to 30 km, and from 30 km on.
  public let bands: [Band]
  /// Pairs of the greatest difference in time, the greatest first.
  public let worst: [Pair]
  /// Ordered pairs that only one of the sources has a way for, by name.
  public let onlyFirst: [(origin: String, destination: String)]
  public let onlyReference: [(origin: String, destination: String)]

  /// - Parameters:
  ///   - reference: of the same places in the same order.
  ///   - most: how many of the worst pairs to name.
  /// - Returns: `nil` where the places are not the same.
  public init?(_ first: RoadMatrix, to reference: RoadMatrix, worst most: Int = 10) {
    guard first.origins == reference.origins, first.destinations == reference.destinations else {
      return nil
    }
    var pairs: [Pair] = []
    var alone: (first: [(String, String)], reference: [(String, String)]) = ([], [])
    for (row, origin) in first.origins.enumerated() {
      for (column, destination) in first.destinations.enumerated() where origin != destination {
        switch (first[row, column], reference[row, column]) {
        case (let one?, let other?):
          pairs.append(Pair(origin, destination, one, other))
        case (.some, nil): alone.first.append((origin, destination))
        case (nil, .some): alone.reference.append((origin, destination))
        case (nil, nil): break
        }
      }
    }
    onlyFirst = alone.first
    onlyReference = alone.reference
    bands = [(0, nil), (0, 10_000), (10_000, 30_000), (30_000, nil)].map { from, upTo in
      Band(pairs, from: from, upTo: upTo)
    }
    self.worst = Self.worst(pairs, most: most)
  }

  /// A pair whose way back differs alike is named once.
  private static func worst(_ pairs: [Pair], most: Int) -> [Pair] {
    let ranked = pairs.filter { $0.reference.milliseconds > 0 }.sorted {
      (abs($1.difference), $0.origin, $0.destination)
        < (abs($0.difference), $1.origin, $1.destination)
    }
    var named: [Pair] = []
    for pair in ranked where named.count < most {
      let isKnown = named.contains {
        $0.origin == pair.destination && $0.destination == pair.origin
          && $0.first == pair.first && $0.reference == pair.reference
      }
      if !isKnown { named.append(pair) }
    }
    return named
  }
}

extension MatrixComparison.Pair {
  fileprivate init(
    _ origin: String, _ destination: String, _ first: TravelCost, _ other: TravelCost
  ) {
    self.origin = origin
    self.destination = destination
    self.first = first
    reference = other
    difference = other.milliseconds > 0 ? first.seconds / other.seconds - 1 : 0
  }
}

extension MatrixComparison.Band {
  fileprivate init(_ all: [MatrixComparison.Pair], from: Double, upTo: Double?) {
    self.from = from
    self.upTo = upTo
    let end = upTo ?? .infinity
    let pairs = all.filter { from <= $0.reference.metres && $0.reference.metres < end }
    time = MatrixComparison.Figures(
      pairs.filter { $0.reference.milliseconds > 0 }.map(\.difference))
    distance = MatrixComparison.Figures(
      pairs.filter { $0.reference.decimetres > 0 }.map { $0.first.metres / $0.reference.metres - 1 }
    )
  }
}
