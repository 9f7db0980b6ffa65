import DialARide

/// Travel of one matrix, with lower bounds on how fast one can get from place to place by way of others.
struct BoundTravel: Equatable, Sendable {
  let size: Int
  let times: [Double]
  private(set) var distances: [Double]
  /// Shortest paths in time; the same as `times` where no detour is shorter.
  private let paths: [Double]

  /// Largest matrix for which all shortest paths are computed; beyond, only "at least zero" is known.
  private static let largest = 700

  init(_ matrix: MatrixDraft) {
    size = matrix.size
    times = matrix.times
    distances = matrix.distances.isEmpty ? matrix.times : matrix.distances
    paths = Self.shortestPaths(matrix)
  }

  /// The same ways with other distances.
  ///
  /// - Parameter price: of a way by its cell, metres and seconds.
  func pricing(_ price: (Int, Double, Double) -> Double) -> BoundTravel {
    var priced = self
    priced.distances = distances.indices.map { price($0, distances[$0], times[$0]) }
    return priced
  }

  /// Least time from one location to another by any way, stops in between taking no time.
  @inline(__always)
  func shortest(_ from: Int, _ to: Int) -> Double {
    paths.isEmpty ? 0 : paths[from * size + to]
  }

  private static func shortestPaths(_ matrix: MatrixDraft) -> [Double] {
    let n = matrix.size
    guard n <= largest else { return [] }
    var paths = matrix.times
    paths.withUnsafeMutableBufferPointer { path in
      for via in 0..<n {
        for from in 0..<n {
          let head = path[from &* n &+ via]
          for to in 0..<n {
            let length = head + path[via &* n &+ to]
            if length < path[from &* n &+ to] { path[from &* n &+ to] = length }
          }
        }
      }
    }
    return paths
  }
}
