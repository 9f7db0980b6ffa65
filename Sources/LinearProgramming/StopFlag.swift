internal import CGLPKGuard

/// A flag that any thread, or a signal handler, may raise to end a solve early.
///
/// The simplex method looks at it every 200 iterations, branch and bound before and after
/// every node's relaxation. The solve then returns what it has, with the bound it has proved.
@safe public final class StopFlag: @unchecked Sendable {
  // Sendable because the word behind the pointer is only touched by atomic loads and stores.
  let flag: OpaquePointer

  /// A lowered flag.
  public init() {
    guard let flag = unsafe fence_stop_flag_create() else { fatalError("out of memory") }
    unsafe self.flag = flag
  }

  deinit { unsafe fence_stop_flag_destroy(flag) }

  public var isRaised: Bool { unsafe fence_stop_flag_is_raised(flag) != 0 }
  public func raise() { unsafe fence_stop_flag_set(flag, 1) }
  public func lower() { unsafe fence_stop_flag_set(flag, 0) }
}
