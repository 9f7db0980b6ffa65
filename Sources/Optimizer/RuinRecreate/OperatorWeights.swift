/// Chances of the operators of one kind, adapted to what they have earned (Ropke and Pisinger 2006).
struct OperatorWeights: Sendable {
  private var weights: [Double]
  private var scores: [Double]
  private var uses: [Int]

  init(count: Int) {
    weights = Array(repeating: 1, count: count)
    scores = Array(repeating: 0, count: count)
    uses = Array(repeating: 0, count: count)
  }

  mutating func draw(_ random: inout RandomSource) -> Int {
    var left = random.unit() * weights.reduce(0, +)
    for i in weights.indices {
      left -= weights[i]
      if left < 0 { return i }
    }
    return weights.count - 1
  }

  mutating func reward(_ index: Int, _ outcome: Outcome) {
    uses[index] += 1
    scores[index] += outcome.score
  }

  /// Moves the weights towards the mean score since the last call; none falls below a twentieth of the mean, so
  /// that each keeps being tried.
  mutating func adapt() {
    for i in weights.indices where uses[i] > 0 {
      weights[i] = 0.8 * weights[i] + 0.2 * scores[i] / Double(uses[i])
      scores[i] = 0
      uses[i] = 0
    }
    let least = weights.reduce(0, +) / Double(weights.count) / 20
    for i in weights.indices { weights[i] = max(weights[i], least, 1e-9) }
  }
}

/// What became of a changed solution.
enum Outcome: Sendable {
  case best, better, accepted, rejected

  var score: Double {
    switch self {
    case .best: 10
    case .better: 4
    case .accepted: 1
    case .rejected: 0
    }
  }
}
