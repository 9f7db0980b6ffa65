internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// Takes bodies in: so many bytes of them at once, and none for longer than a while.
final class Intake: Sendable {
  private let held = Mutex(0)
  private let most: Int

  /// - Parameter mostBytes: of one body.
  init(mostBytes: Int) { most = max(64_000_000, 8 * mostBytes) }

  /// Does something with a body while room for it is held.
  ///
  /// - Parameter bytes: what it has, or may have at most where it does not say.
  /// - Throws: what the work throws, or `Problem` where too much is on its way already.
  func holding<Value: Sendable>(
    _ bytes: Int, reading: () async throws -> [UInt8], _ work: ([UInt8]) async throws -> Value
  ) async throws -> Value {
    let hasRoom = held.withLock { held in
      guard held + bytes <= most else { return false }
      held += bytes
      return true
    }
    guard hasRoom else { throw Problem.busy }
    var own = bytes
    defer { held.withLock { $0 -= own } }
    let body = try await reading()
    // What it did not say before it is known now.
    let spare = own - body.count
    held.withLock { $0 -= spare }
    own = body.count
    return try await work(body)
  }

  /// Reads a body to its end.
  ///
  /// - Throws: `Problem` where it is too large or too slow.
  func read(_ body: RequestBody, atMost limit: Int, seconds: Double) async throws -> [UInt8] {
    do {
      return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
        group.addTask { Array(buffer: try await body.collect(upTo: limit)) }
        group.addTask {
          try await Task.sleep(for: .seconds(seconds))
          return nil
        }
        defer { group.cancelAll() }
        guard let bytes = try await group.next().flatMap(\.self) else { throw Problem(.tooSlow) }
        return bytes
      }
    } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
      throw Problem.tooLarge(limit)
    }
  }
}

extension Problem {
  static func tooLarge(_ limit: Int) -> Problem {
    Problem(.tooLarge, fr: "Au plus \(limit) octets.", en: "At most \(limit) bytes.")
  }
}
