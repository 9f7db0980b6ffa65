public import Planning
internal import TravelTimes

/// Why something asked cannot be done: what to tell, and what kind of failure it is.
public struct Failure: Error {
  public var status: ExitStatus
  public var faults: [Fault]

  public init(_ status: ExitStatus, _ faults: [Fault]) {
    self.status = status
    self.faults = faults
  }

  /// Bad input; `inputMissing` where all of it comes from files that are not there or cannot be read, `unavailable`
  /// where it comes from a routing server.
  public init(reading faults: Faults) {
    func areAll(_ codes: Set<String>) -> Bool {
      !faults.faults.isEmpty && faults.faults.allSatisfy { codes.contains($0.code) }
    }
    let status: ExitStatus =
      if areAll(Self.absent) {
        .inputMissing
      } else if areAll(ServerError.codes) {
        .unavailable
      } else {
        .badData
      }
    self.init(status, faults.faults)
  }

  /// Codes of faults that say a file cannot be had at all.
  private static let absent: Set<String> = [
    "missing-scenario", "missing-file", "unreadable-file", "unreadable", "missing-plan",
    "missing-roads", "missing-store", "unknown-set", "camin_missing_feed",
  ]
}
