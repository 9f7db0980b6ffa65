internal import Foundation

/// How many processors this process may keep busy.
public enum Processors {
  /// Those that are on line, or fewer where a control group grants less.
  public static var available: Int {
    let machine = max(1, ProcessInfo.processInfo.activeProcessorCount)
    guard let granted = groupQuota() else { return machine }
    return min(machine, granted)
  }

  /// Whole processors that the control group grants; `nil` where it sets no limit.
  private static func groupQuota() -> Int? {
    if let text = contents("/sys/fs/cgroup/cpu.max") { return quota(inVersion2: text) }
    guard let quota = contents("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"),
      let period = contents("/sys/fs/cgroup/cpu/cpu.cfs_period_us")
    else { return nil }
    return Self.quota(inVersion2: quota + " " + period)
  }

  /// Reads `max 100000` or `150000 100000`: microseconds granted in each period.
  static func quota(inVersion2 text: String) -> Int? {
    let fields = text.split { $0.isWhitespace }.map(String.init)
    guard fields.count == 2, let quota = Double(fields[0]), let period = Double(fields[1]),
      quota > 0, period > 0
    else { return nil }
    return max(1, Int((quota / period).rounded(.down)))
  }

  private static func contents(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
}
