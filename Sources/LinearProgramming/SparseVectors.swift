/// Many sparse vectors end to end, so that twenty thousand columns are three arrays.
///
/// Vector `k` occupies positions `starts[k] ..< starts[k + 1]` of `indices` and `values`.
public struct SparseVectors: Hashable, Sendable {
  public private(set) var starts: [Int32] = [0]
  public private(set) var indices: [Int32] = []
  public private(set) var values: [Double] = []

  public init() {}

  /// Number of vectors.
  public var count: Int { starts.count - 1 }

  /// Adds a vector. An index beyond `Int32` is kept as the nearest one and found invalid later.
  public mutating func append(_ coefficients: [Coefficient]) {
    for coefficient in coefficients {
      indices.append(Int32(clamping: coefficient.index))
      values.append(coefficient.value)
    }
    starts.append(Int32(clamping: indices.count))
  }

  /// Adds a vector of ones at the given indices: a route and the requests it serves.
  public mutating func append(onesAt ones: [Int]) {
    for index in ones {
      indices.append(Int32(clamping: index))
      values.append(1)
    }
    starts.append(Int32(clamping: indices.count))
  }

  public mutating func removeAll(keepingCapacity: Bool) {
    starts.removeAll(keepingCapacity: keepingCapacity)
    starts.append(0)
    indices.removeAll(keepingCapacity: keepingCapacity)
    values.removeAll(keepingCapacity: keepingCapacity)
  }
}
