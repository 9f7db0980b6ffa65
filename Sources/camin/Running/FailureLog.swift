internal import Desk

/// Gathers what several inputs fail by, so that all of it is told at once.
struct FailureLog {
  private var failures: [Failure] = []

  mutating func add(_ failure: Failure) { failures.append(failure) }

  mutating func catching<Value>(_ work: () throws(Failure) -> Value) -> Value? {
    do throws(Failure) {
      return try work()
    } catch {
      failures.append(error)
      return nil
    }
  }

  /// - Throws: all faults; where they are of several kinds, as wrong data.
  func end() throws(Failure) {
    guard let first = failures.first else { return }
    let isOneKind = failures.allSatisfy { $0.status == first.status }
    throw Failure(isOneKind ? first.status : .badData, failures.flatMap(\.faults))
  }
}
