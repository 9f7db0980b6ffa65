internal import Optimizer
internal import Synchronization

/// What may be spent on finding out why legs are not served.
public struct ReasonEffort: Sendable {
  /// Threads to work on; at least 1. They change no reason.
  public var threads: Int
  /// Asked again and again from these threads. Once it says no, legs not looked into yet are told so.
  public var goesOn: @Sendable () -> Bool
  /// Steps of the search that moves others about to make room for a leg; 0: others stay where they are.
  public var moves: Int

  public init(
    threads: Int = 1, moves: Int = 60, goesOn: @escaping @Sendable () -> Bool = { true }
  ) {
    self.threads = threads
    self.moves = moves
    self.goesOn = goesOn
  }

  /// The results for all elements, in their order.
  func map<E: Sendable, R: Sendable>(
    _ elements: [E], _ work: @escaping @Sendable (E) -> R
  ) -> [R] {
    let results = Results<R>(count: elements.count)
    let next = Counter()
    ThreadTeam(threads: threads).run(
      max(1, threads), watch: {},
      job: { _ in
        while case let index = next.take(), index < elements.count {
          results.set(work(elements[index]), at: index)
        }
      })
    return results.all
  }
}

/// Numbers handed out one by one.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}

private final class Results<R: Sendable>: Sendable {
  private let slots: Mutex<[R?]>

  init(count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func set(_ result: R, at index: Int) { slots.withLock { $0[index] = result } }

  /// Those that are there, in their order.
  var all: [R] { slots.withLock { $0.compactMap(\.self) } }
}
