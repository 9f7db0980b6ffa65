internal import Foundation

/// The chance of one rehearsed day: each draw hangs on what it is for, not on how many were made before it.
///
/// So a day turns out the same on any thread, and two plans of one day meet the same weather, late ends and absences. The
/// numbers are those of SplitMix64 at a place of their own: Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014. Pairs of them are made normal by Box and Muller's method.
struct RehearsalChance {
  /// What a draw is for.
  enum Use: UInt64 {
    case travelDay, travelBand, travel, service, lateEnd, lateEndLength, absence
  }
  private let day: UInt64

  init(seed: UInt64, day: Int) {
    self.day = Self.mixed(seed &+ Self.gamma &* (UInt64(day) &+ 1))
  }

  private static let gamma: UInt64 = 0x9e37_79b9_7f4a_7c15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  private func bits(_ use: Use, _ key: UInt64) -> UInt64 {
    Self.mixed(day ^ Self.mixed((key &* 16 &+ use.rawValue &+ 1) &* Self.gamma))
  }

  /// Uniform in 0 ..< 1.
  func unit(_ use: Use, _ key: UInt64) -> Double { Double(bits(use, key) >> 11) * 0x1p-53 }

  /// Standard normal.
  func normal(_ use: Use, _ key: UInt64) -> Double {
    let first = bits(use, key)
    // Above zero, so that the logarithm is finite.
    let a = Double((first >> 11) + 1) * 0x1p-53
    let b = Double(Self.mixed(first &+ Self.gamma) >> 11) * 0x1p-53
    return (-2 * log(a)).squareRoot() * cos(2 * .pi * b)
  }

  /// Exponential with mean 1.
  func exponential(_ use: Use, _ key: UInt64) -> Double { -log(1 - unit(use, key)) }
}
