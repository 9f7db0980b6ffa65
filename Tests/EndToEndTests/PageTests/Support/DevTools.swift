import CaminTestSupport
import Foundation
import Glibc
import Testing

/// Chromium's protocol over two pipes: a request or an event a message, each ended by a zero byte.
final class DevTools {
  typealias Message = [String: Any]

  /// The browser has said no, or nothing.
  struct Refusal: Error, CustomStringConvertible { let description: String }

  private let process = Process()
  private let scratch: Scratch
  private let requests: Int32
  private let answers: Int32
  private var unread = Data()
  private var count = 0
  /// What happened in the page since the browser started, in order.
  private(set) var events: [(method: String, parameters: Message)] = []

  static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// - Parameter language: what its pages are told that the user reads.
  init(language: String) throws {
    scratch = try Scratch()
    let (own, its) = (scratch.path("to"), scratch.path("from"))
    try #require(mkfifo(own, 0o600) == 0 && mkfifo(its, 0o600) == 0)
    process.executableURL = URL(filePath: "/bin/sh")
    // The browser reads requests from descriptor 3 and answers on 4.
    process.arguments = [
      "-c", "exec \"$0\" \"$@\" 3<\"$CAMIN_TO\" 4>\"$CAMIN_FROM\"", try #require(Self.browser),
      "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
      "--disable-dev-shm-usage", "--remote-debugging-pipe", "--lang=" + language,
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      "--user-data-dir=" + scratch.path("profile"), "about:blank",
    ]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": scratch.folder.path, "LANG": "fr_FR.UTF-8",
      "LANGUAGE": language, "CAMIN_TO": own, "CAMIN_FROM": its,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    requests = open(own, O_WRONLY)
    answers = open(its, O_RDONLY)
    try #require(requests >= 0 && answers >= 0)
  }

  deinit {
    close(requests)
    close(answers)
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.sleepUntilExit()
  }

  /// A folder that is there as long as the browser is.
  func folder(_ name: String) throws -> String {
    let path = scratch.path(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Asks and waits for the answer.
  @discardableResult
  func call(
    _ method: String, _ parameters: Message = [:], session: String? = nil, seconds: Double = 60
  ) throws -> Message {
    count += 1
    let own = count
    var message: Message = ["id": own, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    try send(try JSONSerialization.data(withJSONObject: message) + [0])
    let end = Date() + seconds
    while let next = try read(until: end) {
      guard next["id"] as? Int == own else { continue }
      if let error = next["error"] { throw Refusal(description: "\(method): \(error)") }
      return next["result"] as? Message ?? [:]
    }
    throw Refusal(description: "\(method): no answer in \(seconds) s")
  }

  /// Takes in what has happened meanwhile.
  func listen(seconds: Double) throws {
    let end = Date() + seconds
    while try read(until: end) != nil {}
  }

  private func send(_ data: Data) throws {
    try data.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let written = write(requests, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
        guard written > 0 else { throw Refusal(description: "the browser has ended") }
        sent += written
      }
    }
  }

  /// The next message; events are kept on the way.
  private func read(until end: Date) throws -> Message? {
    while true {
      if let zero = unread.firstIndex(of: 0) {
        let text = unread[unread.startIndex..<zero]
        unread = Data(unread[(zero + 1)...])
        let message = try JSONSerialization.jsonObject(with: text) as? Message ?? [:]
        if let method = message["method"] as? String {
          events.append((method, message["params"] as? Message ?? [:]))
        }
        return message
      }
      let left = end.timeIntervalSinceNow
      guard left > 0 else { return nil }
      var waiting = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(left * 1000) + 1) > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let size = Glibc.read(answers, &buffer, buffer.count)
      guard size > 0 else { throw Refusal(description: "the browser has ended") }
      unread.append(contentsOf: buffer[..<size])
    }
  }
}
