internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Synchronization

/// What is known of a request beside itself.
struct APIContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// By which answers, logs and problems name the request.
  let requestID: String
  let trace = Trace()
  private let channel: any Channel
  /// Time for an answer to reach a client before its connection is closed.
  private static let farewell = TimeAmount.seconds(1)

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    requestID = Token.random(bytes: 8)
    channel = source.channel
  }

  /// Closes the connection in a moment: what the client goes on sending would be read to no purpose.
  func closeConnection() {
    let channel = channel
    channel.eventLoop.scheduleTask(in: Self.farewell) { channel.close(promise: nil) }
  }

  /// What is found out on the way in, for whoever looks at the request on its way out.
  final class Trace: Sendable {
    private struct State {
      var key: String?
      var hasBody = false
    }
    private let state = Mutex(State())

    /// Public part of the key.
    var key: String? {
      get { state.withLock { $0.key } }
      set { state.withLock { $0.key = newValue } }
    }

    /// The body has been read to its end.
    var hasBody: Bool {
      get { state.withLock { $0.hasBody } }
      set { state.withLock { $0.hasBody = newValue } }
    }
  }
}
