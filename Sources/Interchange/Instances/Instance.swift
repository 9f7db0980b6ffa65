public import DialARide
public import Planning

/// What is wrong with an instance or solution file: the same type as for every other input.
public typealias InstanceFault = Fault
/// All faults of an instance or solution file at once.
public typealias InstanceFaults = Faults

/// A problem as a file states it, with the way back to the file's own node numbers.
public struct Instance: Sendable {
  /// Name of the instance: the file's name without its extension, or what the file calls itself.
  public var name: String
  public var format: InstanceFormat
  /// File the instance was read from, for messages.
  public var file: String
  public var draft: ProblemDraft
  public var numbering: NodeNumbering
  /// Fewest vehicles come first and the cost second. The draft then charges every vehicle a fixed
  /// cost above any possible routing cost, and solution files state the cost without it.
  public var vehiclesFirst: Bool

  public init(
    name: String, format: InstanceFormat, file: String, draft: ProblemDraft,
    numbering: NodeNumbering, vehiclesFirst: Bool
  ) {
    self.name = name
    self.format = format
    self.file = file
    self.draft = draft
    self.numbering = numbering
    self.vehiclesFirst = vehiclesFirst
  }

  /// Builds the problem.
  ///
  /// - Throws: every fault that `Problem.init` finds in the draft, with its JSON pointer.
  public func problem() throws(InstanceFaults) -> Problem {
    do {
      return try Problem(draft)
    } catch {
      var log = FaultLog(file: file)
      for fault in error.faults { log.add(.draft(fault), pointer: fault.pointer) }
      throw InstanceFaults(log.faults)
    }
  }

  /// The cost that the literature states for a solution of this instance: the objective, without
  /// the fixed costs where these only serve to put the number of vehicles first.
  public func statedCost(_ breakdown: CostBreakdown) -> Double {
    guard vehiclesFirst else { return breakdown.total }
    var stated = breakdown
    stated.fixed = 0
    return stated.total
  }
}
