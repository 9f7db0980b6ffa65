/// What a matrix looks like from outside, wherever it comes from.
public struct MatrixCheck: Hashable, Sendable {
  /// Origins and destinations are the same places in the same order.
  public let isSquare: Bool
  /// Pairs without a way.
  public let unreachable: Int
  /// Ordered pairs whose way back takes another time.
  public let asymmetric: Int
  /// Triples looked at for the triangle inequality: all of them up to 400 places, else an even share.
  public let triples: Int
  /// Triples in which the way over a third place is more than a second shorter than the direct one.
  public let triangleViolations: Int
  /// Longest saving among them, in seconds.
  public let longestSaving: Double

  public init(_ matrix: RoadMatrix) {
    let size = matrix.origins.count
    isSquare = matrix.origins == matrix.destinations
    unreachable = matrix.costs.count { $0 == .unreachable }
    guard isSquare else {
      (asymmetric, triples, triangleViolations, longestSaving) = (0, 0, 0, 0)
      return
    }
    // Unreachable pairs are longer than any way, yet small enough to be added.
    let times = matrix.costs.map { $0 == .unreachable ? Int64(1) << 40 : Int64($0.milliseconds) }
    var (turned, looked, broken, saving) = (0, 0, 0, Int64(0))
    for row in 0..<size {
      for column in 0..<size where times[row * size + column] != times[column * size + row] {
        turned += 1
      }
    }
    for via in stride(from: 0, to: size, by: max(1, (size + 399) / 400)) {
      for row in 0..<size {
        let first = times[row * size + via]
        looked += size
        for column in 0..<size {
          let saved = times[row * size + column] - first - times[via * size + column]
          if saved > 1000 {
            broken += 1
            saving = max(saving, saved)
          }
        }
      }
    }
    (asymmetric, triples, triangleViolations) = (turned, looked, broken)
    longestSaving = Double(saving) / 1000
  }
}
