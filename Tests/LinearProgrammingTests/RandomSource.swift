import CaminTestSupport

/// The tests' common generator, with the draws that models need.
struct RandomSource: RandomNumberGenerator {
  private var source: SplitMix64

  init(seed: Int) {
    // Neighbouring seeds start far apart.
    source = SplitMix64(seed: UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
  }

  mutating func next() -> UInt64 { source.next() }

  /// A whole number in the range, as the coefficient of a model.
  mutating func whole(_ range: ClosedRange<Int>) -> Double { source.number(range) }

  mutating func chance(_ probability: Double) -> Bool { source.chance(probability) }
}
