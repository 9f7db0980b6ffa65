/// Earliest and latest times of a sequence of stops under windows, ways and ride limits.
///
/// Both are fixpoints of passes over the sequence. Bare rides must be within their limits: then no cycle of
/// constraints is positive, and the passes end.
struct FragmentTiming {
  /// Added to comparisons, so that rounding does not keep the passes going.
  private static let slack = 1e-9

  /// Restores the least times after the last stop, at `index`, was put behind a feasible sequence. False if the
  /// ride limits push a stop out of its window.
  ///
  /// - Parameter begin: least times; that of the last stop heeds its window and the way to it.
  /// - Parameter gap: service at the stop before, and the way from it.
  /// - Parameter pickup: index of the pickup for deliveries, -1 for others.
  /// - Parameter limit: greatest distance in time of a delivery from its pickup.
  /// - Parameter wait: longest wait at each stop.
  static func raise(
    _ begin: UnsafeMutablePointer<Double>, through index: Int, gap: UnsafePointer<Double>,
    pickup: UnsafePointer<Int32>, limit: UnsafePointer<Double>, latest: UnsafePointer<Double>,
    wait: UnsafePointer<Double>
  ) -> Bool {
    while true {
      var lowest = index + 1
      for x in stride(from: index, to: 0, by: -1) {
        let leaves = begin[x] - gap[x] - wait[x]
        if leaves > begin[x - 1] + slack {
          begin[x - 1] = leaves
          if leaves > latest[x - 1] { return false }
          lowest = min(lowest, x - 1)
        }
        guard pickup[x] >= 0 else { continue }
        let p = Int(pickup[x])
        let least = begin[x] - limit[x]
        if least > begin[p] + slack {
          begin[p] = least
          if least > latest[p] { return false }
          lowest = min(lowest, p)
        }
      }
      if lowest > index { return true }
      var changes = false
      for x in (lowest + 1)...index {
        let least = begin[x - 1] + gap[x]
        if least > begin[x] {
          if least > latest[x] { return false }
          begin[x] = least
          changes = true
        }
      }
      if !changes { return true }
    }
  }

  /// Latest start of the whole sequence; `late` comes in as the latest times of the windows.
  static func latestStart(
    _ late: UnsafeMutablePointer<Double>, through index: Int, gap: UnsafePointer<Double>,
    pickup: UnsafePointer<Int32>, limit: UnsafePointer<Double>, wait: UnsafePointer<Double>
  ) -> Double {
    while true {
      for x in stride(from: index, to: 0, by: -1) {
        late[x - 1] = min(late[x - 1], late[x] - gap[x])
      }
      var changes = false
      for x in stride(from: 1, through: index, by: 1) {
        var greatest = late[x - 1] + gap[x] + wait[x]
        if pickup[x] >= 0 { greatest = min(greatest, late[Int(pickup[x])] + limit[x]) }
        if greatest < late[x] - slack {
          late[x] = greatest
          changes = true
        }
      }
      if !changes { return late[0] }
    }
  }
}
