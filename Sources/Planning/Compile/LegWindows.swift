/// When a leg may be picked up and set down: anchors and tolerances as windows (R3, R4, R5, R6).
struct LegWindows: Sendable {
  /// How the waiting budget of a shared patient is held (R6).
  enum Budget: Sendable {
    /// Shared out beforehand between the wait before care and the wait after it: sound, and stricter than
    /// the rule, since the two legs may lie in different vehicles.
    case split
    /// Left to the plan's check, which sees both legs.
    case whole
  }
  let day: Day
  /// Kinds of rules that a leg without prescription may fall under; the tightest holds.
  let kinds: [RuleKind]
  let budget: Budget
  /// By leg: how long its rider walks to and from stops (R24).
  let walks: @Sendable (Int) -> LegWalks

  init(
    _ day: Day, kinds: [RuleKind], budget: Budget,
    walks: @escaping @Sendable (Int) -> LegWalks = { _ in LegWalks() }
  ) {
    self.day = day
    self.kinds = kinds
    self.budget = budget
    self.walks = walks
  }

  /// Windows for the start of service; `nil`: not fixed by the anchor.
  struct Windows: Hashable {
    var pickup: ClosedRange<Int>?
    var delivery: ClosedRange<Int>?
  }

  /// At the places where the rider is met: the anchor speaks of the door, so that the walk to a stop comes before the
  /// pick-up and the walk from a stop after the set-down (R24). Where some who may serve the leg come to the door and
  /// others do not, both hold. A fixed time is that of the vehicle at the stop.
  func windows(of legIndex: Int) -> Windows {
    var windows = atDoor(legIndex)
    let walk = walks(legIndex)
    if case .fixed = day.legs[legIndex].leg.anchor { return windows }
    windows.pickup = windows.pickup.map {
      let start = $0.lowerBound + walk.pickup.upperBound
      return start...max(start, $0.upperBound + walk.pickup.lowerBound)
    }
    windows.delivery = windows.delivery.map {
      let end = $0.upperBound - walk.delivery.upperBound
      return min(end, $0.lowerBound - walk.delivery.lowerBound)...end
    }
    return windows
  }

  private func atDoor(_ legIndex: Int) -> Windows {
    let leg = day.legs[legIndex]
    switch leg.leg.anchor {
    case .arriveBy(let time):
      let appointment = day.elapsed(time)
      // Out of the vehicle by the appointment, however long setting down takes.
      let latest = appointment - max(latestBefore(leg), leg.setdownService)
      return Windows(
        delivery: min(appointment - earliestBefore(legIndex), latest)...latest)
    case .departAfter(let time):
      let wish = day.elapsed(time)
      return Windows(pickup: wish...wish + latestAfter(legIndex))
    case .release(let time, let spread):
      let estimate = day.elapsed(time)
      let latest = estimate + latestAfter(legIndex)
      // Slack after the estimate lets care end that much later without moving the run (R5). It is prudence, not a
      // rule: a plan made without it breaks none.
      let slack = budget == .split ? Int((Double(spread) * releaseSlack(leg)).rounded()) : 0
      return Windows(pickup: min(estimate + slack, latest)...latest)
    case .fixed(let time):
      let start = day.elapsed(time)
      // A line's times are never moved (R30).
      return Windows(
        pickup: start...start, delivery: leg.line.map { $0.delivery...$0.delivery })
    case .afterStay:
      return Windows()
    }
  }

  /// The tightest ride limit of all kinds that apply (R7).
  func longestRide(_ legIndex: Int) -> Int {
    let leg = day.legs[legIndex]
    if let line = leg.line { return line.delivery - line.pickup }
    let limits = RideLimits(rules: day.rules)
    return ridingKinds(leg).map { limits.longestRide(direct: leg.slowestDirectSeconds, kind: $0) }
      .min()
      ?? leg.slowestDirectSeconds
  }

  /// Least and greatest time between set-down and next pick-up around a stay at the door (R5): the walks to and from
  /// it come on top.
  func stay(before leg: Int, least: Int, greatest: Int) -> (least: Int, greatest: Int) {
    let (there, back) = (walks(leg - 1).delivery, walks(leg).pickup)
    let shortest = least + there.upperBound + back.upperBound
    return (shortest, max(shortest, greatest + there.lowerBound + back.lowerBound))
  }

  private func ridingKinds(_ leg: DayLeg) -> [RuleKind] { leg.booking.insured ? [.tap] : kinds }

  private func earliestBefore(_ legIndex: Int) -> Int {
    let leg = day.legs[legIndex]
    let stated =
      leg.leg.earliestBefore
      ?? ridingKinds(leg).map { day.rules.seconds(.earliestBefore($0)) }.min() ?? 0
    guard budget == .split, day.hasWaitBudget(legIndex + 1) else { return stated }
    return min(stated, day.rules.seconds(.waitTotal))
  }

  private func latestBefore(_ leg: DayLeg) -> Int {
    leg.leg.latestBefore
      ?? ridingKinds(leg).map { day.rules.seconds(.latestBefore($0)) }.max() ?? 0
  }

  private func releaseSlack(_ leg: DayLeg) -> Double {
    ridingKinds(leg).map { day.rules[.releaseSlack($0)] }.max() ?? 0
  }

  private func latestAfter(_ legIndex: Int) -> Int {
    let leg = day.legs[legIndex]
    let stated =
      leg.leg.latestAfter
      ?? ridingKinds(leg).map { day.rules.seconds(.latestAfter($0)) }.min() ?? 0
    guard budget == .split, day.hasWaitBudget(legIndex) else { return stated }
    let left = day.rules.seconds(.waitTotal) - earliestBefore(legIndex - 1)
    return max(0, min(stated, left))
  }
}

extension Day {
  /// Whether the waits before this leg and the one before it count together: a patient's way there and back,
  /// one of which at least may be shared (R6).
  func hasWaitBudget(_ leg: Int) -> Bool {
    guard legs.indices.contains(leg), legs[leg].position > 0, legs[leg].booking.insured,
      case .arriveBy = legs[leg - 1].leg.anchor
    else { return false }
    return !(legs[leg].ridesAlone && legs[leg - 1].ridesAlone)
  }
}
