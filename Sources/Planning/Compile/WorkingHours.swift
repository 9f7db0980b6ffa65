internal import DialARide

/// The hours of a driver as the search may use them (R31).
///
/// The search judges each shift by itself, so what ties the shifts of a day together, and to the day before, is cut
/// from the hours beforehand: a restriction, never a relaxation.
///
/// - *Daily rest*: nothing before the last end of the day before and the rest due after it.
/// - *Pauses*: between two shifts lies at least what counts as a rest from driving and as a break; a shift that begins
///   sooner begins later.
/// - *Amplitude*: from the first hour to the last lies no more than the longest pause between them allows; the last
///   hours go.
struct WorkingHours {
  /// By shift of the resource; empty where nothing is left.
  private(set) var shifts: [Range<Int>]
  private let resource: DayResource
  private let work: WorkingRules

  init(_ resource: DayResource, _ work: WorkingRules) {
    self.resource = resource
    self.work = work
    shifts = resource.shifts.map { $0.start..<max($0.start, $0.end) }
    if let rested = resource.rested(work) {
      shifts = shifts.map { min(max($0.lowerBound, rested), $0.upperBound)..<$0.upperBound }
    }
    cutPauses()
    if resource.mode.isPaid { cutAmplitude() }
  }

  private mutating func cutPauses() {
    let pause = max(
      work.driving.map { Int($0.rest) } ?? 0,
      resource.mode.isPaid ? work.rules.seconds(.breakLength(work.kind)) : 0)
    for i in shifts.indices.dropFirst() {
      let begin = max(shifts[i].lowerBound, shifts[i - 1].upperBound + pause)
      shifts[i] = min(begin, shifts[i].upperBound)..<shifts[i].upperBound
    }
  }

  private mutating func cutAmplitude() {
    while true {
      let used = shifts.indices.filter { !shifts[$0].isEmpty }
      guard used.count > 1, let first = used.first, let last = used.last else { return }
      let pauses = zip(used, used.dropFirst()).map {
        shifts[$1].lowerBound - shifts[$0].upperBound
      }
      let end = shifts[first].lowerBound + resource.amplitude(around: pauses.max() ?? 0, work)
      guard shifts[last].upperBound > end else { return }
      let begin = shifts[last].lowerBound
      shifts[last] = begin..<max(begin, end)
      if end > begin { return }
    }
  }
}

extension DayResource {
  /// Longest day of a paid driver around one rest of that length, seconds: what the vehicle states wins.
  func amplitude(around rest: Int, _ work: WorkingRules) -> Int {
    statesDuty ? longestDuty : work.amplitude(around: rest).seconds
  }

  /// When the rest since the last end is over, elapsed seconds; `nil` where no rest is due.
  func rested(_ work: WorkingRules) -> Int? {
    guard let lastEnd, let rest = work.dailyRest else { return nil }
    return lastEnd + rest
  }
}
