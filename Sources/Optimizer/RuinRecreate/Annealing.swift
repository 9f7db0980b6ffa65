import Foundation

/// Simulated annealing whose temperature falls geometrically over the progress of the search.
struct Annealing: Sendable {
  let hot: Double
  let cold: Double

  /// - Parameter cost: mean routing cost of a served request, the yardstick of the temperatures.
  init(requestCost: Double) {
    hot = max(1e-9, 2 * requestCost)
    cold = max(1e-10, 0.02 * requestCost)
  }

  /// - Parameter progress: 0 at the start, 1 at the end.
  func temperature(_ progress: Double) -> Double {
    hot * pow(cold / hot, min(1, max(0, progress)))
  }

  func accepts(
    _ candidate: Double, over current: Double, at temperature: Double, _ random: inout RandomSource
  ) -> Bool {
    candidate < current - temperature * log(max(1e-300, random.unit()))
  }
}
