/// A set of up to 512 requests of one pricing problem, by their number in it.
struct RequestSet: Hashable, Sendable {
  static let capacity = 512
  private var words = SIMD8<UInt64>(repeating: 0)

  mutating func insert(_ request: Int) { words[request >> 6] |= 1 << UInt64(request & 63) }

  func contains(_ request: Int) -> Bool { words[request >> 6] >> UInt64(request & 63) & 1 == 1 }

  func isSubset(of other: RequestSet) -> Bool { words & ~other.words == SIMD8(repeating: 0) }

  func isDisjoint(from other: RequestSet) -> Bool { words & other.words == SIMD8(repeating: 0) }

  func union(_ other: RequestSet) -> RequestSet {
    var both = self
    both.words |= other.words
    return both
  }
}
