internal import Dispatch
internal import Foundation
internal import FoundationNetworking
internal import Synchronization

/// Asks a server over HTTP and waits for its answer, within limits of time, size and attempts.
final class HttpClient: Sendable {
  struct Answer {
    var status: Int
    var body: Data
    /// Seconds after which the server wants to be asked again.
    var retryAfter: Double?
  }

  let address: ServerAddress
  let rules: ServerRules
  private let session: URLSession

  init(_ address: ServerAddress, _ rules: ServerRules) {
    self.address = address
    self.rules = rules
    // Nothing of what is asked and answered is kept on disk.
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = rules.timeout
    configuration.httpMaximumConnectionsPerHost = 1
    configuration.urlCache = nil
    configuration.httpCookieAcceptPolicy = .never
    session = URLSession(configuration: configuration)
  }

  deinit { session.invalidateAndCancel() }

  /// - Parameters:
  ///   - service: what errors call the request.
  ///   - path: what follows the server's base address.
  ///   - body: JSON to send with POST; without it, GET.
  /// - Returns: the first answer that asking again would not better: success, or a refusal of the request.
  func ask(
    _ service: String, path: String, body: Data? = nil
  ) throws(ServerError) -> (status: Int, body: Data) {
    guard let url = URL(string: address.base + path) else {
      throw error(service, .unreachable(path))
    }
    var request = URLRequest(url: url, timeoutInterval: rules.timeout)
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    if let authorization = address.authorization {
      request.setValue(authorization, forHTTPHeaderField: "Authorization")
    }
    if let body {
      request.httpMethod = "POST"
      request.httpBody = body
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    var last = ServerError.Cause.unreachable("")
    for attempt in 0..<max(1, rules.attempts) {
      var pause = rules.pause * Double(1 << attempt)
      switch once(request) {
      case .success(let answer) where !Self.passing.contains(answer.status):
        return (answer.status, answer.body)
      case .success(let answer):
        last = .status(answer.status, Self.beginning(answer.body))
        if let wanted = answer.retryAfter { pause = min(wanted, rules.longestPause) }
      case .failure(let failure): last = failure.cause
      }
      if attempt + 1 < rules.attempts { Thread.sleep(forTimeInterval: pause) }
    }
    throw error(service, last)
  }

  func error(_ service: String, _ cause: ServerError.Cause) -> ServerError {
    ServerError(server: address.name, service: service, cause: cause)
  }

  /// What is wrong with an answer that could not be read: its status, where that is no success.
  func unread(_ status: Int, _ body: Data) -> ServerError.Cause {
    (200..<300).contains(status)
      ? .senseless(Self.beginning(body)) : .status(status, Self.beginning(body))
  }

  /// The first line of a text that people can read.
  static func beginning(_ body: Data) -> String {
    let text = String(decoding: body.prefix(200), as: UTF8.self)
    return String(text.prefix { !$0.isNewline }.filter { $0 == " " || !$0.isWhitespace })
  }

  /// Statuses that may have passed by the next attempt.
  private static let passing: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

  private func once(_ request: URLRequest) -> Result<Answer, ServerTrouble> {
    let box = OutcomeBox()
    let seconds = Int(rules.timeout.rounded(.up))
    let task = session.dataTask(with: request) { data, response, error in
      box.put(Self.outcome(data, response, error, timeout: seconds))
    }
    task.resume()
    let end = ContinuousClock.now + .seconds(rules.timeout)
    while true {
      if let outcome = box.wait(seconds: 0.05) { return outcome }
      if ContinuousClock.now > end {
        task.cancel()
        return .failure(ServerTrouble(.slow(seconds: seconds)))
      }
      if task.countOfBytesReceived > rules.largestAnswer {
        task.cancel()
        return .failure(ServerTrouble(.senseless("more than \(rules.largestAnswer) bytes")))
      }
    }
  }

  private static func outcome(
    _ data: Data?, _ response: URLResponse?, _ error: (any Error)?, timeout: Int
  ) -> Result<Answer, ServerTrouble> {
    if let error {
      switch (error as? URLError)?.code {
      case .timedOut: return .failure(ServerTrouble(.slow(seconds: timeout)))
      case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet,
        .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
        .serverCertificateHasUnknownRoot, .badURL, .unsupportedURL:
        return .failure(ServerTrouble(.unreachable(error.localizedDescription)))
      default: return .failure(ServerTrouble(.brokenOff))
      }
    }
    guard let response = response as? HTTPURLResponse, let data else {
      return .failure(ServerTrouble(.brokenOff))
    }
    let wait = response.value(forHTTPHeaderField: "Retry-After").flatMap { Double($0) }
    return .success(
      Answer(
        status: response.statusCode, body: data,
        retryAfter: wait.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }))
  }
}

/// Why one attempt failed.
private struct ServerTrouble: Error {
  let cause: ServerError.Cause

  init(_ cause: ServerError.Cause) { self.cause = cause }
}

/// Hands the outcome of an attempt from the session's thread to the one that waits.
private final class OutcomeBox: Sendable {
  private let outcome = Mutex<Result<HttpClient.Answer, ServerTrouble>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  func put(_ new: Result<HttpClient.Answer, ServerTrouble>) {
    outcome.withLock { $0 = new }
    done.signal()
  }

  /// - Returns: `nil` where there is no outcome yet.
  func wait(seconds: Double) -> Result<HttpClient.Answer, ServerTrouble>? {
    guard done.wait(timeout: .now() + seconds) == .success else { return nil }
    return outcome.withLock { $0 }
  }
}
