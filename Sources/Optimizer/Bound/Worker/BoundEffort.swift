/// How long a bound may be worked on.
package struct BoundEffort: Sendable {
  /// `nil`: no clock.
  package var deadline: ContinuousClock.Instant?
  /// Work units: labels and fragments made. `nil`: no limit. With a work limit and without a deadline the bound
  /// depends on the problem and the routes given alone.
  package var work: Int?
  package var stop: SearchStop?
  /// Wait for better incumbents from the search once nothing else is left to do.
  package var awaitsIncumbents: Bool

  package init(
    deadline: ContinuousClock.Instant? = nil, work: Int? = nil, stop: SearchStop? = nil,
    awaitsIncumbents: Bool = false
  ) {
    self.awaitsIncumbents = awaitsIncumbents
    self.deadline = deadline
    self.work = work
    self.stop = stop
  }

  func isOver(_ done: Int) -> Bool {
    if let work, done > work { return true }
    if let stop, stop.isRaised { return true }
    if let deadline, ContinuousClock().now >= deadline { return true }
    return false
  }

  /// The same, ending when a share of the time or of the work is spent; without either, as it is.
  func part(_ share: Double) -> BoundEffort {
    var part = self
    if let left { part.deadline = ContinuousClock().now + left * share }
    part.work = work.map { Int(Double($0) * share) }
    return part
  }

  /// Time left, `nil` without a deadline.
  var left: Duration? {
    deadline.map { max(.zero, $0 - ContinuousClock().now) }
  }
}
