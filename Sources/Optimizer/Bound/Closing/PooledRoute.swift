/// A route of the enumeration.
struct PooledRoute {
  var classIndex: Int
  var cost: Double
  var requests: BitMask
  /// Where the pricer of the class keeps it.
  var label: Int32
}

extension BitMask {
  /// Members, ascending.
  var members: [Int] {
    var members: [Int] = []
    for word in 0..<4 {
      var bits = self[word]
      while bits != 0 {
        members.append(64 * word + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return members
  }
}
