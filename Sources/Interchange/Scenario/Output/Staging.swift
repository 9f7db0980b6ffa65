import Glibc

/// A sibling of the target in which the new content is made ready.
///
/// The maker holds a lock on it, which the system drops when the process ends in whatever way; what
/// is found unlocked was left by a dead process and is removed. (A process number would not do:
/// they are used again.)
struct Staging: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Makes a new folder next to the target.
  init(parent: String, name: String) throws(SystemRefusal) {
    for attempt in 0..<1000 {
      let path = parent + "/" + Self.prefix(name) + "\(getpid())-\(attempt)"
      if mkdir(path, 0o777) != 0 {
        if errno == EEXIST { continue }
        throw SystemRefusal(path)
      }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if descriptor < 0 {
        // Another process found it unlocked in the moment since and removed it.
        if errno == ENOENT { continue }
        throw SystemRefusal(path)
      }
      var status = stat()
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, stat(path, &status) == 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
    errno = EEXIST
    throw SystemRefusal(parent + "/" + Self.prefix(name))
  }

  deinit { close(descriptor) }

  /// Removes what dead processes left behind.
  static func removeStale(parent: String, name: String) {
    for leftover in Folder.names(in: parent) where leftover.hasPrefix(prefix(name)) {
      let path = parent + "/" + leftover
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { SystemCalls.removeTree(path) }
      close(descriptor)
    }
  }

  private static func prefix(_ name: String) -> String { ".\(name).camin-" }
}
