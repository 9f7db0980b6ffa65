internal import Hummingbird
internal import Logging
internal import Synchronization

/// What is known of a request beside itself.
struct APIContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// By which answers, logs and problems name the request.
  let requestID: String
  let trace = Trace()

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    requestID = Token.random(bytes: 8)
  }

  /// What is found out on the way in, for whoever looks at the request on its way out.
  final class Trace: Sendable {
    private let state = Mutex<String?>(nil)

    /// Public part of the key.
    var key: String? {
      get { state.withLock { $0 } }
      set { state.withLock { $0 = newValue } }
    }
  }
}
