/// The generator's only source of chance: SplitMix64, the same numbers on every machine and Swift
/// version.
///
/// The standard library may change how it turns random bits into ranges and shuffles, so these few
/// draws are written out here. Reference: Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014.
public struct SeededGenerator: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// A stream of its own for one part of the work, so that a change in one part leaves the others
  /// as they were.
  public init(seed: UInt64, stream: String) {
    // FNV-1a over the stream's name.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var mixer = SeededGenerator(seed: seed ^ hash)
    state = mixer.next()
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform in 0 ..< 1, on a grid of 2⁻⁵³.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in 0 ..< `count`; `count` is positive.
  public mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Uniform among `least`, `least + step`, … up to `most`; `least` where the range is empty.
  public mutating func between(_ least: Int, _ most: Int, step: Int = 1) -> Int {
    most < least ? least : least + below((most - least) / step + 1) * step
  }

  public mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Position drawn in proportion to the weights; `nil` where none is positive. Linear in their
  /// number.
  public mutating func pick(weights: [Double]) -> Int? {
    let total = weights.reduce(0) { $0 + max(0, $1) }
    guard total > 0 else { return nil }
    var rest = unit() * total
    var last: Int?
    for (index, weight) in weights.enumerated() where weight > 0 {
      last = index
      rest -= weight
      if rest < 0 { return index }
    }
    return last
  }

  /// Fisher–Yates.
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for index in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(index, below(index + 1))
    }
    return result
  }
}
