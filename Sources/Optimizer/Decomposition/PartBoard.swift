import DialARide
import Synchronization

/// The parts of a round: which is next, what came of those that are done.
final class PartBoard: Sendable {
  private struct State {
    var next = 0
    var outcomes: [PartOutcome?]
    var fresh: [Int] = []
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(outcomes: Array(repeating: nil, count: count))) }

  /// Index of a part that nobody has taken yet.
  func take() -> Int? {
    state.withLock { state in
      guard state.next < state.outcomes.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func post(_ outcome: PartOutcome, of part: Int) {
    state.withLock { state in
      state.outcomes[part] = outcome
      state.fresh.append(part)
    }
  }

  /// Parts done since the last call, with what came of them.
  func collect() -> [(part: Int, outcome: PartOutcome)] {
    state.withLock { state in
      defer { state.fresh = [] }
      return state.fresh.compactMap { part in state.outcomes[part].map { (part, $0) } }
    }
  }
}
