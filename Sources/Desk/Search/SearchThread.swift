public import DialARide
internal import Dispatch
internal import Foundation
public import Optimizer
internal import Synchronization

/// Runs searches on threads of their own: a search recurses and keeps its thread busy, so it gets a roomy one that
/// nothing else needs.
public enum SearchThread {
  /// Blocks until the search has ended.
  ///
  /// - Parameters:
  ///   - start: a solution to go on from.
  ///   - stop: ends the search early with the best so far.
  ///   - watch: told a few times a second how the search goes, on its thread.
  public static func run(
    _ problem: Problem, options: SolverOptions, from start: Solution? = nil, stop: SearchStop,
    watch: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) throws -> SearchResult {
    try run {
      try Search(problem, options: options).run(from: start, stop: stop, progress: watch)
    }
  }

  /// Blocks until a plan told is mended (R43).
  ///
  /// - Parameter stop: ends the search early with the best so far.
  public static func repair(
    _ problem: Problem, options: SolverOptions, from start: RepairStart, stop: SearchStop
  ) throws -> SearchResult {
    try run { RepairSearch(problem, options: options).run(from: start, stop: stop) }
  }

  private static func run(_ work: @escaping @Sendable () throws -> SearchResult) throws
    -> SearchResult
  {
    let done = DispatchSemaphore(value: 0)
    let slot = Slot()
    let thread = Thread {
      let result = Result { try work() }
      slot.value.withLock { $0 = result }
      done.signal()
    }
    thread.stackSize = 64 << 20
    thread.name = "camin search"
    thread.start()
    done.wait()
    guard let result = slot.value.withLock({ $0 }) else {
      preconditionFailure("the search thread signals after it has left its result")
    }
    return try result.get()
  }

  private final class Slot: Sendable {
    let value = Mutex<Result<SearchResult, any Error>?>(nil)
  }
}

/// What came of a search, and whether somebody wants it to be over.
public struct SearchOutcome: Sendable {
  public var result: SearchResult
  /// How often an end was asked for so far, while the search ran or what follows it is made.
  public var stops: @Sendable () -> Int

  public init(result: SearchResult, stops: @escaping @Sendable () -> Int = { 0 }) {
    self.result = result
    self.stops = stops
  }

  /// Somebody ended the search before its limits, or asked so after it.
  public var wasInterrupted: Bool { stops() > 0 }

  /// Some request is not served.
  public var leavesSomebody: Bool { !result.solution.unserved.isEmpty }
}
