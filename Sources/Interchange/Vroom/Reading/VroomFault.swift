/// Something in a request that forbids an answer.
public struct VroomFault: Hashable, Sendable {
  /// JSON pointer (RFC 6901); empty: the whole document.
  public var pointer: String
  /// In VROOM's own words where it has some.
  public var message: String
  /// What would be right; empty where the message says it.
  public var remedy: String

  public init(_ pointer: String, _ message: String, remedy: String = "") {
    self.pointer = pointer
    self.message = message
    self.remedy = remedy
  }
}

/// Something odd in a request that forbids nothing.
public struct VroomWarning: Hashable, Sendable {
  public var pointer: String
  public var message: String
  /// A key that nobody reads: most often a slip.
  public var isUnknownKey: Bool

  public init(_ pointer: String, _ message: String, isUnknownKey: Bool = false) {
    self.pointer = pointer
    self.message = message
    self.isUnknownKey = isUnknownKey
  }
}

/// What was found while a request was read.
final class VroomLog {
  private(set) var faults: [VroomFault] = []
  private(set) var warnings: [VroomWarning] = []

  /// A document of rubbish has as many faults as values; nobody mends more than these at once.
  private static let most = 100

  func fault(_ pointer: String, _ message: String, remedy: String = "") {
    guard faults.count < Self.most else { return }
    faults.append(VroomFault(pointer, message, remedy: remedy))
  }

  func warn(_ pointer: String, _ message: String, isUnknownKey: Bool = false) {
    guard warnings.count < Self.most else { return }
    warnings.append(VroomWarning(pointer, message, isUnknownKey: isUnknownKey))
  }
}
