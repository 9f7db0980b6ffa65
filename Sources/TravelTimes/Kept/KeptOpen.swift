internal import Synchronization

/// What was opened from files, kept for the next who wants it, and opened anew once a file has changed.
///
/// Bounded: of more than so many, the one not asked for longest is let go of; who uses it still has it. Whoever comes
/// while it is being opened waits for that rather than open it twice.
public final class KeptOpen<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Slot: Sendable {
    let kept = Mutex<(mark: FilesMark, value: Value)?>(nil)
  }
  private struct State {
    var slots: [Key: Slot] = [:]
    /// The one asked for last at the end.
    var order: [Key] = []
  }

  private let state = Mutex(State())
  private let most: Int

  public init(most: Int) { self.most = max(1, most) }

  /// How many are kept.
  public var count: Int { state.withLock { $0.order.count } }

  /// What was opened before, if the files are as they were then, else what `open` makes of them.
  ///
  /// - Parameters:
  ///   - paths: the files or folders that it depends on.
  ///   - open: on the calling thread; what it throws is not kept.
  public func value(
    _ key: Key, from paths: [String], open: () throws -> Value
  ) throws -> Value {
    let slot = slot(key)
    return try slot.kept.withLock { kept in
      // Before they are read: files that change meanwhile are read again next time.
      let mark = FilesMark(paths)
      if let kept, kept.mark == mark { return kept.value }
      let value = try open()
      kept = (mark, value)
      return value
    }
  }

  private func slot(_ key: Key) -> Slot {
    state.withLock { state in
      state.order.removeAll { $0 == key }
      state.order.append(key)
      while state.order.count > most { state.slots[state.order.removeFirst()] = nil }
      let slot = state.slots[key] ?? Slot()
      state.slots[key] = slot
      return slot
    }
  }
}
