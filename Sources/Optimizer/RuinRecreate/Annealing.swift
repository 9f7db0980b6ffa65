import Foundation

/// Simulated annealing whose temperature falls geometrically over the progress of the search.
///
/// A hot start forgets where it began, which pays only where there are steps enough to find a better place: with fewer than
/// `ample` of them a request, the search begins the colder the fewer there are, and so nearer to the first solution.
package struct Annealing: Sendable {
  package let hot: Double
  package let cold: Double

  /// - Parameter cost: mean routing cost of a served request, the yardstick of the temperatures.
  package init(requestCost: Double) {
    hot = max(1e-9, 2 * requestCost)
    cold = max(1e-10, 0.02 * requestCost)
  }

  /// Steps for each request from which on the start is as hot as can be.
  package static let ample = 1000.0
  /// The coldest start, as a share of the hottest.
  private static let least = 0.05

  /// - Parameters:
  ///   - progress: 0 at the start, 1 at the end.
  ///   - pace: steps that the whole search will have for each request.
  package func temperature(_ progress: Double, pace: Double = ample) -> Double {
    let start = hot * max(Self.least, min(1, pace / Self.ample).squareRoot())
    return start * pow(cold / start, min(1, max(0, progress)))
  }

  func accepts(
    _ candidate: Double, over current: Double, at temperature: Double, _ random: inout RandomSource
  ) -> Bool {
    candidate < current - temperature * log(max(1e-300, random.unit()))
  }
}
