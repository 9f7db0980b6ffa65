import Glibc

/// Keeps a second server from the file of a first: both would do the same jobs.
///
/// The system lets go of it however the process ends.
public final class ServerLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// - Parameter path: the server's file; the lock stands beside it.
  /// - Throws: `StoreError` where another process has it.
  public static func take(_ path: String) throws(StoreError) -> ServerLock {
    let descriptor = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError(.cannotOpen, path: path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreError(.locked, path: path)
    }
    return ServerLock(descriptor)
  }

  public func release() { close(descriptor) }
}
