/// One thing that is wrong with a `ProblemDraft`.
public struct ProblemFault: Hashable, Sendable, CustomStringConvertible {
  /// JSON pointer into the draft, e.g. `/requests/3/pickup/location`.
  public var pointer: String
  /// What is wrong, with the value found.
  public var cause: String
  /// What would be right.
  public var remedy: String

  public init(pointer: String, cause: String, remedy: String) {
    self.pointer = pointer
    self.cause = cause
    self.remedy = remedy
  }

  public var description: String { "\(pointer): \(cause); \(remedy)" }
}

/// All faults of a draft at once.
public struct ProblemFaults: Error, Sendable, CustomStringConvertible {
  public var faults: [ProblemFault]
  public var description: String { faults.map(\.description).joined(separator: "\n") }

  public init(_ faults: [ProblemFault]) { self.faults = faults }
}
