/// Why a routing server was of no use.
public struct ServerError: Error, Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// Nobody answers there; what the system says.
    case unreachable(String)
    /// No whole answer within so many seconds.
    case slow(seconds: Int)
    /// The connection broke while the answer came.
    case brokenOff
    /// An HTTP status that is no success, with the beginning of what came with it.
    case status(Int, String)
    /// The server's own refusal: its code and message.
    case refused(String, String)
    /// An answer that is not what was asked for: what is wrong with it.
    case senseless(String)
  }

  /// The server's address without credentials.
  public var server: String
  /// What was asked: `table`, `route`, `sources_to_targets`.
  public var service: String
  public var cause: Cause

  public init(server: String, service: String, cause: Cause) {
    self.server = server
    self.service = service
    self.cause = cause
  }
}

extension ServerError: CustomStringConvertible {
  public var description: String {
    let what =
      switch cause {
      case .unreachable(let words): "does not answer (\(words))"
      case .slow(let seconds): "has not answered within \(seconds) s"
      case .brokenOff: "broke off its answer"
      case .status(let status, let words): "answered with HTTP \(status) \(words)"
      case .refused(let code, let message): "refused: \(code) \(message)"
      case .senseless(let words): "answered senselessly: \(words)"
      }
    return "\(server) (\(service)) \(what)"
  }
}
