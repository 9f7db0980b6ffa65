import Foundation

/// A bare connection to a server on the loopback interface, for what no HTTP client would send.
package final class LoopbackLine: Sendable {
  private let handle: Int32

  /// - Returns: `nil` where nobody listens.
  package init?(port: Int) {
    handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isOpen = withUnsafePointer(to: &address) { [handle] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isOpen else { return nil }
  }

  deinit { close(handle) }

  package func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes {
      Foundation.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// All that comes until the server hangs up, for ten minutes at most: where many tests run at once, its answer waits too.
  package func wholeAnswer() async -> String {
    await withCheckedContinuation { continuation in
      // A thread of its own: the server may need this one to answer.
      Thread.detachNewThread { continuation.resume(returning: self.received()) }
    }
  }

  private func received() -> String {
    var patience = timeval(tv_sec: 600, tv_usec: 0)
    setsockopt(
      handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = recv(handle, &piece, piece.count, 0)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }
}
