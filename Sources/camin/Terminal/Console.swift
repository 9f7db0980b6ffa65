internal import Desk
internal import Foundation

/// The two streams of the process, unbuffered, so that nothing is lost when it ends.
enum Console {
  /// Writes a result.
  ///
  /// - Throws: `Failure` where standard output takes no more (disk full).
  static func write(_ text: String) throws(Failure) {
    guard let code = put(text, to: STDOUT_FILENO) else { return }
    throw Failure(.inputOutput, [.notWritten("stdout", code)])
  }

  /// Writes a message to standard error; where that fails there is nobody left to tell.
  static func complain(_ text: String) {
    _ = put(text, to: STDERR_FILENO)
  }

  /// Whether standard error is a terminal that can redraw a line.
  static var canRedraw: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Columns of the terminal.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// - Returns: the value of `errno` where it fails.
  private static func put(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
