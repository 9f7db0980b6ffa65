internal import Glibc

/// How urgent a thread is to the system.
enum ThreadPriority {
  /// Makes the calling thread, and those that it starts, give way to others.
  ///
  /// On Linux the niceness belongs to the single thread, against POSIX, and threads inherit it (setpriority(2)).
  static func lower(to niceness: Int32) {
    guard niceness > 0 else { return }
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
  }
}
