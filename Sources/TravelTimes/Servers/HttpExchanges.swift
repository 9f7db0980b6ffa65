internal import Dispatch
internal import Foundation
internal import FoundationNetworking
internal import Synchronization

/// A whole answer to one request.
struct HttpAnswer {
  var status: Int
  var body: Data
  /// Seconds after which the server wants to be asked again.
  var retryAfter: Double?
}

/// Why one attempt failed.
struct HttpTrouble: Error {
  let cause: ServerError.Cause

  init(_ cause: ServerError.Cause) { self.cause = cause }
}

/// Gathers the answers of a session's tasks, each up to the largest size allowed.
///
/// A redirection is an answer like any other: following it could take coordinates and passwords to a server that nobody
/// has named.
final class HttpExchanges: NSObject, URLSessionDataDelegate, Sendable {
  private struct Exchange {
    let done = DispatchSemaphore(value: 0)
    var body = Data()
    var response: HTTPURLResponse?
    var outcome: Result<HttpAnswer, HttpTrouble>?
  }

  private let largestAnswer: Int
  /// By the task's identifier.
  private let open = Mutex<[Int: Exchange]>([:])

  init(largestAnswer: Int) { self.largestAnswer = largestAnswer }

  /// - Returns: what is signalled when the outcome is there.
  func begin(_ task: Int) -> DispatchSemaphore {
    let exchange = Exchange()
    open.withLock { $0[task] = exchange }
    return exchange.done
  }

  /// Takes the outcome; `nil` where there is none.
  func end(_ task: Int) -> Result<HttpAnswer, HttpTrouble>? {
    open.withLock { $0.removeValue(forKey: task) }?.outcome
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    open.withLock { $0[task.taskIdentifier]?.response = response }
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = open.withLock { open in
      guard var exchange = open.removeValue(forKey: dataTask.taskIdentifier) else { return false }
      defer { open[dataTask.taskIdentifier] = exchange }
      guard exchange.outcome == nil else { return false }
      exchange.body.append(data)
      guard exchange.body.count > largestAnswer else { return false }
      exchange.outcome = .failure(HttpTrouble(.senseless("more than \(largestAnswer) bytes")))
      return true
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let seconds = Int((task.originalRequest?.timeoutInterval ?? 0).rounded(.up))
    let response = task.response as? HTTPURLResponse
    let done = open.withLock { open -> DispatchSemaphore? in
      guard var exchange = open.removeValue(forKey: task.taskIdentifier) else { return nil }
      if exchange.outcome == nil {
        exchange.outcome = Self.outcome(
          exchange.body, exchange.response ?? response, error, timeout: seconds)
      }
      open[task.taskIdentifier] = exchange
      return exchange.done
    }
    done?.signal()
  }

  private static func outcome(
    _ body: Data, _ response: HTTPURLResponse?, _ error: (any Error)?, timeout: Int
  ) -> Result<HttpAnswer, HttpTrouble> {
    if let error {
      switch (error as? URLError)?.code {
      case .timedOut: return .failure(HttpTrouble(.slow(seconds: timeout)))
      case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet,
        .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
        .serverCertificateHasUnknownRoot, .badURL, .unsupportedURL:
        return .failure(HttpTrouble(.unreachable(error.localizedDescription)))
      default: return .failure(HttpTrouble(.brokenOff))
      }
    }
    guard let response else { return .failure(HttpTrouble(.brokenOff)) }
    let wait = response.value(forHTTPHeaderField: "Retry-After").flatMap { Double($0) }
    return .success(
      HttpAnswer(
        status: response.statusCode, body: body,
        retryAfter: wait.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }))
  }
}
