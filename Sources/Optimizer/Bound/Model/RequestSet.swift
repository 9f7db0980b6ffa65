/// A set of requests, or of kinds of vehicles, as a bit mask of fixed size: 256 members, four words side by side.
typealias BitMask = SIMD4<UInt64>

extension BitMask {
  static let capacity = 256

  @inline(__always)
  mutating func insert(_ member: Int) {
    self[member >> 6] |= 1 << UInt64(truncatingIfNeeded: member & 63)
  }

  @inline(__always)
  mutating func remove(_ member: Int) {
    self[member >> 6] &= ~(1 << UInt64(truncatingIfNeeded: member & 63))
  }

  @inline(__always)
  func contains(_ member: Int) -> Bool {
    self[member >> 6] >> UInt64(truncatingIfNeeded: member & 63) & 1 != 0
  }

  @inline(__always)
  var isEmpty: Bool { self[0] | self[1] | self[2] | self[3] == 0 }

  @inline(__always)
  func isDisjoint(from other: BitMask) -> Bool { (self & other).isEmpty }

  @inline(__always)
  func isSubset(of other: BitMask) -> Bool { (self & ~other).isEmpty }

  static func all(_ count: Int) -> BitMask {
    var mask = BitMask()
    for member in 0..<Swift.min(count, capacity) { mask.insert(member) }
    return mask
  }

  /// A number to hash by.
  @inline(__always)
  var digest: UInt64 {
    var x = self[0] &* 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 29)) &+ self[1] &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 32)) &+ self[2] &* 0x94D0_49BB_1331_11EB
    x = (x ^ (x >> 31)) &+ self[3] &* 0xD6E8_FEB8_6659_FD93
    return x ^ (x >> 30)
  }
}
