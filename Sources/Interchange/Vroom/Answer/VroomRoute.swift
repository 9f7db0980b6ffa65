/// A route with its times, as VROOM tells it.
public struct VroomRoute: Hashable, Sendable {
  /// Index among the vehicles of the request.
  public var vehicle: Int
  public var steps: [Step]
  /// Of the route as a whole, beside those of its steps.
  public var violations: [VroomViolation] = []
  /// Encoded line, five decimals.
  public var geometry: String?

  /// Times in seconds, as the request counts them.
  public struct Step: Hashable, Sendable {
    public var kind: VroomStep.Kind
    public var arrival: Int
    /// Start of set-up or service, or of the break.
    public var begin: Int
    public var violations: [VroomViolation] = []
  }
}

/// A rule that a given route breaks.
public struct VroomViolation: Hashable, Sendable {
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    case leadTime = "lead_time"
    case delay
    case load
    case maxTasks = "max_tasks"
    case skills
    case precedence
    case missingBreak = "missing_break"
    case maxTravelTime = "max_travel_time"
    case maxDistance = "max_distance"
    case maxLoad = "max_load"
    /// An extension of ours.
    case maxTransitTime = "max_transit_time"
  }

  public var cause: Cause
  /// Seconds too early or too late.
  public var duration: Int?

  /// Each cause once, durations added up, in the order of `Cause`.
  static func merged(_ violations: [VroomViolation]) -> [VroomViolation] {
    Cause.allCases.compactMap { cause in
      let same = violations.filter { $0.cause == cause }
      guard !same.isEmpty else { return nil }
      let durations = same.compactMap(\.duration)
      return VroomViolation(
        cause: cause, duration: durations.isEmpty ? nil : durations.reduce(0, +))
    }
  }
}

/// An answer that is no error.
public struct VroomAnswer: Sendable {
  public var routes: [VroomRoute]
  /// Steps that no route makes: jobs, and both ends of a shipment, or one.
  public var unassigned: [Unassigned]
  public var warnings: [VroomWarning]
  /// Milliseconds.
  public var loading = 0
  public var solving = 0
  public var routing = 0
  /// Cost below which no plan that assigns as much can go; `nil`: nothing is proven.
  public var lowerBound: Double?

  /// Somebody left out, and why.
  public struct Unassigned: Hashable, Sendable {
    public var kind: VroomStep.Kind
    /// Codes; empty: not asked for.
    public var reasons: [VroomReason] = []
  }

  public init(routes: [VroomRoute], unassigned: [Unassigned], warnings: [VroomWarning]) {
    self.routes = routes
    self.unassigned = unassigned
    self.warnings = warnings
  }
}
