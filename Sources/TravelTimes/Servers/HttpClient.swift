internal import Foundation
internal import FoundationNetworking

/// Asks a server over HTTP and waits for its answer, within limits of time, size and attempts.
final class HttpClient: Sendable {
  let address: ServerAddress
  let rules: ServerRules
  private let session: URLSession
  private let exchanges: HttpExchanges

  init(_ address: ServerAddress, _ rules: ServerRules) {
    self.address = address
    self.rules = rules
    // Nothing of what is asked and answered is kept on disk.
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = rules.timeout
    configuration.httpMaximumConnectionsPerHost = 1
    configuration.urlCache = nil
    configuration.httpCookieAcceptPolicy = .never
    exchanges = HttpExchanges(largestAnswer: rules.largestAnswer)
    session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
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
    guard let request = request(path, body) else { throw error(service, .unreachable(path)) }
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
  private static func beginning(_ body: Data) -> String {
    let text = String(decoding: body.prefix(200), as: UTF8.self)
    return String(text.prefix { !$0.isNewline }.filter { $0 == " " || !$0.isWhitespace })
  }

  /// Statuses that may have passed by the next attempt.
  private static let passing: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

  private func request(_ path: String, _ body: Data?) -> URLRequest? {
    guard let url = URL(string: address.base + path) else { return nil }
    var request = URLRequest(url: url, timeoutInterval: rules.timeout)
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    if let authorization = address.authorization {
      request.setValue(authorization, forHTTPHeaderField: "Authorization")
    }
    guard let body else { return request }
    request.httpMethod = "POST"
    request.httpBody = body
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    return request
  }

  private func once(_ request: URLRequest) -> Result<HttpAnswer, HttpTrouble> {
    let task = session.dataTask(with: request)
    let done = exchanges.begin(task.taskIdentifier)
    task.resume()
    if done.wait(timeout: .now() + rules.timeout) == .success,
      let outcome = exchanges.end(task.taskIdentifier)
    {
      return outcome
    }
    task.cancel()
    _ = exchanges.end(task.taskIdentifier)
    return .failure(HttpTrouble(.slow(seconds: Int(rules.timeout.rounded(.up)))))
  }
}
