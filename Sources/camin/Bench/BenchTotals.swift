/// What the medians of a set add up to.
struct BenchTotals: Encodable {
  var instances: Int
  /// Instances with at least one valid run.
  var solved: Int
  var runs: Int
  /// Runs that are not counted anywhere else.
  var notValid: Int
  /// Instances whose gap can be stated; the next three are about these.
  var compared: Int
  var meanGap: Double?
  var worstGap: Double?
  var worstInstance: String?
  var atBestKnown: Int
  /// Instances where vehicles come first, and those with no more vehicles than the best known.
  var vehiclesCompared: Int
  var vehiclesMatched: Int
  /// Sums over the instances solved.
  var vehicles: Int
  var cost: Double
  /// Instances with a proven gap, its mean over them, and those proved optimal.
  var bounded: Int
  var meanProvenGap: Double?
  var provedOptimal: Int
  var boundsAboveBestKnown: Int

  init(_ results: [BenchResult]) {
    let medians = results.compactMap(\.median)
    let gaps = results.compactMap { result in result.gap.map { (result.name, $0) } }
    let worst = gaps.max { $0.1 < $1.1 }
    let extra = results.compactMap(\.moreVehicles)
    let proven = medians.compactMap(\.bound?.gap)
    instances = results.count
    solved = medians.count
    runs = results.reduce(0) { $0 + $1.runs.count }
    notValid = results.reduce(0) { $0 + $1.runs.count - $1.valid.count }
    compared = gaps.count
    meanGap = Self.mean(gaps.map(\.1))
    worstGap = worst?.1
    worstInstance = worst?.0
    atBestKnown = results.count(where: \.isAtBestKnown)
    vehiclesCompared = extra.count
    vehiclesMatched = extra.count { $0 <= 0 }
    vehicles = medians.reduce(0) { $0 + ($1.vehicles ?? 0) }
    cost = medians.reduce(0) { $0 + ($1.cost ?? 0) }
    bounded = proven.count
    meanProvenGap = Self.mean(proven)
    provedOptimal = medians.count { $0.bound?.isOptimal ?? false }
    boundsAboveBestKnown = results.count(where: \.hasBoundAboveBestKnown)
  }

  /// Every run is valid, and no bound contradicts what is known.
  var areSound: Bool { notValid == 0 && boundsAboveBestKnown == 0 }

  private static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }
}
