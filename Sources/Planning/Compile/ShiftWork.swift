internal import DialARide

/// Breaks and time on duty of one shift (R31).
///
/// - *Break and meal*: those stated for the vehicle; without any, the profile's.
/// - *Rests from driving*: as many as the shift could need, whole and in two parts, taken only where the driver has to
///   rest.
/// - *Work*: a run that lasts longer than the longest work has had every break due by then, so it may last that much
///   longer.
/// - *Longer amplitude*: a shift beyond the plain one gets one long break, due once the run lasts longer than it could
///   without.
struct ShiftWork {
  private(set) var breaks: [BreakDraft] = []
  /// Longest time on duty, seconds; `nil`: the plan's check sees to it.
  private(set) var longestDuration: Double?
  /// Length after which a break is never due of itself: longer than any run.
  static let never = 2 * 86_400.0
  /// More rests in a shift than this are none of a rule that people drive by.
  private static let mostRests = 16
  private let day: Day
  private let resource: DayResource
  private let shift: Range<Int>
  /// Length of the shift with nothing cut from it: so the same breaks stand behind every purpose.
  private let length: Int
  private let purpose: Compiler.Purpose
  private let work: WorkingRules

  /// - Parameter hours: what of the shift may be used.
  init(
    _ day: Day, _ resource: DayResource, _ shift: DayShift, hours: Range<Int>,
    _ work: WorkingRules, _ purpose: Compiler.Purpose
  ) {
    self.day = day
    self.resource = resource
    self.shift = hours
    length = shift.end - shift.start
    self.purpose = purpose
    self.work = work
    if resource.mode.isPaid {
      breaks = resource.breaks.isEmpty ? ofProfile() : resource.breaks.compactMap(stated)
    } else if let meal = meal() {
      breaks = [meal]
    }
    limitDuty()
    addRests()
  }

  private func stated(_ rest: DriverBreak) -> BreakDraft? {
    let start = max(shift.lowerBound, day.elapsed(rest.window.start))
    let end = min(shift.upperBound, day.elapsed(rest.window.end)) - rest.duration
    guard start <= end else { return nil }
    return BreakDraft(
      windows: [TimeWindow(Double(max(0, start)), Double(end))], duration: Double(rest.duration),
      dueAfter: Double(rest.dueAfter))
  }

  /// The meal, which is the working-time break too where it is due no later and lasts no less.
  private func ofProfile() -> [BreakDraft] {
    let kind = resource.mode.ruleKind
    let (due, length) = (
      day.rules.seconds(.breakDueAfter(kind)), day.rules.seconds(.breakLength(kind))
    )
    let meal = meal()
    // A plan to be checked may have been made for fewer hours, and so with the break.
    if purpose == .search, let meal, let rule = work.meal, rule.dueAfter <= due,
      rule.length >= length
    {
      return [meal]
    }
    let margin = day.rules.seconds(.breakMargin(kind))
    let window = (start: shift.lowerBound + margin, end: shift.upperBound - margin)
    guard self.length > due, window.start < window.end else { return [meal].compactMap(\.self) }
    let rest = BreakDraft(
      windows: [TimeWindow(Double(max(0, window.start)), Double(window.end))],
      duration: Double(length), dueAfter: asDue(due))
    return [rest, meal].compactMap(\.self)
  }

  /// Only for shifts that the hours of the meal lie in.
  private func meal() -> BreakDraft? {
    guard let meal = work.meal else { return nil }
    let (from, until) = (day.elapsed(meal.from), day.elapsed(meal.until))
    guard shift.lowerBound <= from, until <= shift.upperBound else { return nil }
    return BreakDraft(
      windows: [TimeWindow(Double(max(0, from)), Double(until - meal.length))],
      duration: Double(meal.length), dueAfter: asDue(meal.dueAfter))
  }

  /// The plan's check judges the profile's breaks over the whole day, whatever they are called in the plan.
  private func asDue(_ seconds: Int) -> Double {
    purpose == .search ? Double(seconds) : Self.never
  }

  private mutating func limitDuty() {
    guard resource.mode.isPaid else {
      longestDuration = Double(resource.longestDuty)
      return
    }
    let worked = work.longestWork.map { longest in
      breaks.filter { $0.dueAfter <= Double(longest) }
        .reduce(Double(longest)) { $0 + $1.duration }
    }
    let plain = min(Double(resource.longestDuty), worked ?? .infinity)
    if purpose == .search { longestDuration = plain }
    guard length > resource.longestDuty, !resource.statesDuty,
      let longer = work.longerDays.first(where: { $0.amplitude >= length })
        ?? work.longerDays.last, longer.amplitude > resource.longestDuty
    else { return }
    breaks.append(
      BreakDraft(
        windows: [within(longer.rest)], duration: Double(longer.rest),
        dueAfter: purpose == .search ? plain : Self.never))
    guard purpose == .search else { return }
    longestDuration = min(
      Double(longer.amplitude), worked.map { $0 + Double(longer.rest) } ?? .infinity)
  }

  private mutating func addRests() {
    guard let driving = work.driving, driving.longest + driving.rest > 0 else { return }
    let most = Int((Double(length) - 1) / (driving.longest + driving.rest))
    for length in [driving.rest] + (driving.parts.count == 2 ? driving.parts : []) {
      for _ in 0..<min(Self.mostRests, max(0, most)) {
        breaks.append(
          BreakDraft(windows: [within(Int(length))], duration: length, dueAfter: Self.never))
      }
    }
  }

  /// Starts at which something so long ends within the shift.
  private func within(_ length: Int) -> TimeWindow {
    let start = max(0, shift.lowerBound)
    return TimeWindow(Double(start), Double(max(start, shift.upperBound - length)))
  }
}
