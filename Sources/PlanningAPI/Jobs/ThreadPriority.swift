internal import Glibc

/// How urgent a thread is to the system.
enum ThreadPriority {
  /// Makes the calling thread, and those that it starts, give way to the others of the process.
  ///
  /// On Linux the niceness belongs to the single thread, against POSIX, and threads inherit it (setpriority(2)).
  ///
  /// - Parameter steps: from where the thread stands, so that it gives way in a process that is nice as a whole too.
  static func lower(by steps: Int32) {
    guard steps > 0 else { return }
    let process = __priority_which_t(PRIO_PROCESS.rawValue)
    _ = setpriority(process, 0, min(19, getpriority(process, 0) + steps))
  }
}
