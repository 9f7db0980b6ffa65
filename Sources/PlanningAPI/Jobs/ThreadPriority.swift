internal import Glibc

/// How urgent a thread is to the system.
enum ThreadPriority {
  /// Makes the calling thread, and those that it starts, give way to the others of the process.
  ///
  /// On Linux the niceness belongs to the single thread, against POSIX, and threads inherit it (setpriority(2)).
  ///
  /// - Parameter steps: from where the process stands, so that it gives way in one that is nice as a whole too; not from
  ///   where the thread does, which another that has given way may have started.
  static func lower(by steps: Int32) {
    guard steps > 0 else { return }
    _ = setpriority(kind, 0, min(19, ofProcess + steps))
  }

  private static let kind = __priority_which_t(PRIO_PROCESS.rawValue)
  /// Of its first thread, which nobody lowers.
  private static let ofProcess = getpriority(kind, id_t(getpid()))
}
