/// One thing wrong with the data given, and where. Indices count from 0.
public struct ModelFault: Hashable, Sendable {
  /// Where it is.
  public enum Place: Hashable, Sendable {
    case objective
    case row(Int)
    case column(Int)
    /// The coefficient of a column in a row.
    case coefficient(column: Int, row: Int)
    /// An option of a solve, by name.
    case option(String)
    /// An argument that is a list, by name.
    case list(String)
  }

  /// What it is.
  public enum Reason: Hashable, Sendable {
    case notANumber
    /// A cost, coefficient or offset that is infinite, or a bound infinite the wrong way.
    case infinite(Double)
    case crossedBounds(lower: Double, upper: Double)
    /// An integer column whose bound is a fraction.
    case fractionalBound(Double)
    case indexOutOfRange(count: Int)
    case duplicate
    case wrongCount(expected: Int, found: Int)
    /// An option out of its range.
    case outOfRange(Double)
    /// A starting solution that breaks this place by so much.
    case violated(by: Double)
  }

  public var place: Place
  public var reason: Reason

  public init(_ place: Place, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }
}

extension ModelFault: CustomStringConvertible {
  public var description: String { "\(place): \(reason)" }
}

extension ModelFault.Place: CustomStringConvertible {
  public var description: String {
    switch self {
    case .objective: "objective offset"
    case .row(let row): "row \(row)"
    case .column(let column): "column \(column)"
    case .coefficient(let column, let row): "coefficient of column \(column) in row \(row)"
    case .option(let name): "option \(name)"
    case .list(let name): name
    }
  }
}

extension ModelFault.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notANumber: "is not a number"
    case .infinite(let value): "\(value) is not allowed here"
    case .crossedBounds(let lower, let upper): "lower bound \(lower) is above upper bound \(upper)"
    case .fractionalBound(let bound): "bound \(bound) of an integer column is a fraction"
    case .indexOutOfRange(let count): "index is not in 0..<\(count)"
    case .duplicate: "is given twice"
    case .wrongCount(let expected, let found): "has \(found) elements instead of \(expected)"
    case .outOfRange(let value): "\(value) is out of range"
    case .violated(let amount): "is violated by \(amount)"
    }
  }
}
