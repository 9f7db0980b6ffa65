/// Collects faults; GLPK must never see any of them, for it would abort.
struct FaultList {
  /// Enough to mend a broken input by; a million equal lines help nobody.
  static let limit = 100

  private(set) var faults: [ModelFault] = []

  mutating func add(_ place: ModelFault.Place, _ reason: ModelFault.Reason) {
    if faults.count < Self.limit { faults.append(ModelFault(place, reason)) }
  }

  func throwIfAny() throws(LinearProgramError) {
    if !faults.isEmpty { throw .invalid(faults) }
  }

  mutating func checkFinite(_ value: Double, at place: ModelFault.Place) {
    if value.isFinite { return }
    add(place, value.isNaN ? .notANumber : .infinite(value))
  }

  mutating func checkBounds(
    _ lower: Double, _ upper: Double, integer: Bool, at place: ModelFault.Place
  ) {
    if lower.isNaN || upper.isNaN { return add(place, .notANumber) }
    if lower == .infinity { return add(place, .infinite(lower)) }
    if upper == -.infinity { return add(place, .infinite(upper)) }
    if lower > upper { return add(place, .crossedBounds(lower: lower, upper: upper)) }
    guard integer else { return }
    for bound in [lower, upper] where bound.isFinite && bound != bound.rounded() {
      add(place, .fractionalBound(bound))
    }
  }

  mutating func check(_ rows: [Row], from first: Int) {
    for (offset, row) in rows.enumerated() {
      checkBounds(row.lower, row.upper, integer: false, at: .row(first + offset))
    }
  }

  mutating func check(_ batch: ColumnBatch, from first: Int, rowCount: Int) {
    for (offset, column) in batch.columns.enumerated() {
      let place = ModelFault.Place.column(first + offset)
      checkFinite(column.cost, at: place)
      checkBounds(column.lower, column.upper, integer: column.kind == .integer, at: place)
    }
    check(batch.vectors, indexCount: rowCount) { vector, index in
      .coefficient(column: first + vector, row: index)
    }
  }

  mutating func check(_ batch: RowBatch, from first: Int, columnCount: Int) {
    check(batch.rows, from: first)
    check(batch.vectors, indexCount: columnCount) { vector, index in
      .coefficient(column: index, row: first + vector)
    }
  }

  /// Values finite, indices in range and no index twice in a vector, in linear time.
  private mutating func check(
    _ vectors: SparseVectors, indexCount: Int, place: (Int, Int) -> ModelFault.Place
  ) {
    var lastSeenIn = [Int32](repeating: -1, count: indexCount)
    let (starts, indices, values) = (vectors.starts, vectors.indices, vectors.values)
    for vector in 0..<vectors.count {
      for position in Int(starts[vector])..<Int(starts[vector + 1]) {
        let index = Int(indices[position])
        guard index >= 0 && index < indexCount else {
          add(place(vector, index), .indexOutOfRange(count: indexCount))
          continue
        }
        if !values[position].isFinite { checkFinite(values[position], at: place(vector, index)) }
        if lastSeenIn[index] == Int32(vector) { add(place(vector, index), .duplicate) }
        lastSeenIn[index] = Int32(vector)
      }
    }
  }

  /// A list of indices, each in range and none twice.
  mutating func check(
    indices: [Int], count: Int, unique: Bool, place: (Int) -> ModelFault.Place
  ) {
    var seen = [Bool](repeating: false, count: unique ? count : 0)
    for index in indices {
      guard index >= 0 && index < count else {
        add(place(index), .indexOutOfRange(count: count))
        continue
      }
      guard unique else { continue }
      if seen[index] { add(place(index), .duplicate) }
      seen[index] = true
    }
  }

  mutating func check(count: Int, of name: String, expected: Int) {
    if count != expected { add(.list(name), .wrongCount(expected: expected, found: count)) }
  }
}
