internal import CGLPKGuard

/// One GLPK problem, alive inside ``LinearProgram/withSession(_:_:)``.
///
/// It stays on its thread: it can be neither copied nor kept, and every call checks. Indices of
/// rows and columns count from 0 and close up after deletions. A call that throws `.invalid`
/// has changed nothing.
@safe public struct Session: ~Copyable {
  let handle: OpaquePointer
  public private(set) var direction: Model.Direction
  public internal(set) var rowCount = 0
  /// Kept here because changed bounds must be judged by the column's kind.
  var kinds: [Column.Kind] = []
  /// Whether GLPK holds a basic solution of the problem as it is.
  var isSolved = false

  public var columnCount: Int { kinds.count }

  private init(handle: OpaquePointer, direction: Model.Direction) {
    unsafe self.handle = handle
    self.direction = direction
  }

  /// Opens a session and loads the model into it.
  static func open(_ model: Model) throws(LinearProgramError) -> Session {
    let faults = model.faults()
    if !faults.isEmpty { throw .invalid(faults) }
    guard let handle = unsafe fence_open() else { throw .outOfMemory }
    var session = unsafe Session(handle: handle, direction: model.direction)
    let maximize: Int32 = model.direction == .maximize ? 1 : 0
    try unsafe session.check(fence_set_objective(handle, maximize, model.objectiveOffset))
    var rows = RowBatch()
    for row in model.rows { rows.append(row) }
    try session.load(rows)
    try session.load(model.columns)
    return session
  }

  deinit {
    let status = unsafe fence_close(handle)
    precondition(status != Int32(FENCE_WRONG_THREAD), "a session was closed on another thread")
  }

  /// Turns the fence's answer into an error.
  func check(_ status: Int32) throws(LinearProgramError) {
    switch Int(status) {
    case FENCE_OK: return
    case FENCE_LOST: throw .sessionLost(Self.log)
    case FENCE_NO_MEMORY: throw .outOfMemory
    default: preconditionFailure("a session was used on another thread")
    }
  }

  /// What GLPK said during this thread's latest call, without the line ends around it.
  static var log: String {
    var text = unsafe Substring(String(cString: fence_log()))
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }

  /// Makes GLPK fail fatally, for the tests of what happens then.
  package mutating func provokeFatalError() throws(LinearProgramError) {
    try unsafe check(fence_provoke_fatal_error(handle))
  }

  /// Memory GLPK holds on this thread, for tests.
  package static var memoryInUse: (bytes: Int, blocks: Int) {
    var bytes: Int64 = 0
    var blocks: Int64 = 0
    unsafe fence_memory(&bytes, &blocks)
    return (Int(bytes), Int(blocks))
  }
}
