/// Bounds beyond which a file is refused before anything is allocated for it.
///
/// They are wide: the largest published instances have 5001 nodes. What they keep out is a slip
/// (10^12 vehicles) that would otherwise end the process for want of memory.
enum InstanceLimits {
  /// Largest file, bytes.
  static let bytes = 256 << 20
  /// Most nodes; the travel matrix of so many takes 800 MB.
  static let nodes = 10_001
  static let vehicles = 10_000
  /// Greatest coordinate either side of zero.
  static let coordinates = -1e6...1e6
  /// Times of day, service, ride and route durations, in the file's unit.
  static let times = 0...1e8
  static let loads = -1_000_000...1_000_000
  static let capacities = 0...1_000_000
}
