internal import LinearProgramming

/// Asks a running search for the best solution so far. Any thread or signal handler may raise it.
public final class SearchStop: Sendable {
  let flag = StopFlag()

  public init() {}

  public var isRaised: Bool { flag.isRaised }
  public func raise() { flag.raise() }
}
