import Foundation
import Synchronization

/// A little HTTP server on the loopback interface that answers as a test tells it.
package final class HttpStub: Sendable {
  package struct Request: Sendable {
    package var method: String
    /// Path and query.
    package var target: String
    /// By name in lower case.
    package var headers: [String: String]
    package var body: String
  }

  package enum Reply: Sendable {
    case answer(Int, String, headers: [String: String] = [:])
    /// The same, after some seconds.
    case late(Double, String)
    /// Announces a whole answer, sends half of it and hangs up.
    case half(String)
    /// Hangs up at once.
    case nothing
  }

  package let port: Int
  private let handle: Int32
  private let log = Mutex<[Request]>([])
  private let isOpen = Mutex(true)

  /// - Parameter reply: called with each request and its number, from 0.
  package init(_ reply: @escaping @Sendable (Request, Int) -> Reply) throws {
    handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (handle, bound) = (
      handle,
      withUnsafeMutablePointer(to: &address) { [handle] pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(handle, $0, size) == 0 && listen(handle, 16) == 0
            && getsockname(handle, $0, &size) == 0
        }
      }
    )
    guard bound else { throw CocoaError(.fileReadUnknown) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(handle, nil, nil)
        guard connection >= 0 else { return }
        guard let self, self.isOpen.withLock({ $0 }) else {
          close(connection)
          return
        }
        Thread.detachNewThread { [weak self] in
          self?.serve(connection, reply)
          close(connection)
        }
      }
    }
  }

  deinit { stop() }

  /// From now on nobody answers there.
  package func stop() {
    guard
      isOpen.withLock({
        let was = $0
        $0 = false
        return was
      })
    else { return }
    shutdown(handle, Int32(SHUT_RDWR))
    close(handle)
  }

  package var requests: [Request] { log.withLock { $0 } }

  private func serve(_ connection: Int32, _ reply: (Request, Int) -> Reply) {
    guard let request = read(connection) else { return }
    let number = log.withLock { log in
      log.append(request)
      return log.count - 1
    }
    switch reply(request, number) {
    case .answer(let status, let body, let headers):
      send(connection, Self.text(status, body, headers))
    case .late(let seconds, let body):
      Thread.sleep(forTimeInterval: seconds)
      send(connection, Self.text(200, body, [:]))
    case .half(let body):
      let whole = Array(Self.text(200, body, [:]).utf8)
      send(connection, String(decoding: whole.dropLast(body.utf8.count / 2), as: UTF8.self))
    case .nothing: break
    }
  }

  private static func text(_ status: Int, _ body: String, _ headers: [String: String]) -> String {
    let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
    return "HTTP/1.1 \(status) Status\r\nContent-Type: application/json\r\nConnection: close\r\n"
      + "\(lines)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  private func send(_ connection: Int32, _ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      bytes += piece[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
      let first = lines[0].split(separator: " ").map(String.init)
      guard first.count == 3 else { return nil }
      var headers: [String: String] = [:]
      for line in lines.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        headers[parts[0].lowercased()] = parts.last?.trimmingCharacters(in: .whitespaces)
      }
      let body = String(text[end.upperBound...])
      guard body.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 else { continue }
      return Request(method: first[0], target: first[1], headers: headers, body: body)
    }
  }
}
