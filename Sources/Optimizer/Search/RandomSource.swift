/// xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64: the same numbers for a seed on every machine.
struct RandomSource: RandomNumberGenerator, Sendable {
  private var s: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64) {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    s = (next(), next(), next(), next())
  }

  mutating func next() -> UInt64 {
    let turned = s.1 &* 5
    let result = ((turned << 7) | (turned >> 57)) &* 9
    let t = s.1 << 17
    s.2 ^= s.0
    s.3 ^= s.1
    s.1 ^= s.2
    s.0 ^= s.3
    s.2 ^= t
    s.3 = (s.3 << 45) | (s.3 >> 19)
    return result
  }

  /// Uniform in [0, 1).
  @inline(__always)
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in `0 ..< bound`, by multiplication (Lemire 2019) without the rejection step: the bias is far
  /// below what a search could notice.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  @inline(__always)
  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Fisher-Yates; the library's shuffle may change between releases.
  mutating func shuffle<E>(_ list: inout [E]) {
    guard list.count > 1 else { return }
    for i in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(i, below(i + 1)) }
  }
}
