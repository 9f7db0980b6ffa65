import DialARide

/// What one break is to the rule on driving without a rest.
struct RestParts: BitwiseCopyable {
  /// As many parts as make a rest together; zero where only a whole rest is one.
  private(set) var count: Int
  /// Bit k: the break is long enough for part k.
  private var fits: UInt64
  private var isWhole: Bool

  init(_ rest: BreakDraft, _ rule: DrivingRule?) {
    // More parts than bits are as if there were none: that only asks for more.
    let parts = rule.map { $0.parts.count <= 64 ? $0.parts : [] } ?? []
    count = parts.count
    isWhole = rule.map { rest.duration >= $0.rest } ?? false
    fits = parts.enumerated().reduce(0) { bits, part in
      rest.duration >= part.element ? bits | 1 << UInt64(part.offset) : bits
    }
  }

  /// Whether a rest can be over with the break: it is one, or its last part.
  var completes: Bool { isWhole || count > 0 && fits >> UInt64(count - 1) & 1 == 1 }
  /// Whether the break, too short to be a rest, can be the first of two parts.
  var begins: Bool { count == 2 && !isWhole && fits & 1 == 1 }
  /// Whether the break, too short to be a rest, can be the second of two parts.
  var ends: Bool { count == 2 && !isWhole && fits >> 1 & 1 == 1 }

  /// Takes the break after so many parts have been; whether the driver is rested then.
  @inline(__always)
  func take(_ taken: inout Int) -> Bool {
    if !isWhole {
      guard taken < count, fits >> UInt64(taken) & 1 == 1 else { return false }
      taken += 1
      if taken < count { return false }
    }
    taken = 0
    return true
  }
}
