public import DialARide

/// A route literal that names something the problem does not have.
public struct RouteLiteralError: Error {
  public var word: String
}

extension Problem {
  /// Stop numbers of a route written like `"+a break0 +b base -b -a"`: `+` picks a request up, `-` sets
  /// it down, `breakN` is the vehicle's N-th break and `base` its base visit.
  public func stops(_ literal: String, vehicle: Int = 0) throws -> [Int] {
    try literal.split(separator: " ").map { word in
      if word == "base" { return baseVisit(of: vehicle) }
      if word.hasPrefix("break"), let rest = Int(word.dropFirst(5)),
        rest < breakStops(of: vehicle).count
      {
        return breakStops(of: vehicle).lowerBound + rest
      }
      guard let sign = word.first, sign == "+" || sign == "-",
        let request = draft.requests.firstIndex(where: { $0.id == word.dropFirst() })
      else { throw RouteLiteralError(word: String(word)) }
      return 2 * request + (sign == "+" ? 0 : 1)
    }
  }
}
