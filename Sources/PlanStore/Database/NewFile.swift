import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A database file that appears whole or not at all: made under another name in the same folder, forced to the disk, and
/// renamed.
struct NewFile {
  let path: String
  private let parent: String
  private let name: String

  init(_ path: String) {
    self.path = path
    let url = URL(filePath: path).standardizedFileURL
    parent = url.deletingLastPathComponent().path
    name = url.lastPathComponent
  }

  /// Makes the file.
  ///
  /// - Parameters:
  ///   - mayReplace: puts it in the place of a file that is there; otherwise that one stays, and is an error.
  ///   - body: makes it at the path that it is given, and closes it.
  /// - Throws: what `body` throws; `StoreError` names the final path, whatever went wrong with the one on the way.
  func make<Value>(mayReplace: Bool = false, _ body: (String) throws -> Value) throws -> Value {
    removeStale()
    let staging = parent + "/" + Self.prefix(name) + "\(getpid())"
    do {
      let value = try body(staging)
      try moveIn(staging, mayReplace: mayReplace)
      return value
    } catch {
      for tail in ["", "-wal", "-shm", "-journal"] { unlink(staging + tail) }
      if let error = error as? StoreError { throw StoreError(error.cause, path: path) }
      throw error
    }
  }

  private func moveIn(_ staging: String, mayReplace: Bool) throws(StoreError) {
    try sync(staging)
    if mayReplace {
      guard rename(staging, path) == 0 else { throw refusal() }
    } else {
      // A link fails where the name is taken, in one step with the look.
      guard link(staging, path) == 0 else { throw refusal() }
      unlink(staging)
    }
    try sync(parent)
  }

  /// Forces a file or folder to the disk.
  private func sync(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw refusal() }
  }

  private func refusal() -> StoreError {
    let cause: StoreError.Cause =
      switch errno {
      case EEXIST: .exists
      case ENOSPC: .full
      case EDQUOT, EIO, EFBIG: .writeFailed
      case EROFS, EACCES, EPERM: .readOnly
      default: .cannotOpen
      }
    return StoreError(cause, path: path)
  }

  /// What a process that was killed has left behind.
  private func removeStale() {
    let prefix = Self.prefix(name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for found in names where found.hasPrefix(prefix) {
      let digits = found.dropFirst(prefix.count).prefix { $0.isNumber }
      guard let process = pid_t(digits), process != getpid(), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      unlink(parent + "/" + found)
    }
  }

  private static func prefix(_ name: String) -> String { ".\(name).new-" }
}
